import type { Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { faceBox, type Panel, type StagedFigure } from "../page/page.ts";
import type { Pose } from "../script/script.ts";
import type { Artist, Drawing, PanelBrief, PlaceSheet } from "./artist.ts";
import { Canvas } from "./canvas.ts";
import { castSheets } from "./cast-sheets.ts";
import { focusLines, gloom, impactFlash, sparkle, speedLines } from "./effects.ts";
import { clearBehind, emotionalGround } from "./grounds.ts";
import { drawFigure } from "./people/draw-figure.ts";
import { type Manner, placeSheets } from "./place-sheets.ts";
import { drawPlace, drawnInside } from "./places/draw-place.ts";
import type { PlaceView } from "./places/view.ts";
import { drawInsert } from "./props/draw-insert.ts";
import { drawWeather } from "./weather.ts";

/** The built-in artist: high-contrast ink and screentone, from nothing but the program (D1). */
export const inkArtist: Artist = {
  id: "ink 1",
  sheets(cast, places, seed) {
    const manner = mannerOf([...cast.map((p) => p.name), ...places.map((p) => p.name)]);
    return { people: castSheets(cast, seed, manner), places: placeSheets(places, seed, manner) };
  },
  draw(brief) {
    const canvas = new Canvas(brief.bounds, brief.prefix);
    drawPanel(canvas, brief);
    return { defs: canvas.defs, svg: canvas.svg } satisfies Drawing;
  },
};

/** Houses and clothes follow the names of the book: a cast written in kana and kanji lives in Japan. */
export function mannerOf(names: readonly string[]): Manner {
  const japanese = names.filter((name) => /[\p{Script=Hiragana}\p{Script=Han}]/u.test(name)).length;
  return japanese * 2 > names.length ? "japanese" : "european";
}

function drawPanel(canvas: Canvas, brief: PanelBrief): void {
  const { panel } = brief;
  const night = panel.time === "night";
  const place = panel.place === null ? null : (brief.sheets.places[panel.place] ?? null);
  const inside = place !== null && drawnInside(place);
  const backdrop = drawGround(canvas, brief, place);
  const outdoors = !inside && backdrop === "place" && panel.weather !== null;
  if (outdoors && panel.weather) drawWeather(canvas, { weather: panel.weather, night, seed: brief.seed, amount: 0.75 });
  drawEffect(canvas, brief, backdrop);
  const dim = inside && (night || panel.time === "dusk");
  // In a dim room the dark is laid over in dots, which white dots would break up; there the pen's white edge parts figure and ground.
  if (backdrop === "place" && !dim) for (const figure of panel.figures) setOff(canvas, figure, night);
  for (const [index, figure] of panel.figures.entries()) {
    const sheet = brief.sheets.people[figure.person];
    if (sheet)
      canvas.raw(
        drawFigure(figure, sheet, {
          bounds: brief.bounds,
          shot: panel.shot,
          night,
          seed: brief.seed,
          prefix: `${brief.prefix}${index}-`,
        }),
      );
  }
  if (outdoors && panel.weather && panel.weather !== "fog")
    drawWeather(canvas, { weather: panel.weather, night, seed: brief.seed + 1, amount: 0.2 });
}

/** Where nobody names a place, people stand in an open field rather than in nothing. */
const nowhere: PlaceSheet = { place: "", name: "", kind: "field", inside: false, seed: 11, manner: "european" };

function drawGround(canvas: Canvas, brief: PanelBrief, place: PlaceSheet | null): "place" | "plain" {
  const { panel, seed } = brief;
  const night = panel.time === "night";
  const main = mainFigure(panel);
  if (
    panel.figures.length === 0 &&
    panel.prop !== null &&
    drawInsert(canvas, panel.prop, { night, seed, covered: brief.covered })
  )
    return "plain";
  if (main && plainBehind(panel, main, seed, place)) {
    emotionalGround(canvas, main.emotion, night, seed, main.head, calmAreas(brief));
    return "plain";
  }
  drawPlace(canvas, place ?? nowhere, viewOf(brief));
  return "place";
}

/** Close faces stand before their feeling more often than before a wall; whoever is seen to the feet stands on the ground of a place. */
function plainBehind(panel: Panel, main: StagedFigure, seed: number, place: PlaceSheet | null): boolean {
  if (panel.effect === "impact") return true;
  if (panel.shot === "wide" || panel.shot === "full") return false;
  if (place === null) return true;
  if (panel.opensScene) return false;
  const random = randomFrom(`${seed} backdrop`)();
  const strong = !["neutral", "calm", "thinking"].includes(main.emotion);
  if (panel.shot === "close") return random < (strong ? 0.65 : 0.4);
  return random < (strong ? 0.3 : 0.14);
}

function viewOf(brief: PanelBrief): PlaceView {
  const { panel } = brief;
  return {
    bounds: brief.bounds,
    shot: panel.shot,
    time: panel.time ?? "day",
    weather: panel.weather ?? "clear",
    heads: panel.figures.map(({ head, pose }) => ({
      x: head.x,
      y: head.y,
      size: head.size,
      standing: !lowPoses.includes(pose),
    })),
    covered: brief.covered,
    seed: brief.seed,
  };
}

const lowPoses: readonly Pose[] = ["sit", "kneel", "lie", "fall"];

function mainFigure(panel: Panel): StagedFigure | undefined {
  return (
    panel.figures.find((figure) => figure.speaks) ?? [...panel.figures].sort((a, b) => b.head.size - a.head.size)[0]
  );
}

const calmAreas = (brief: PanelBrief): Rect[] => [
  ...brief.panel.figures.map((figure) => faceBox(figure.head)),
  ...brief.covered,
];

/** White (at night black) that keeps a head apart from what is drawn behind it (D6). */
function setOff(canvas: Canvas, figure: StagedFigure, dark: boolean): void {
  if (figure.silhouette || figure.head.size < 60) return;
  clearBehind(canvas, figure.head, dark ? "black" : "white");
}

function drawEffect(canvas: Canvas, brief: PanelBrief, backdrop: "place" | "plain"): void {
  const { panel, seed, bounds } = brief;
  const main = mainFigure(panel);
  const centre = main?.head ?? {
    x: bounds.x + bounds.width / 2,
    y: bounds.y + bounds.height / 2,
    size: Math.min(bounds.width, bounds.height) * 0.4,
  };
  const night = panel.time === "night";
  switch (panel.effect) {
    case "focus":
      focusLines(
        canvas,
        centre,
        Math.max(centre.size * 0.95, Math.min(bounds.width, bounds.height) * 0.26),
        night ? "#fff" : "#000",
        seed,
        backdrop === "place" ? 0.6 : 1,
      );
      return;
    case "speed":
      if (!night && backdrop === "place") canvas.flood(canvas.sparks(0.45));
      speedLines(canvas, main && main.head.yaw < 0 ? 1 : -1, night ? "#fff" : "#000", seed, calmAreas(brief));
      return;
    case "impact":
      impactFlash(canvas, centre, Math.min(centre.size, Math.min(bounds.width, bounds.height) * 0.42), seed);
      return;
    case "gloom":
      gloom(canvas, seed);
      return;
    case "sparkle":
      sparkle(canvas, seed, calmAreas(brief), night && backdrop === "place" ? "#fff" : "#000");
      return;
    case null:
  }
}
