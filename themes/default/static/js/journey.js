// pages: journey
// What the map gains with scripts: lanes to switch off and on, arrow keys from cell to cell, the column under the
// pointer shown through all lanes and the curve. Everything is on the page without them.
(function () {
  "use strict";
  var KEY = "journeybook-lanes-off";
  var map = document.querySelector(".map-scroll");
  if (!map) return;
  var table = map.querySelector("table");
  var rtl = document.documentElement.dir === "rtl";
  var columns = Array.prototype.slice.call(table.querySelectorAll("col"));

  function list(nodes) {
    return Array.prototype.slice.call(nodes);
  }

  // Lanes -------------------------------------------------------------------------------------------------

  function remembered(value) {
    // Storage is closed to some pages opened from a disk; the map then forgets, and works on.
    try {
      if (value === undefined) return JSON.parse(window.localStorage.getItem(KEY)) || [];
      window.localStorage.setItem(KEY, JSON.stringify(value));
    } catch (error) { /* nothing to remember with */ }
    return [];
  }

  function show(lane, shown) {
    lane.rows.forEach(function (row) { row.hidden = !shown; });
    var body = lane.rows[0].parentNode;
    var rule = body.querySelector(".rule");
    if (rule) rule.hidden = !body.querySelector("tr:not(.rule):not([hidden])");
  }

  function lanes() {
    var found = [];
    list(table.querySelectorAll("tr[data-lane]")).forEach(function (row) {
      var last = found[found.length - 1];
      if (last && last.key === row.dataset.lane) last.rows.push(row);
      else found.push({ key: row.dataset.lane, rows: [row] });
    });
    return found;
  }

  function laneSwitches() {
    var tools = document.querySelector(".map-tools");
    var off = remembered();
    if (!Array.isArray(off)) off = [];
    var box = document.createElement("details");
    var summary = document.createElement("summary");
    var items = document.createElement("ul");
    summary.className = "button";
    box.append(summary, items);

    function label() {
      var hidden = items.querySelectorAll("input:not(:checked)").length;
      var total = items.querySelectorAll("input").length;
      summary.textContent = tools.dataset.lanes + (hidden ? " (" + (total - hidden) + "/" + total + ")" : "");
    }

    lanes().forEach(function (lane) {
      var row = lane.rows[lane.rows.length > 1 && lane.rows[0].className === "l-curve" ? 1 : 0];
      var item = document.createElement("li");
      var words = document.createElement("label");
      var tick = document.createElement("input");
      tick.type = "checkbox";
      tick.checked = off.indexOf(lane.key) < 0;
      if (!tick.checked) show(lane, false);
      tick.addEventListener("change", function () {
        show(lane, tick.checked);
        off = off.filter(function (key) { return key !== lane.key; });
        if (!tick.checked) off.push(lane.key);
        remembered(off);
        label();
      });
      words.append(tick, row.querySelector("th").textContent);
      item.append(words);
      items.append(item);
    });
    box.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      box.open = false;
      summary.focus();
    });
    document.addEventListener("click", function (event) {
      if (!box.contains(event.target)) box.open = false;
    });
    label();
    tools.append(box);
    tools.hidden = false;
  }

  // Cells -------------------------------------------------------------------------------------------------

  // Rows of cells by column. A cell that spans columns stands in each of them; in the curve's row stand its points.
  function grid() {
    return list(table.rows).filter(function (row) {
      return !row.hidden && row.className !== "rule";
    }).map(function (row) {
      if (row.className === "l-curve") {
        return columns.map(function (_, at) {
          var step = table.tHead.rows[1].cells[at];
          return step.id ? row.querySelector('.t0 a[href="#' + CSS.escape(step.id) + '"]') : null;
        });
      }
      var cells = [];
      list(row.cells).forEach(function (cell) {
        if (cell.parentNode.parentNode !== table.tHead && cell.tagName === "TH") return;
        if (cell.rowSpan > 1) return;
        for (var at = 0; at < cell.colSpan; at += 1) cells.push(cell);
      });
      return cells;
    });
  }

  function place(rows, target) {
    for (var y = 0; y < rows.length; y += 1) {
      for (var x = 0; x < rows[y].length; x += 1) {
        if (rows[y][x] && rows[y][x].contains(target)) return { x: x, y: y };
      }
    }
    return null;
  }

  function next(rows, from, dx, dy) {
    var start = from ? rows[from.y][from.x] : null;
    var x = from ? from.x + dx : 0;
    var y = from ? from.y + dy : 1;
    while (y >= 0 && y < rows.length && x >= 0 && x < columns.length) {
      if (rows[y][x] && rows[y][x] !== start) return rows[y][x];
      if (!dx && !dy) return null;
      x += dx;
      y += dy;
    }
    return null;
  }

  function go(cell) {
    if (!cell) return;
    if (cell.tagName !== "a") cell.tabIndex = -1; // points of the curve are links already
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var side = rtl ? -1 : 1;
    var moves = { ArrowLeft: [-side, 0], ArrowRight: [side, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    var rows = grid();
    var from = place(rows, event.target);
    if (event.key === "Escape") {
      map.focus();
    } else if (from && (event.key === "Home" || event.key === "End")) {
      go(rows[from.y][event.key === "Home" ? 0 : columns.length - 1]);
    } else if (moves[event.key]) {
      go(next(rows, from, moves[event.key][0], moves[event.key][1]));
    } else return;
    event.preventDefault();
  }

  // Columns -----------------------------------------------------------------------------------------------

  var lit = -1;

  function light(at) {
    if (at === lit) return;
    lit = at;
    list(table.querySelectorAll(".hot:not(rect)")).forEach(function (cell) { cell.classList.remove("hot"); });
    var band = table.querySelector("rect.hot");
    if (at < 0) {
      if (band) band.removeAttribute("x");
      return;
    }
    columns[at].classList.add("hot");
    table.tHead.rows[1].cells[at].classList.add("hot");
    if (band) band.setAttribute("x", (rtl ? columns.length - 1 - at : at) * Number(band.getAttribute("width")));
  }

  function columnAt(event) {
    if (event.clientX === undefined) return -1;
    var head = table.tHead.rows[1].cells;
    for (var at = 0; at < head.length; at += 1) {
      var box = head[at].getBoundingClientRect();
      if (event.clientX >= box.left && event.clientX < box.right) return at;
    }
    return -1;
  }

  laneSwitches();
  map.addEventListener("keydown", keys);
  map.addEventListener("pointermove", function (event) {
    if (event.pointerType === "mouse") light(event.target.closest("tbody th") ? -1 : columnAt(event));
  });
  map.addEventListener("pointerleave", function () { light(-1); });
  map.addEventListener("focusin", function (event) {
    var at = place(grid(), event.target);
    light(at ? at.x : -1);
  });
  map.addEventListener("focusout", function () { light(-1); });
})();
