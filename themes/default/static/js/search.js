// Search: a panel over an index of folded words (outputs/search.py), loaded when the panel is first opened.
(function () {
  "use strict";
  var panel = document.querySelector("dialog[data-search]");
  if (!panel || !panel.showModal) return;
  var say = panel.dataset, lang = document.documentElement.lang;
  var input = at("[role=combobox]"), list = at("[role=listbox]"), status = at("[role=status]"), slash = at("[data-slash]");
  var filters = at(".search-filters"), kindBox = at(".search-kinds"), selects = panel.querySelectorAll("select");
  var docs = [], shards = [], bases = {}, kinds = {}, chips = {};
  var chosen = ["", "", "", "", ""], options = [], active = -1, moved = false;
  var asked = 0, awaited = -1, failed = false;
  var number = new Intl.NumberFormat(lang || undefined), cut = new Map();

  function at(selector) { return panel.querySelector(selector); }

  // Folding, letter by letter as in outputs/search.py.
  var LETTERS = {};
  "ł:l đ:d ð:d ø:o ħ:h ŧ:t ı:i ß:ss æ:ae œ:oe þ:th ς:σ ي:ی ى:ی ے:ی ك:ک ة:ه ە:ه ہ:ه ھ:ه ٱ:ا".split(" ").forEach(function (pair) {
    LETTERS[pair[0]] = pair.slice(2);
  });
  var LETTER = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");
  var ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐";
  var DROPPED = /[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g;
  var UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

  function fold(text) {
    return text.normalize("NFKD").toLowerCase().replace(DROPPED, "").replace(LETTER, function (c) { return LETTERS[c]; })
      .replace(/\p{Nd}/gu, function (c) {
        for (var i = 0; i < ZEROS.length; i++) {
          var digit = c.codePointAt(0) - ZEROS.charCodeAt(i);
          if (digit >= 0 && digit < 10) return digit;
        }
        return c;
      })
      .replace(/[\u200c\u2010\u2011'\u2019\u02bc]/g, "-").replace(/[^\p{L}\p{M}\p{N}-]/gu, " ");
  }

  function bare(word) { return word.length > 3 && word.startsWith("ال") ? word.slice(2) : word; }

  // A word -> ways to read it: as one, or as its parts around a joiner.
  function readings(chunk) {
    var parts = chunk.split("-").filter(Boolean);
    return parts.length > 1 ? [[bare(parts.join(""))], parts.map(bare)] : parts.length ? [[bare(parts[0])]] : [];
  }

  function wordsOf(text) {
    if (UNSPACED.test(text) && Intl.Segmenter) {
      text = Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text), function (s) {
        return UNSPACED.test(s.segment) ? " " + s.segment + " " : s.segment;
      }).join("");
    }
    return fold(text).split(" ").map(readings).filter(function (r) { return r.length; });
  }

  // Whether a word begins with the asked one, but for one letter too many, too few, other, or two swapped.
  function near(asked, word) {
    var i = 0, end = asked.length;
    if (end < 4) return false;
    while (i < end && asked[i] === word[i]) i++;
    return i === end || word.startsWith(asked.slice(i + 1), i + 1) || word.startsWith(asked.slice(i), i + 1) ||
      word.startsWith(asked.slice(i + 1), i) ||
      (asked[i] === word[i + 1] && asked[i + 1] === word[i] && word.startsWith(asked.slice(i + 2), i + 2));
  }

  function alike(token, word, loose) {
    return word.startsWith(token) || (UNSPACED.test(token) && word.includes(token)) || (loose && near(token, word));
  }

  function scores(token, loose) {
    var best = new Float32Array(docs.length), all = loose || UNSPACED.test(token);
    shards.forEach(function (shard) {
      var words = shard.words, low = 0, high = words.length;
      while (!all && low < high) {
        var middle = (low + high) >> 1;
        if (words[middle] < token) low = middle + 1; else high = middle;
      }
      for (; low < words.length; low++) {
        var word = words[low];
        if (!alike(token, word, loose)) { if (all) continue; else break; }
        var weight = word === token ? 1 : word.startsWith(token) ? 0.4 + 0.4 * token.length / word.length : 0.3;
        for (var places = shard.places[low].split(","), id = shard.base, i = 0; i < places.length; i++) {
          var place = places[i], field = +place.slice(-1);
          id += parseInt(place.slice(0, -1), 36);
          var score = weight * (field === 3 ? 12 + 12 / docs[id].length : field === 2 ? 4 : 1);
          if (score > best[id]) best[id] = score;
        }
      }
    });
    return best;
  }

  // All words of a query must be there; each entry of the result is a document's score.
  function rank(words, loose) {
    var total = null;
    words.forEach(function (ways) {
      var best = null;
      ways.forEach(function (tokens) {
        var sum = null;
        tokens.forEach(function (token) { sum = both(sum, scores(token, loose)); });
        best = best ? best.map(function (score, id) { return Math.max(score, sum[id]); }) : sum;
      });
      total = both(total, best);
    });
    return total || new Float32Array(docs.length).fill(1);
  }

  function both(sum, more) {
    return sum ? sum.map(function (score, id) { return score && more[id] && score + more[id]; }) : more;
  }

  // Documents of a query within the filters, best first, and how many each value of a filter would show.
  function find(query) {
    var words = wordsOf(query), loose = false, ranked = rank(words, loose);
    if (words.length && !ranked.some(Boolean)) ranked = rank(words, loose = true);
    var counts = chosen.map(function () { return new Map(); }), found = [];
    docs.forEach(function (doc, id) {
      if (!ranked[id]) return;
      var missed = chosen.map(function (value, f) { return f; }).filter(function (f) {
        return chosen[f] && doc.facets[f].indexOf(chosen[f]) < 0;
      });
      if (missed.length > 1) return;
      if (!missed.length) found.push(doc);
      doc.score = ranked[id] + (doc.lang === lang ? 0.5 : 0);
      counts.forEach(function (count, f) {
        if (missed.length && missed[0] !== f) return;
        doc.facets[f].forEach(function (value) { count.set(value, (count.get(value) || 0) + 1); });
      });
    });
    found.sort(function (a, b) { return b.score - a.score || a.id - b.id; });
    return { found: found, counts: counts, words: words, loose: loose };
  }

  // Drawing. Everything is written as text.
  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  function drawing(kind) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS(svg.namespaceURI, "use");
    var known = document.getElementById("i_" + kind) ? kind : "page";
    svg.setAttribute("class", "icon icon-" + known);
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("viewBox", "0 0 24 24");
    use.setAttribute("href", "#i_" + known);
    svg.appendChild(use);
    return svg;
  }

  // Places of hits in a text: [from, to] of each, at most a few, within a stretch from the first.
  function hits(text, result) {
    var made = [], word, pattern = /[\p{L}\p{M}\p{N}\u00ad\u200c-\u2011'’ʼ]+/gu;
    var tokens = result.words.flat(2);
    while (tokens.length && (word = pattern.exec(text)) && !(made.length && word.index > made[0][0] + 260)) {
      var raw = word[0], read = cut.get(raw);
      if (!read) cut.set(raw, read = readings(fold(raw).replace(/ /g, "")).flat());
      var token = tokens.find(function (t) { return read.some(function (r) { return alike(t, r, result.loose); }); });
      if (!token) continue;
      var inner = UNSPACED.test(token) ? raw.toLowerCase().normalize("NFKD").indexOf(token) : -1;
      made.push(inner < 0 ? [word.index, word.index + raw.length] : [word.index + inner, word.index + inner + token.length]);
    }
    return made;
  }

  function marked(name, text, result, short) {
    var line = make("span", name), found = hits(text, result), from = 0, to = text.length;
    line.dir = "auto";
    if (short && to > 180) {
      if (found.length && found[0][0] > 70) from = text.indexOf(" ", found[0][0] - 60) + 1 || found[0][0];
      if (from > (found.length ? found[0][0] : 0)) from = found[0][0];
      to = Math.min(to, from + 180);
      if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 120);
    }
    var last = from;
    if (from) line.append("… ");
    found.forEach(function (hit) {
      if (hit[1] > to) return;
      line.append(text.slice(last, hit[0]), make("mark", "", text.slice(hit[0], hit[1])));
      last = hit[1];
    });
    line.append(text.slice(last, to) + (to < text.length ? " …" : ""));
    return line;
  }

  function option(element) {
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.id = "search_" + options.length;
    element.tabIndex = -1;
    options.push(element);
    return element;
  }

  function row(doc, result) {
    var link = option(make("a", "search-hit kind-" + doc.kind)), text = doc.text || "";
    link.href = say.root + doc.url;
    link.lang = doc.lang;
    var head = make("span", "search-title");
    head.append(drawing(doc.kind), marked("", doc.title, result));
    link.append(head);
    link.append(make("bdi", "search-path", doc.path.concat(doc.path.length ? [] : kinds[doc.kind]).join(" / ")));
    var shown = hits(doc.summary, result).length || !hits(text, result).length ? doc.summary || text : text;
    if (shown) link.append(marked("search-text", shown, result, true));
    return link;
  }

  function show() {
    var query = input.value.trim(), narrowed = chosen.some(Boolean), idle = !query && !narrowed;
    var result = find(query), groups = new Map();
    options = [];
    list.textContent = "";
    result.found.forEach(function (doc) {
      if (!groups.has(doc.kind)) groups.set(doc.kind, []);
      groups.get(doc.kind).push(doc);
    });
    if (!idle) groups.forEach(function (found, kind) {
      var group = make("div", "search-group kind-" + kind), head = make("div", "search-kind", kinds[kind]);
      var most = chosen[0] ? 60 : groups.size > 1 ? 5 : 20;
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", kinds[kind]);
      head.setAttribute("aria-hidden", "true");
      head.append(make("span", "count", number.format(found.length)));
      group.append(head);
      found.slice(0, most).forEach(function (doc) { group.append(row(doc, result)); });
      if (found.length > most && !chosen[0]) {
        var more = option(make("div", "search-more", say.all + " (" + number.format(found.length) + ")"));
        more.dataset.kind = kind;
        group.append(more);
      }
      list.append(group);
    });
    offer(result.counts);
    var waiting = awaited !== 0 && !failed;
    status.textContent = failed ? say.failed : waiting && !options.length ? say.wait : idle ? say.hint
      : options.length ? say.count.replace("{count}", number.format(result.found.length)) : say.none.replace("{query}", query);
    input.setAttribute("aria-expanded", String(options.length > 0));
    moved = false;
    activate(options.length ? 0 : -1);
    list.scrollTop = 0;
  }

  function offer(counts) {
    filters.hidden = !docs.length;
    Object.keys(kinds).forEach(function (kind) {
      var chip = chips[kind], count = counts[0].get(kind) || 0;
      if (!chip) {
        chip = chips[kind] = make("button", "search-chip kind-" + kind);
        chip.type = "button";
        chip.append(drawing(kind), make("span", "", kinds[kind]), make("span", "count"));
        chip.addEventListener("click", function () { choose(0, chosen[0] === kind ? "" : kind); });
        kindBox.append(chip);
      }
      chip.lastChild.textContent = number.format(count);
      chip.setAttribute("aria-pressed", String(chosen[0] === kind));
      if (!count && chosen[0] !== kind && chip === document.activeElement) input.focus();
      chip.hidden = !count && chosen[0] !== kind;
    });
    selects.forEach(function (select, f) {
      var values = Array.from(counts[f + 1]).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); });
      if (chosen[f + 1] && !counts[f + 1].has(chosen[f + 1])) values.push([chosen[f + 1], 0]);
      select.textContent = "";
      select.append(new Option(say.every, ""));
      values.forEach(function (value) { select.append(new Option(value[0] + " (" + number.format(value[1]) + ")", value[0])); });
      select.value = chosen[f + 1];
      select.parentNode.hidden = !values.length;
    });
  }

  function choose(facet, value) {
    chosen[facet] = value;
    show();
  }

  function activate(place) {
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = place;
    var chosenOption = options[place];
    input.setAttribute("aria-activedescendant", chosenOption ? chosenOption.id : "");
    if (!chosenOption) return;
    chosenOption.setAttribute("aria-selected", "true");
    if (place === 0) list.scrollTop = 0; else chosenOption.scrollIntoView({ block: "nearest" });
  }

  // Loading: first the manifest, then its shards in order: the page's language first, titles before texts.
  function load(url, done) {
    var script = document.createElement("script");
    script.src = url;
    script.async = false;
    script.onload = done;
    script.onerror = function () { failed = true; show(); };
    document.head.append(script);
  }

  function receive(data) {
    if (data.shards) {
      var text = function (shard) { return /-text\./.test(shard[1]); };
      var order = data.shards.slice().sort(function (a, b) { return text(a) - text(b) || (b[0] === lang) - (a[0] === lang); });
      awaited = order.length;
      order.forEach(function (shard) {
        load(say.search.replace(/[^/]*$/, "") + shard[1], function () { awaited--; show(); });
      });
      return;
    }
    if (data.rows) {
      bases[data.lang] = docs.length;
      data.kinds.forEach(function (kind) { kinds[kind[0]] = kinds[kind[0]] || kind[1]; });
      data.rows.forEach(function (row) {
        var value = function (place) { return data.values[place]; }, kind = data.kinds[row[2]][0];
        docs.push({
          id: docs.length, url: row[0], title: row[1], kind: kind, summary: row[3], path: row[4].map(value), lang: data.lang,
          length: row[1].split(/\s+/).length, facets: [[kind]].concat(row.slice(5).map(function (f) { return f.map(value); }))
        });
      });
    }
    var base = bases[data.lang] + data.first;
    (data.texts || []).forEach(function (text, place) { docs[base + place].text = text; });
    shards.push({ base: base, words: data.words.split(" "), places: data.places.split(" ") });
  }

  function open() {
    if (panel.open) return;
    panel.showModal();
    input.select();
    if (!asked++ || failed) {
      failed = false;
      load(say.search, function () { if (!awaited) show(); });
    }
    show();
  }

  self.journeybookSearch = { push: receive, fold: fold, find: find };
  try { slash.checked = localStorage.getItem("journeybook-slash") !== "off"; } catch (error) { /* nothing remembered */ }
  slash.addEventListener("change", function () {
    try { localStorage.setItem("journeybook-slash", slash.checked ? "on" : "off"); } catch (error) { /* for this page only */ }
  });
  document.querySelectorAll("[data-search-open]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", open);
  });
  document.addEventListener("keydown", function (event) {
    var field = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    var key = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && (event.key === "k" || event.code === "KeyK");
    var plain = event.key === "/" && slash.checked && !field && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.defaultPrevented || !(key || plain) || document.querySelector("dialog[open]:not([data-search])")) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) {
    var last = options.length - 1, step = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last };
    if (moved) { step.Home = 0; step.End = last; }
    if (event.isComposing || last < 0) return;
    if (event.key === "Enter") {
      event.preventDefault();
      options[active].dispatchEvent(new MouseEvent("click", {
        bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey
      }));
    } else if (event.key in step && !event.shiftKey) {
      event.preventDefault();
      moved = true;
      activate(step[event.key]);
    } else moved = false;
  });
  list.addEventListener("click", function (event) {
    var clicked = event.target.closest("[role=option]");
    if (!clicked) return;
    if (clicked.dataset.kind) {
      choose(0, clicked.dataset.kind);
      input.focus();
    } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) panel.close();
  });
  selects.forEach(function (select, f) { select.addEventListener("change", function () { choose(f + 1, select.value); }); });
  at("[data-close]").addEventListener("click", function () { panel.close(); });
  panel.addEventListener("click", function (event) { if (event.target === panel) panel.close(); });
})();
