import type { Looks, LookChange, Person } from "../story/story.ts";
import type { Costume, ModelSheet, SheetVariant } from "./artist.ts";
import { clothSaid, garmentSaid } from "./cast-garments.ts";
import type { Setting } from "./cast-setting.ts";

/** What a disguise makes a man and a woman wear. */
const guises: readonly (readonly [RegExp, Costume, Costume])[] = [
  [/priest|clergyman|parson|curate|curé/i, "clergy", "robe"],
  [/monk|friar|nun/i, "monk", "robe"],
  [/sailor|seaman|fisherman/i, "sailor", "sailor"],
  [/soldier|officer/i, "uniform", "uniform"],
  [/policeman/i, "police", "police"],
  [/footman|servant|page|lackey|lacquey|valet/i, "livery", "maid"],
  [/maid\b/i, "maid", "maid"],
  [/beggar|tramp|loafer|gipsy|gypsy/i, "rags", "shawl"],
  [/old woman|market-woman|washerwoman/i, "shawl", "shawl"],
  [/peasant|ploughman|carter|pedlar/i, "smock", "shawl"],
  [/workman|labourer|groom/i, "workman", "workman"],
  [/\b(?:woman|girl|lady)\b/i, "dress", "dress"],
  [/\b(?:man|boy|gentleman)\b/i, "suit", "suit"],
];

/** Wounds of the face are drawn. */
const faceWound = /head|forehead|brow|temple|face|cheek|eye/i;

/** The variants of everybody whose looks the story changes. */
export function castVariants(
  cast: readonly Person[],
  sheets: Readonly<Record<string, ModelSheet>>,
  setting: Setting,
): Record<string, SheetVariant[]> {
  return Object.fromEntries(
    cast.flatMap((person): [string, SheetVariant[]][] => {
      const sheet = sheets[person.id];
      return sheet === undefined || !person.changes?.length ? [] : [[person.id, variantsOf(person, sheet, setting)]];
    }),
  );
}

/** The sheets of one person from each change on that the story tells or ends (D2): all else stays as it was. */
function variantsOf({ changes = [], ...person }: Person, sheet: ModelSheet, setting: Setting): SheetVariant[] {
  const turns = new Set(changes.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])));
  return [...turns]
    .toSorted((a, b) => number(a) - number(b))
    .map((from) => {
      const held = changes.filter((one) => number(one.from) <= number(from) && !endsBy(one, from));
      return { from, sheet: held.reduce((now, change) => changed(now, change, person, setting), sheet) };
    });
}

const endsBy = ({ until }: LookChange, scene: string): boolean => until !== undefined && number(until) <= number(scene);

/** The sheet of somebody in a scene: the last variant that has begun, or the sheet itself. */
export function sheetIn(scene: string, sheet: ModelSheet, variants: readonly SheetVariant[]): ModelSheet {
  return variants.findLast(({ from }) => number(from) <= number(scene))?.sheet ?? sheet;
}

/** Scenes are `s1`, `s2` … in reading order. */
const number = (scene: string): number => Number(scene.slice(1));

function changed(sheet: ModelSheet, change: LookChange, person: Person, setting: Setting): ModelSheet {
  const { looks } = change;
  const scarred = (looks.marks ?? []).some(({ value }) => faceWound.test(value)) && !sheet.marks.includes("scar");
  return {
    ...sheet,
    hairStyle: looks.hairStyle?.value ?? sheet.hairStyle,
    hairColour: looks.hairColour?.value ?? sheet.hairColour,
    beard: looks.beard === null ? "none" : sheet.beard,
    hat: looks.hat === null ? "none" : sheet.hat,
    marks: scarred ? [...sheet.marks, "scar"] : sheet.marks,
    ...worn(sheet, looks, change.kind, person, setting),
  };
}

function worn(
  sheet: ModelSheet,
  { clothes }: Partial<Looks>,
  kind: LookChange["kind"],
  person: Person,
  setting: Setting,
): Partial<Pick<ModelSheet, "costume" | "cloth">> {
  if (clothes === undefined || sheet.species !== "human") return {};
  const said = clothes.map(({ value }) => value).join(" ");
  const guise = kind === "disguise" ? guises.find(([words]) => words.test(said)) : undefined;
  if (guise !== undefined) return { costume: sheet.gender === "female" ? guise[2] : guise[1] };
  const garment = garmentSaid(
    { name: person.name, looks: { ...person.looks, clothes }, gender: sheet.gender },
    setting,
  );
  return { costume: garment?.costume ?? sheet.costume, cloth: clothSaid(said) ?? sheet.cloth };
}
