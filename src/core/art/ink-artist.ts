import type { Rect } from "../geometry/geometry.ts";
import { faceBox, type Panel, type StagedFigure } from "../page/page.ts";
import type { Pose } from "../script/script.ts";
import type { Artist, Drawing, PanelBrief, PlaceSheet } from "./artist.ts";
import { Canvas } from "./canvas.ts";
import { settingOf } from "./cast-setting.ts";
import { castSheets } from "./cast-sheets.ts";
import { drawFire, drawSmoke, drawWater, drawWaterBehind, type ElementLayer } from "./elements.ts";
import { focusLines, gloom, impactFlash, sparkle, speedLines } from "./effects.ts";
import { contactShadow, type Footing, footingOf } from "./footing.ts";
import { feltGround, isPale, setOff } from "./grounds.ts";
import { plainFloor } from "./plain-floor.ts";
import { drawFigure, type FigureView } from "./people/draw-figure.ts";
import { type Manner, placeSheets } from "./place-sheets.ts";
import { drawPlace, drawnInside } from "./places/draw-place.ts";
import { panelPalette } from "./palette-places.ts";
import { isPool } from "./places/pool.ts";
import { drawSeat } from "./seats.ts";
import type { PlaceView } from "./places/view.ts";
import { drawDiners } from "./diners.ts";
import { soundingBeast } from "./beasts/beast-sounds.ts";
import { drawFlock } from "./flock.ts";
import { drawParty } from "./gatherings.ts";
import { drawOnlookers } from "./onlookers.ts";
import { tellsDeadBodies, tellsProcession, tellsStars, tellsWhiteClothes } from "./panel-words.ts";
import { drawShelter } from "./shelter.ts";
import { drawInsert } from "./props/draw-insert.ts";
import { fadeEdges } from "./props/insert-grounds.ts";
import { castVariants, sheetIn } from "./sheet-variants.ts";
import { drawWeather } from "./weather.ts";
import { drawBeforeWork, drawBehindWork, isAfloat, withThings } from "./work-things.ts";

/** The built-in artist: high-contrast ink and screentone, from nothing but the program (D1). */
export const inkArtist: Artist = {
  id: "ink 1",
  sheets(cast, places, seed, world) {
    const manner = mannerOf([...cast.map((p) => p.name), ...places.map((p) => p.name)]);
    const people = castSheets(cast, seed, manner, places, world);
    const variants = castVariants(cast, people, settingOf(cast, places, manner, world));
    return { people, variants, places: placeSheets(places, seed, manner, world) };
  },
  draw(brief) {
    const seen = inTheirClothes({ ...brief, sheets: dressedAs(brief) });
    if (brief.sheets.colour === "flat") return drawFlat(seen);
    const canvas = new Canvas(brief.bounds, brief.prefix);
    drawPanel(canvas, seen);
    return { defs: canvas.defs, svg: canvas.svg } satisfies Drawing;
  },
};

/** Things and places that only the twentieth century has. */
const modernWords =
  /\b(?:airport|air base|bus|car park|cinema|elevator|escalator|freeway|garage|gas station|laboratory|motel|motorway|office block|skyscraper|studio|subway|supermarket|taxi|telephone|television|underground station)\b|空港|飛行場|ビル|マンション|アパート|地下鉄|映画館|エレベーター|デパート|バス停|ガレージ|研究所|スーパー|コンビニ/iu;

/** Houses and clothes follow the names of the book: modern where they speak of modern things twice; else a cast written in kana and kanji lives in Japan. */
export function mannerOf(names: readonly string[]): Manner {
  if (names.filter((name) => modernWords.test(name)).length > 1) return "modern";
  const japanese = names.filter((name) => /[\p{Script=Hiragana}\p{Script=Han}]/u.test(name)).length;
  return japanese * 2 > names.length ? "japanese" : "european";
}

/** In flat colour a night has the lines of an evening: the palette makes it blue, where ink turns black and white round. */
function drawFlat(brief: PanelBrief): Drawing {
  const { panel, sheets } = brief;
  const place = panel.place === null ? nowhere : (sheets.places[panel.place] ?? nowhere);
  const alone = panel.prop !== null && panel.figures.length === 0;
  const indoors = !alone && isInside(brief, place);
  const [time, weather] = [panel.time ?? "day", panel.weather ?? "clear"];
  const canvas = new Canvas(brief.bounds, brief.prefix, panelPalette(place, { time, weather, indoors }));
  drawPanel(canvas, time === "night" && !indoors ? { ...brief, panel: { ...panel, time: "dusk" } } : brief);
  return { defs: canvas.defs, svg: canvas.svg };
}

/** Whether the picture shows a place under a roof. */
function isInside({ panel, seed }: PanelBrief, place: PlaceSheet): boolean {
  const peopled = panel.figures.length > 0;
  return drawnInside(place, { shot: panel.shot, scenery: peopled ? "place" : panel.scenery, peopled, seed });
}

function drawPanel(canvas: Canvas, brief: PanelBrief): void {
  const { panel } = brief;
  const night = panel.time === "night";
  const here = panel.place === null ? null : (brief.sheets.places[panel.place] ?? null);
  const place = panel.effect === "shelter" && here !== null ? beyond(here) : here;
  if (drawThing(canvas, brief, place)) return;
  const inside = isInside(brief, place ?? nowhere);
  const whole = panel.shot === "full" || panel.shot === "wide";
  const atWork = panel.figures.some(({ pose }) => withThings.has(pose));
  const grounded = whole || atWork || panel.ground === "place" ? panel.figures : [];
  const footings = grounded.map((figure, i) =>
    footingOf(figure, brief.sheets.people[figure.person], figureView(brief, i)),
  );
  const backdrop = drawGround(canvas, brief, place, footings);
  const outdoors = !inside && backdrop === "place" && panel.weather !== null;
  const falling = { weather: panel.weather ?? "clear", night, seed: brief.seed, calm: calmAreas(brief) };
  // Rain, wind and lines of motion together would be a thicket: beside an effect only a little weather is left.
  if (outdoors) drawWeather(canvas, { ...falling, amount: behindPeople(panel.effect) });
  if (panel.effect === "shelter")
    drawShelter(canvas, { bounds: brief.bounds, night, ground: groundOf(footings, brief) });
  drawEffect(canvas, brief, backdrop);
  if (backdrop === "place") partFromGround(canvas, brief, inside);
  else clearOthers(canvas, panel);
  // A feeling or an effect has no floor.
  if (backdrop === "plain" && panel.ground !== "feeling" && panel.effect === null) plainFloor(canvas, footings, night);
  if (backdrop === "place" || whole) standOnGround(canvas, brief, footings, place, night && !inside);
  const wading = panel.effect === "water" && place !== null && isStream(place) && !isAfloat(panel);
  if (wading) drawWaterBehind(canvas, elementOf(brief));
  // Without a frame nothing would cut walls off: they fade into the page.
  if (panel.frame === "none") fadeEdges(canvas, 0.13);
  drawPeople(canvas, brief, footings);
  drawCrowd(canvas, brief, place);
  if (panel.effect === "water")
    drawWater(canvas, elementOf(brief), isAfloat(panel) ? "boat" : wading ? "waist" : "neck");
  if (panel.effect === "fire") drawFire(canvas, elementOf(brief));
  if (outdoors && panel.effect === null) drawWeather(canvas, { ...falling, seed: brief.seed + 1, amount: 0.15 });
}

/** What is seen from under a gate: the road that leads to it. */
const beyond = (place: PlaceSheet): PlaceSheet => (place.kind === "gate" ? { ...place, kind: "road" } : place);

/** Share of the weather that falls behind the people; under a roof all of it does. */
const behindPeople = (effect: Panel["effect"]): number => (effect === null || effect === "shelter" ? 0.75 : 0.3);

const groundOf = (footings: readonly Footing[], { bounds }: PanelBrief): number =>
  Math.max(bounds.y + 0.7 * bounds.height, ...footings.map(({ ground }) => ground));

function partFromGround(canvas: Canvas, { panel, sheets, bounds }: PanelBrief, inside: boolean): void {
  const night = panel.time === "night";
  for (const figure of panel.figures) {
    if (figure.silhouette && figure.head.size < 40) continue;
    const sheet = sheets.people[figure.person];
    setOff(canvas, figure.head, {
      dark: night && !inside,
      dim: inside && (night || panel.time === "dusk"),
      pale: sheet !== undefined && isPale(sheet),
      near: figure.head.size / Math.min(bounds.width, bounds.height),
    });
  }
}

/** The lines of a feeling or an effect belong to one head: round the others they pale. On a dark ground a black round would be a halo. */
function clearOthers(canvas: Canvas, panel: Panel): void {
  const main = mainFigure(panel);
  if (!main || (panel.ground !== "feeling" && panel.effect === null)) return;
  const night = panel.time === "night";
  const black = panel.effect === "impact" || (panel.effect === null && main.emotion === "shocked");
  if (black || (night && main.emotion !== "afraid")) return;
  for (const { head, person } of panel.figures)
    if (person !== main.person) canvas.clearing(head, [head.size * 0.66, head.size * 1.35], 0.85, "white");
}

/** Seats first, so that the legs hang before them; then the shadow that ties the feet to the ground. */
function standOnGround(
  canvas: Canvas,
  { panel }: PanelBrief,
  footings: readonly Footing[],
  place: PlaceSheet | null,
  dark: boolean,
): void {
  for (const [index, footing] of footings.entries()) {
    const pose = panel.figures[index]?.pose;
    if (pose !== undefined && seated.has(pose)) drawSeat(canvas, footing, place, { dark, deep: pose === "lounge" });
    contactShadow(canvas, footing, dark);
  }
}

const seated: ReadonlySet<Pose> = new Set<Pose>(["sit", "write", "dine", "lounge"]);

function drawPeople(canvas: Canvas, brief: PanelBrief, footings: readonly Footing[]): void {
  for (const [index, staged] of brief.panel.figures.entries()) {
    const sheet = brief.sheets.people[staged.person];
    if (!sheet) continue;
    const footing = footings[index];
    const view = figureView(brief, index);
    const work = footing && sheet.species === "human" ? { canvas, sheet, staged, footing, view } : null;
    if (work) drawBehindWork(work);
    const shown = sheet.species === "human" ? staged : soundingBeast(staged, brief.panel.sounds);
    canvas.figure(drawFigure(shown, sheet, view), sheet);
    if (work) drawBeforeWork(work);
  }
}

/** The sheets of a panel: as people look in its scene, and where somebody is dressed otherwise than usual. */
function dressedAs({ panel, sheets }: PanelBrief): PanelBrief["sheets"] {
  const { variants = {} } = sheets;
  if (panel.figures.every((figure) => dressOf(figure) === undefined && variants[figure.person] === undefined))
    return sheets;
  const { manner } = Object.values(sheets.places)[0] ?? nowhere;
  const people = { ...sheets.people };
  for (const figure of panel.figures) {
    const [{ person }, wears] = [figure, dressOf(figure)];
    const usual = people[person];
    if (usual === undefined) continue;
    const sheet = sheetIn(panel.scene, usual, variants[person] ?? []);
    people[person] = sheet;
    if (wears === undefined || sheet.species !== "human") continue;
    if (wears === "bare-head") {
      people[person] = { ...sheet, hat: "none" };
      continue;
    }
    const western = wears === "nightclothes" ? "nightshirt" : wears;
    people[person] = { ...sheet, costume: manner === "japanese" ? "yukata" : western, hat: "none" };
  }
  return { ...sheets, people };
}

/** Nobody lies under a cover in a coat. */
const dressOf = ({ wears, pose }: StagedFigure): StagedFigure["wears"] =>
  pose === "abed" && wears !== "dressing-gown" ? "nightclothes" : wears;

/** A place full of people, beasts or birds, where nobody of the cast is in the picture. */
function drawCrowd(canvas: Canvas, brief: PanelBrief, place: PlaceSheet | null): void {
  const { panel, sheets, bounds, seed, prefix } = brief;
  if (panel.figures.length > 0) return;
  const night = panel.time === "night";
  const look = { bounds, people: Object.values(sheets.people), place, night, seed, prefix };
  switch (panel.scenery) {
    case "crowd":
    case "faces":
      return drawOnlookers(canvas, panel, {
        ...look,
        covered: brief.covered,
        towards: panel.scenery === "faces" ? "reader" : tellsProcession(panel) ? "aside" : "picture",
        white: tellsWhiteClothes(panel),
      });
    case "diners":
      return drawDiners(canvas, look);
    case "beasts":
      return drawParty(canvas, look);
    case "flock":
      return drawFlock(canvas, { bounds, night, calm: brief.covered, seed });
    default:
  }
}

function figureView({ panel, bounds, seed, prefix, covered, sheets }: PanelBrief, index: number): FigureView {
  const others = panel.figures.filter((_, i) => i !== index).map(({ head }) => headAndChest(head));
  const night = panel.time === "night";
  const place = panel.place === null ? undefined : sheets.places[panel.place];
  const onFloor = place?.manner === "japanese" && floored.has(place.kind);
  const loud = panel.balloons.some(({ kind, speaker }) => kind === "shout" && speaker === panel.figures[index]?.person);
  return { bounds, shot: panel.shot, night, seed, prefix: `${prefix}${index}-`, others, covered, onFloor, loud };
}

/** Where people of old Japan leave their shoes at the door and sit on the floor. */
const floored: ReadonlySet<PlaceSheet["kind"]> = new Set([
  "room",
  "hall",
  "bedroom",
  "library",
  "corridor",
  "inn",
  "tavern",
  "castle",
]);

const headAndChest = ({ x, y, size }: StagedFigure["head"]): Rect => ({
  x: x - 0.6 * size,
  y: y - 0.6 * size,
  width: 1.2 * size,
  height: 2.4 * size,
});

/** Nobody is a black shape who is large enough for clothes; by night and at dusk that is a little more. */
function inTheirClothes(brief: PanelBrief): PanelBrief {
  const { panel } = brief;
  const dark = panel.time === "night" || panel.time === "dusk";
  const figures = panel.figures.map((figure) => ({
    ...figure,
    silhouette: figure.silhouette && figure.head.size < (dark ? 16 : 11),
  }));
  return { ...brief, panel: { ...panel, time: tellsStars(panel) ? "night" : panel.time, figures } };
}

/** A panel that shows a thing alone; on bare paper where it has no frame. False where the panel shows something else. */
function drawThing(canvas: Canvas, brief: PanelBrief, place: PlaceSheet | null): boolean {
  const { panel, seed, covered } = brief;
  if (panel.figures.length > 0 || panel.prop === null) return false;
  const look = {
    night: panel.time === "night",
    seed,
    covered,
    manner: mannerHere(brief, place),
    bare: panel.frame === "none",
  };
  return drawInsert(canvas, panel.prop, look);
}

/** Where nobody names a place, people stand in an open field rather than in nothing. */
const nowhere: PlaceSheet = { place: "", name: "", kind: "field", inside: false, seed: 11, manner: "european" };

function drawGround(
  canvas: Canvas,
  brief: PanelBrief,
  place: PlaceSheet | null,
  footings: readonly Footing[],
): "place" | "plain" {
  const { panel, seed } = brief;
  const main = mainFigure(panel);
  if (!main || panel.ground === "place") {
    drawPlace(canvas, { ...(place ?? nowhere), dead: tellsDeadBodies(panel) }, viewOf(brief, footings));
    return "place";
  }
  const sheet = brief.sheets.people[main.person];
  feltGround(canvas, {
    feeling: panel.ground === "feeling" ? main.emotion : null,
    tone: panel.ground !== "paper",
    night: panel.time === "night",
    seed,
    head: main.head,
    calm: calmAreas(brief),
    pale: sheet !== undefined && isPale(sheet),
    child: sheet?.age === "child",
  });
  return "plain";
}

/** The manner of a book is one; where the panel has no place, any other place tells it. */
function mannerHere({ sheets }: PanelBrief, place: PlaceSheet | null): PlaceSheet["manner"] {
  return (place ?? Object.values(sheets.places)[0] ?? nowhere).manner;
}

function viewOf(brief: PanelBrief, footings: readonly Footing[]): PlaceView {
  const { panel } = brief;
  return {
    bounds: brief.bounds,
    shot: panel.shot,
    camera: panel.camera,
    scenery: panel.figures.length === 0 ? panel.scenery : "place",
    time: panel.time ?? "day",
    weather: panel.weather ?? "clear",
    heads: panel.figures.map(({ head: { x, y, size } }, i) => ({
      x,
      y,
      size,
      feet: footings[i]?.ground ?? y + 6.9 * size,
    })),
    covered: brief.covered,
    lettered: panel.balloons.filter(({ ink }) => ink !== undefined).map(boxOf),
    seed: brief.seed,
  };
}

const boxOf = ({ centre, radiusX, radiusY }: Panel["balloons"][number]): Rect => ({
  x: centre.x - radiusX,
  y: centre.y - radiusY,
  width: 2 * radiusX,
  height: 2 * radiusY,
});

function mainFigure(panel: Panel): StagedFigure | undefined {
  return (
    panel.figures.find((figure) => figure.speaks) ?? [...panel.figures].sort((a, b) => b.head.size - a.head.size)[0]
  );
}

/** Running water that a man can stand in. */
const isStream = (place: PlaceSheet): boolean => place.kind === "river" && !isPool(place);

const elementOf = (brief: PanelBrief): ElementLayer => ({
  night: brief.panel.time === "night",
  seed: brief.seed,
  heads: brief.panel.figures.map(({ head }) => head),
  calm: calmAreas(brief),
});

const calmAreas = (brief: PanelBrief): Rect[] => [
  ...brief.panel.figures.map(({ head }) => grown(faceBox(head), 0.3 * head.size)),
  ...brief.covered,
];

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** Lines of motion lie behind who moves, and end there. */
function drawSpeed(canvas: Canvas, brief: PanelBrief, ink: "#000" | "#fff"): void {
  const { panel, bounds, seed } = brief;
  const mover = panel.figures.find(({ pose }) => pose === "run" || pose === "leap") ?? mainFigure(panel);
  if (!mover) return speedLines(canvas, -1, ink, seed, calmAreas(brief));
  const { x, size, yaw } = mover.head;
  const way = yaw < 0 ? -1 : 1;
  const back = x - way * 1.3 * size;
  const ahead =
    way < 0 ? { ...bounds, width: back - bounds.x } : { ...bounds, x: back, width: bounds.x + bounds.width - back };
  speedLines(canvas, way, ink, seed, [...calmAreas(brief), ahead]);
}

function drawEffect(canvas: Canvas, brief: PanelBrief, backdrop: "place" | "plain"): void {
  const { panel, seed, bounds } = brief;
  const main = mainFigure(panel);
  const short = Math.min(bounds.width, bounds.height);
  const centre = main?.head ?? {
    x: bounds.x + bounds.width / 2,
    y: bounds.y + bounds.height / 2,
    size: short * 0.4,
  };
  const night = panel.time === "night";
  const ink = night ? "#fff" : "#000";
  const calm = calmAreas(brief);
  // A burst around a tiny head is a halo: lines of force need a face that carries them.
  const carries = centre.size >= 0.1 * bounds.height;
  switch (panel.effect) {
    case "focus":
      if (carries)
        focusLines(canvas, centre, Math.max(centre.size * 1.2, short * 0.3), ink, seed, backdrop === "place" ? 0.6 : 1);
      return;
    case "speed":
      // A thin black over a screen would be an even grey.
      if (backdrop === "place" && !night) canvas.cover(0.35, "white");
      drawSpeed(canvas, brief, ink);
      return;
    case "impact":
      if (backdrop === "plain") impactFlash(canvas, centre, Math.min(centre.size, short * 0.42), seed);
      else if (carries) focusLines(canvas, { x: centre.x, y: centre.y + centre.size }, short * 0.46, ink, seed, 0.7);
      return;
    case "smoke":
      drawSmoke(canvas, elementOf(brief));
      return;
    // What comes before the people is drawn after them.
    case "water":
    case "fire":
    case "shelter":
      return;
    case "gloom":
      gloom(canvas, seed);
      return;
    case "sparkle":
      sparkle(canvas, seed, calm, night && backdrop === "place" ? "#fff" : "#000");
      return;
    case null:
  }
}
