import { type Random, hashText, randomFrom } from "../geometry/random.ts";
import type {
  Age,
  Build,
  Gender,
  HairColour,
  HairStyle,
  Height,
  Looks,
  Person,
  Place,
  Species,
  World,
} from "../story/story.ts";
import { isMonster } from "../story/monsters.ts";
import type { ModelSheet } from "./artist.ts";
import { beastDress, dressed } from "./cast-costume.ts";
import { beardOf, hairColour, hairCut, hairStyle, underHat } from "./cast-hair.ts";
import { type Manner, type Setting, settingOf } from "./cast-setting.ts";
import { type Station, ageInName, genderInName, hatOfOffice, stationOf } from "./cast-station.ts";
import { type HairCut, cutOf } from "./people/hair-cuts.ts";
import { weighted } from "./weighted.ts";

const candidates = 48;

/**
 * Makes the model sheet of every person: what the text says first, the rest by seed (D2). Main people are dressed
 * first; of several candidates each person gets the one that differs most from all who are already dressed (D3).
 */
export function castSheets(
  cast: readonly Person[],
  seed: number,
  manner: Manner,
  places: readonly Place[] = [],
  world?: World,
): Record<string, ModelSheet> {
  const rank = { main: 0, narrator: 1, secondary: 2, minor: 3 } as const;
  const order = cast.toSorted(
    (a, b) => rank[a.role] - rank[b.role] || b.mentions - a.mentions || (a.id < b.id ? -1 : 1),
  );
  const setting = settingOf(cast, places, manner, world);
  const sheets: Record<string, ModelSheet> = {};
  const done: Seen[] = [];
  for (const person of order) {
    const sheet = mostDistinct(person, done, seed, setting);
    sheets[person.id] = sheet;
    done.push(seen(sheet));
  }
  return sheets;
}

function mostDistinct(person: Person, done: readonly Seen[], seed: number, setting: Setting): ModelSheet {
  const base = hashText(`${seed} ${person.id} ${person.name}`);
  let best = imagine(person, base, setting);
  let most = -1;
  for (let i = 0; i < candidates; i++) {
    const sheet = imagine(person, (base + i * 7919) >>> 0, setting);
    const own = seen(sheet);
    const near = done.slice(-24).map((other, k) => apartness(own, other) - twinned(own, other) + k * 1e-6);
    const apart =
      near.length === 0 ? 0 : Math.min(...near) + (0.08 * near.reduce((sum, d) => sum + d, 0)) / near.length;
    const least = apart - i * 1e-3 - invented(sheet, person) + character(sheet, person, setting);
    if (least > most || i === 0) [best, most] = [sheet, least];
  }
  return best;
}

const bushy: readonly HairStyle[] = ["curly", "wild"];

/** What is striking and not in the text: being told apart is no reason to make everybody bald, old or bespectacled. */
function invented(sheet: ModelSheet, { looks, role, name }: Person): number {
  const leading = role === "main" || role === "narrator";
  return (
    (sheet.hairStyle === "bald" && looks.hairStyle === null ? (leading ? 4 : 2.4) : 0) +
    (sheet.gender === "male" && bushy.includes(sheet.hairStyle) && looks.hairStyle === null ? 4 : 0) +
    (sheet.glasses !== "none" && looks.glasses === null ? 1.6 : 0) +
    (sheet.beard === "full-beard" && looks.beard === null ? (leading ? 4 : 0.6) : 0) +
    (sheet.beard === "beard" && looks.beard === null && leading ? 3 : 0) +
    (sheet.hairColour === "grey" && sheet.age !== "old" && looks.hairColour === null ? (leading ? 4 : 2) : 0) +
    (sheet.build === "stout" && looks.build === null && leading ? 1.2 : 0) +
    (sheet.age === "old" && looks.age === null && ageInName({ name }) === null ? 5 : 0)
  );
}

/**
 * What makes a face worth following through a book, where the text leaves it open: the leading man of the old West is
 * lean, with a nose; who tells of him in town wears the moustache of the time.
 */
function character(sheet: ModelSheet, { role }: Person, { manner, era, ground }: Setting): number {
  if (sheet.species !== "human" || sheet.gender !== "male" || manner !== "european" || sheet.age === "child") return 0;
  if (role === "narrator") return era === "victorian" && ground === "town" && sheet.beard === "moustache" ? 3 : 0;
  if (role !== "main") return 0;
  return (
    (sheet.nose === "hooked" ? 1.2 : 0) +
    (sheet.hairColour === "black" ? 0.8 : 0) +
    (sheet.build === "thin" ? 0.6 : 0) +
    (sheet.face === "long" ? 0.5 : 0) +
    (sheet.age === "adult" ? 0.4 : 0) +
    (sheet.height === "tall" ? 0.3 : 0)
  );
}

const differs = (weight: number, same: boolean): number => (same ? 0 : weight);

/** How far two sheets lie apart for a reader: what is large and black counts most, and most panels show a head and little else. */
export const difference = (a: ModelSheet, b: ModelSheet): number => apartness(seen(a), seen(b));

/** A sheet with the cut of its hair, which is looked at again and again. */
interface Seen {
  sheet: ModelSheet;
  cut: HairCut;
}

const seen = (sheet: ModelSheet): Seen => ({ sheet, cut: cutOf(sheet) });

/** Nearer than this two heads of one sex are taken for one, whatever they wear. */
const twinHeads = 7;

/** What it costs that two heads are near each other. */
function twinned(one: Seen, other: Seen): number {
  const [a, b] = [one.sheet, other.sheet];
  const alike = a.species === b.species && a.gender === b.gender && (a.age === "child") === (b.age === "child");
  return alike ? 1.4 * Math.max(0, twinHeads - headDifference(one, other)) : 0;
}

function apartness(one: Seen, other: Seen): number {
  const [a, b] = [one.sheet, other.sheet];
  return (
    headDifference(one, other) +
    differs(6, a.species === b.species) +
    differs(3, a.gender === b.gender) +
    differs(
      a.age === "child" || b.age === "child" ? 4 : a.age === "old" || b.age === "old" ? 3 : 0.4,
      a.age === b.age,
    ) +
    differs(1.6, a.build === b.build) +
    differs(0.8, a.height === b.height) +
    differs(1.8, a.costume === b.costume) +
    differs(1.8, a.cloth === b.cloth)
  );
}

function headDifference({ sheet: a, cut }: Seen, { sheet: b, cut: otherCut }: Seen): number {
  return (
    cutDifference(cut, otherCut) +
    differs(3, hairTone(a) === hairTone(b)) +
    differs(1.6, a.hairStyle === b.hairStyle) +
    differs(1.8, a.hat === b.hat) +
    differs(1.6, a.beard === b.beard) +
    differs(1.2, a.glasses === b.glasses) +
    differs(1.8, a.face === b.face) +
    differs(1.1, a.eyes === b.eyes) +
    differs(1.2, a.nose === b.nose) +
    differs(0.9, a.brows === b.brows)
  );
}

/** How different two cuts look, up to 2.5: the fall over the forehead, its length, the mass round the head, and what is tied. */
function cutDifference(a: HairCut, b: HairCut): number {
  const length = Math.abs(a.sideTo - b.sideTo) + Math.abs(a.backTo - b.backTo);
  const mass =
    Math.abs(a.volume + a.quiff - b.volume - b.quiff) + Math.abs(a.loose - b.loose) + Math.abs(a.wave - b.wave);
  const brow = Math.abs(a.high + a.recede - b.high - b.recede) + 0.6 * Math.abs(a.fringeTo - b.fringeTo);
  return Math.min(
    2.5,
    differs(0.8, a.fringe === b.fringe) +
      differs(1.2, a.tie === b.tie) +
      differs(0.3, Math.sign(a.part) === Math.sign(b.part)) +
      1.2 * Math.min(1, length) +
      8 * Math.min(0.12, mass) +
      6 * Math.min(0.12, brow),
  );
}

function hairTone({ hairColour: colour, hairStyle: style }: ModelSheet): string {
  if (style === "bald") return "none";
  return { black: "black", brown: "dark", red: "middle", grey: "light", fair: "white", white: "white" }[colour];
}

/** One way a person could look, true to the text. */
function imagine(person: Person, seed: number, setting: Setting): ModelSheet {
  const random = randomFrom(seed);
  const { role } = person;
  const looks = ownLooks(person.looks);
  const species: Species = looks.species?.value ?? "human";
  const human = species === "human";
  const gender = person.gender ?? genderInName(person) ?? guessedGender(random, person, species);
  const age = looks.age?.value ?? ageInName(person) ?? guessedAge(random, person);
  const station = human ? stationOf(person) : "none";
  const wearer = {
    name: person.name,
    looks,
    age,
    gender,
    role,
    station,
    leading: role === "main" || role === "narrator",
  };
  const hat = human ? hatOf(person, gender, setting) : "none";
  const style = looks.hairStyle?.value ?? underHat(hat, gender, hairStyle(random, wearer, setting));
  const clothes = dressed(random, wearer, setting);
  const sheet: ModelSheet = {
    person: person.id,
    name: person.name,
    seed,
    species,
    gender,
    age,
    build: looks.build?.value ?? guessedBuild(random, age),
    height: looks.height?.value ?? weighted<Height>(random, { short: 2, average: 4, tall: 2 }),
    face: faceOf(random, age, gender),
    skin: looks.skin === null || looks.skin.value === "light" ? "light" : "dark",
    hairColour: looks.hairColour?.value ?? colourInName(person.name) ?? hairColour(random, wearer, setting),
    hairStyle: style,
    hairCut: hairCut(random, style, wearer, setting),
    ...featuresOf(random, age, gender, setting),
    beard: human ? beardOf(random, wearer, setting) : "none",
    glasses: looks.glasses?.value ?? (human ? glassesOf(random, age, gender, station) : "none"),
    hat,
    marks: human ? marksOf(random, wearer, setting) : [],
    costume: human ? clothes.costume : beastDress(looks, person.name, gender, setting),
    cloth: clothes.cloth,
  };
  return human && isMonster(person.name) ? { ...sheet, ...monstrous } : sheet;
}

/** What shows a monster at a glance: a gaunt scarred face with sunken eyes under wild hair, and rags on a huge frame. */
const monstrous: Partial<ModelSheet> = {
  age: "adult",
  build: "average",
  height: "tall",
  face: "long",
  hairColour: "black",
  hairStyle: "long",
  hairCut: 1,
  brows: "thick",
  eyes: "tired",
  nose: "broad",
  beard: "none",
  glasses: "none",
  hat: "none",
  marks: ["stitches"],
  costume: "rags",
  cloth: "dark",
};

/** Pimples are of the young: white hair and a beard that stand beside them in the text are somebody else's. */
function ownLooks(looks: Looks): Looks {
  if (!/面皰|にきび|ニキビ|pimpl|acne/.test(words(looks))) return looks;
  return { ...looks, age: null, hairColour: null, beard: null };
}

/**
 * A beast is no lady unless the text says so; of people without a pronoun in old books two in three are men, of those
 * who tell of themselves and give no sign nearly all. */
/** Whom a book calls by a bare name and never by a pronoun is in most novels a man; of those called by what they do, one in three is none. */
function guessedGender(random: Random, { role, name }: Person, species: Species): Gender {
  // Whom a book never calls she is seldom a woman, and hardly ever where a surname is all of the name.
  const women = /^\p{Lu}/u.test(name) ? 0 : 0.2;
  const coin: Gender = random() < women ? "female" : "male";
  return species === "human" && role !== "narrator" ? coin : "male";
}

/** Nobody who carries the book is old unless the text says it; the bald and the grey are not young. */
function guessedAge(random: Random, { role, looks }: Person): Age {
  const worn = looks.hairStyle?.value === "bald" || /^(?:grey|white)$/.test(looks.hairColour?.value ?? "");
  const young = worn ? 0 : role === "narrator" ? 9 : 4;
  return weighted(random, { young, adult: 5, old: role === "minor" ? 1 : 0 });
}

function guessedBuild(random: Random, age: Age): Build {
  return weighted(random, { thin: 3, average: 5, stout: age === "young" || age === "child" ? 0.6 : 2 });
}

function faceOf(random: Random, age: Age, gender: Gender): ModelSheet["face"] {
  if (age === "child") return random.pick(["round", "oval", "heart", "long", "square"]);
  return gender === "female"
    ? random.pick(["oval", "heart", "round", "long"])
    : random.pick(["oval", "square", "long", "square", "round"]);
}

function featuresOf(
  random: Random,
  age: Age,
  gender: Gender,
  { manner }: Setting,
): Pick<ModelSheet, "brows" | "eyes" | "nose"> {
  const old = age === "old";
  const hooked = manner === "japanese" ? 0.15 : 1;
  if (gender === "female")
    return {
      brows: weighted(random, { thin: 4, slanted: 2, thick: age === "child" ? 2 : 0.5 }),
      eyes:
        age === "child"
          ? weighted(random, { large: 4, round: 4, narrow: 2 })
          : weighted(random, { large: old ? 0.6 : 4, round: 3, narrow: 2, tired: old ? 3 : 0.4 }),
      nose:
        age === "child"
          ? childNose(random)
          : weighted(random, { small: 4, straight: 3, hooked: (old ? 1 : 0.2) * hooked, broad: 0.6 }),
    };
  // Large eyes and thin brows make a man's face a woman's.
  return {
    brows: weighted(random, { thick: 4, slanted: 3, thin: age === "child" ? 4 : 0 }),
    eyes:
      age === "child"
        ? random.pick(["large", "round"])
        : weighted(random, { round: 3, narrow: 4, tired: old ? 3 : 1.2 }),
    nose:
      age === "child"
        ? childNose(random)
        : weighted(random, { straight: 4, hooked: 2.4 * hooked, broad: 2, small: 0.4 }),
  };
}

const childNose = (random: Random): ModelSheet["nose"] => weighted(random, { small: 4, straight: 1.5, broad: 1.5 });

const words = (looks: Looks): string =>
  [...looks.clothes, ...looks.marks].map((trait) => trait.value.toLowerCase()).join(" ");

/** The White Rabbit is white. */
function colourInName(name: string): HairColour | null {
  const colour = /\b(black|brown|red|grey|white)\b/i.exec(name)?.[1]?.toLowerCase();
  const known: readonly HairColour[] = ["black", "brown", "red", "grey", "white"];
  return known.find((each) => each === colour) ?? null;
}

/** Bare-headed indoors and out unless an office or the text says otherwise: the sheet does not know where the person stands. */
function hatOf(person: Person, gender: Gender, setting: Setting): ModelSheet["hat"] {
  const { looks } = person;
  // A bald head that is told of is to be seen.
  const office = looks.hat === null && looks.hairStyle?.value === "bald" ? null : hatOfOffice(person, setting);
  if (office) return office;
  const said = looks.hat?.value ?? "none";
  const woman = gender === "female";
  if ((said === "bonnet" || said === "hood" || said === "scarf") && !woman) return "none";
  if ((said === "cap" || said === "top-hat") && woman) return setting.era === "modern" ? said : "bonnet";
  return said;
}

/** Spectacles nobody mentions belong to scholars and the old; a monocle is only for him of whom it is told. */
function glassesOf(random: Random, age: Age, gender: Gender, station: Station): ModelSheet["glasses"] {
  if (age === "child") return "none";
  const many = station === "scholar" || station === "clergy" ? 3 : age === "old" ? 2 : gender === "male" ? 0.4 : 0;
  return weighted(random, { none: 10, spectacles: many });
}

function marksOf(
  random: Random,
  { looks, gender, age, leading }: { looks: Looks; gender: Gender; age: Age; leading: boolean },
  { manner }: Setting,
): ModelSheet["marks"] {
  const west = manner !== "japanese";
  const said = words(looks);
  const marks: ModelSheet["marks"] = [];
  if (said.includes("freckle") || (west && age !== "old" && random() < (age === "child" ? 0.3 : 0.06)))
    marks.push("freckles");
  if (/\bscar/.test(said)) marks.push("scar");
  if (/\bmole\b/.test(said) || (random() < 0.06 && !leading)) marks.push("mole");
  if (/\bpatch(?:es|ed|work)\b|継ぎ[はだ当]|つぎはぎ/.test(said)) marks.push("patches");
  if (said.includes("wrinkle") || age === "old") marks.push("wrinkles");
  if (/ear-?ring/.test(said) || (west && gender === "female" && age === "adult" && random() < 0.25))
    marks.push("earrings");
  return marks;
}
