// pages: map-present
// Presents a journey: a cover, then one step or one stage at a time in the whole window, from what is on the page. The
// address follows, so that it leads to the same slide.
(function () {
  "use strict";
  var m = self.journeybookMap;
  var words = m.tools.dataset; // title, step, stage, back, on, byStages, bySteps, close
  var steps, stages;
  var dialog = null;
  var parts = {};
  var COVER = -1;
  var at = COVER;
  var whole = false; // by stage

  function read() {
    steps = m.list(m.table.tHead.rows[1].cells);
    stages = m.list(m.table.tHead.rows[0].cells).slice(1);
  }

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
    m.list(node.querySelectorAll("[id], .cell-link, .ev, .signs, button")).forEach(function (part) {
      if (part.matches(".cell-link, .ev, .signs, button")) part.remove();
      else part.removeAttribute("id");
    });
    node.removeAttribute("id");
    return node;
  }

  // What a lane says in a cell, below the name of the lane; nothing if the cell is empty.
  function texts(lane, cell) {
    var content = cell && bare(cell.cloneNode(true));
    if (!content || !content.textContent.trim() && !content.querySelector("svg")) return null;
    var box = element("div", "walk-texts " + lane.className);
    var head = lane.querySelector("tr:not(.l-curve) th bdi");
    var values = element("div", "walk-values");
    values.append.apply(values, m.list(content.childNodes));
    box.append(element("p", "walk-label", head.textContent), values);
    return box;
  }

  // All lanes that the reader has not hidden, without notes to colleagues; what a stage of steps has room for, if short.
  function lanes(isShort) {
    var order = ["l-emotion", "l-quote", "l-truth", "l-pain", "l-delight"];
    function place(lane) {
      var found = order.findIndex(function (name) { return lane.classList.contains(name); });
      return found < 0 ? order.length : found;
    }
    return m.list(m.table.querySelectorAll("tbody[data-lane]:not([hidden], .l-note)")).filter(function (lane) {
      return !isShort || (place(lane) < order.length && !lane.classList.contains("l-quote"));
    }).sort(function (a, b) { return place(a) - place(b); });
  }

  function addTexts(slide, cells, index, isShort) {
    lanes(isShort).forEach(function (lane) {
      var box = texts(lane, lane.querySelectorAll("tr:not(.l-curve) td" + cells)[index]);
      if (box) slide.append(box);
    });
    return slide;
  }

  function stageTitle(index) { return stages[index].querySelector("a").textContent; }

  function stepSlide(index, isSmall) {
    var slide = element("div", isSmall ? "walk-step" : "walk-slide");
    var link = steps[index].querySelector("a");
    slide.append(element(isSmall ? "h3" : "h2", "", link ? link.textContent : stageTitle(stageOf(index))));
    return addTexts(slide, ":not(.whole)", index, isSmall);
  }

  function stageSlide(index) {
    var slide = element("div", "walk-slide");
    slide.append(element("h2", "", stageTitle(index)));
    var goal = stages[index].querySelector("p:not(.was)");
    if (goal) slide.append(element("p", "walk-goal", goal.textContent));
    addTexts(slide, ".whole", index, false);
    var list = element("div", "walk-steps");
    for (var n = firstOf(index); n < firstOf(index) + stages[index].colSpan; n += 1) list.append(stepSlide(n, true));
    slide.append(list);
    return slide;
  }

  // Whose journey it is, its name, why there is a map, and its figures, as in the head of the page.
  function cover() {
    var slide = element("div", "walk-slide walk-cover");
    var head = document.querySelector(".journey-head");
    [".eyebrow", "h1", ".summary, .argument > p", ".facts", ".figures"].forEach(function (selector) {
      var part = head && head.querySelector(selector);
      if (!part) return;
      var copy = part.localName === "h1" ? element("h2", "", part.textContent.trim()) : bare(part.cloneNode(true));
      slide.append(copy);
    });
    return slide;
  }

  function mark() {
    var band = parts.curve && parts.curve.querySelector("rect.hot");
    if (!band) return;
    var column = Number(band.getAttribute("width"));
    var first = whole && at >= 0 ? firstOf(at) : at;
    var wide = at < 0 ? 0 : whole ? stages[at].colSpan : 1;
    parts.band.setAttribute("x", (m.rtl ? steps.length - first - wide : first) * column);
    parts.band.setAttribute("width", wide * column);
    m.list(parts.curve.querySelectorAll("a")).forEach(function (point) {
      var n = leadsTo(point);
      point.classList.toggle("here", n >= first && n < first + wide);
    });
  }

  // What the address says of a slide: the id of the step or the stage; none on the cover.
  function address() {
    var place = at < 0 ? "" : whole ? stages[at].querySelector("a").hash.slice(1) : steps[at].id;
    self.journeybookAddress({ present: whole ? "stages" : "steps" }, decodeURIComponent(place));
  }

  function show(to) {
    at = Math.max(COVER, Math.min(count() - 1, to));
    var stage = whole || at < 0 ? at : stageOf(at);
    var tone = at < 0 ? [] : Array.prototype.filter.call(stages[stage].classList, function (c) { return /^b\d$/.test(c); });
    dialog.className = "walk band " + tone.join("");
    parts.stage.textContent = whole || at < 0 ? "" : stageTitle(stage);
    parts.counter.textContent = at < 0 ? "" : m.filled(whole ? words.stage : words.step, { count: at + 1, total: count() });
    parts.main.replaceChildren(at < 0 ? cover() : whole ? stageSlide(at) : stepSlide(at));
    parts.main.scrollTop = 0;
    parts.back.disabled = at < 0;
    parts.on.disabled = at === count() - 1;
    mark();
    fit();
    address();
  }

  // A slide with much on it is set smaller, and the curve makes room for it.
  function fit() {
    dialog.classList.remove("tall");
    dialog.classList.toggle("tall", parts.main.scrollHeight > parts.main.clientHeight + 1);
    if (parts.curve) m.flatten(parts.curve, true, 0.8);
    more();
  }

  function left() { return parts.main.scrollHeight - parts.main.clientHeight - parts.main.scrollTop; }

  function more() { parts.main.classList.toggle("more", left() > 2); }

  function turn() {
    var now = at;
    at = now < 0 ? now : whole ? firstOf(now) : stageOf(now);
    whole = !whole;
    parts.mode.textContent = whole ? words.bySteps : words.byStages;
    show(at);
  }

  // Down and the space bar show the rest of a long slide before the next one.
  function scrolls(key, back) {
    if (!["ArrowDown", "ArrowUp", "PageDown", "PageUp", " "].includes(key)) return false;
    if (back ? parts.main.scrollTop < 2 : left() < 2) return false;
    var share = /^Arrow/.test(key) ? 0.25 : 0.8;
    parts.main.scrollTop += (back ? -share : share) * parts.main.clientHeight;
    return true;
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var onButton = event.target.closest("button, a");
    if (event.key === " " && onButton) return;
    var side = m.rtl ? -1 : 1;
    var back = event.key === "ArrowUp" || event.key === "PageUp" || event.shiftKey;
    var to = {
      ArrowRight: at + side, ArrowLeft: at - side, ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 1, PageUp: at - 1,
      " ": at + (event.shiftKey ? -1 : 1), Home: COVER, End: count() - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (!scrolls(event.key, back)) show(to);
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
    parts.main.addEventListener("scroll", more);
    parts.back = m.button(words.back, function () { show(at - 1); }, m.rtl ? "→" : "←", "button");
    parts.on = m.button(words.on, function () { show(at + 1); }, m.rtl ? "←" : "→", "button");
    parts.mode = m.button(words.byStages, turn, "", "button");
    var head = element("div", "walk-head");
    var tools = element("div", "walk-tools");
    tools.append(parts.counter, parts.back, parts.on, parts.mode, m.button(words.close, function () { dialog.close(); }, "×", "button"));
    head.append(parts.stage, tools);
    dialog.append(head, parts.main);
    drawCurve();
    dialog.addEventListener("keydown", keys);
    window.addEventListener("resize", function () { if (dialog.open) fit(); });
    dialog.addEventListener("close", function () {
      self.journeybookAddress({ present: "" });
      m.tools.querySelector("[data-walk]").focus();
    });
    document.body.append(dialog);
  }

  // The curve below the slides, and the names of its lines.
  function drawCurve() {
    var curve = document.querySelector(".map svg.curve");
    var names = document.querySelector(".map .legend");
    [parts.curve, parts.names].forEach(function (part) { if (part) part.remove(); });
    parts.curve = parts.names = null;
    if (curve) {
      parts.curve = curve.cloneNode(true);
      parts.curve.removeAttribute("preserveAspectRatio");
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
    if (names) dialog.append(parts.names = bare(names.cloneNode(true)));
  }

  // At the step or the stage of an id, or at the cover; by stages or by steps.
  m.present = function (mode, id) {
    read();
    if (!dialog) make();
    var hot = m.table.tHead.querySelector("th.hot");
    var start = steps.findIndex(function (step) { return id ? step.id === id : step === hot; });
    var stage = stages.findIndex(function (head) { return head.querySelector("a").hash === "#" + id; });
    dialog.showModal();
    whole = mode === "stages";
    parts.mode.textContent = whole ? words.bySteps : words.byStages;
    show(whole ? (stage < 0 && start >= 0 ? stageOf(start) : stage) : start);
    dialog.focus();
  };
  // The preview has replaced what changed.
  document.addEventListener("journeybook-update", function () {
    read();
    if (!dialog || !dialog.open) return;
    var top = parts.main.scrollTop;
    drawCurve();
    show(at);
    parts.main.scrollTop = top;
  });
})();
