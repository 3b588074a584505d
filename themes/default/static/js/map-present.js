// pages: map-present
// Presents a journey: one step or one stage at a time in the whole window, from what is on the page.
(function () {
  "use strict";
  var m = self.journeybookMap;
  var words = m.tools.dataset; // title, step, stage, back, on, byStages, bySteps, close
  var steps = m.list(m.table.tHead.rows[1].cells);
  var stages = m.list(m.table.tHead.rows[0].cells).slice(1);
  var dialog = null;
  var parts = {};
  var at = 0;
  var whole = false; // by stage

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function stageOf(index) {
    for (var n = 0, left = index; n < stages.length; n += 1) {
      if (left < stages[n].colSpan) return n;
      left -= stages[n].colSpan;
    }
    return stages.length - 1;
  }

  function firstOf(stage) {
    return stages.slice(0, stage).reduce(function (sum, head) { return sum + head.colSpan; }, 0);
  }

  // The place of the step that a point of the curve leads to.
  function leadsTo(point) {
    var id = decodeURIComponent(point.getAttribute("href").slice(1));
    return steps.findIndex(function (step) { return step.id === id; });
  }

  function count() { return whole ? stages.length : steps.length; }

  function bare(node) {
    m.list(node.querySelectorAll("[id], .cell-link, .ev, .signs")).forEach(function (part) {
      if (part.matches(".cell-link, .ev, .signs")) part.remove();
      else part.removeAttribute("id");
    });
    node.removeAttribute("id");
    return node;
  }

  // The texts of a lane in a column, as a list; nothing if it has none.
  function texts(step, lane) {
    var cell = step.id && document.getElementById("cell_" + step.id + "_" + lane);
    if (!cell) return null;
    var box = element("div", "walk-" + lane + " " + cell.closest("tbody").className);
    m.list(bare(cell.cloneNode(true)).childNodes).forEach(function (node) { box.append(node); });
    return box;
  }

  function stepSlide(index, small) {
    var step = steps[index];
    var slide = element("div", small ? "walk-step" : "walk-slide");
    var link = step.querySelector("a");
    var title = element(small ? "h3" : "h2", "", link ? link.textContent : stages[stageOf(index)].querySelector("a").textContent);
    slide.append(title);
    ["emotion", "says", "pain", "delight"].concat(small ? [] : ["does", "thinks"]).forEach(function (lane) {
      if (small && lane === "says") return;
      var box = texts(step, lane);
      if (box) slide.append(box);
    });
    return slide;
  }

  function stageSlide(index) {
    var slide = element("div", "walk-slide");
    slide.append(element("h2", "", stages[index].querySelector("a").textContent));
    var goal = stages[index].querySelector("p");
    if (goal) slide.append(element("p", "walk-goal", goal.textContent));
    var list = element("div", "walk-steps");
    for (var n = firstOf(index); n < firstOf(index) + stages[index].colSpan; n += 1) list.append(stepSlide(n, true));
    slide.append(list);
    return slide;
  }

  function mark() {
    var band = parts.curve && parts.curve.querySelector("rect.hot");
    if (!band) return;
    var column = Number(band.getAttribute("width"));
    var first = whole ? firstOf(at) : at;
    var wide = whole ? stages[at].colSpan : 1;
    parts.band.setAttribute("x", (m.rtl ? steps.length - first - wide : first) * column);
    parts.band.setAttribute("width", wide * column);
    m.list(parts.curve.querySelectorAll("a")).forEach(function (point) {
      var n = leadsTo(point);
      point.classList.toggle("here", n >= first && n < first + wide);
    });
  }

  function show(to) {
    at = Math.max(0, Math.min(count() - 1, to));
    var stage = whole ? at : stageOf(at);
    dialog.className = "walk band " + Array.prototype.filter.call(stages[stage].classList, function (c) { return /^b\d$/.test(c); }).join("");
    parts.stage.textContent = whole ? "" : stages[stage].querySelector("a").textContent;
    parts.counter.textContent = m.filled(whole ? words.stage : words.step, { count: at + 1, total: count() });
    parts.main.replaceChildren(whole ? stageSlide(at) : stepSlide(at));
    parts.main.scrollTop = 0;
    parts.back.disabled = at === 0;
    parts.on.disabled = at === count() - 1;
    mark();
  }

  function turn() {
    var now = at;
    at = whole ? firstOf(now) : stageOf(now);
    whole = !whole;
    parts.mode.textContent = whole ? words.bySteps : words.byStages;
    show(at);
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var onButton = event.target.closest("button, a");
    if (event.key === " " && onButton) return;
    var side = m.rtl ? -1 : 1;
    var to = {
      ArrowRight: at + side, ArrowLeft: at - side, ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 1, PageUp: at - 1,
      " ": at + (event.shiftKey ? -1 : 1), Home: 0, End: count() - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  }

  function make() {
    dialog = element("dialog", "walk");
    dialog.setAttribute("aria-label", words.title);
    dialog.tabIndex = -1;
    parts.stage = element("p", "walk-stage");
    parts.counter = element("p", "walk-count");
    parts.counter.setAttribute("aria-live", "polite");
    parts.main = element("div", "walk-main");
    parts.main.tabIndex = 0;
    parts.main.setAttribute("role", "group");
    parts.main.setAttribute("aria-label", words.title);
    parts.back = m.button(words.back, function () { show(at - 1); }, m.rtl ? "→" : "←", "button");
    parts.on = m.button(words.on, function () { show(at + 1); }, m.rtl ? "←" : "→", "button");
    parts.mode = m.button(words.byStages, turn, "", "button");
    var head = element("div", "walk-head");
    var tools = element("div", "walk-tools");
    tools.append(parts.counter, parts.back, parts.on, parts.mode, m.button(words.close, function () { dialog.close(); }, "×", "button"));
    head.append(parts.stage, tools);
    dialog.append(head, parts.main);
    var curve = document.querySelector(".map svg.curve");
    if (curve) {
      parts.curve = curve.cloneNode(true);
      m.list(parts.curve.querySelectorAll("defs, .lb")).forEach(function (part) { part.remove(); });
      m.list(parts.curve.querySelectorAll("a")).forEach(function (point) { point.setAttribute("tabindex", "-1"); });
      parts.curve.setAttribute("aria-hidden", "true");
      parts.band = parts.curve.querySelector("rect.hot");
      parts.curve.addEventListener("click", function (event) {
        var point = event.target.closest("a");
        if (!point) return;
        event.preventDefault();
        var n = leadsTo(point);
        show(whole ? stageOf(n) : n);
      });
      dialog.append(parts.curve);
    }
    dialog.addEventListener("keydown", keys);
    window.addEventListener("resize", function () {
      if (parts.curve && dialog.open) m.flatten(parts.curve, true, 0.8);
    });
    dialog.addEventListener("close", function () { m.tools.querySelector("[data-walk]").focus(); });
    document.body.append(dialog);
  }

  m.present = function () {
    if (!dialog) make();
    var hot = m.table.tHead.querySelector("th.hot, th:target");
    dialog.showModal();
    show(whole ? 0 : Math.max(0, steps.indexOf(hot)));
    if (parts.curve) m.flatten(parts.curve, true, 0.8);
    dialog.focus();
  };
})();
