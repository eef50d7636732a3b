import type { ReaderData } from "../../core/print/reader-data.ts";
import { h, iconButton } from "./dom.ts";
import { icon } from "./icons.ts";
import { pageName } from "./page-picture.ts";
import type { Words } from "./words.ts";

export type ViewMode = "spread" | "single" | "guided";

interface PageBarActions {
  turn(by: 1 | -1): void;
  /** To the page with this index. */
  goTo(index: number): void;
  choose(mode: ViewMode): void;
}

export interface PageBar {
  node: HTMLElement;
  show(state: { indexes: readonly number[]; mode: ViewMode }): void;
}

/** Slider, page count and ways of viewing, laid out in the direction of reading. */
export function pageBar(data: ReaderData, words: Words, { turn, goTo, choose }: PageBarActions): PageBar {
  const rtl = data.direction === "rtl";
  const slider = h("input", {
    type: "range",
    min: 0,
    max: Math.max(0, data.pages.length - 1),
    step: 1,
    value: 0,
    dir: data.direction,
    "aria-label": words.slider,
  });
  slider.addEventListener("input", () => goTo(Number(slider.value)));
  const last = Math.max(0, ...data.pages.filter(({ role }) => role === undefined).map(({ number }) => number));
  const count = h("output", { class: "count", "aria-live": "polite" });
  const modes: [ViewMode, HTMLButtonElement][] = [
    ["spread", iconButton(icon("spread"), words.spread, "D", () => choose("spread"))],
    ["single", iconButton(icon("single"), words.single, "D", () => choose("single"))],
    ["guided", iconButton(icon("guided"), words.guided, "G", () => choose("guided"))],
  ];
  const back = iconButton(icon(rtl ? "right" : "left"), words.previous, null, () => turn(-1));
  const forth = iconButton(icon(rtl ? "left" : "right"), words.next, null, () => turn(1));
  const node = h(
    "footer",
    { class: "bar pagebar" },
    h("div", { class: "modes", role: "group" }, ...modes.map(([, button]) => button)),
    ...(rtl ? [forth, slider, back] : [back, slider, forth]),
    count,
  );
  return {
    node,
    show({ indexes, mode }) {
      const shown = indexes.flatMap((index) => data.pages[index] ?? []);
      const own = shown.find(({ number, role }) => number === 0 || role !== undefined);
      const numbers = shown.filter((page) => page !== own).map(({ number }) => number);
      const told = numbers.length > 0 ? [`${numbers.join("–")} / ${last}`] : [];
      const said = [...(own ? [pageName(own, words)] : []), ...told].join(" · ");
      count.textContent = said;
      slider.value = String(indexes[0] ?? 0);
      slider.setAttribute("aria-valuetext", said);
      const done = (indexes[0] ?? 0) / Math.max(1, data.pages.length - 1);
      slider.style.setProperty("--done", `${100 * done}%`);
      for (const [name, button] of modes) button.setAttribute("aria-pressed", String(name === mode));
    },
  };
}
