import { boundsOf } from "../src/core/geometry/geometry.ts";
import { typeSizes } from "../src/core/lettering/lettering.ts";
import { checkPage } from "../src/core/page/check-page.ts";
import { shownArea } from "../src/core/page/layouts.ts";
import { overlaid } from "../src/core/page/overlaid.ts";
import type { Page, Panel } from "../src/core/page/page.ts";

export type LayoutKind =
  | "wide"
  | "tall"
  | "stacked"
  | "slanted"
  | "inset"
  | "overlapping"
  | "bleeding"
  | "borderless"
  | "splash";

export const layoutKinds: readonly LayoutKind[] = [
  "wide",
  "tall",
  "stacked",
  "slanted",
  "inset",
  "overlapping",
  "bleeding",
  "borderless",
  "splash",
];

/** What pages do against the rules and how their panels are laid out; numbers of pages unless the name says otherwise. */
export interface LayoutFigures {
  pages: number;
  panels: number;
  balloons: number;
  /** Texts that leave their balloon, panel or page, or found no room (L4). */
  overflows: number;
  facesCovered: number;
  orderMismatches: number;
  /** Balloons in type below the minimum (L2, L3). */
  smallType: number;
  /** Pages laid out like the page before (P3). */
  repeated: number;
  /** Findings and faults of any other kind. */
  others: string[];
  /** Pages of three to seven panels (P1). */
  usual: number;
  /** Pages on which the most important panel is the largest (P1). */
  foremost: number;
  /** Latin books: words of each page, and of each balloon (T4, L2). */
  wordsOfPages: number[];
  wordsOfBalloons: number[];
  /** Japanese books: letters of each balloon (L3). */
  lettersOfBalloons: number[];
  /** Pages with at least one panel of a kind. */
  kinds: Record<LayoutKind, number>;
  /** Different names of layouts. */
  layouts: number;
}

/** Measures the pages of one book. */
export function measureLayout(pages: readonly Page[]): LayoutFigures {
  const findings = pages.flatMap((page) => [...new Set([...checkPage(page), ...page.faults.map(withoutPage)])]);
  const balloons = pages.flatMap(({ panels }) => panels.flatMap((panel) => panel.balloons));
  const spoken = balloons.filter(({ kind }) => kind !== "narration" && kind !== "letter");
  const rest = new Set(findings);
  const take = (pattern: RegExp): number => {
    const taken = findings.filter((finding) => pattern.test(finding));
    for (const finding of taken) rest.delete(finding);
    return taken.length;
  };
  const vertical = pages.some(({ direction }) => direction === "rtl");
  const smallest = typeSizes[vertical ? "japanese" : "latin"].smallest;
  return {
    pages: pages.length,
    panels: pages.reduce((sum, { panels }) => sum + panels.length, 0),
    balloons: balloons.length,
    overflows: take(/^L4 /),
    facesCovered: take(/^L7 .*covers the face/),
    orderMismatches: take(/^P4 /),
    foremost: pages.length - take(/^P1 .*not the largest/),
    others: [...rest],
    smallType: balloons.filter(({ size }) => size < smallest).length,
    repeated: pages.filter((page, i) => i > 0 && page.panels.length > 1 && page.layout === pages[i - 1]?.layout).length,
    usual: pages.filter(({ panels }) => panels.length >= 3 && panels.length <= 7).length,
    wordsOfPages: vertical ? [] : pages.map((page) => page.panels.reduce((sum, panel) => sum + wordsIn(panel), 0)),
    wordsOfBalloons: vertical ? [] : spoken.map(({ words }) => countWords(words)),
    lettersOfBalloons: vertical ? spoken.map(({ words }) => Array.from(words).length) : [],
    kinds: countKinds(pages),
    layouts: new Set(pages.map(({ layout }) => layout)).size,
  };
}

/** Adds up the figures of several books. */
export function sumOf(all: readonly LayoutFigures[]): LayoutFigures {
  const sum = measureLayout([]);
  for (const each of all) {
    for (const name of ["pages", "panels", "balloons", "overflows", "facesCovered", "orderMismatches"] as const)
      sum[name] += each[name];
    for (const name of ["foremost", "smallType", "repeated", "usual", "layouts"] as const) sum[name] += each[name];
    for (const name of ["wordsOfPages", "wordsOfBalloons", "lettersOfBalloons"] as const) sum[name].push(...each[name]);
    sum.others.push(...each.others);
    for (const kind of layoutKinds) sum.kinds[kind] += each.kinds[kind];
  }
  return sum;
}

/** Value below which a share of the values lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

const withoutPage = (fault: string): string => fault.replace(/ \(page \d+\)$/, "");

function countWords(words: string): number {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function wordsIn({ balloons }: Panel): number {
  return balloons.reduce((sum, { words }) => sum + countWords(words), 0);
}

function countKinds(pages: readonly Page[]): Record<LayoutKind, number> {
  const counts = {
    wide: 0,
    tall: 0,
    stacked: 0,
    slanted: 0,
    inset: 0,
    overlapping: 0,
    bleeding: 0,
    borderless: 0,
    splash: 0,
  };
  for (const page of pages) for (const kind of kindsOf(page)) counts[kind]++;
  return counts;
}

/** The kinds of panels that a page has. */
function kindsOf(page: Page): Set<LayoutKind> {
  const { panels, layout } = page;
  const kinds = new Set<LayoutKind>();
  const hidden = overlaid(panels.map(({ outline }) => outline));
  panels.forEach(({ outline, frame }, i) => {
    const { width, height } = boundsOf(outline);
    if (width > 2 * height) kinds.add("wide");
    if (height > 1.3 * width) kinds.add("tall");
    if (outline.some((point, k) => leans(point, outline[(k + 1) % outline.length] ?? point))) kinds.add("slanted");
    if (frame === "bleed") kinds.add("bleeding");
    if (frame === "none") kinds.add("borderless");
    if (shownArea(outline, hidden[i] ?? [], page) > 0.5 * page.width * page.height) kinds.add("splash");
  });
  if (/[sp]/.test(layout)) kinds.add("stacked");
  if (layout.includes("i")) kinds.add("inset");
  if (layout.includes("o")) kinds.add("overlapping");
  return kinds;
}

/** Whether an edge is neither level nor upright, as far as an eye can tell. */
function leans(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return Math.abs(a.x - b.x) > 4 && Math.abs(a.y - b.y) > 4;
}
