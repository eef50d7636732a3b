import type { ReaderPage } from "../../core/print/reader-data.ts";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page as the guided view shows it: drawn at `scale` pixels a unit, its top left corner at `x`, `y` of the stage. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

/** Air around a panel, as a share of the window. */
const air = 0.04;
/** How much nearer than the whole page one may come; a small panel would turn to blots beyond it. */
const nearest = 3.2;

/** What must be seen of a panel: its outline and its balloons, inside the page. The whole page where there is no such panel. */
export function focusOf(page: ReaderPage, panel: number | null): Box {
  const shown = panel === null ? undefined : page.panels[panel];
  if (!shown) return { x: 0, y: 0, width: page.width, height: page.height };
  const xs = shown.outline.filter((_, index) => index % 2 === 0);
  const ys = shown.outline.filter((_, index) => index % 2 === 1);
  for (const { box } of shown.balloons) {
    xs.push(box[0], box[0] + box[2]);
    ys.push(box[1], box[1] + box[3]);
  }
  const left = Math.max(0, Math.min(...xs));
  const top = Math.max(0, Math.min(...ys));
  return {
    x: left,
    y: top,
    width: Math.min(page.width, Math.max(...xs)) - left,
    height: Math.min(page.height, Math.max(...ys)) - top,
  };
}

/** Brings a part of the whole (a page or an opening) to the middle of the stage, as large as fits; the whole itself fills it to the edges. */
export function cameraFor(
  focus: Box,
  whole: { width: number; height: number },
  stage: { width: number; height: number },
): Camera {
  const wholeScale = Math.min(stage.width / whole.width, stage.height / whole.height);
  const isWhole = focus.width >= whole.width && focus.height >= whole.height;
  const room = 1 - 2 * air;
  const fitted = Math.min((stage.width * room) / focus.width, (stage.height * room) / focus.height);
  const scale = isWhole ? wholeScale : Math.min(fitted, wholeScale * nearest);
  return {
    x: stage.width / 2 - (focus.x + focus.width / 2) * scale,
    y: stage.height / 2 - (focus.y + focus.height / 2) * scale,
    scale,
  };
}

export interface Step {
  page: number;
  panel: number | null;
}

/** The next (1) or previous (-1) stop of the guided view, page by page in index order; null at the ends of the book. */
export function stepFrom(pages: readonly ReaderPage[], at: Step, by: 1 | -1): Step | null {
  const count = pages[at.page]?.panels.length ?? 0;
  const next = (at.panel ?? 0) + by;
  if (next >= 0 && next < count) return { page: at.page, panel: next };
  const page = pages[at.page + by];
  if (!page) return null;
  if (page.panels.length === 0) return { page: at.page + by, panel: null };
  return { page: at.page + by, panel: by === 1 ? 0 : page.panels.length - 1 };
}
