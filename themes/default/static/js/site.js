// What scripts add to a page. Without scripts, everything is still on it.
(function () {
  "use strict";
  var root = document.documentElement;

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  function remembered(key, value) {
    // Pages opened from disk may have no storage.
    try {
      if (value === undefined) return window.localStorage.getItem(key);
      window.localStorage.setItem(key, value);
    } catch (error) { /* no storage */ }
    return null;
  }

  // The address follows what the reader chose, so that it can be shared; without `id`, its fragment stays.
  function address(query, id) {
    var url = new URL(window.location.href);
    Object.keys(query).forEach(function (key) {
      if (query[key]) url.searchParams.set(key, query[key]);
      else url.searchParams.delete(key);
    });
    if (id !== undefined) url.hash = encodeURIComponent(id);
    if (url.hash === "") url.href = url.href.replace(/#$/, "");
    try { window.history.replaceState(null, "", url); } catch (error) { /* not allowed for some files */ }
  }
  self.journeybookAddress = address;

  function switchTheme() {
    var known = remembered("journeybook-theme");
    if (known === "light" || known === "dark") root.dataset.theme = known;
    all("[data-theme-toggle]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var dark = root.dataset.theme
          ? root.dataset.theme === "dark"
          : window.matchMedia("(prefers-color-scheme: dark)").matches;
        root.dataset.theme = dark ? "light" : "dark";
        remembered("journeybook-theme", root.dataset.theme);
      });
    });
  }

  // An open menu closes with Escape, with a click elsewhere, and when the focus leaves it.
  function closeMenus() {
    function opened() { return all(".submenu[open], .menu-toggle[open]"); }
    function home(menu) { return menu.matches(".submenu") ? ".submenu" : ".menu, .menu-toggle"; }
    document.addEventListener("keydown", function (event) {
      var menu = opened().pop();
      if (event.key !== "Escape" || !menu) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    ["click", "focusin"].forEach(function (what) {
      document.addEventListener(what, function (event) {
        opened().forEach(function (menu) {
          if (!event.target.closest(home(menu))) menu.open = false;
        });
      });
    });
  }

  // Lowercase, without accents, Arabic kaf and yeh as Persian ones.
  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ك/g, "ک").replace(/[يى]/g, "ی").replace(/đ/gi, "d").toLowerCase();
  }

  function filterRows(box) {
    var find = box.querySelector("[data-find]");
    var selects = all("[data-facet]", box);
    var reset = box.querySelector("[data-reset]");
    var result = box.querySelector("[role=status]");
    var number = new Intl.NumberFormat(root.lang || undefined);
    var soon = 0, rows, groups, texts;

    // Again after the preview has replaced what changed.
    function collect() {
      rows = all("[data-row]", box.parentNode);
      groups = all("[data-group]", box.parentNode);
      texts = rows.map(function (row) { return folded(row.textContent); });
    }

    function narrow() {
      var words = folded(find.value).split(/\s+/).filter(Boolean);
      var asked = selects.filter(function (select) { return select.value; });
      var shown = 0;
      rows.forEach(function (row, at) {
        var fits = words.every(function (word) { return texts[at].indexOf(word) >= 0; }) &&
          asked.every(function (select) {
            return (row.getAttribute("data-" + select.dataset.facet) || "").split(" ").indexOf(select.value) >= 0;
          });
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-row]:not([hidden])");
      });
      var narrowed = words.length > 0 || asked.length > 0;
      reset.hidden = !narrowed;
      result.textContent = narrowed
        ? box.dataset.shown.replace("{shown}", number.format(shown)).replace("{total}", number.format(rows.length))
        : "";
    }

    // The fields by the keys that they have in the address.
    function fields() {
      return selects.map(function (select) { return [select.dataset.facet, select]; }).concat([["find", find]]);
    }

    function choose() {
      var query = {};
      fields().forEach(function (entry) { query[entry[0]] = entry[1].value; });
      address(query);
      narrow();
    }

    function restore() {
      var asked = new URLSearchParams(window.location.search);
      fields().forEach(function (entry) {
        if (!asked.has(entry[0])) return;
        var before = entry[1].value;
        entry[1].value = asked.get(entry[0]);
        if (entry[1] !== find && entry[1].selectedIndex < 0) entry[1].value = before; // a choice that is gone
      });
      narrow();
    }

    find.addEventListener("input", function () {
      clearTimeout(soon);
      soon = setTimeout(choose, 120);
    });
    selects.forEach(function (select) { select.addEventListener("change", choose); });
    reset.addEventListener("click", function () {
      find.value = "";
      selects.forEach(function (select) { select.value = ""; });
      choose();
      find.focus();
    });
    box.hidden = false;
    collect();
    document.addEventListener("journeybook-update", function () { collect(); narrow(); });
    restore();
    // Coming back, the browser fills in the fields after scripts have run.
    window.addEventListener("pageshow", restore);
  }

  function sortTable(table) {
    var heads = all("thead th", table);
    var body = table.tBodies[0];
    if (!body || body.rows.length < 3) return;
    var compare = new Intl.Collator(root.lang || undefined, { numeric: true }).compare;

    function key(row, at) {
      var cell = row.cells[at];
      return cell ? (cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim()) : "";
    }

    function before(a, b) {
      var x = Number(a), y = Number(b);
      return Number.isNaN(x) || Number.isNaN(y) ? compare(a, b) : x - y;
    }

    heads.forEach(function (head, at) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.from(body.rows)
          .map(function (row) { return { row: row, key: key(row, at) }; })
          .sort(function (a, b) {
            // Empty cells stay at the end in both directions.
            if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1);
            return down ? before(b.key, a.key) : before(a.key, b.key);
          })
          .forEach(function (made) { body.appendChild(made.row); });
      });
    });
  }

  // The address with the open step, the filters and the view; as plain text or as a link in Markdown.
  function copyLink(button) {
    if (!navigator.clipboard) return;
    var label = button.querySelector("span");
    var usual = label.textContent;
    button.parentNode.hidden = false;
    button.addEventListener("click", function () {
      var title = document.querySelector("h1").textContent.trim();
      var link = window.location.href;
      if (button.dataset.copy === "markdown") {
        link = "[" + title.replace(/([\[\]\\])/g, "\\$1") + "](" + link.replace(/\(/g, "%28").replace(/\)/g, "%29") + ")";
      }
      navigator.clipboard.writeText(link).then(function () {
        label.textContent = button.dataset.done;
        setTimeout(function () { label.textContent = usual; }, 2000);
      }, function () { /* the browser refused: nothing was copied, so the label stays */ });
    });
  }

  // The title of the page, of the site and the day, in the margin of every printed page.
  function nameSheets() {
    function quoted(text) {
      return '"' + text.trim().replace(/["\\\s]/g, function (sign) { return "\\" + sign.charCodeAt(0).toString(16) + " "; }) + '"';
    }
    var day = new Intl.DateTimeFormat(root.lang || undefined, { dateStyle: "long" }).format(new Date());
    var names = [document.querySelector("h1"), document.querySelector(".brand")].map(function (part) { return part ? part.textContent : ""; });
    var sheet = new CSSStyleSheet();
    sheet.replaceSync("@page{@top-left{content:" + quoted(names[0]) + "}@top-right{content:" + quoted(names[1] + " · " + day) + "}}");
    document.adoptedStyleSheets = [sheet];
  }
  window.addEventListener("beforeprint", nameSheets);

  switchTheme();
  closeMenus();
  all("[data-facets]").forEach(filterRows);
  all("table[data-sortable]").forEach(sortTable);
  all("[data-copy]").forEach(copyLink);
})();
