import type { Rect } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Shot } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { drawBody } from "./body.ts";
import { nibFor } from "./brush.ts";
import { drawHead } from "./draw-head.ts";
import { expressions } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { drawShadowFigure, haloOf } from "./shadow-figure.ts";
import { skeletonOf } from "./skeleton.ts";

export interface FigureView {
  /** The panel's bounding box; what lies outside may be left out. */
  bounds: Rect;
  shot: Shot;
  night: boolean;
  seed: number;
  /** Begins the ids of this figure's clip paths; unique on the page. */
  prefix: string;
}

/** Draws one person where the page has staged the head: SVG in page units, the same for the same input (D2, D9). */
export function drawFigure(figure: StagedFigure, sheet: ModelSheet, view: FigureView): string {
  const prefix = `${view.prefix}f`;
  const head = headView(figure.head, sheet, expressions[figure.emotion], figure.speaks, prefix);
  const body = drawBody(skeletonOf(figure, sheet), sheet, head, nibFor(figure.head.size), view.bounds, prefix);
  const ink = drawHead(head);
  if (figure.silhouette) return drawShadowFigure(ink.outline + body.outline, figure.head.size, view.night);
  const rim = Math.max(2, nibFor(figure.head.size).bold * 1.6);
  const halo = haloOf(ink.outline + body.outline, rim);
  return `<g>${halo}${ink.behind}${body.behind}${body.before}${ink.before}${body.over}</g>`;
}
