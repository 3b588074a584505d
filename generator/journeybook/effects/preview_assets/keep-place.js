// Shows a new build on the page that is open, and keeps the reader's place: only what changed is replaced. Where the
// page has to be loaded again, its scroll positions, opened parts, search and order of tables are restored.
// Runs before the page's own scripts, while the document is as it was served. Loaded by the preview only.
(() => {
  "use strict";
  const place = `journeybook-place:${location.pathname}`;
  const twins = new WeakMap(); // a node as served -> the node on the page
  const served = twin(document.documentElement);

  // A copy of what is on the page, each node of which knows the original.
  function twin(live) {
    const copy = live.cloneNode(true);
    pair(copy, live);
    return copy;
  }

  function pair(copy, live) {
    twins.set(copy, live);
    for (let one = copy.firstChild, other = live.firstChild; one; one = one.nextSibling) {
      pair(one, other);
      other = other.nextSibling;
    }
  }

  // Replace what changed ------------------------------------------------------------------------------------

  const HOOKS = "[data-facets], [data-facet], [data-copy], [data-view], [data-walk], [data-change], [data-picker], "
    + "table[data-sortable] thead th";

  // What the page's scripts count on; if it changes, they have to start again.
  function shape(root) {
    const attributes = (selector, name) => [...root.querySelectorAll(selector)].map((element) => element.getAttribute(name));
    return JSON.stringify([
      root.lang, root.dir, root.querySelector("body")?.className,
      attributes("script[src]", "src").filter((url) => !url.startsWith("/__journeybook__/")),
      attributes(".map tbody[data-lane]", "data-lane"), attributes(".map thead th", "colspan"), attributes(".map thead [id]", "id"),
      root.querySelectorAll(HOOKS).length,
    ]);
  }

  // For each new node the old one that it replaces, in the same order; equal nodes first.
  function aligned(olds, news) {
    const partners = new Array(news.length);
    let start = 0, end = 0;
    while (start < Math.min(olds.length, news.length) && olds[start].isEqualNode(news[start])) {
      partners[start] = olds[start];
      start += 1;
    }
    const most = Math.min(olds.length, news.length) - start;
    while (end < most && olds[olds.length - 1 - end].isEqualNode(news[news.length - 1 - end])) {
      end += 1;
      partners[news.length - end] = olds[olds.length - end];
    }
    pairMiddle(olds.slice(start, olds.length - end), news.slice(start, news.length - end))
      .forEach((partner, at) => { partners[start + at] = partner; });
    return partners;
  }

  function pairMiddle(olds, news) {
    const lastEqual = olds.map((old) => blank(old) ? -1 : news.findLastIndex((node) => old.isEqualNode(node)));
    let from = 0;
    return news.map((node, at) => {
      const isPartner = (old, n) => n >= from && (lastEqual[n] < 0 ? alike(old, node) : old.isEqualNode(node));
      const awaited = lastEqual.findIndex((last, n) => n >= from && last > at);
      const partner = olds.findIndex(isPartner);
      if (partner < 0 || (awaited >= 0 && awaited < partner) || (blank(node) && partner > from)) return null;
      from = partner + 1;
      return olds[partner];
    });
  }

  function blank(node) {
    return node.nodeType === Node.TEXT_NODE && !node.data.trim();
  }

  function alike(old, node) {
    return old.nodeName === node.nodeName && (old.id || "") === (node.id || "");
  }

  function replace(base, next) {
    const copy = document.importNode(next, true), live = copy.cloneNode(true);
    pair(copy, live);
    twins.get(base).replaceWith(live);
    base.replaceWith(copy);
    return copy;
  }

  // Makes a node, and its twin on the page, like the new one; returns the node that is now in its place.
  function patch(base, next) {
    if (base.isEqualNode(next)) return base;
    const live = twins.get(base);
    if (base.nodeType !== Node.ELEMENT_NODE) {
      base.data = live.data = next.data;
      return base;
    }
    if (base.localName === "svg") return replace(base, next); // scripts move its parts
    for (const { name } of [...base.attributes, ...next.attributes]) patchAttribute(base, live, next, name);
    patchChildren(base, live, next);
    return base;
  }

  function patchAttribute(base, live, next, name) {
    const before = base.getAttribute(name), after = next.getAttribute(name);
    if (before === after) return;
    if (name === "class") {
      live.classList.remove(...base.classList);
      live.classList.add(...next.classList);
    } else if (after === null) live.removeAttribute(name);
    else live.setAttribute(name, after);
    if (after === null) base.removeAttribute(name);
    else base.setAttribute(name, after);
  }

  function patchChildren(base, live, next) {
    const olds = [...base.childNodes], news = [...next.childNodes];
    const partners = aligned(olds, news), kept = new Set(partners.filter(Boolean));
    for (const old of olds) {
      if (kept.has(old)) continue;
      twins.get(old).remove();
      old.remove();
    }
    let last = null;
    news.forEach((node, at) => {
      last = partners[at] ? patch(partners[at], node) : insert(node, base, live, last);
    });
  }

  function insert(node, base, live, last) {
    const copy = document.importNode(node, true), fresh = copy.cloneNode(true);
    const following = last ? last.nextSibling : base.firstChild;
    pair(copy, fresh);
    base.insertBefore(copy, following);
    const before = last && twins.get(last), after = following && twins.get(following);
    if (before?.parentNode) before.after(fresh);
    else if (after?.parentNode) after.before(fresh);
    else live.append(fresh);
    return copy;
  }

  // Remember and restore ------------------------------------------------------------------------------------

  // The way to an element from the nearest one with an id.
  function selectorOf(element) {
    const steps = [];
    for (let node = element; node; node = node.parentElement) {
      if (node.id) return [`#${CSS.escape(node.id)}`, ...steps].join(" > ");
      if (!node.parentElement) break;
      const same = [...node.parentElement.children].filter((other) => other.localName === node.localName);
      steps.unshift(`${node.localName}:nth-of-type(${same.indexOf(node) + 1})`);
    }
    return [":root", ...steps].join(" > ");
  }

  function remember() {
    const all = [...document.body.querySelectorAll("*")];
    const search = document.querySelector("dialog[data-search]");
    const panel = document.querySelector(".map-panel");
    sessionStorage.setItem(place, JSON.stringify({
      window: [scrollX, scrollY],
      scrolled: all.filter((element) => element.scrollLeft || element.scrollTop)
        .map((element) => [selectorOf(element), element.scrollLeft, element.scrollTop]),
      opened: all.filter((element) => element.localName === "details")
        .map((element) => [selectorOf(element), element.open]),
      sorted: all.filter((element) => element.ariaSort).map((element) => [selectorOf(element), element.ariaSort]),
      focus: document.activeElement === document.body ? "" : selectorOf(document.activeElement),
      query: search?.open ? search.querySelector("input").value : null,
      story: panel && decodeURIComponent(location.hash.slice(1)),
    }));
  }

  const restored = JSON.parse(sessionStorage.getItem(place) || "null");

  function restoreScroll() {
    if (!restored) return;
    for (const [selector, left, top] of restored.scrolled) {
      document.querySelector(selector)?.scrollTo({ left, top, behavior: "instant" });
    }
    const [left, top] = restored.window;
    window.scrollTo({ left, top, behavior: "instant" });
  }

  function restoreParts() {
    for (const [selector, open] of restored.opened) {
      const part = document.querySelector(selector);
      if (part?.localName === "details") part.open = open;
    }
    for (const [selector, direction] of restored.sorted) {
      const button = document.querySelector(selector)?.querySelector("button");
      button?.click();
      if (direction === "descending") button?.click();
    }
    if (restored.focus && !document.querySelector("dialog:modal")) {
      document.querySelector(restored.focus)?.focus({ preventScroll: true });
    }
  }

  // What scripts of the page opened; they load parts of themselves first.
  function restoreScripts() {
    if (restored.query !== null) {
      document.querySelector("dialog[data-search] input").value = restored.query;
      document.querySelector("[data-search-open]")?.click();
    }
    if (restored.story) {
      document.getElementById(restored.story)?.querySelector("a")?.click();
      setTimeout(restoreScroll, 300);
    }
  }

  restoreScroll();
  addEventListener("load", () => {
    sessionStorage.removeItem(place);
    if (!restored) return;
    restoreParts();
    restoreScripts();
    restoreScroll();
  });

  function loadAgain() {
    remember();
    location.reload();
  }

  // Shows the page as a new build has it: its text as served.
  function show(html) {
    const next = new DOMParser().parseFromString(html, "text/html").documentElement;
    const search = document.querySelector("dialog[data-search]");
    // An index of the last build is no longer true; while somebody is searching, it stays.
    const outdated = self.journeybookSearch && !Array.isArray(self.journeybookSearch) && !search?.open;
    if (outdated || shape(served) !== shape(next)) {
      loadAgain();
      return;
    }
    patch(served, next);
    document.dispatchEvent(new Event("journeybook-update"));
  }

  self.journeybookPlace = { show, loadAgain };
})();
