import { type Random, hashText, randomFrom } from "../geometry/random.ts";
import type { Age, Build, Gender, HairColour, HairStyle, Height, Looks, Person, Species } from "../story/story.ts";
import type { Costume, ModelSheet } from "./artist.ts";

/** Which wardrobe a book is dressed from. */
export type Manner = "european" | "japanese" | "modern";

const candidates = 28;

/**
 * Makes the model sheet of every person: what the text says first, the rest by seed (D2). Main people are dressed
 * first; of several candidates each person gets the one that differs most from all who are already dressed (D3).
 */
export function castSheets(cast: readonly Person[], seed: number, manner: Manner): Record<string, ModelSheet> {
  const rank = { main: 0, narrator: 1, secondary: 2, minor: 3 } as const;
  const order = cast.toSorted(
    (a, b) => rank[a.role] - rank[b.role] || b.mentions - a.mentions || (a.id < b.id ? -1 : 1),
  );
  const sheets: Record<string, ModelSheet> = {};
  const done: ModelSheet[] = [];
  for (const person of order) {
    const sheet = mostDistinct(person, done, seed, manner);
    sheets[person.id] = sheet;
    done.push(sheet);
  }
  return sheets;
}

function mostDistinct(person: Person, done: readonly ModelSheet[], seed: number, manner: Manner): ModelSheet {
  const base = hashText(`${seed} ${person.id} ${person.name}`);
  let best = imagine(person, base, manner);
  let most = -1;
  for (let i = 0; i < candidates; i++) {
    const sheet = imagine(person, (base + i * 7919) >>> 0, manner);
    const near = done.slice(-24).map((other, k) => difference(sheet, other) + k * 1e-6);
    const apart =
      near.length === 0 ? 0 : Math.min(...near) + (0.08 * near.reduce((sum, d) => sum + d, 0)) / near.length;
    const least = apart - i * 1e-3 - invented(sheet, person.looks);
    if (least > most || i === 0) [best, most] = [sheet, least];
  }
  return best;
}

/** What is striking and not in the text: being told apart is no reason to put everybody into hats and spectacles. */
function invented(sheet: ModelSheet, looks: Looks): number {
  const long = sheet.gender === "male" && sheet.hairStyle === "long";
  return (
    (sheet.hat !== "none" && looks.hat === null && hatOfOffice(sheet.name) === null ? 2.4 : 0) +
    (sheet.hairStyle === "bald" && looks.hairStyle === null && sheet.age !== "old" ? 1.6 : 0) +
    (sheet.glasses !== "none" && looks.glasses === null ? 1.6 : 0) +
    (long && looks.hairStyle === null ? 1.8 : 0) +
    (sheet.beard === "full-beard" && looks.beard === null ? 0.6 : 0) +
    (sheet.age === "old" && looks.age === null ? 2.4 : 0)
  );
}

/** How far two sheets lie apart for a reader: what is large and black counts most. */
export function difference(a: ModelSheet, b: ModelSheet): number {
  const differs = (weight: number, same: boolean): number => (same ? 0 : weight);
  return (
    differs(6, a.species === b.species) +
    differs(3, a.gender === b.gender) +
    differs(
      a.age === "child" || b.age === "child" ? 4 : a.age === "old" || b.age === "old" ? 3 : 0.4,
      a.age === b.age,
    ) +
    differs(3, hairTone(a) === hairTone(b)) +
    differs(2.4, a.hairStyle === b.hairStyle) +
    differs(0.9, a.hairCut === b.hairCut) +
    differs(1.8, a.hat === b.hat) +
    differs(1.6, a.beard === b.beard) +
    differs(1.2, a.glasses === b.glasses) +
    differs(1.6, a.build === b.build) +
    differs(0.8, a.height === b.height) +
    differs(1.3, a.face === b.face) +
    differs(0.9, a.eyes === b.eyes) +
    differs(0.7, a.nose === b.nose) +
    differs(0.6, a.brows === b.brows) +
    differs(1.4, a.costume === b.costume) +
    differs(1.8, a.cloth === b.cloth)
  );
}

function hairTone({ hairColour, hairStyle }: ModelSheet): string {
  if (hairStyle === "bald") return "none";
  return { black: "black", brown: "dark", red: "middle", grey: "light", fair: "white", white: "white" }[hairColour];
}

/** One way a person could look, true to the text. */
function imagine(person: Person, seed: number, manner: Manner): ModelSheet {
  const random = randomFrom(seed);
  const { looks } = person;
  const species: Species = looks.species?.value ?? "human";
  const coin: Gender = random() < 0.5 ? "female" : "male";
  // A beast is no lady unless the text says so.
  const gender: Gender = person.gender ?? (species === "human" ? coin : "male");
  const age: Age = looks.age?.value ?? weighted(random, { young: 4, adult: 5, old: person.role === "minor" ? 2 : 1 });
  const build: Build = looks.build?.value ?? weighted(random, { thin: 3, average: 5, stout: age === "young" ? 1 : 2 });
  const height: Height = looks.height?.value ?? weighted(random, { short: 2, average: 4, tall: 2 });
  const hairColour = looks.hairColour?.value ?? colourInName(person.name) ?? colourOf(random, age, manner);
  const hat =
    looks.hat?.value ??
    (species === "human" ? (hatOfOffice(person.name) ?? hatOf(random, gender, age, manner)) : "none");
  const hairStyle = looks.hairStyle?.value ?? underHat(hat, gender, styleOf(random, age, gender, manner));
  const man = gender === "male" && age !== "child" && species === "human";
  const costume =
    species === "human"
      ? costumeOf(random, looks, hat, gender, age, manner)
      : beastCostume(random, looks, gender, manner);
  return {
    person: person.id,
    name: person.name,
    seed,
    species,
    gender,
    age,
    build,
    height,
    face:
      age === "child"
        ? random.pick(["round", "oval", "heart"])
        : gender === "female"
          ? random.pick(["oval", "heart", "round", "long"])
          : random.pick(["oval", "square", "long", "square", "round"]),
    skin: /\b(dark|black|brown)[- ]skin/.test(words(looks)) ? "dark" : "light",
    hairColour,
    hairStyle,
    hairCut: cutWithin(random, hairStyle, age, gender, manner),
    brows:
      gender === "female"
        ? weighted(random, { thin: 4, slanted: 2, thick: 0.5 })
        : weighted(random, { thick: 4, slanted: 3, thin: age === "child" ? 4 : 0.6 }),
    eyes:
      age === "child"
        ? random.pick(["large", "round"])
        : gender === "female"
          ? weighted(random, { large: 4, round: 3, narrow: 2, tired: age === "old" ? 3 : 0.4 })
          : weighted(random, { round: 3, narrow: 4, tired: age === "old" ? 3 : 1.2, large: 0.8 }),
    nose:
      age === "child"
        ? "small"
        : gender === "female"
          ? weighted(random, { small: 4, straight: 3, hooked: 0.5, broad: 0.6 })
          : weighted(random, { straight: 4, hooked: 2, broad: 2, small: 0.6 }),
    beard: beardOf(random, looks, man, age, manner),
    glasses:
      looks.glasses?.value ??
      (age === "child" || species !== "human"
        ? "none"
        : weighted(random, {
            none: 12,
            spectacles: age === "old" ? 5 : 2,
            monocle: man && manner === "european" ? 0.5 : 0,
          })),
    hat,
    marks: species === "human" ? marksOf(random, looks, gender, age) : [],
    costume,
    cloth: clothOf(random, looks, costume),
  };
}

function weighted<T extends string>(random: Random, weights: Partial<Record<T, number>>): T {
  // Object.keys gives string[]; the keys of a Partial<Record<T, …>> literal are T.
  const keys = Object.keys(weights) as T[];
  const total = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0);
  let left = random() * total;
  for (const key of keys) {
    left -= weights[key] ?? 0;
    if (left < 0) return key;
  }
  return random.pick(keys);
}

const words = (looks: Looks): string =>
  [...looks.clothes, ...looks.marks].map((trait) => trait.value.toLowerCase()).join(" ");

/** The White Rabbit is white. */
function colourInName(name: string): HairColour | null {
  const colour = /\b(black|brown|red|grey|white)\b/i.exec(name)?.[1]?.toLowerCase();
  const known: readonly HairColour[] = ["black", "brown", "red", "grey", "white"];
  return known.find((each) => each === colour) ?? null;
}

function colourOf(random: Random, age: Age, manner: Manner): HairColour {
  if (age === "old") return weighted(random, { white: 5, grey: 4 });
  if (manner === "japanese") return weighted(random, { black: 9, brown: 2, grey: age === "adult" ? 0.6 : 0 });
  return weighted(random, { black: 4, brown: 3, fair: 3, red: 2, grey: age === "adult" ? 0.6 : 0 });
}

function styleOf(random: Random, age: Age, gender: Gender, manner: Manner): HairStyle {
  if (manner === "japanese") return japaneseStyle(random, age, gender);
  if (gender === "female") {
    if (age === "old") return weighted(random, { tied: 6, curly: 2 });
    if (age === "child")
      return weighted(random, { braided: 4, long: 5, tied: 2, curly: 1.5, short: manner === "modern" ? 3 : 0.5 });
    return manner === "european"
      ? weighted(random, { tied: 6, long: age === "young" ? 3 : 0.6, curly: 2, braided: 2 })
      : weighted(random, { long: 4, tied: 4, short: 3, curly: 2, braided: 1 });
  }
  if (age === "old") return weighted(random, { bald: 4, short: 5, curly: 1, wild: 0.6 });
  if (age === "child") return weighted(random, { short: 6, wild: 1.5, curly: 2 });
  return weighted(random, { short: 7, wild: 0.8, curly: 2, long: 0.4, bald: age === "adult" ? 0.8 : 0 });
}

function japaneseStyle(random: Random, age: Age, gender: Gender): HairStyle {
  if (gender === "female")
    return age === "child"
      ? weighted(random, { short: 5, tied: 2, long: 1 })
      : weighted(random, { tied: 5, long: 4, short: 1 });
  if (age === "old") return weighted(random, { tied: 6, bald: 2 });
  return age === "child" ? "short" : "tied";
}

/** What stands or hangs wildly looks torn off under a hat. */
function underHat(hat: ModelSheet["hat"], gender: Gender, style: HairStyle): HairStyle {
  if (hat === "none") return style;
  if (gender === "female") return style === "curly" ? style : "tied";
  return style === "wild" || style === "long" ? "short" : style;
}

/** Cuts of a style that suit age, sex and time; by the numbers of the tables in people/hair-cuts.ts. */
function cutWithin(random: Random, style: HairStyle, age: Age, gender: Gender, manner: Manner): number {
  const any = Math.floor(random() * 10);
  const among = (cuts: readonly number[]): number => cuts[any % cuts.length] ?? any;
  const woman = gender === "female";
  if (style === "braided" && age === "child") return among([0, 2, 8]);
  if (style === "tied" && age === "child") return among(manner === "japanese" ? [2, 6] : [0]);
  if (style === "tied" && manner === "japanese") return woman ? among([6, 3, 5, 6, 1]) : 7;
  if (style === "tied") return woman ? among([1, 3, 5, 9, 0]) : among([0]);
  if (style === "long" && age === "child") return among([1, 2, 6, 3]);
  if (style === "long" && manner === "japanese") return among([5, 7, 1]);
  if (style === "long" && !woman) return among([1, 5, 6]);
  return any;
}

/** Beasts keep to coats and waistcoats; only a she-beast of the text wears an apron. */
function beastCostume(random: Random, looks: Looks, gender: Gender, manner: Manner): Costume {
  const named = costumeSaid(looks);
  if (named !== null) return named;
  if (manner === "japanese") return "kimono";
  return gender === "female"
    ? weighted(random, { "apron-dress": 2, coat: 3 })
    : weighted(random, { waistcoat: 5, coat: 3 });
}

function beardOf(random: Random, looks: Looks, man: boolean, age: Age, manner: Manner): ModelSheet["beard"] {
  if (looks.beard)
    return looks.beard.value === "moustache" ? "moustache" : random() < 0.6 || age === "old" ? "full-beard" : "beard";
  if (!man) return "none";
  if (age === "young") return weighted(random, { none: 10, stubble: 1 });
  if (age === "old" && manner === "japanese") return weighted(random, { none: 5, beard: 3 });
  if (age === "old") return weighted(random, { none: 4, "full-beard": 3, moustache: 1.5, beard: 2 });
  if (manner === "japanese") return weighted(random, { none: 9, stubble: 1.5 });
  return manner === "european"
    ? weighted(random, { none: 7, moustache: 2, beard: 1.5, "full-beard": 1, stubble: 1.5 })
    : weighted(random, { none: 9, moustache: 1.5, stubble: 2, beard: 1 });
}

/** Names that are offices come with a hat: a king has his crown, the Hatter his hat. */
const offices: readonly (readonly [RegExp, ModelSheet["hat"]])[] = [
  [/\b(king|queen|emperor|empress)\b|王/i, "crown"],
  [/\bhatter\b/i, "top-hat"],
  [/\b(sailor|captain|boatswain|constable|policeman|sergeant|coachman)\b|巡査/i, "cap"],
  [/\bknight\b/i, "helmet"],
];

function hatOfOffice(name: string): ModelSheet["hat"] | null {
  return offices.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function hatOf(random: Random, gender: Gender, age: Age, manner: Manner): ModelSheet["hat"] {
  if (manner === "japanese") return "none";
  if (gender === "female")
    return weighted(random, {
      none: 12,
      bonnet: manner === "european" ? 1.6 : 0,
      hat: 1,
      scarf: age === "old" ? 1.5 : 0.2,
    });
  return weighted(random, { none: 11, cap: 2, hat: 2, "top-hat": manner === "european" && age !== "child" ? 0.9 : 0 });
}

function marksOf(random: Random, looks: Looks, gender: Gender, age: Age): ModelSheet["marks"] {
  const said = words(looks);
  const marks: ModelSheet["marks"] = [];
  if (said.includes("freckle") || (age !== "old" && random() < (age === "child" ? 0.3 : 0.08))) marks.push("freckles");
  if (/\bscar/.test(said)) marks.push("scar");
  if (/\bmole\b/.test(said) || random() < 0.06) marks.push("mole");
  if (said.includes("wrinkle") || age === "old") marks.push("wrinkles");
  if (/ear-?ring/.test(said) || (gender === "female" && age !== "child" && random() < 0.3)) marks.push("earrings");
  return marks;
}

/** Words of the text that name a costume; the first that fits wins. */
const garments: readonly (readonly [RegExp, Costume])[] = [
  [/armou?r|breastplate|mail\b|鎧|甲冑/, "armour"],
  [/uniform|soldier|regimental|軍服|制服/, "uniform"],
  [/kimono|着物|小袖|振袖/, "kimono"],
  [/hakama|袴|直垂|水干|狩衣/, "hakama"],
  [/cloak|cape\b|mantle|外套|マント/, "cloak"],
  [/rags|ragged|tatter|檜皮色|襤褸|ぼろ/, "rags"],
  [/pinafore|apron|前掛/, "apron-dress"],
  [/gown|ball dress|ドレス/, "gown"],
  [/dress|frock|petticoat|skirt/, "dress"],
  [/robe|habit|cassock|袈裟|法衣/, "robe"],
  [/waistcoat|vest\b/, "waistcoat"],
  [/overcoat|great-?coat|coat\b|ulster|コート/, "coat"],
  [/jersey|sweater|jumper|セーター/, "jersey"],
  [/suit\b|jacket|tie\b|背広/, "suit"],
  [/shirt|blouse|シャツ/, "shirt"],
  [/sailor suit|school uniform|学生服|セーラー/, "school"],
];

/** Women of the old books wear these over a skirt. */
const overSkirts: Partial<Record<Costume, Costume>> = { suit: "coat", waistcoat: "dress", shirt: "dress" };

function costumeSaid(looks: Looks): Costume | null {
  const said = looks.clothes.map((trait) => trait.value.toLowerCase()).join(" ");
  return garments.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

function costumeOf(
  random: Random,
  looks: Looks,
  hat: ModelSheet["hat"],
  gender: Gender,
  age: Age,
  manner: Manner,
): Costume {
  const named = costumeSaid(looks);
  const woman = gender === "female";
  if (named !== null) return woman && manner === "european" ? (overSkirts[named] ?? named) : named;
  if (hat === "crown" && manner === "european") return woman ? "gown" : "robe";
  if (manner === "japanese") {
    if (age === "child") return "kimono";
    return woman ? "kimono" : weighted(random, { kimono: 4, hakama: 3, robe: 1 });
  }
  if (manner === "modern") {
    if (age === "child") return weighted(random, { jersey: 4, shirt: 3, school: 3 });
    return woman
      ? weighted(random, { shirt: 3, jersey: 3, dress: 4, suit: 1.5, coat: 1.5 })
      : weighted(random, { suit: 3, shirt: 4, jersey: 3, coat: 2 });
  }
  if (age === "child")
    return woman
      ? weighted(random, { "apron-dress": 5, dress: 3 })
      : weighted(random, { shirt: 3, waistcoat: 4, jersey: 2 });
  return woman
    ? weighted(random, { dress: 6, "apron-dress": 2.5, coat: 2 })
    : weighted(random, { suit: 4, waistcoat: 3, coat: 4, shirt: 1.5 });
}

function clothOf(random: Random, looks: Looks, costume: Costume): ModelSheet["cloth"] {
  const said = looks.clothes.map((trait) => trait.value.toLowerCase()).join(" ");
  if (/strip/.test(said)) return "striped";
  if (/check|plaid|flower|pattern|spot|embroider/.test(said)) return "patterned";
  if (/black|黒/.test(said)) return "black";
  if (/white|白/.test(said)) return "white";
  if (/blue|navy|green|brown|purple|crimson|dark|紺|褐/.test(said)) return "dark";
  if (/grey|gray|red|yellow|pink|赤|青|黄|鼠/.test(said)) return "grey";
  if (costume === "armour") return "grey";
  return weighted(random, {
    black: 3,
    white: 2.5,
    grey: 2.5,
    dark: 2.5,
    striped: costume === "uniform" || costume === "robe" ? 0 : 1.2,
    patterned: costume === "kimono" || costume === "dress" || costume === "gown" ? 2.5 : 0.4,
  });
}
