// Search on every page: opens the panel; the first time, it loads the index, which names search-panel.js.
(function () {
  "use strict";
  var panel = document.querySelector("dialog[data-search]");
  if (!panel || !panel.showModal) return;
  var slash = panel.querySelector("[data-slash]");
  var queue = self.journeybookSearch = [];
  var asked = false;

  function load(url, done) {
    var script = document.createElement("script");
    script.src = url;
    script.async = false; // scripts run in the order in which they are asked for
    script.onload = done;
    script.onerror = function () {
      panel.dataset.broken = "";
      panel.querySelector("[role=status]").textContent = panel.dataset.failed;
      bare();
    };
    document.head.append(script);
  }

  function bare() { panel.style.opacity = 1; }

  // The panel's own sheet, which makes it visible. If it cannot be loaded, the panel is shown without it.
  function dress(url) {
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.onerror = bare;
    document.head.append(link);
  }


  // The page's language first, and titles before texts.
  function loadRest() {
    var lang = document.documentElement.lang, folder = panel.dataset.search.replace(/[^/]*$/, "");
    queue[0].panel.forEach(function (url) {
      (/\.css$/.test(url) ? dress : load)(panel.dataset.root + url);
    });
    queue[0].shards
      .sort(function (a, b) { return a.text - b.text || (b.lang === lang) - (a.lang === lang); })
      .forEach(function (shard) { load(folder + shard.name); });
  }

  function open() {
    if (panel.open) return;
    panel.showModal();
    panel.querySelector("input").select();
    if (asked) return;
    asked = true;
    panel.querySelector("[role=status]").textContent = panel.dataset.wait;
    load(panel.dataset.search, loadRest);
  }

  function key(event) {
    var field = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (panel.contains(field)) field = null; // a panel just closed keeps the focus until the next frame
    var held = event.ctrlKey || event.metaKey;
    var wanted = event.key === "/" ? slash.checked && !field && !held
      : (event.key === "k" || event.code === "KeyK") && held && !event.shiftKey;
    if (!wanted || event.altKey || event.defaultPrevented || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    open();
  }

  function remembered(value) {
    try {
      if (value) localStorage.setItem("journeybook-slash", value);
      return localStorage.getItem("journeybook-slash");
    } catch (error) { return null; /* some pages opened from disk have no storage */ }
  }

  slash.checked = remembered() !== "off";
  slash.addEventListener("change", function () { remembered(slash.checked ? "on" : "off"); });
  document.addEventListener("keydown", key);
  document.querySelectorAll("[data-search-open]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", open);
  });
  panel.addEventListener("click", function (event) {
    if (event.target === panel || event.target.closest("[data-close]")) panel.close();
  });
})();
