// pages: redirect
// Leads from a former address to the current one, and keeps the place on the page and the query.
// Without scripts, the page does it alone, without them.
(function () {
  "use strict";
  var link = document.querySelector("[data-moved]");
  if (!link) return;
  var place = window.location;
  place.replace(link.getAttribute("href").split("#")[0] + place.search + (place.hash || link.hash));
})();
