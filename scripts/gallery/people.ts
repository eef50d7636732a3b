import type { Costume, ModelSheet, Sheets } from "../../src/core/art/artist.ts";
import { expressions } from "../../src/core/art/people/expressions.ts";
import { heldWords } from "../../src/core/art/people/held-things.ts";
import { poses } from "../../src/core/art/people/poses.ts";
import type { Emotion, Pose } from "../../src/core/script/script.ts";
import type { HairStyle, Species } from "../../src/core/story/story.ts";
import { bust, type Exhibit, type Grid, half, whole } from "./grid.ts";
import { somebody, twelve } from "./twelve.ts";

const byName = (people: readonly ModelSheet[]): Sheets["people"] =>
  Object.fromEntries(people.map((sheet) => [sheet.person, sheet]));

/** Keys of a record that the compiler holds complete. */
const wordsOf = <Word extends string>(all: Readonly<Record<Word, unknown>>): Word[] =>
  // The record has exactly the words as its keys.
  Object.keys(all) as Word[];

const emotions: readonly Emotion[] = wordsOf(expressions);
const allPoses: readonly Pose[] = wordsOf(poses);
const hairStyles = wordsOf<HairStyle>({ short: 0, long: 0, curly: 0, tied: 0, braided: 0, bald: 0, wild: 0 });
const hats = wordsOf<ModelSheet["hat"]>({
  none: 0,
  cap: 0,
  hat: 0,
  "top-hat": 0,
  bonnet: 0,
  hood: 0,
  helmet: 0,
  scarf: 0,
  crown: 0,
});
const beards = wordsOf<ModelSheet["beard"]>({ none: 0, moustache: 0, beard: 0, "full-beard": 0, stubble: 0 });
const glasses = wordsOf<ModelSheet["glasses"]>({ none: 0, spectacles: 0, monocle: 0, "eye-patch": 0 });
const marks = wordsOf<ModelSheet["marks"][number]>({
  freckles: 0,
  scar: 0,
  mole: 0,
  patches: 0,
  wrinkles: 0,
  earrings: 0,
  stitches: 0,
});
const species = wordsOf<Exclude<Species, "human">>({
  cat: 0,
  dog: 0,
  wolf: 0,
  rabbit: 0,
  mouse: 0,
  bird: 0,
  horse: 0,
  donkey: 0,
  cow: 0,
  deer: 0,
  goat: 0,
  lion: 0,
  bear: 0,
  fox: 0,
  frog: 0,
  pig: 0,
  sheep: 0,
  insect: 0,
  reptile: 0,
  snake: 0,
  fish: 0,
});

/** The same twelve people from six sides in four moods. */
function turnarounds(): Grid {
  const views = [
    [0, 0],
    [35, 0],
    [90, 0],
    [145, 0],
    [180, 0],
    [30, -25],
  ] as const;
  const moods = [
    ["neutral", false],
    ["happy", false],
    ["angry", true],
    ["shocked", true],
  ] as const;
  const exhibits = twelve.flatMap(({ person }) =>
    moods.flatMap(([emotion, speaks]) =>
      views.map(([yaw, pitch]) => ({ label: null, shows: bust(person, { yaw, pitch }, { emotion, speaks }) })),
    ),
  );
  return { name: "people", columns: 24, width: 150, height: 170, exhibits, sheets: { people: byName(twelve) } };
}

function faces(): Grid {
  const shown = ["detective", "doctor", "girl", "lady", "grandmother", "samurai"];
  const exhibits = emotions.flatMap((emotion) =>
    shown.flatMap((person) =>
      [false, true].map((speaks) => ({
        label: speaks ? `${emotion}, speaking` : emotion,
        shows: bust(person, { yaw: 22 }, { emotion, speaks }),
      })),
    ),
  );
  return { name: "expressions", columns: 12, width: 190, height: 210, exhibits, sheets: { people: byName(twelve) } };
}

/** Sheets of one feature each: every kind of it on one head, from three sides. */
function features(): Grid {
  const kinds: ModelSheet[] = [
    ...(["male", "female"] as const).flatMap((gender) =>
      hairStyles.flatMap((hairStyle) =>
        [0, 2, 4, 6].map((hairCut) => somebody(`${gender} ${hairStyle} ${hairCut}`, { gender, hairStyle, hairCut })),
      ),
    ),
    ...hats.map((hat) => somebody(hat === "none" ? "bare head" : hat, { hat })),
    ...beards.map((beard) => somebody(beard === "none" ? "shaven" : beard, { beard })),
    ...glasses.map((each) => somebody(each === "none" ? "plain eyes" : each, { glasses: each })),
    ...marks.map((mark) => somebody(mark, { marks: [mark], age: mark === "wrinkles" ? "old" : "adult" })),
  ];
  const exhibits = kinds.flatMap(({ person }) =>
    [20, 88, 150].map((yaw): Exhibit => ({ label: person, shows: bust(person, { yaw }) })),
  );
  return { name: "heads", columns: 12, width: 160, height: 190, exhibits, sheets: { people: byName(kinds) } };
}

const costumes = wordsOf<Costume>({
  suit: 0,
  waistcoat: 0,
  coat: 0,
  "frock-coat": 0,
  "tail-coat": 0,
  cloak: 0,
  "dressing-gown": 0,
  clergy: 0,
  uniform: 0,
  sailor: 0,
  police: 0,
  livery: 0,
  smock: 0,
  workman: 0,
  rags: 0,
  armour: 0,
  robe: 0,
  regal: 0,
  dress: 0,
  gown: 0,
  regency: 0,
  "apron-dress": 0,
  maid: 0,
  shawl: 0,
  twenties: 0,
  blouse: 0,
  shirt: 0,
  jersey: 0,
  tee: 0,
  school: 0,
  kimono: 0,
  hakama: 0,
  haori: 0,
  happi: 0,
  suikan: 0,
  monk: 0,
  samurai: 0,
  "space-suit": 0,
  nightshirt: 0,
  yukata: 0,
  tabard: 0,
  tunic: 0,
  harness: 0,
  none: 0,
});
const womens = new Set<Costume>(["dress", "gown", "regency", "apron-dress", "maid", "shawl", "twenties", "blouse"]);

function clothes(): Grid {
  const worn = costumes.filter((costume) => costume !== "none");
  const people = worn.map((costume, i) =>
    somebody(costume, {
      costume,
      gender: womens.has(costume) ? "female" : "male",
      hairStyle: womens.has(costume) ? "tied" : "short",
      cloth: (["black", "grey", "white", "striped", "dark", "patterned"] as const)[i % 6] ?? "grey",
    }),
  );
  const exhibits = people.flatMap(({ person }) => [
    ...[20, 88, 150].map((yaw) => ({ label: person, shows: half(person, { yaw }) })),
    { label: `${person}, walking`, shows: whole(person, { yaw: 40 }, { pose: "walk" }) },
  ]);
  return { name: "clothes", columns: 12, width: 190, height: 330, exhibits, sheets: { people: byName(people) } };
}

/** A slim man, a woman, who wears a kimono, a child. */
const four: readonly ModelSheet[] = [
  somebody("slim man", { build: "thin", cloth: "black" }),
  ...twelve.filter(({ person }) => person === "lady" || person === "girl"),
  somebody("in a kimono", { costume: "kimono", cloth: "grey" }),
];

/** Bare arms and shoulders in action show what cloth hides. */
const warrior = somebody("warrior", { costume: "harness", seed: 9 });

function bodies(): Grid {
  const shown = [...four.map(({ person }) => person), "doctor", "grandmother", "boy", warrior.person];
  const exhibits = allPoses.flatMap((pose) =>
    shown.map((person) => ({ label: pose, shows: whole(person, { yaw: 38 }, { pose }) })),
  );
  return {
    name: "poses",
    columns: 16,
    width: 200,
    height: 360,
    exhibits,
    sheets: { people: byName([...four, ...twelve, warrior]) },
  };
}

/** What arms say, from head to hip. */
function gestures(): Grid {
  const exhibits = allPoses.flatMap((pose) =>
    four.map(({ person }) => ({ label: pose, shows: half(person, { yaw: 30 }, { pose }) })),
  );
  return { name: "gestures", columns: 8, width: 280, height: 300, exhibits, sheets: { people: byName(four) } };
}

function held(): Grid {
  const exhibits = heldWords.flatMap((holds) =>
    four.map(({ person }) => ({ label: holds, shows: half(person, { yaw: 28 }, { pose: "hold", holds }) })),
  );
  return { name: "held-things", columns: 8, width: 280, height: 300, exhibits, sheets: { people: byName(four) } };
}

function beasts(): Grid {
  const animals = species.map((kind) => somebody(kind, { species: kind, costume: "none", hairColour: "brown" }));
  const shown: readonly Pose[] = ["stand", "sit", "run", "lie"];
  const exhibits = animals.flatMap(({ person }) => [
    ...[20, 80, 150].map((yaw) => ({ label: person, shows: bust(person, { yaw }, { speaks: yaw === 20 }) })),
    ...shown.map((pose) => ({
      label: `${person}, ${pose}`,
      shows: half(person, { yaw: 70 }, { pose }),
    })),
  ]);
  return { name: "animals", columns: 7, width: 260, height: 270, exhibits, sheets: { people: byName(animals) } };
}

/** People and animals: turned, moved, dressed. */
export const peopleGrids = (): Grid[] => [
  turnarounds(),
  faces(),
  features(),
  clothes(),
  bodies(),
  gestures(),
  held(),
  beasts(),
];
