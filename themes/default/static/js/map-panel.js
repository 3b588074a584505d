// pages: map-tools
// The story of a step beside the map, and a link to every cell.
(function () {
  "use strict";
  var m = self.journeybookMap;
  var words = m.tools.dataset;
  var body = m.map.parentNode;
  var wide = matchMedia("(min-width: 64em)");
  var say = m.tools.querySelector("[role=status]");
  var panel = null;
  var from = null;
  var shown = "";

  function make() {
    panel = document.createElement("aside");
    panel.className = "map-panel";
    panel.tabIndex = -1;
    panel.setAttribute("aria-label", words.story);
    panel.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    });
    body.append(panel);
  }

  function close() {
    panel.remove();
    panel = null;
    shown = "";
    body.classList.remove("beside");
    if (from && from.isConnected) from.focus({ preventScroll: true });
  }

  // A copy of the story without its ids, which the story on the page keeps.
  function tell(step) {
    var story = document.getElementById("story_" + step.id);
    if (!story || shown === step.id) return;
    if (!panel) make();
    shown = step.id;
    var copy = story.cloneNode(true);
    copy.removeAttribute("id");
    m.list(copy.querySelectorAll("[id]")).forEach(function (part) { part.removeAttribute("id"); });
    var head = document.createElement("div");
    head.className = "panel-head";
    var below = document.createElement("a");
    below.href = "#story_" + step.id;
    below.textContent = words.below;
    head.append(below, m.button(words.close, close, "×", "tool"));
    panel.className = "map-panel " + Array.prototype.filter.call(step.classList, function (c) {
      return /^b(and|\d)$/.test(c);
    }).join(" ");
    panel.replaceChildren(head, copy);
    panel.scrollTop = 0;
    body.classList.add("beside");
    self.journeybookAddress({}, step.id);
  }

  function stepOf(target) {
    var at = m.column(target);
    var step = at < 0 ? null : m.step(at);
    return step && step.id ? step : null;
  }

  function activate(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0 || !wide.matches) return;
    var cell = event.target.closest("td, thead th");
    var inHead = event.target.closest("thead a[href^='#story_']");
    if (!cell || (event.target.closest("a, button") && !inHead)) return;
    if (String(window.getSelection())) return;
    var step = stepOf(cell);
    if (!step) return;
    event.preventDefault();
    from = inHead || cell;
    if (!inHead) cell.tabIndex = -1;
    tell(step);
    if (event.detail === 0 || event.type === "keydown") panel.focus({ preventScroll: true });
    else from.focus({ preventScroll: true });
  }

  // The link of a cell, in the cell under the pointer or with the focus.
  var anchor = document.createElement("a");
  anchor.className = "cell-link";
  anchor.textContent = "#";
  anchor.setAttribute("aria-label", words.link);
  anchor.title = words.link;
  anchor.addEventListener("click", function (event) {
    event.preventDefault();
    self.journeybookAddress({}, decodeURIComponent(anchor.hash.slice(1)));
    var clipboard = navigator.clipboard;
    if (clipboard) clipboard.writeText(location.href).then(function () { say.textContent = words.copied; }, function () {});
  });

  function offer(target) {
    var cell = target.closest && target.closest("tbody td[id], thead th[id]");
    if (!cell || cell.contains(anchor)) return;
    anchor.href = "#" + encodeURIComponent(cell.id);
    cell.append(anchor);
  }

  m.activate = activate;
  // The preview has replaced what changed.
  document.addEventListener("journeybook-update", function () {
    var step = panel && m.list(m.table.tHead.rows[1].cells).find(function (head) { return head.id === shown; });
    if (!step) return;
    var top = panel.scrollTop;
    shown = "";
    tell(step);
    panel.scrollTop = top;
  });
  m.map.addEventListener("click", activate);
  m.map.addEventListener("pointerover", function (event) { offer(event.target); });
  m.map.addEventListener("focusin", function (event) {
    offer(event.target);
    var step = panel && stepOf(event.target);
    if (!step) return;
    from = event.target;
    tell(step);
  });
  m.map.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches("td, th")) activate(event);
    if (event.key === "Escape" && panel) {
      event.stopImmediatePropagation();
      close();
    }
  }, true);
})();
