import type { Artist, Sheets } from "../art/artist.ts";
import { toneDefs } from "../art/tone.ts";
import { boundsOf, polygonPath, type Rect, short } from "../geometry/geometry.ts";
import { hashText } from "../geometry/random.ts";
import type { Fonts } from "../lettering/fonts.ts";
import { outlineOf } from "../lettering/outline-of.ts";
import { overlaid } from "../page/overlaid.ts";
import type { Balloon, Page, Panel, SoundLetters } from "../page/page.ts";
import { pageNumberPath } from "./page-numbers.ts";

export interface PageInk {
  artist: Artist;
  sheets: Sheets;
  fonts: Fonts;
  seed: number;
}

/** Line widths in page units. */
const frameWidth = 5.5;
/** White round a framed panel: where it lies over another it stands clear of it. */
const rimWidth = 22;
const balloonWidth = 3.2;
const captionWidth = 2.8;

/**
 * The one picture of a page that everything is made from: SVG in page units, all letters as outlines (L1).
 * Back to front: pictures, frames, sounds, balloons, letters. `bleed` is how far it goes beyond each edge of the page, in page units;
 * `ground` is what lies on the paper under it, as SVG.
 */
export function pageSvg(page: Page, ink: PageInk, bleed = 0, ground = ""): string {
  const hidden = overlaid(page.panels.map(({ outline }) => outline));
  const panels = page.panels.map((panel, index) => panelPicture(panel, index, hidden[index] ?? [], ink));
  const sounds = page.panels.flatMap((panel) => panel.sounds.map(soundPicture));
  const balloons = page.panels.flatMap((panel) => panel.balloons);
  const [width, height] = [page.width, page.height].map((length) => short(length + 2 * bleed));
  const size = `width="${width}" height="${height}"`;
  const corner = short(-bleed);
  const number = pageNumberPath(page, ink.fonts);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${corner} ${corner} ${width} ${height}">`,
    `<defs>${toneDefs()}${panels.map((panel) => panel.defs).join("")}</defs>`,
    `<rect x="${corner}" y="${corner}" ${size} fill="#fff"/>${ground}`,
    ...panels.map((panel) => panel.svg),
    ...sounds,
    ...balloons.filter((each) => each.ink === undefined).map(balloonPicture),
    // A balloon's neck opens the one before it, whose letters stay whole.
    ...balloons.map(
      (each) =>
        `<path d="${outlineOf(ink.fonts, each.runs, each.centre)}"${each.ink === "white" ? ` fill="#fff"` : ""}/>`,
    ),
    ...(number === "" ? [] : [`<path d="${number}"/>`]),
    "</svg>",
  ].join("\n");
}

/** `hidden`: what of the panel lies under others, along whose white rims its own frame goes on. */
function panelPicture(
  panel: Panel,
  index: number,
  hidden: readonly Rect[],
  ink: PageInk,
): { defs: string; svg: string } {
  const prefix = `p${index}-`;
  const outline = polygonPath(panel.outline);
  const drawing = ink.artist.draw({
    panel,
    bounds: boundsOf(panel.outline),
    sheets: ink.sheets,
    covered: [
      ...panel.balloons.map(({ centre, radiusX, radiusY }) => ({
        x: centre.x - radiusX,
        y: centre.y - radiusY,
        width: 2 * radiusX,
        height: 2 * radiusY,
      })),
      // A sound lies beside the thing that a panel shows, never over it.
      ...(panel.prop === null ? [] : panel.sounds.map(({ box }) => box)),
    ],
    seed: hashText(`${ink.seed} ${panel.beat}`),
    prefix,
  });
  const ruled = panel.frame !== "none";
  const stroke = (colour: string, width: number): string =>
    `<path d="${outline}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="miter"/>`;
  const [rim, frame] = ruled ? [stroke("#fff", rimWidth), stroke("#000", frameWidth)] : ["", ""];
  const inner = ruled
    ? hidden.map(
        ({ x, y, width, height }) =>
          `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="none" stroke="#000" stroke-width="${rimWidth + 2 * frameWidth}"/>`,
      )
    : [];
  return {
    defs: `${drawing.defs}<clipPath id="${prefix}panel"><path d="${outline}"/></clipPath>`,
    svg: `${rim}<g clip-path="url(#${prefix}panel)">${drawing.svg}${inner.join("")}</g>${frame}`,
  };
}

function soundPicture({ outline, ink, border }: SoundLetters): string {
  const ground = ink === "black" ? "#fff" : "#000";
  const letters = ink === "black" ? "#000" : "#fff";
  return `<path d="${outline}" fill="${ground}" stroke="${ground}" stroke-width="${short(border * 2)}" stroke-linejoin="round"/><path d="${outline}" fill="${letters}"/>`;
}

function balloonPicture(balloon: Balloon): string {
  const caption = balloon.kind === "narration" || balloon.kind === "letter";
  const width = caption ? captionWidth : balloonWidth;
  const dash = balloon.kind === "whisper" ? ` stroke-dasharray="11 7"` : "";
  return [balloon.outline, balloon.extra]
    .filter((path) => path !== null)
    .map(
      (path) => `<path d="${path}" fill="#fff" stroke="#000" stroke-width="${width}" stroke-linejoin="round"${dash}/>`,
    )
    .join("");
}
