import { boundsOf, overlapArea, type Rect } from "../geometry/geometry.ts";
import { boxAround, coveredShare, depthIn, meets } from "./balloon-room.ts";
import { largestIsForemost, shownArea } from "./layouts.ts";
import { lowBusts } from "./low-bust.ts";
import { overlaid } from "./overlaid.ts";
import { safeArea } from "./page-frame.ts";
import {
  type Balloon,
  faceBox,
  faceParts,
  type Head,
  mouthOf,
  type Page,
  pageSize,
  type PageSize,
  type Panel,
} from "./page.ts";
import { mostCovered } from "./panel-needs.ts";
import { mostPanels } from "./paginate.ts";
import { readsAfter } from "./arranged-balloons.ts";
import { readingOrder } from "./reading-order.ts";
import { barredBy, entry, tailsCross } from "./tails.ts";

/** A tail may end this far from the mouth, in head sizes: above the hair of somebody who is spoken for from above; from behind a muzzle further. */
const farthestTip = ({ muzzle = 0 }: Head): number => 1.3 + muzzle;

/** What a finished page does against the rules, each as `L7 b12: …`; empty where it keeps them all. `paper`: where its type is printed (L2). */
export function checkPage(page: Page, paper: Pick<PageSize, "leastType"> = pageSize): string[] {
  const { panels } = page;
  const findings: string[] = [];
  if (panels.length < 1 || panels.length > mostPanels) findings.push(`P1 page ${page.number}: ${panels.length} panels`);
  const outlines = panels.map(({ outline }) => outline);
  const order = readingOrder(outlines, page.direction);
  if (order.some((panel, i) => panel !== i)) findings.push(`P4 page ${page.number}: read as ${order.join(" ")}`);
  const hidden = overlaid(outlines);
  const areas = outlines.map((outline, i) => shownArea(outline, hidden[i] ?? [], page));
  if (!largestIsForemost(areas, panels))
    findings.push(`P1 page ${page.number}: the most important panel is not the largest`);
  panels.forEach((panel, i) => findings.push(...checkPanel(panel, hidden[i] ?? [], page)));
  return [...findings, ...checkNeighbours(page), ...smallType(page, paper)];
}

/** Balloons whose type is too small for the paper; glosses beside the letters are half as large (L3). */
function smallType({ panels }: Page, { leastType }: Pick<PageSize, "leastType">): string[] {
  return panels.flatMap(({ beat, balloons }) =>
    balloons
      .filter(({ size }) => size < leastType - 0.01)
      .map(({ text }) => `L2 ${beat}: the type of ${text} is too small`),
  );
}

/** `hidden`: what of the panel lies under others. */
function checkPanel(panel: Panel, hidden: readonly Rect[], page: Page): string[] {
  const boxes = panel.balloons.map(boxOf);
  const findings: string[] = [];
  const safe = safeArea(page);
  const report = (rule: string, what: string) => findings.push(`${rule} ${panel.beat}: ${what}`);
  panel.balloons.forEach((balloon, i) => {
    const box = boxes[i];
    if (!box) return;
    if (!within(box, safe)) report("L4", `${balloon.text} leaves the page`);
    if (depthIn(panel.outline, balloon.centre) < 0) report("L4", `${balloon.text} stands outside its panel`);
    if (meets(box, hidden)) report("L7", `${balloon.text} lies on another panel`);
    if (!textFits(balloon)) report("L4", `${balloon.text} overflows its balloon`);
    for (const { head, person } of panel.figures)
      if (meets(box, faceParts(head))) report("L7", `${balloon.text} covers the face of ${person}`);
    for (const tail of tailFindings(balloon, panel)) report("L7", tail);
    const crossed = panel.balloons.find((other) => other !== balloon && runsOver(other.outline, lettersOf(balloon)));
    if (crossed) report("L7", `the outline of ${crossed.text} runs over the letters of ${balloon.text}`);
    const next = boxes[i + 1];
    if (next && !readsAfter(box, next, page.direction)) report("L7", `${balloon.text} may be read after the next`);
  });
  for (const voice of voicesAtTwoSides(panel)) report("L6", voice);
  if (coveredShare(panel.balloons, panel.outline) > mostCovered) report("L7", "balloons cover too much of the panel");
  for (const { box, text } of panel.sounds) {
    if (panel.figures.some(({ head }) => meets(box, faceParts(head)))) report("L8", `${text} covers a face`);
    if (boxes.some((other) => overlapArea(box, other) > 0)) report("L8", `${text} covers a balloon`);
  }
  for (const { head, person } of panel.figures) {
    if (isCut(head, panel)) report("D9", `the frame cuts the face of ${person}`);
    if (meets(faceBox(head), hidden)) report("D9", `another panel hides the face of ${person}`);
  }
  for (const { person } of lowBusts(panel, hidden, page))
    report("D9", `${person} is a head without shoulders on the lower frame`);
  return [...findings, ...facesApart(panel)];
}

function boxOf({ centre, radiusX, radiusY }: Balloon): Rect {
  return boxAround(centre, { x: radiusX, y: radiusY });
}

function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

/** Whether every pen position lies in the balloon's box. */
function textFits({ runs, radiusX, radiusY }: Balloon): boolean {
  return runs.every(({ glyphs }) => glyphs.every(({ x, y }) => Math.abs(x) <= radiusX && Math.abs(y) <= radiusY));
}

/** The bodies of the letters of a balloon in page units, as wide and high as small letters surely are. */
function lettersOf({ runs, centre }: Balloon): Rect[] {
  return runs.flatMap(({ glyphs, size }) =>
    glyphs.map(({ x, y }) => ({
      x: centre.x + x,
      y: centre.y + y - 0.5 * size,
      width: 0.3 * size,
      height: 0.5 * size,
    })),
  );
}

/** Whether a point that path data goes through, or bends towards, lies on one of the boxes. */
function runsOver(path: string, boxes: readonly Rect[]): boolean {
  const points = [...path.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  return points.some(({ x, y }) => meets({ x, y, width: 1, height: 1 }, boxes));
}

function tailFindings(balloon: Balloon, panel: Panel): string[] {
  const { tail, text, speaker, centre } = balloon;
  if (!tail) return [];
  const findings: string[] = [];
  const bounds = boundsOf(panel.outline);
  if (!within({ ...tail, width: 0, height: 0 }, bounds)) findings.push(`the tail of ${text} ends in another panel`);
  const head = panel.figures.find(({ person }) => person === speaker)?.head;
  if (head && balloon.kind === "thought") {
    const distance = Math.hypot(tail.x - head.x, tail.y - head.y);
    if (distance > farthestTip(head) * head.size + 10) findings.push(`the bubbles of ${text} end far from the head`);
  } else if (head) {
    const mouth = mouthOf(head);
    const distance = Math.hypot(tail.x - mouth.x, tail.y - mouth.y);
    if (distance > farthestTip(head) * head.size + 10) findings.push(`the tail of ${text} ends far from the mouth`);
  }
  const others = panel.figures.flatMap((figure) => (figure.person === speaker ? [] : [figure.head]));
  if (head && barredBy(head, others).some((part) => entry(centre, tail, part) !== null))
    findings.push(`the tail of ${text} runs over somebody else`);
  for (const other of panel.balloons) {
    if (other === balloon || !other.tail) continue;
    if (tailsCross({ from: centre, to: tail }, { from: other.centre, to: other.tail }))
      findings.push(`the tails of ${text} and ${other.text} cross`);
  }
  return findings;
}

/** A known voice from beyond the picture stands on one side of it. */
function voicesAtTwoSides({ balloons }: Panel): string[] {
  const outside = balloons.flatMap(({ kind, speaker, tail, centre }) =>
    kind === "off-panel" && tail && speaker !== null ? [{ speaker, side: Math.sign(tail.x - centre.x) }] : [],
  );
  const torn = outside.filter((a) => outside.some((b) => b.speaker === a.speaker && b.side !== a.side));
  return [...new Set(torn.map(({ speaker }) => `the voice of ${speaker} comes from two sides`))];
}

/** Whether an edge of the panel runs through a face. */
function isCut(head: Head, { outline }: Panel): boolean {
  const { x, y, width, height } = faceBox(head);
  const rim = [
    { x: x + width / 2, y },
    { x: x + width / 2, y: y + height },
    { x, y: y + height / 2 },
    { x: x + width, y: y + height / 2 },
  ];
  return rim.some((point) => depthIn(outline, point) < 0);
}

/** Faces of a panel that lie on each other. */
export function facesApart({ figures, beat }: Pick<Panel, "figures" | "beat">): string[] {
  return figures.flatMap((a, i) =>
    figures
      .slice(i + 1)
      .filter((b) => overlapArea(faceBox(a.head), faceBox(b.head)) > 0)
      .map((b) => `L7 ${beat}: the faces of ${a.person} and ${b.person} meet`),
  );
}

/** Balloons that lie on another balloon of the page, of whatever panel. */
function checkNeighbours({ panels }: Page): string[] {
  const all = panels.flatMap(({ beat, balloons }) =>
    balloons.map((balloon) => ({ beat, balloon, box: boxOf(balloon) })),
  );
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => overlapArea(a.box, b.box) > 0)
      .map((b) => `L7 ${a.beat}: ${a.balloon.text} lies on ${b.balloon.text}`),
  );
}
