import type { Point, Rect } from "../geometry/geometry.ts";
import { type Random, randomFrom } from "../geometry/random.ts";
import { beastStature } from "../page/stature.ts";
import type { StagedFigure } from "../page/page.ts";
import type { Species } from "../story/story.ts";
import type { ModelSheet } from "./artist.ts";
import { brief, type Canvas } from "./canvas.ts";
import { drawFigure } from "./people/draw-figure.ts";

/** A party of beasts and birds who stand about on the ground of a place, whole, each turned to the middle. */

type Beast = Exclude<Species, "human">;

/** Where the members of a party stand: across, the ground under them, both as shares of the panel; hindmost first. */
interface Station {
  across: number;
  ground: number;
  size: number;
}

const stations: readonly Station[] = [
  { across: 0.3, ground: 0.68, size: 0.62 },
  { across: 0.62, ground: 0.67, size: 0.6 },
  { across: 0.86, ground: 0.73, size: 0.68 },
  { across: 0.12, ground: 0.75, size: 0.7 },
  { across: 0.46, ground: 0.78, size: 0.78 },
  { across: 0.72, ground: 0.85, size: 0.88 },
  { across: 0.24, ground: 0.9, size: 0.94 },
  { across: 0.5, ground: 0.97, size: 1 },
];

/** A flat strip has room for one row of large ones, a tall panel for every second. */
function stationsIn(shape: number): readonly Station[] {
  if (shape < 0.8) return stations.filter((_, i) => i % 2 === 0);
  if (shape < 2.4) return stations;
  return Array.from({ length: 8 }, (_, i) => ({
    across: (i + 0.5) / 8,
    ground: i % 2 ? 0.95 : 0.86,
    size: i % 2 ? 1.6 : 1.4,
  }));
}

/** Nameless company in a book of many kinds. */
const motley: readonly (readonly [Beast, string])[] = [
  ["bird", "duck"],
  ["mouse", "mouse"],
  ["bird", "lory"],
  ["rabbit", "rabbit"],
  ["bird", "dodo"],
  ["bird", "owl"],
  ["frog", "frog"],
  ["bird", "magpie"],
];

/** Who comes together in a wood where the book names no creature. */
const woodland: readonly (readonly [Beast, string])[] = [
  ["deer", "deer"],
  ["rabbit", "hare"],
  ["fox", "fox"],
  ["bird", "owl"],
  ["deer", "fawn"],
  ["rabbit", "rabbit"],
  ["bird", "crow"],
  ["mouse", "mouse"],
];

/** Kinds from which on a party is a motley one; a pack of dogs stays among its own. */
const manyKinds = 3;

/** Who fills up a party: strangers of the kinds that the book has. */
function companyFor(named: readonly ModelSheet[]): readonly (readonly [Beast, string])[] {
  const kinds = [...new Set(named.map(({ species }) => species))].flatMap((kind) => (kind === "human" ? [] : [kind]));
  if (kinds.length >= manyKinds) return motley;
  const filled = Array.from({ length: 8 }, (_, i) => kinds[i % kinds.length]).flatMap((kind) => kind ?? []);
  return kinds.length === 0 ? woodland : filled.map((kind, i) => [kind, `${kind} ${i}`] as const);
}

/** Height of a body as a share of the panel's, so that a dodo towers over a mouse and the mouse is still seen. */
function tallness(species: Beast, name: string): number {
  if (species === "mouse" || species === "frog") return 0.24;
  if (/dodo|stork|crane|swan|ostrich|flamingo/i.test(name)) return 0.5;
  if (species === "bird") return 0.34;
  return large.has(species) ? 0.56 : 0.38;
}

const large: ReadonlySet<Species> = new Set<Species>(["horse", "bear", "cow", "deer", "donkey", "lion"]);

interface Look {
  bounds: Rect;
  people: readonly ModelSheet[];
  night: boolean;
  seed: number;
  prefix: string;
}

interface Member {
  sheet: ModelSheet;
  figure: StagedFigure;
  /** Where it stands on the page, and how tall it is. */
  foot: Point;
  tall: number;
}

/** Draws the creatures of a book gathered in a place, nameless ones among them. */
export function drawParty(canvas: Canvas, look: Look): void {
  const { bounds, seed, prefix, night } = look;
  for (const [i, { sheet, figure, foot, tall }] of partyIn(look).entries()) {
    canvas.fill(flatShadow(foot.x, foot.y, tall * 0.55), night ? "#000" : canvas.dots(0.44, null));
    const view = { bounds, shot: "full", night, seed, prefix: `${prefix}g${i}-` } as const;
    canvas.figure(drawFigure(figure, sheet, view), sheet);
  }
}

/** Who comes to the party and where each stands, hindmost first; the tall stand behind. */
export function partyIn({ bounds, people, seed }: Pick<Look, "bounds" | "people" | "seed">): Member[] {
  const random = randomFrom(`${seed} party`);
  const places = stationsIn(bounds.width / bounds.height);
  const party = membersOf(people, random)
    .slice(0, places.length)
    .sort((a, b) => tallOf(b) - tallOf(a));
  const short = Math.min(bounds.height, bounds.width * 0.62);
  return party.flatMap((sheet, i) => {
    const place = places[i];
    if (!place || sheet.species === "human") return [];
    const tall = short * tallness(sheet.species, sheet.name) * place.size * random.between(0.94, 1.06);
    const foot = { x: bounds.x + place.across * bounds.width, y: bounds.y + place.ground * bounds.height };
    return [{ sheet, foot, tall, figure: member(sheet, sheet.species, foot, { tall, bounds, random }) }];
  });
}

const tallOf = ({ species, name }: ModelSheet): number => (species === "human" ? 0 : tallness(species, name));

/** Beasts of the cast first, then company of other kinds. */
function membersOf(people: readonly ModelSheet[], random: Random): ModelSheet[] {
  const named = people.filter(
    ({ species, costume }) => species !== "human" && gathers.has(species) && costume === "none",
  );
  const pattern = people[0];
  if (!pattern) return [];
  const prey = named.some(({ species }) => species === "mouse" || species === "bird");
  const friends = prey ? named.filter(({ species }) => species !== "cat") : named;
  const known = new Set(named.map(({ name }) => kindIn(name)));
  const others = companyFor(named)
    .filter(([, name]) => !known.has(name))
    .map(([species, name]): ModelSheet => ({
      ...pattern,
      person: `party ${name}`,
      name,
      species,
      costume: "none",
      hat: "none",
      beard: "none",
      glasses: "none",
      marks: [],
      hairColour: random.pick(["black", "brown", "grey", "fair"]),
      seed: Math.floor(random() * 1e6),
    }));
  return [...friends, ...others];
}

const gathers: ReadonlySet<Species> = new Set<Species>([
  "cat",
  "dog",
  "wolf",
  "cow",
  "deer",
  "goat",
  "rabbit",
  "mouse",
  "bird",
  "bear",
  "fox",
  "frog",
  "pig",
  "sheep",
  "reptile",
]);

const kindIn = (name: string): string =>
  motley.find(([, kind]) => name.toLowerCase().includes(kind))?.[1] ?? name.toLowerCase();

function member(
  { person, name }: ModelSheet,
  species: Beast,
  at: { x: number; y: number },
  { tall, bounds, random }: { tall: number; bounds: Rect; random: Random },
): StagedFigure {
  const { ground, beast } = beastStature(species, false, name);
  const pose = random() < 0.3 ? "sit" : "stand";
  const under = beast.grounds[pose] ?? ground;
  const middle = bounds.x + bounds.width / 2;
  const towards = at.x < middle ? 1 : -1;
  const size = Math.min(tall / (under + 0.7), (bounds.width * 0.34) / (beast.length + 0.6));
  const half = ((beast.length - 1) / 2) * size;
  // Body behind the head: the whole of it stays in the picture.
  const x = Math.max(
    bounds.x + size + (towards > 0 ? 2 * half : 0),
    Math.min(bounds.x + bounds.width - size - (towards < 0 ? 2 * half : 0), at.x + towards * half),
  );
  return {
    person,
    head: { x, y: at.y - under * size, size, yaw: towards * random.between(28, 62), pitch: 0, tilt: 0 },
    emotion: random.pick(["neutral", "surprised", "neutral", "calm"]),
    pose,
    speaks: false,
    silhouette: false,
    holds: null,
  };
}

/** An ellipse on the ground. */
function flatShadow(x: number, y: number, reach: number): string {
  const [across, down] = [brief(reach), brief(reach * 0.14)];
  const turn = `a${across} ${down} 0 1 0`;
  return `M${brief(x - reach)} ${brief(y)}${turn} ${brief(2 * reach)} 0${turn} ${brief(-2 * reach)} 0Z`;
}
