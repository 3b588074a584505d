// pages: marks
// On maps of a site that is compared with a revision: opening what a cell said before is no click on the cell.
(function () {
  "use strict";
  document.addEventListener("click", event => {
    if (event.target.closest(".was")) event.stopPropagation();
  }, true);
})();
