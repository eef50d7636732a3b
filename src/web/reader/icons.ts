import { svg } from "./dom.ts";

/** Strokes on a 24 × 24 grid. */
const strokes = {
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  spread: "M3 5h9v14H3zM12 5h9v14h-9z",
  single: "M7 4h10v16H7z",
  guided: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9z",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  theme: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  help: "M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2M12 17.5v.5",
  close: "M6 6l12 12M18 6L6 18",
  comic: "M4 4h16v16H4zM4 11h16M13 4v7M10 11v9",
  sheet: "M4 4h6v7H4zM14 4h6v7h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  cast: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-6 8-6s7 2 8 6",
  sentences: "M4 6h16M4 10h12M4 14h16M4 18h9",
} as const;

export type IconName = keyof typeof strokes;

export function icon(name: IconName): SVGSVGElement {
  return svg("svg", { viewBox: "0 0 24 24", class: "glyph", "aria-hidden": "true" }, svg("path", { d: strokes[name] }));
}
