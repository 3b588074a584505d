// pages: map-tools
// How much of the map is shown (overview, compact, full text), and as what (journey, blueprint, time).
(function () {
  "use strict";
  var m = self.journeybookMap;
  var section = m.map.closest(".map");
  var curve = section.querySelector("svg.curve");
  var narrowest = 88; // pixels; a narrower column has no room for a word
  var densities = ["overview", "compact", "full"];

  function press(name, value) {
    m.list(m.tools.querySelectorAll("[data-" + name + "]")).forEach(function (button) {
      button.setAttribute("aria-pressed", button.dataset[name] === value);
    });
  }

  // The curve of an overview is flatter than its drawing; its marks and words keep their shape.
  function fitCurve() {
    if (!curve) return;
    var flat = section.dataset.density === "overview";
    curve.setAttribute("preserveAspectRatio", flat ? "none" : "xMidYMid");
    var box = curve.viewBox.baseVal;
    var x = flat ? box.width / curve.clientWidth * 0.7 : 1;
    var y = flat ? box.height / curve.clientHeight * 0.7 : 1;
    m.list(curve.querySelectorAll("use, .lb")).forEach(function (mark) {
      var at = mark.dataset.at || mark.getAttribute("x") + " " + mark.getAttribute("y");
      mark.dataset.at = at;
      if (flat) {
        mark.setAttribute("x", 0);
        mark.setAttribute("y", 0);
        mark.setAttribute("transform", "translate(" + at + ") scale(" + x + " " + y + ")");
      } else {
        mark.removeAttribute("transform");
        mark.setAttribute("x", at.split(" ")[0]);
        mark.setAttribute("y", at.split(" ")[1]);
      }
    });
  }

  function fit() {
    var flat = section.dataset.density === "overview";
    var room = flat && m.step(0) ? m.step(0).getBoundingClientRect().width : Infinity;
    section.classList.toggle("narrow", room < narrowest);
    fitCurve();
  }

  function show(density) {
    if (densities.indexOf(density) < 0) density = "full";
    section.dataset.density = density;
    press("density", density);
    fit();
  }

  function turn(view) {
    var times = section.querySelector(".times");
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
    } else if (button.dataset.view) turn(button.dataset.view);
  });
  window.addEventListener("resize", fit);
  // Once the sheet is there, which may come after the script.
  if (m.chosen().density) show(m.chosen().density);
  window.addEventListener("load", fit);
})();
