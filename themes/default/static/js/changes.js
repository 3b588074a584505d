// pages: changes, comparison
// Keys on the comparison of two revisions: j for the next change, k for the previous one.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const changes = Array.from(document.querySelectorAll("[data-change]"));
    const help = document.querySelector("[data-keys]");
    if (!changes.length) return;
    if (help) help.hidden = false;
    let at = -1;
    document.addEventListener("keydown", event => {
      const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
      const here = changes.indexOf(document.activeElement);
      if (here >= 0) at = here;
      at = event.key === "j" ? Math.min(at + 1, changes.length - 1) : Math.max(at - 1, 0);
      changes[at].focus();
      changes[at].scrollIntoView({ block: "center" });
      event.preventDefault();
    });
  });
})();
