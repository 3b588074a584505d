// Live reload of the journeybook preview: reloads the page after a good build, and shows the findings
// of a broken one over the last good page. Loaded by the preview server only, never part of a site.
(() => {
  "use strict";
  const own = "/__journeybook__/";
  const pages = document.currentScript.dataset.pages;
  const key = `journeybook-scroll:${location.pathname}`;
  let events;
  let overlay;

  function rememberScroll() {
    const places = [["", scrollX, scrollY]];
    for (const element of document.querySelectorAll("[id]")) {
      if (element.scrollLeft || element.scrollTop) {
        places.push([element.id, element.scrollLeft, element.scrollTop]);
      }
    }
    sessionStorage.setItem(key, JSON.stringify(places));
  }

  function restoreScroll() {
    for (const [id, left, top] of JSON.parse(sessionStorage.getItem(key) || "[]")) {
      const scroller = id ? document.getElementById(id) : window;
      scroller?.scrollTo({ left, top, behavior: "instant" });
    }
  }

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
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", hideOverlay);
    // A parsed document never runs scripts; its nodes are only moved over.
    const findings = new DOMParser().parseFromString(html, "text/html").body;
    box.append(close, ...findings.childNodes);
    overlay.attachShadow({ mode: "open" }).append(style, box);
    document.body.append(overlay);
  }

  async function update() {
    const answer = await fetch(`${own}overlay`, { cache: "no-store" });
    if (!answer.ok) {
      return;
    }
    const html = await answer.text();
    if (answer.headers.get("X-Journeybook-Pages") !== pages) {
      rememberScroll();
      location.reload();
    } else if (html) {
      showOverlay(html);
    } else {
      hideOverlay();
    }
  }

  function listen() {
    events = new EventSource(`${own}events`);
    events.onmessage = () => update().catch(() => {});
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
  addEventListener("load", () => {
    restoreScroll();
    sessionStorage.removeItem(key);
  });
  restoreScroll();
  listenWhileVisible();
})();
