import type { ReaderPage } from "../../core/print/reader-data.ts";
import { h, svg } from "./dom.ts";
import type { Words } from "./words.ts";

export type ReaderBalloon = ReaderPage["panels"][number]["balloons"][number];

export interface PagePicture {
  node: HTMLElement;
  /** Points out a panel until the page is turned, or none. */
  point(panel: number | null): void;
  /** Dims everything but a panel, or nothing. */
  dimAround(panel: number | null): void;
}

/** A page's picture under an invisible drawing of its panels and balloons, which can be clicked and reached by Tab. */
export function pagePicture(page: ReaderPage, words: Words, open: (balloon: ReaderBalloon) => void): PagePicture {
  const overlay = svg("svg", { class: "overlay", viewBox: `0 0 ${page.width} ${page.height}` });
  const shade = svg("g", { class: "shade" });
  const pointer = svg("g", { class: "pointer" });
  overlay.append(
    shade,
    pointer,
    // Words that stand nowhere in the book lead nowhere.
    ...page.panels.flatMap((panel) =>
      panel.balloons.filter(({ start, end }) => end > start).map((balloon) => balloonTarget(balloon, open)),
    ),
  );
  const node = h(
    "div",
    { class: "page", "data-number": page.number },
    h("img", { src: page.picture, alt: pageName(page, words), draggable: "false", decoding: "async" }),
    overlay,
  );
  return {
    node,
    point(panel) {
      const outline = panel === null ? undefined : page.panels[panel]?.outline;
      pointer.replaceChildren(...(outline ? [svg("polygon", { points: outline.join(" ") })] : []));
    },
    dimAround(panel) {
      shade.replaceChildren(...shadeAround(page, panel));
    },
  };
}

export function pageName({ number, role }: ReaderPage, words: Words): string {
  if (role !== undefined) return words[role];
  return number === 0 ? words.cover : words.page(number);
}

function balloonTarget(balloon: ReaderBalloon, open: (balloon: ReaderBalloon) => void): SVGElement {
  const [x, y, width, height] = balloon.box;
  const rounding = Math.min(width, height) / 2.5;
  const target = svg("rect", {
    x,
    y,
    width,
    height,
    rx: rounding,
    class: "target",
    role: "button",
    tabindex: 0,
    "aria-label": balloon.words,
  });
  target.addEventListener("click", (event) => {
    event.stopPropagation();
    open(balloon);
  });
  target.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    open(balloon);
  });
  return target;
}

/** A dark sheet over the page with holes for the panel and for its balloons, which may break its frame. */
function shadeAround(page: ReaderPage, index: number | null): SVGElement[] {
  const panel = index === null ? undefined : page.panels[index];
  if (!panel) return [];
  const id = `hole-${page.number}`;
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  const holes = panel.balloons.map(({ box: [x, y, width, height] }) =>
    svg("rect", {
      x: x - 8,
      y: y - 8,
      width: width + 16,
      height: height + 16,
      rx: Math.min(width, height) / 2.2,
      fill: "#000",
    }),
  );
  const hole = svg("polygon", { points: panel.outline.join(" "), fill: "#000", stroke: "#000", "stroke-width": 10 });
  return [
    svg("mask", { id, maskUnits: "userSpaceOnUse", ...whole }, svg("rect", { ...whole, fill: "#fff" }), hole, ...holes),
    svg("rect", { ...whole, class: "dark", mask: `url(#${id})` }),
  ];
}
