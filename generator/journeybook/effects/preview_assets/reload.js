// Live reload of the journeybook preview: shows a good build in place (keep-place.js), the findings of a broken one
// over the last good page, and the others in a list (findings.js). Loaded by the preview server only, never part of
// a site.
(() => {
  "use strict";
  const own = "/__journeybook__/";
  let { pages } = document.currentScript.dataset;
  let events;
  let overlay;
  let working = Promise.resolve();

  function hideOverlay() {
    overlay?.remove();
    overlay = undefined;
  }

  function showOverlay(html) {
    hideOverlay();
    overlay = document.createElement("div");
    overlay.id = "journeybook-overlay";
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${own}overlay.css`;
    const box = document.createElement("section");
    box.setAttribute("role", "alert");
    box.tabIndex = -1;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.className = "close";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", hideOverlay);
    // A parsed document never runs scripts; its nodes are only moved over.
    const findings = new DOMParser().parseFromString(html, "text/html").body;
    box.append(close, ...findings.childNodes);
    self.journeybookFindings.wireCopies(box);
    overlay.attachShadow({ mode: "open" }).append(style, box);
    document.body.append(overlay);
  }

  async function showPage(number) {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    if (answer.ok) {
      self.journeybookPlace.show(await answer.text());
      pages = number;
    } else {
      self.journeybookPlace.loadAgain();
    }
  }

  async function update() {
    const answer = await fetch(`${own}overlay`, { cache: "no-store" });
    if (!answer.ok) {
      return;
    }
    const html = await answer.text();
    const number = answer.headers.get("X-Journeybook-Pages");
    if (number !== pages) {
      await showPage(number);
    }
    if (html) {
      showOverlay(html);
    } else {
      hideOverlay();
    }
    await self.journeybookFindings.update();
  }

  function listen() {
    events = new EventSource(`${own}events`);
    events.onmessage = () => {
      working = working.then(update).catch(() => {});
    };
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(listenWhileVisible, 2000);
      }
    };
  }

  addEventListener("keydown", (event) => event.key === "Escape" && hideOverlay());
  // A browser opens six connections to one host: a tab that nobody sees must not hold one.
  function listenWhileVisible() {
    events?.close();
    if (document.visibilityState === "visible") {
      listen();
    }
  }

  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => event.persisted && listenWhileVisible());
  document.addEventListener("visibilitychange", listenWhileVisible);
  listenWhileVisible();
})();
