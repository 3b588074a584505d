// Findings of the journeybook preview that stop no build: a badge with a list, a mark on each step that has some, and
// places that open in the author's editor. Loaded by the preview only.
(() => {
  "use strict";
  const own = "/__journeybook__/";
  const MOST = 200;
  let findings = [];
  let host, badge, list, status;

  function make(tag, name, ...parts) {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...parts);
    return element;
  }

  function button(name, label, act) {
    const element = make("button", name, label);
    element.type = "button";
    if (act) element.addEventListener("click", act);
    return element;
  }

  function sheet(name) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = own + name;
    return link;
  }

  // Buttons that copy a place, in what the server rendered.
  function wireCopies(box) {
    for (const copy of box.querySelectorAll("[data-copy-place]")) {
      copy.hidden = !navigator.clipboard;
      copy.addEventListener("click", () => copyPlace(copy, copy.dataset.copyPlace));
    }
  }

  async function copyPlace(copy, place) {
    await navigator.clipboard.writeText(place);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy"; }, 2000);
  }

  function placeOf(finding) {
    const place = make(finding.link ? "a" : "span", "place", finding.place);
    place.dir = "ltr";
    if (finding.link) place.href = finding.link;
    const copy = button("copy", "Copy", () => copyPlace(copy, finding.place));
    copy.ariaLabel = `Copy ${finding.place}`;
    copy.hidden = !navigator.clipboard;
    return make("p", "where", place, " ", copy);
  }

  function item(finding) {
    const head = make("p", "what", make("b", finding.severity, `${finding.severity} ${finding.code}`), " ");
    const message = make("bdi", "", finding.message);
    if (finding.page) {
      const link = make("a", "", message);
      link.href = `/${finding.page}${finding.anchor && `#${finding.anchor}`}`;
      head.append(link);
    } else head.append(message);
    const entry = make("li", "", head);
    if (finding.hint) entry.append(make("p", "hint", make("bdi", "", finding.hint)));
    entry.append(placeOf(finding));
    entry.dataset.anchor = isHere(finding) ? finding.anchor : "";
    return entry;
  }

  function isHere(finding) {
    const path = decodeURIComponent(location.pathname).slice(1).replace(/(^|\/)$/, "$1index.html");
    return finding.page !== "" && decodeURIComponent(finding.page) === path;
  }

  function group(title, some) {
    if (!some.length) return [];
    const items = make("ul", "", ...some.slice(0, MOST).map(item));
    const rest = some.length - MOST;
    if (rest > 0) items.append(make("li", "", `… and ${rest} more. Run journeybook check to see them all.`));
    return [make("h2", "", `${title} (${some.length})`), items];
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    badge.ariaExpanded = isOpen;
    if (isOpen) list.focus();
    else badge.focus();
  }

  function build() {
    host = make("div", "");
    host.id = "journeybook-findings";
    badge = button("badge", "", () => open(list.hidden));
    list = make("section", "");
    list.tabIndex = -1;
    list.hidden = true;
    list.ariaLabel = "Findings";
    status = make("p", "unseen");
    status.role = "status";
    host.attachShadow({ mode: "open" }).append(sheet("findings.css"), list, badge, status);
    host.shadowRoot.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) open(false);
    });
    document.body.append(host);
    document.head.append(sheet("marks.css"));
    document.addEventListener("click", (event) => {
      const mark = event.target.closest?.(".journeybook-mark");
      if (!mark) return;
      open(true);
      [...list.querySelectorAll("li")].find((entry) => entry.dataset.anchor === mark.dataset.anchor)
        ?.scrollIntoView({ block: "start" });
    });
  }

  // The heads of a step or a stage: on the map and in the stories.
  function headsOf(anchor) {
    const part = document.getElementById(anchor), story = document.getElementById(`story_${anchor}`);
    return [part?.localName === "th" ? part : part?.querySelector("h3"), story?.querySelector("h4")].filter(Boolean);
  }

  function drawMarks() {
    for (const mark of document.querySelectorAll(".journeybook-mark")) mark.remove();
    const anchored = findings.filter((finding) => finding.anchor && isHere(finding));
    for (const anchor of new Set(anchored.map((finding) => finding.anchor))) {
      const about = anchored.filter((finding) => finding.anchor === anchor);
      for (const head of headsOf(anchor)) {
        const mark = button("journeybook-mark", `⚠ ${about.length}`);
        mark.dataset.anchor = anchor;
        mark.title = about.map((finding) => finding.message).join("\n");
        mark.ariaLabel = `${counted(about.length)}: ${mark.title}`;
        head.append(mark);
      }
    }
  }

  function counted(number) {
    return number === 1 ? "1 finding" : `${number} findings`;
  }

  function draw() {
    const here = findings.filter(isHere), elsewhere = findings.filter((finding) => !isHere(finding));
    const words = counted(findings.length) + (here.length ? `, ${here.length} on this page` : "");
    if (badge.textContent !== words) status.textContent = words;
    badge.textContent = words;
    badge.className = findings.some(({ severity }) => severity !== "info") ? "badge warning" : "badge";
    badge.hidden = !findings.length;
    list.replaceChildren(...group("On this page", here), ...group(here.length ? "Elsewhere" : "In this site", elsewhere));
    if (!findings.length) list.hidden = true;
    drawMarks();
  }

  async function update() {
    const answer = await fetch(`${own}findings`, { cache: "no-store" });
    if (!answer.ok) return;
    findings = await answer.json();
    if (!host) build();
    draw();
  }

  self.journeybookFindings = { update, wireCopies };
})();
