import { type Rect, overlapArea } from "../geometry/geometry.ts";
import { type Random, randomFrom } from "../geometry/random.ts";
import type { Panel, StagedFigure } from "../page/page.ts";
import type { Emotion } from "../script/script.ts";
import type { Costume, ModelSheet, PlaceSheet } from "./artist.ts";
import type { Canvas } from "./canvas.ts";
import { coloursFor } from "./palette-people.ts";
import { drawFigure } from "./people/draw-figure.ts";

/**
 * Rows of a crowd, back to front: head height and height of the heads' middle, both as shares of the panel's size. Seen from the
 * height of the eyes all heads are nearly level: a front row much lower would stand in a ditch.
 */
export const rows = [
  { size: 0.125, y: 0.665 },
  { size: 0.155, y: 0.765 },
] as const;

/** Heads from middle to middle in a row, in head sizes, and from the middle of the outermost to the frame: nobody is cut by the edge. */
const spacing = 2.2;
const edge = 1.5;

/**
 * People of no name who fill a place: two rows of heads and shoulders at the lower edge of the panel. `towards` says
 * whether they look at the reader or into the picture, or go past it, all to one side. They wear what people of the book wear.
 */
export function drawOnlookers(
  canvas: Canvas,
  panel: Pick<Panel, "time">,
  look: {
    bounds: Rect;
    people: readonly ModelSheet[];
    place: PlaceSheet | null;
    towards: "reader" | "picture" | "aside";
    /** All wear white. */
    white: boolean;
    /** What balloons hide: a head that looks out over them would lie on whoever stands behind. */
    covered: readonly Rect[];
    seed: number;
    prefix: string;
  },
): void {
  const { bounds, towards, covered, seed, prefix } = look;
  const random = randomFrom(`${seed} onlookers`);
  const wardrobe = wardrobeOf(look.people, look.place);
  if (wardrobe.length === 0) return;
  const way = random() < 0.5 ? -1 : 1;
  const unit = Math.min(bounds.height, bounds.width * 1.1);
  for (const [row, { size, y }] of rows.entries()) {
    const head = unit * size;
    // By the width of the foremost: so each head of one row stands in a gap of the other.
    const across = seatsIn(bounds, unit * rows[1].size, row);
    for (const [i, x] of across.entries()) {
      const at = {
        x: x + random.between(-0.1, 0.1) * head,
        y: bounds.y + bounds.height - unit * (1 - y) + random.between(-0.04, 0.04) * head,
      };
      const somebody = extra(random, wardrobe, look.place);
      const sheet: ModelSheet = look.white ? inWhite(somebody, look.place) : somebody;
      const turned = onlooker(sheet, { ...at, size: head }, (x - bounds.x) / bounds.width, towards, random);
      const figure = towards === "aside" ? goingBy(turned, way, random) : turned;
      if (covered.some((rect) => overlapArea(rect, bustOf(figure.head)) > mostHidden * bustArea * head ** 2)) continue;
      const view = {
        bounds,
        shot: "medium",
        night: panel.time === "night",
        seed,
        prefix: `${prefix}c${row}${i}-`,
      } as const;
      canvas.figure(drawFigure(figure, sheet, view), sheet);
    }
  }
}

/** In a procession all go one way. */
const goingBy = (figure: StagedFigure, way: 1 | -1, random: Random): StagedFigure => ({
  ...figure,
  head: { ...figure.head, yaw: way * random.between(62, 84), pitch: -8, tilt: 0 },
  emotion: "calm",
});

/** Dressed in white and bare-headed; in Japan in a kimono. */
const inWhite = (sheet: ModelSheet, place: PlaceSheet | null): ModelSheet => ({
  ...sheet,
  cloth: "white",
  hat: "none",
  costume: place?.manner === "japanese" ? "kimono" : "robe",
});

/** Head and shoulders, and the share of them that may lie under a balloon. */
const bustOf = ({ x, y, size }: StagedFigure["head"]): Rect => ({
  x: x - 0.9 * size,
  y: y - 0.6 * size,
  width: 1.8 * size,
  height: 2.2 * size,
});
const bustArea = 1.8 * 2.2;
const mostHidden = 0.3;

/** Middles of the heads of a row, in page units; the rows stand in one another's gaps. */
export function seatsIn(bounds: Rect, head: number, row: number): number[] {
  const room = bounds.width - 2 * edge * head;
  const count = Math.max(1, Math.floor(room / (spacing * head)) + (row % 2 === 0 ? 0 : 1));
  const step = count > 1 ? room / (row % 2 === 0 ? count : count - 1) : 0;
  const first = bounds.x + edge * head + (row % 2 === 0 ? step / 2 : 0);
  return count === 1 ? [bounds.x + bounds.width / 2] : Array.from({ length: count }, (_, i) => first + i * step);
}

const stares: readonly Emotion[] = ["neutral", "surprised", "calm", "neutral"];

/** Who looks into the picture turns to a neighbour now and then: a crowd of backs alone has no faces. */
const neighbourly = 0.4;

/** Heads turn to the middle of the picture: `across` is 0 at its left edge and 1 at its right. */
function onlooker(
  { person }: ModelSheet,
  at: { x: number; y: number; size: number },
  across: number,
  towards: "reader" | "picture" | "aside",
  random: Random,
): StagedFigure {
  const inward = (0.5 - across) * 70 + random.between(-16, 16);
  const aside = towards === "picture" && random() < neighbourly;
  const yaw = towards === "reader" ? inward : aside ? (across < 0.5 ? 1 : -1) * 84 : 180 - inward * 0.8;
  const head = { ...at, yaw: yaw > 180 ? yaw - 360 : yaw, pitch: 0, tilt: random.between(-4, 4) };
  const emotion = towards === "reader" ? random.pick(stares) : "calm";
  return { person, head, emotion, pose: "stand", speaks: false, silhouette: false, holds: null };
}

/** What everybody may wear: no crown, no armour and nobody's fur. */
export function wardrobeOf(people: readonly ModelSheet[], place: PlaceSheet | null): readonly ModelSheet[] {
  const plain = people.filter(({ species, costume }) => species === "human" && !rare.has(costume));
  const pupils = plain.filter(({ age, gender }) => (age === "child" || age === "young") && gender === "male");
  if (place?.kind !== "school") return plain;
  const staff = plain.filter(({ age }) => age === "adult" || age === "old");
  return (
    [/控所|職員室|教員|\bstaff\b|\bmasters\b/iu.test(place.name) ? staff : pupils, plain].find(
      ({ length }) => length > 0,
    ) ?? plain
  );
}

const rare: ReadonlySet<Costume> = new Set<Costume>([
  "regal",
  "armour",
  "space-suit",
  "none",
  "samurai",
  "monk",
  "rags",
]);

/** In a street of old Europe nobody goes bareheaded; and seen from behind hats tell people apart. */
function hatOf(random: Random, { gender }: ModelSheet, place: PlaceSheet | null): ModelSheet["hat"] {
  if (place === null || place.manner !== "european" || !outdoors.has(place.kind)) return "none";
  return gender === "female" ? random.pick(["hat", "hat", "none"]) : random.pick(["hat", "cap", "hat", "top-hat"]);
}

/** Who wears these goes without the hats of the street. */
const ranked: ReadonlySet<Costume> = new Set<Costume>(["uniform", "police", "sailor", "clergy", "livery"]);

const outdoors: ReadonlySet<PlaceSheet["kind"]> = new Set<PlaceSheet["kind"]>([
  "street",
  "village",
  "market",
  "platform",
  "harbour",
  "bridge",
  "gate",
  "castle",
  "road",
  "field",
]);

/** Somebody in the dress of one of the book, with a head of their own. */
export function extra(random: Random, wardrobe: readonly ModelSheet[], place: PlaceSheet | null): ModelSheet {
  const dress = random.pick(wardrobe);
  // Where men wear topknots all do: a short cut among them is of another century.
  const knots = wardrobe.filter(({ gender, hairStyle }) => gender === "male" && hairStyle === "tied");
  const knotted = place?.manner === "japanese" && dress.gender === "male" && knots.length > 0;
  const sheet: ModelSheet = {
    ...dress,
    person: "onlooker",
    seed: Math.floor(random() * 1e6),
    // Wild and curly heads draw the eye to people who mean nothing.
    hairStyle: knotted || dress.gender === "female" || dress.hairStyle === "tied" ? "tied" : "short",
    hat: ranked.has(dress.costume) ? "none" : hatOf(random, dress, place),
    beard: "none",
    glasses: "none",
    marks: [],
    // A tail down the middle of a back would be a pipe: women of no name wear buns.
    hairCut:
      dress.gender === "female"
        ? random.pick([1, 3, 5, 7])
        : knotted
          ? random.pick(knots).hairCut
          : Math.floor(random() * 10),
    hairColour: place?.manner === "japanese" ? dress.hairColour : random.pick(["black", "brown", "fair", "brown"]),
    face: random.pick(["oval", "round", "square", "long"]),
    eyes: random.pick(["round", "narrow", "large"]),
    brows: random.pick(["thin", "thick"]),
    nose: random.pick(["small", "straight", "broad"]),
    cloth: random.pick(["black", "grey", "dark", "white"]),
  };
  return dress.colours ? { ...sheet, colours: coloursFor(sheet, []) } : sheet;
}
