// pages: search
// Search, the part that is loaded when the panel is first opened: reads the index that outputs/search.py makes.
(() => {
  "use strict";
  const panel = document.querySelector("dialog[data-search]"), say = panel.dataset, lang = document.documentElement.lang;
  const at = (selector) => panel.querySelector(selector);
  const input = at("[role=combobox]"), list = at("[role=listbox]"), status = at("[role=status]");
  const selects = panel.querySelectorAll("select"), kindBox = at(".search-kinds");
  const number = new Intl.NumberFormat(lang || undefined).format;
  const docs = [], shards = [], bases = {}, chips = {}, chosen = ["", "", "", "", ""], known = new Map();
  const kinds = Object.fromEntries(say.kinds.split("|").map((pair) => pair.split(":")));
  const BONUS = { journey: 2, persona: 1.5, touchpoint: 1.5 };
  let awaited = self.journeybookSearch[0].shards.length, options = [], active = -1, moved = false;

  // Folding, letter by letter as in outputs/search.py.
  const LETTERS = Object.fromEntries(
    "ł:l đ:d ð:d ø:o ħ:h ŧ:t ı:i ß:ss æ:ae œ:oe þ:th ς:σ ي:ی ى:ی ے:ی ك:ک ة:ه ە:ه ہ:ه ھ:ه ٱ:ا".split(" ").map((pair) => pair.split(":")));
  const LETTER = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");
  const ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐";
  const DROPPED = /[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g;
  const INSIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
  const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

  function digit(letter) {
    for (const zero of ZEROS) {
      const value = letter.codePointAt(0) - zero.codePointAt(0);
      if (value >= 0 && value < 10) return value;
    }
    return letter;
  }

  function fold(text) {
    return text.normalize("NFKD").toLowerCase().replace(DROPPED, "").replace(LETTER, (c) => LETTERS[c])
      .replace(/\p{Nd}/gu, digit).replace(/[\u200c\u2010\u2011'\u2019\u02bc]/g, "-").replace(/[^\p{L}\p{M}\p{N}-]/gu, " ");
  }

  const bare = (word) => word.length > 3 && word.startsWith("ال") ? word.slice(2) : word;

  // The readings of a word: as one, and as its parts around a joiner.
  function readings(word) {
    const parts = word.split("-").filter(Boolean), ways = parts.length ? [[bare(parts.join(""))]] : [];
    return parts.length > 1 ? ways.concat([parts.map(bare)]) : ways;
  }

  function wordsOf(query) {
    const segments = UNSPACED.test(query) && Intl.Segmenter
      ? Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(query), ({ segment }) => UNSPACED.test(segment) ? ` ${segment} ` : segment).join("")
      : query;
    return fold(segments).split(" ").map(readings).filter((ways) => ways.length);
  }

  // Whether a word begins like the token, except for one letter added, missing or replaced, or two swapped.
  function near(token, word) {
    let i = 0;
    while (i < token.length && token[i] === word[i]) i++;
    return token.length > 3 && (i >= token.length - 1 || word.startsWith(token.slice(i + 1), i + 1) ||
      word.startsWith(token.slice(i), i + 1) || word.startsWith(token.slice(i + 1), i) ||
      (token[i] === word[i + 1] && token[i + 1] === word[i] && word.startsWith(token.slice(i + 2), i + 2)));
  }

  function alike(token, word, loose) {
    return word.startsWith(token) || (INSIDE.test(token) && word.includes(token)) || (loose && near(token, word));
  }

  // How well each document matches a token; 0 if it does not have it.
  function scores(token, loose) {
    const best = new Float32Array(docs.length), everywhere = loose || INSIDE.test(token);
    for (const { base, words, places } of shards) {
      let low = 0, high = everywhere ? 0 : words.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (words[middle] < token) low = middle + 1; else high = middle;
      }
      for (; low < words.length; low++) {
        const word = words[low];
        if (!alike(token, word, loose)) { if (everywhere) continue; break; }
        const weight = word === token ? 1 : word.startsWith(token) ? 0.4 + 0.4 * token.length / word.length : 0.3;
        let id = base;
        for (const place of places[low].split(",")) {
          const field = place.slice(-1);
          id += parseInt(place.slice(0, -1), 36);
          best[id] = Math.max(best[id], weight * (field === "3" ? 12 + 12 / docs[id].length : field === "2" ? 4 : 1));
        }
      }
    }
    return best;
  }

  const both = (one, other) => one.map((score, id) => score && other[id] && score + other[id]);
  const either = (one, other) => one.map((score, id) => Math.max(score, other[id]));

  // A document must have all words of a query.
  function rank(words, loose) {
    if (!words.length) return new Float32Array(docs.length).fill(1);
    return words.map((ways) => ways.map((tokens) => tokens.map((token) => scores(token, loose)).reduce(both)).reduce(either)).reduce(both);
  }

  // Words as they follow each other, between blanks; in scripts without blanks between words, without any.
  function phraseOf(text) {
    const words = fold(text).replace(/-/g, " ").split(" ").filter(Boolean).map(bare);
    return INSIDE.test(text) ? words.join("") : ` ${words.join(" ")} `;
  }

  // What stands between quotation marks, as phrases that a document must have.
  function quoted(query) {
    return [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/g)].map((match) => match[1]).filter((text) => phraseOf(text).trim());
  }

  // The texts of a document as phrases: title, summary, the rest. Kept, since folding takes long.
  function flat(doc, phrase) {
    const key = phrase.startsWith(" ") ? "flat" : "dense";
    return doc[key] = doc[key] || [doc.title, doc.summary, doc.text || ""].map((text) => phrase.startsWith(" ") ? phraseOf(text)
      : fold(text).replace(/[ -]/g, ""));
  }

  const has = (doc, phrase) => flat(doc, phrase).some((text) => text.includes(phrase));
  const idOf = (doc) => decodeURIComponent(doc.url.replace(/^.*#(story_)?/, "").replace(/^.*\//, "").replace(/\.html$/, ""));

  // What a document gains by having the query word for word, or as its id.
  function exact(doc, phrase, id) {
    if (id && id === idOf(doc).toLowerCase()) return 90;
    const place = phrase ? flat(doc, phrase).findIndex((text) => text.includes(phrase)) : -1;
    return place < 0 ? 0 : [60, 45, 40][place];
  }

  // Documents within the filters, best first; and how many each value of a filter would show.
  function find(query) {
    const words = wordsOf(query), counts = chosen.map(() => new Map()), found = [];
    const phrases = quoted(query).map(phraseOf), id = query.trim().toLowerCase();
    let loose = false, ranked = rank(words, loose);
    if (!phrases.length && !ranked.some(Boolean)) ranked = rank(words, loose = true);
    if (phrases.length) ranked = ranked.map((score, id) => score && phrases.every((phrase) => has(docs[id], phrase)) ? score : 0);
    const phrase = loose || words.length < 2 && !INSIDE.test(query) ? "" : phraseOf(query);
    for (const doc of docs) {
      if (!ranked[doc.id]) continue;
      const missed = chosen.map((value, f) => value && !doc.facets[f].includes(value) ? f : -1).filter((f) => f >= 0);
      if (missed.length > 1) continue;
      if (!missed.length) found.push(doc);
      doc.score = ranked[doc.id] + (words.length ? exact(doc, phrase, id) : 0) + (doc.lang === lang ? 0.5 : 0) + (BONUS[doc.kind] || 0);
      counts.forEach((count, f) => {
        if (missed.length && missed[0] !== f) return;
        for (const value of doc.facets[f]) count.set(value, (count.get(value) || 0) + 1);
      });
    }
    found.sort((a, b) => b.score - a.score || a.id - b.id);
    return { found, counts, tokens: words.flat(2), loose };
  }

  // Drawing. Everything is written as text.
  function make(tag, name, ...parts) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...parts);
    return made;
  }

  function icon(kind) {
    const svg = at(".icon").cloneNode(true), name = document.getElementById("i_" + kind) ? kind : "page";
    svg.setAttribute("class", "icon icon-" + name);
    svg.firstElementChild.setAttribute("href", "#i_" + name);
    return svg;
  }

  // The range of the hits in a text: the first, and those close behind it.
  function hits(text, { tokens, loose }) {
    const made = [];
    for (const match of tokens.length ? text.matchAll(/[\p{L}\p{M}\p{N}\u00ad\u200c-\u2011'’ʼ]+/gu) : []) {
      const raw = match[0], start = match.index;
      if (made.length && start > made[0][0] + 260) break;
      if (!known.has(raw)) known.set(raw, readings(fold(raw).replace(/ /g, "")).flat());
      const token = tokens.find((t) => known.get(raw).some((word) => alike(t, word, loose)));
      if (!token) continue;
      const inner = UNSPACED.test(token) ? raw.toLowerCase().indexOf(token) : -1;
      made.push(inner < 0 ? [start, start + raw.length] : [start + inner, start + inner + token.length]);
    }
    return made;
  }

  function marked(name, text, found, most) {
    const line = make("span", name), first = found.length ? found[0][0] : 0;
    const from = text.length > most && first > 70 ? Math.min(first, text.indexOf(" ", first - 60) + 1 || first) : 0;
    let to = text.length;
    if (to > from + most) to = Math.max(text.lastIndexOf(" ", from + most), from + most / 2, found.length ? found[0][1] : 0);
    let last = from;
    line.dir = "auto";
    line.append(from ? "… " : "");
    for (const [start, end] of found) {
      if (end > to) break;
      line.append(text.slice(last, start), make("mark", "", text.slice(start, end)));
      last = end;
    }
    line.append(text.slice(last, to) + (to < text.length ? " …" : ""));
    return line;
  }

  function option(made) {
    made.role = "option";
    made.ariaSelected = "false";
    made.id = "search_" + options.length;
    made.tabIndex = -1;
    options.push(made);
    return made;
  }

  function row(doc, result) {
    const text = doc.text || "", [inTitle, inSummary, inText] = [doc.title, doc.summary, text].map((part) => hits(part, result));
    const useText = !doc.summary || (!inSummary.length && inText.length && inTitle.length < result.tokens.length);
    const link = make("a", `search-hit kind-${doc.kind}`, icon(doc.kind), marked("search-title", doc.title, inTitle, 400),
      make("bdi", "search-path", doc.path.join(" / ") || kinds[doc.kind]),
      useText ? marked("search-text", text, inText, 180) : marked("search-text", doc.summary, inSummary, 180));
    link.href = say.root + doc.url;
    link.lang = doc.lang;
    return option(link);
  }

  function show() {
    const query = input.value.trim(), idle = !query && !chosen.some(Boolean), result = find(query), groups = new Map();
    options = [];
    list.replaceChildren();
    for (const doc of idle ? [] : result.found) groups.set(doc.kind, (groups.get(doc.kind) || []).concat(doc));
    groups.forEach((found, kind) => {
      const most = chosen[0] ? 60 : groups.size > 1 ? 5 : 20;
      const head = make("div", "search-kind", kinds[kind], make("span", "count", number(found.length)));
      const group = make("div", `search-group kind-${kind}`, head, ...found.slice(0, most).map((doc) => row(doc, result)));
      head.ariaHidden = "true";
      group.role = "group";
      group.ariaLabel = kinds[kind];
      if (found.length > most && !chosen[0]) {
        const more = option(make("div", "search-more", `${say.all} (${number(found.length)})`));
        more.dataset.kind = kind;
        group.append(more);
      }
      list.append(group);
    });
    offer(result.counts);
    status.textContent = "broken" in say ? say.failed : options.length ? say.count.replace("{count}", number(result.found.length))
      : awaited ? say.wait : idle ? say.hint : say.none.replace("{query}", () => query);
    input.ariaExpanded = options.length > 0;
    moved = false;
    activate(options.length ? 0 : -1);
  }

  function offer(counts) {
    at(".search-filters").hidden = !docs.length;
    for (const kind in kinds) {
      const count = counts[0].get(kind) || 0, chip = chips[kind] = chips[kind] || newChip(kind);
      chip.lastChild.textContent = number(count);
      chip.ariaPressed = chosen[0] === kind;
      if (!count && chosen[0] !== kind && chip === document.activeElement) input.focus();
      chip.hidden = !count && chosen[0] !== kind;
    }
    selects.forEach((select, f) => {
      const count = counts[f + 1], value = chosen[f + 1];
      if (value && !count.has(value)) count.set(value, 0);
      const sorted = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      select.replaceChildren(new Option(say.every, ""), ...sorted.map(([name, n]) => new Option(`${name} (${number(n)})`, name)));
      select.value = value;
      select.parentNode.hidden = !count.size;
    });
  }

  function newChip(kind) {
    const chip = make("button", `search-chip kind-${kind}`, icon(kind), kinds[kind], make("span", "count"));
    chip.type = "button";
    chip.addEventListener("click", () => choose(0, chosen[0] === kind ? "" : kind));
    kindBox.append(chip);
    return chip;
  }

  function choose(facet, value) {
    chosen[facet] = value;
    show();
  }

  function activate(place) {
    if (options[active]) options[active].ariaSelected = "false";
    active = place;
    input.setAttribute("aria-activedescendant", place < 0 ? "" : options[place].id);
    if (place >= 0) options[place].ariaSelected = "true";
    if (place < 1) list.scrollTop = 0; else options[place].scrollIntoView({ block: "nearest" });
  }

  // One shard of the index; texts come with their titles, or after them.
  function receive(data) {
    awaited -= 1;
    if (data.rows) {
      bases[data.lang] = docs.length;
      for (const [kind, label] of data.kinds) kinds[kind] = kinds[kind] || label;
      for (const [url, title, kindAt, summary, path, ...facets] of data.rows) {
        const kind = data.kinds[kindAt][0], [above, ...values] = [path, ...facets].map((own) => own.map((value) => data.values[value]));
        docs.push({ id: docs.length, url, title, kind, summary, path: above, lang: data.lang, length: title.split(/\s+/).length, facets: [[kind], ...values] });
      }
    }
    const base = bases[data.lang] + data.first;
    if (data.texts) data.texts.forEach((text, place) => { Object.assign(docs[base + place], { text, flat: null, dense: null }); });
    shards.push({ base, words: data.words ? data.words.split(" ") : [], places: data.places.split(" ") });
    show();
  }

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const last = options.length - 1, to = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last };
    if (moved) Object.assign(to, { Home: 0, End: last }); // before, they move within the typed words
    if (last < 0 || event.isComposing) return;
    moved = event.key in to && !event.shiftKey;
    if (moved) activate(to[event.key]);
    else if (event.key === "Enter") {
      const { ctrlKey, metaKey, shiftKey } = event;
      options[active].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    } else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const clicked = event.target.closest("[role=option]");
    if (!clicked) return;
    if (clicked.dataset.kind) {
      choose(0, clicked.dataset.kind);
      input.focus();
    } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) panel.close();
  });
  selects.forEach((select, f) => select.addEventListener("change", () => choose(f + 1, select.value)));
  self.journeybookSearch = { push: receive, fold, find, get awaited() { return awaited; } };
})();
