// pages: journey
// What scripts add to the map: arrow keys from cell to cell, and a highlight of the column under the pointer in all
// lanes and the curve. The tools above the map, the story beside it and the presentation are loaded when first used
// (`map-tools`, `map-present`). Without scripts, everything is still on the page.
(function () {
  "use strict";
  var map = document.querySelector(".map-scroll");
  if (!map) return;
  var table = map.querySelector("table");
  var rtl = document.documentElement.dir === "rtl";
  var columns = Array.from(table.querySelectorAll("col"));

  function list(nodes) { return Array.from(nodes); }

  // What is loaded when first used

  var tools = document.querySelector(".map-tools");
  var store = "journeybook-map:" + new URL(tools.dataset.root || ".", document.baseURI).pathname;
  var loading = {};

  // What the reader chose on this site; pages opened from disk may have no storage.
  function chosen(change) {
    var all = {};
    try {
      all = JSON.parse(window.localStorage.getItem(store)) || {};
      if (change) window.localStorage.setItem(store, JSON.stringify(Object.assign(all, change)));
    } catch (error) { /* no storage */ }
    return all;
  }

  function load(name, then) {
    if (loading[name]) return loading[name].push(then);
    var waiting = loading[name] = [then];
    var parts = tools.dataset[name].split(" ").filter(Boolean);
    var left = parts.length;
    function done() {
      left -= 1;
      if (left) return;
      waiting.push = function (next) { next(); };
      waiting.forEach(function (next) { next(); });
    }
    parts.forEach(function (url) {
      var sheet = /\.css$/.test(url);
      var part = document.createElement(sheet ? "link" : "script");
      if (sheet) part.rel = "stylesheet";
      part[sheet ? "href" : "src"] = tools.dataset.root + url;
      part.onload = done;
      part.onerror = done;
      document.head.append(part);
    });
  }

  // Cells

  // Rows of cells by column. A cell that spans columns is in each of them; the curve's row has its points.
  function grid() {
    return list(table.rows).filter(function (row) {
      return row.offsetParent !== null && row.parentNode.className !== "rule";
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

  // The cell that the address leads to, below the heads of its column and beside the names of lanes.
  function showTarget() {
    var target = map.querySelector("tbody :target");
    if (!target) return;
    target = target.closest("td");
    var heads = table.tHead.getBoundingClientRect().height;
    map.scrollTop += target.getBoundingClientRect().top - map.getBoundingClientRect().top - heads - 8;
    target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    var bar = document.querySelector(".bar").getBoundingClientRect().bottom;
    window.scrollBy({ top: map.getBoundingClientRect().top - bar - 8, behavior: "instant" });
    var cover = target.getBoundingClientRect().top - map.getBoundingClientRect().top - heads;
    if (cover < 0) map.scrollTop += cover - 8;
  }

  // Columns

  var lit = -1;

  function light(at) {
    if (at === lit) return;
    lit = at;
    table.querySelectorAll(".hot:not(rect)").forEach(function (cell) { cell.classList.remove("hot"); });
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

  // A curve stretched to another shape; its points and labels keep theirs, at a share of their size.
  function flatten(curve, flat, share) {
    if (!curve.clientWidth || !curve.clientHeight) return; // hidden; this is called again when it is shown
    var box = curve.viewBox.baseVal;
    var x = box.width / curve.clientWidth * share;
    var y = box.height / curve.clientHeight * share;
    curve.setAttribute("preserveAspectRatio", flat ? "none" : "xMidYMid");
    curve.querySelectorAll("use, .lb").forEach(function (mark) {
      var at = mark.dataset.at || mark.getAttribute("x") + " " + mark.getAttribute("y");
      var side = at.split(" ")[0] / box.width;
      mark.dataset.at = at;
      mark.setAttribute("x", flat ? 0 : at.split(" ")[0]);
      mark.setAttribute("y", flat ? 0 : at.split(" ")[1]);
      if (flat) mark.setAttribute("transform", "translate(" + at + ") scale(" + x + " " + y + ")");
      else mark.removeAttribute("transform");
      mark.classList.toggle("at-start", flat && side < 0.1);
      mark.classList.toggle("at-end", flat && side > 0.9);
    });
  }

  self.journeybookMap = {
    flatten: flatten,
    map: map, table: table, tools: tools, columns: columns, rtl: rtl, list: list, chosen: chosen, light: light,
    step: function (at) { return table.tHead.rows[1].cells[at]; },
    // A button with a label, or with a sign and the label for screen readers.
    button: function (text, act, sign, name) {
      var made = document.createElement("button");
      made.type = "button";
      if (name) made.className = name;
      made.textContent = sign || text;
      if (sign) made.setAttribute("aria-label", text);
      made.addEventListener("click", act);
      return made;
    },
    // A message with its `{placeholders}` replaced.
    filled: function (text, values) {
      var lang = document.documentElement.lang || undefined;
      return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name].toLocaleString(lang); });
    },
    column: function (target) { var at = place(grid(), target); return at ? at.x : -1; },
  };
  tools.hidden = false;
  var times = document.querySelector(".times");
  if (times) times.hidden = true;
  var ready = false;

  function present(mode, atTarget) {
    var id = atTarget ? decodeURIComponent(location.hash.slice(1)) : "";
    load("present", function () { self.journeybookMap.present(mode, id); });
  }

  function more(then) {
    load("more", function () { ready = true; if (then) then(); });
  }

  tools.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-walk")) present("steps", document.querySelector("th:target"));
    else if (!ready) more(function () { button.click(); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "p" || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    tools.querySelector("[data-walk]").click();
  });
  function wake(event) {
    map.removeEventListener("pointerenter", wake);
    map.removeEventListener("focusin", wake);
    more();
  }
  map.addEventListener("pointerenter", wake);
  map.addEventListener("focusin", wake);
  map.addEventListener("click", function (event) {
    if (ready || event.target.closest("a[href]:not(thead a)")) return;
    more(function () { self.journeybookMap.activate(event); });
    if (matchMedia("(min-width: 64em)").matches) event.preventDefault();
  });
  var asked = new URLSearchParams(location.search);
  var inAddress = ["view", "density", "lanes", "without"].some(function (key) { return asked.has(key); });
  if (inAddress || Object.keys(chosen()).length) more();
  if (asked.has("present")) present(asked.get("present"), true);

  window.addEventListener("hashchange", showTarget);
  window.addEventListener("load", function () { if (!asked.has("present")) showTarget(); });

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
