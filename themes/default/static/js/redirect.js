// pages: redirect
// Leads from a former address to the current one with query and hash; without scripts, the page does it without.
(function () {
  "use strict";
  var link = document.querySelector("[data-moved]");
  if (!link) return;
  var place = window.location;
  place.replace(link.getAttribute("href").split("#")[0] + place.search + (place.hash || link.hash));
})();
