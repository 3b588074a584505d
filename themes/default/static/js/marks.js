// pages: marks
// On maps of a site that is compared with a revision: opening the old text of a cell is no click on the cell.
(function () {
  "use strict";
  document.addEventListener("click", event => {
    if (event.target.closest(".was")) event.stopPropagation();
  }, true);
})();
