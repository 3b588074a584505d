// pages: map-tools
// Lanes of the map: hide and show, move up and down, and keep the lines of the blueprint in place.
(function () {
  "use strict";
  var m = self.journeybookMap;
  var words = m.tools.dataset;
  var menu = m.tools.querySelector("[data-menu]");
  var box = document.getElementById("lanes_");
  var items = box.querySelector("ol");
  var say = m.tools.querySelector("[role=status]");
  var depth = { customer: 0, frontstage: 1, backstage: 2, support: 3 };
  var starts = { interaction: 1, visibility: 2, internal: 3 };
  var lanes = m.list(m.table.querySelectorAll("tbody[data-lane]"));
  var site = lanes.map(key);
  var chosen = m.chosen();
  var off = Array.isArray(chosen.off) ? chosen.off : [];
  var order = Array.isArray(chosen.order) ? chosen.order : [];
  var view = m.map.closest(".map").dataset.view || "journey";
  // A link shows the lanes of whoever sent it; they are not remembered.
  var asked = new URLSearchParams(location.search);
  if (asked.has("lanes")) order = asked.get("lanes").split(",");
  if (asked.has("without")) off = asked.get("without").split(",");

  function remember() {
    m.chosen({ off: off, order: order });
    self.journeybookAddress({ lanes: order.join(","), without: off.join(",") });
  }

  function key(lane) { return lane.dataset.lane; }

  function title(lane) { return lane.querySelector("tr:last-of-type th, tr:not(.l-curve) th").textContent.trim(); }

  // The reader's order first; a new lane stays where the site has it.
  function sorted() {
    var keys = order.filter(function (k) { return site.indexOf(k) >= 0; });
    site.forEach(function (k, at) {
      if (keys.indexOf(k) < 0) keys.splice(at ? keys.indexOf(site[at - 1]) + 1 : 0, 0, k);
    });
    return keys.map(function (k) { return lanes[site.indexOf(k)]; });
  }

  function deep(lane) { return lane.dataset.side in depth ? depth[lane.dataset.side] : -1; }

  // As pages/maps/blueprint.py does: a line has its place where all lanes above belong above it, and all below belong below.
  function drawLines(shown) {
    m.list(m.table.querySelectorAll("tbody.rule")).forEach(function (rule) {
      var name = rule.dataset.rule;
      var from = starts[name];
      var first = shown.findIndex(function (lane) {
        return name === "business" ? lane.dataset.side === "business" : deep(lane) >= from;
      });
      var wrong = shown.some(function (lane, at) {
        var d = deep(lane);
        return name === "business" ? at > first && d >= 0 : at > first && d >= 0 && d < from;
      });
      rule.hidden = first < 1 || wrong;
      if (!rule.hidden) m.table.insertBefore(rule, shown[first]);
    });
  }

  function draw() {
    var all = sorted();
    var focused = document.activeElement; // moving a lane takes the focus out of it
    if (view === "blueprint") {
      all = all.map(function (lane, at) { return [Math.max(0, deep(lane)), at, lane]; })
        .sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; })
        .map(function (entry) { return entry[2]; });
    }
    all.forEach(function (lane) {
      lane.hidden = off.indexOf(key(lane)) >= 0 || (view === "blueprint" && lane.dataset.blueprint === undefined);
      m.table.append(lane);
    });
    if (m.table.contains(focused)) focused.focus({ preventScroll: true });
    drawLines(all.filter(function (lane) { return !lane.hidden; }));
  }

  function move(lane, by) {
    var keys = sorted().map(key);
    var at = keys.indexOf(key(lane));
    var to = at + by;
    if (to < 0 || to >= keys.length) return;
    keys.splice(to, 0, keys.splice(at, 1)[0]);
    order = keys;
    remember();
    draw();
    list();
    var row = items.children[to];
    var again = row.querySelectorAll("button")[by < 0 ? 0 : 1];
    (again.disabled ? row.querySelectorAll("button")[by < 0 ? 1 : 0] : again).focus();
    say.textContent = m.filled(words.moved, { lane: title(lane), count: to + 1, total: keys.length });
  }

  function list() {
    var all = sorted();
    items.replaceChildren();
    all.forEach(function (lane, at) {
      var item = document.createElement("li");
      var label = document.createElement("label");
      var tick = document.createElement("input");
      tick.type = "checkbox";
      tick.checked = off.indexOf(key(lane)) < 0;
      tick.addEventListener("change", function () {
        off = off.filter(function (k) { return k !== key(lane); });
        if (!tick.checked) off.push(key(lane));
        remember();
        draw();
        count();
      });
      label.append(tick, title(lane));
      var up = m.button(m.filled(words.up, { lane: title(lane) }), function () { move(lane, -1); }, "↑");
      var down = m.button(m.filled(words.down, { lane: title(lane) }), function () { move(lane, 1); }, "↓");
      up.disabled = at === 0;
      down.disabled = at === all.length - 1;
      item.append(label, up, down);
      items.append(item);
    });
  }

  function count() {
    say.textContent = m.filled(words.shown, { count: lanes.length - off.length, total: lanes.length });
    menu.classList.toggle("some", off.length > 0);
  }

  function open(opened) {
    box.hidden = !opened;
    menu.setAttribute("aria-expanded", opened);
  }

  menu.addEventListener("click", function () { open(box.hidden); });
  box.querySelector("[data-reset]").addEventListener("click", function () {
    order = [];
    off = [];
    remember();
    draw();
    list();
    count();
  });
  m.tools.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || box.hidden) return;
    open(false);
    menu.focus();
  });
  document.addEventListener("click", function (event) {
    if (!box.contains(event.target) && !menu.contains(event.target) && event.target.isConnected) open(false);
  });
  m.table.addEventListener("map-view", function (event) {
    view = event.detail;
    draw();
  });
  if (order.length || off.length) draw();
  list();
  menu.classList.toggle("some", off.length > 0);
})();
