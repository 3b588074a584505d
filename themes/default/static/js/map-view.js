// pages: map-tools
// Level of detail (overview, compact, full text) and view (journey, blueprint, time) of the map.
(function () {
  "use strict";
  var m = self.journeybookMap;
  var section = m.map.closest(".map");
  var narrowest = 60; // pixels; a narrower column has no room for a word
  var densities = ["overview", "compact", "full"];

  function press(name, value) {
    m.list(m.tools.querySelectorAll("[data-" + name + "]")).forEach(function (button) {
      button.setAttribute("aria-pressed", button.dataset[name] === value);
    });
  }

  function fit() {
    var flat = section.dataset.density === "overview";
    var room = flat && m.step(0) ? m.step(0).getBoundingClientRect().width : Infinity;
    var curve = section.querySelector("svg.curve");
    section.classList.toggle("narrow", room < narrowest);
    if (curve) m.flatten(curve, flat, 0.7);
  }

  var asked = new URLSearchParams(location.search);

  function show(density) {
    if (densities.indexOf(density) < 0) density = "full";
    section.dataset.density = density;
    press("density", density);
    fit();
  }

  function turn(view) {
    var times = document.querySelector(".times");
    if (times) times.hidden = view !== "time";
    section.dataset.view = view;
    section.querySelector(".map-body").hidden = view === "time";
    press("view", view);
    m.table.dispatchEvent(new CustomEvent("map-view", { detail: view }));
    fit();
  }

  m.tools.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.density) {
      show(button.dataset.density);
      m.chosen({ density: button.dataset.density });
      self.journeybookAddress({ density: button.dataset.density });
    } else if (button.dataset.view) {
      turn(button.dataset.view);
      self.journeybookAddress({ view: button.dataset.view === "journey" ? "" : button.dataset.view });
    }
  });
  window.addEventListener("resize", fit);
  document.addEventListener("journeybook-update", fit); // the preview has replaced what changed
  // Once the sheet is loaded, which may be after the script.
  if (asked.has("density") || m.chosen().density) show(asked.get("density") || m.chosen().density);
  var first = asked.get("view");
  if (first && m.tools.querySelector('[data-view="' + CSS.escape(first) + '"]')) turn(first);
  window.addEventListener("load", fit);
})();
