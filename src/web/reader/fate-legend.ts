import type { ReaderData } from "../../core/print/reader-data.ts";
import { h } from "./dom.ts";
import { fateNames, fateShares, type FateName } from "./passages.ts";
import type { Words } from "./words.ts";

export interface FateLegend {
  node: HTMLElement;
  /** Chooses all fates again, without telling anyone. */
  reset(): void;
}

/** What the signs mean, how much of the book met which fate, and which of them are listed. */
export function fateLegend(data: ReaderData, words: Words, choose: (fates: Set<FateName>) => void): FateLegend {
  const shares = fateShares(data.fates);
  const chosen = new Set<FateName>(fateNames);
  const buttons = new Map(fateNames.map((fate) => [fate, chip(fate, shares[fate], words)]));
  for (const [fate, button] of buttons) button.addEventListener("click", () => toggle(fate));

  function toggle(fate: FateName) {
    // From all, a click means "only this one"; the last one taken away brings all back.
    if (chosen.size === fateNames.length) {
      chosen.clear();
      chosen.add(fate);
    } else if (!chosen.delete(fate)) chosen.add(fate);
    if (chosen.size === 0) for (const name of fateNames) chosen.add(name);
    show();
    choose(new Set(chosen));
  }

  function show() {
    for (const [fate, button] of buttons) button.setAttribute("aria-pressed", String(chosen.has(fate)));
  }

  show();
  const bar = h(
    "div",
    { class: "shares", "aria-hidden": "true" },
    ...fateNames.map((fate) => shareBar(fate, shares[fate])),
  );
  return {
    node: h("div", { class: "legend" }, bar, h("div", { class: "chips", role: "group" }, ...buttons.values())),
    reset() {
      for (const name of fateNames) chosen.add(name);
      show();
    },
  };
}

function chip(fate: FateName, share: number, words: Words): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: "chip", title: words.fateHelp[fate] },
    h("span", { class: `sign ${fate}`, "aria-hidden": "true" }),
    words.fates[fate],
    h("span", { class: "share" }, percent(share)),
  );
}

function shareBar(fate: FateName, share: number): HTMLElement {
  const bar = h("span", { class: fate });
  bar.style.flexGrow = String(share);
  return bar;
}

function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 1 ? "< 1 %" : `${Math.round(value)} %`;
}
