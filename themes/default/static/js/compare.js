// pages: compare
// Any two journeys side by side, from a classic script of data, so that it works from disk.
(function () {
  "use strict";
  const HEIGHT = 240, PAD = 20;
  const MARKS = ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M-5-5h10v10h-10z"];

  function fill(node, attributes, children) {
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    node.append(...children);
    return node;
  }

  const make = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
  const draw = (name, attributes, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
  const short = text => text.length > 20 ? text.slice(0, 19) + "…" : text; // as the drawn comparisons do
  const isolated = text => make("bdi", {}, text);
  const link = (text, href, lang, more = "") => make("a", { class: "ref " + more, href, lang }, isolated(text));
  const scroll = (label, child) =>
    make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, child);

  // A journey is [title, address, language, facts, stages]; a stage [place, mean, steps]; a step [title, value, shown, id].
  function start(model, box) {
    const selects = Array.from(box.querySelectorAll("[data-side]"));
    const result = box.querySelector("[data-result]");
    const words = box.dataset;
    const stageOf = (journey, place) => journey[4].find(stage => stage[0] === place) || [place, "", []];

    // Rows are [head, [cell of the first journey, cell of the second]].
    function table(label, corner, pair, rows) {
      const heads = pair.map(([title, href, lang]) =>
        make("th", { scope: "col" }, link(title, href, lang, "kind-journey")));
      return scroll(label, make("table", { class: "data grid grid-even" },
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, corner), ...heads)),
        make("tbody", {}, ...rows.map(([head, cells]) =>
          make("tr", {}, make("th", { scope: "row" }, isolated(head)), ...cells.map(cell => make("td", {}, ...cell)))))
      ));
    }

    function facts(pair) {
      return table(words.glance, words.fact, pair, model.facts.map((label, at) =>
        [label, pair.map(journey => [isolated(journey[3][at])])]));
    }

    function stages(pair, places) {
      return table(words.stages, words.stage, pair, places.map(place => [model.stages[place], pair.map(journey => {
        const [, mean, steps] = stageOf(journey, place);
        return [make("b", { dir: "ltr" }, mean), make("ul", { class: "links-in" }, ...steps.map(step =>
          make("li", {}, link(step[0], `${journey[1]}#${step[3]}`, journey[2]), " ", make("small", { dir: "ltr" }, step[2]))))];
      })]));
    }

    function curves(pair, places) {
      const most = Math.max(...pair.flatMap(journey => journey[4].map(stage => stage[2].length)));
      const column = Math.max(132, 34 * most, 960 / places.length), width = column * places.length;
      const x = place => model.rtl ? width - place * column : place * column;
      const y = value => PAD + (2 - value) / 4 * (HEIGHT - 2 * PAD);
      const key = make("ul", { class: "legend over-key" });
      const svg = draw("svg", {
        class: "over", viewBox: `-44 -24 ${width + 48} ${HEIGHT + 28}`, width: width + 48, height: HEIGHT + 28,
        role: "group", "aria-label": words.curves
      });
      model.scale.forEach((label, at) => svg.append(
        draw("path", { class: "grid", d: `M0 ${y(2 - at)}H${width}` }),
        draw("text", { class: "tick", x: -8, y: y(2 - at) + 4 }, label)));
      places.forEach((place, at) => svg.append(
        draw("path", { class: "edge", d: `M${x(at)} 0V${HEIGHT}` }),
        draw("text", { class: "stage-name", x: x(at + 0.5), y: -8 }, short(model.stages[place]))));
      pair.forEach((journey, tone) => {
        const mark = more => draw("path", { class: "mk", d: MARKS[tone], ...more });
        const line = d => draw("path", { class: "ln", d });
        const marks = [];
        let way = "";
        places.forEach((place, at) => stageOf(journey, place)[2].forEach((step, number, steps) => {
          if (step[1] === null) return;
          const px = x(at + (number + 0.5) / steps.length), py = y(step[1]);
          way += `${way ? "L" : "M"}${px} ${py}`;
          marks.push(draw("a", { href: `${journey[1]}#${step[3]}` },
            draw("title", {}, `${step[0]} (${step[2]})`), draw("circle", { class: "hit", cx: px, cy: py, r: 12 }),
            mark({ transform: `translate(${px} ${py})` })));
        }));
        svg.append(draw("g", { class: "o" + tone }, line(way), ...marks));
        key.append(make("li", { class: "o" + tone },
          draw("svg", { viewBox: "-20 -10 40 20", "aria-hidden": true }, line("M-20 0h40"), mark({})),
          make("span", {}, isolated(journey[0]))));
      });
      return make("figure", { class: "chart overlay" }, scroll(words.curves, svg), key);
    }

    function show() {
      const pair = selects.map(select => model.journeys[select.value]);
      const same = pair[0] === pair[1];
      const places = model.stages.map((_, at) => at)
        .filter(place => pair.some(journey => stageOf(journey, place)[2].length));
      result.textContent = same ? words.both : "";
      if (same) return;
      [[words.glance, facts], [words.curves, curves], [words.stages, stages]].forEach(([title, part]) =>
        result.append(make("h3", {}, title), part(pair, places)));
    }

    selects.forEach((select, side) => {
      model.journeys.forEach((journey, value) => select.append(make("option", { value, lang: journey[2] }, journey[0])));
      select.selectedIndex = model.start[side];
      select.addEventListener("change", show);
    });
    box.hidden = false;
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-picker]");
    const model = window.journeybookCompare;
    if (box && model && model.journeys.length > 1) start(model, box);
  });
})();
