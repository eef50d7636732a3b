import { goesUpright } from "../story/upright-beasts.ts";
import type { Random } from "../geometry/random.ts";
import type { Age, Gender, Looks, Role } from "../story/story.ts";
import type { Costume, ModelSheet } from "./artist.ts";
import { clothSaid, garmentSaid } from "./cast-garments.ts";
import type { Setting } from "./cast-setting.ts";
import type { Station } from "./cast-station.ts";
import { type Weights, weighted } from "./weighted.ts";

/** Whom a costume is for. */
export interface Wearer {
  name: string;
  looks: Looks;
  station: Station;
  gender: Gender;
  age: Age;
  role: Role;
}

/** Garment and cloth of a person: the text's words first, then office and work, then what people of the time wore (D2). */
export function dressed(random: Random, wearer: Wearer, setting: Setting): Pick<ModelSheet, "costume" | "cloth"> {
  const named = garmentSaid(wearer, setting);
  // A uniform of pupils that is told of grown people belongs to somebody beside them.
  const grown = wearer.age === "adult" || wearer.age === "old";
  const foreign = named !== null && uncoated.has(setting.era) && coats.has(named.costume);
  const said = foreign || (named?.costume === "school" && grown) ? null : named;
  const costume = said ? atWork(said.costume, wearer, setting) : weighted(random, wardrobe(wearer, setting));
  const words = said?.said ?? wearer.looks.clothes.map((trait) => trait.value.toLowerCase()).join(" ");
  return { costume, cloth: clothSaid(words) ?? clothOf(random, costume, wearer) };
}

const working: readonly Station[] = ["workman", "peasant", "fisher", "sailor"];

/** A carpenter's frock is no frock-coat; a mayor's waistcoat is seen under his coat; a child wears its own kinds. */
function atWork(costume: Costume, { station, age, gender }: Wearer, { manner }: Setting): Costume {
  if (costume === "frock-coat" && working.includes(station)) return "smock";
  if (costume === "waistcoat" && (station === "scholar" || station === "noble")) return "frock-coat";
  if (manner !== "japanese" && age === "child" && gender === "female" && (costume === "dress" || costume === "maid"))
    return "apron-dress";
  if (age === "child" && costume === "blouse") return "coat";
  return costume;
}

/** What people of other worlds wear whom no word dresses; kings and knights have theirs by office. */
function worldDress({ gender, age, station, role }: Wearer, era: Setting["era"]): Weights<Costume> | null {
  const woman = gender === "female";
  const old = age === "old";
  const gentle = station === "gentle" || station === "scholar" || role === "main" || role === "narrator";
  switch (era) {
    case "planet":
      return woman || age === "child" ? { tunic: 1 } : { harness: 6, tunic: old ? 3 : 0 };
    case "ancient":
      return woman ? { tunic: 5, robe: 1 } : { tunic: 5, robe: old ? 6 : 1, cloak: old ? 0 : 1 };
    case "orient":
      return woman ? { robe: 3, shawl: 1 } : { robe: 4, cloak: 1 };
    case "medieval":
      return woman ? { gown: 2, dress: 2, shawl: 1 } : { tunic: 3, cloak: 2, smock: 1, robe: 1 };
    case "frontier":
      return woman ? { dress: 3, shawl: 2, blouse: 2 } : { shirt: 3, workman: 3, waistcoat: 2, coat: gentle ? 3 : 1 };
    case "sail":
      if (woman) return { dress: 3, shawl: 3 };
      return gentle ? { coat: 4, waistcoat: 2 } : { sailor: 4, shirt: 2, waistcoat: 2, jersey: 1, coat: 1.5 };
    default:
      return null;
  }
}

/** Offices that have their dress in every world. */
const ageless: ReadonlySet<Station> = new Set<Station>(["royal", "knight", "monk", "magician", "clergy", "outcast"]);
/** Times before coats, livery and drill. */
const uncoated: ReadonlySet<Setting["era"]> = new Set<Setting["era"]>(["planet", "ancient", "orient", "medieval"]);
/** Cut and sewn as in the last centuries. */
const coats: ReadonlySet<Costume> = new Set<Costume>([
  "suit",
  "frock-coat",
  "tail-coat",
  "waistcoat",
  "coat",
  "uniform",
  "livery",
  "police",
  "shirt",
  "school",
  "blouse",
]);

function wardrobe(wearer: Wearer, setting: Setting): Weights<Costume> {
  if (setting.era === "space") return { "space-suit": 5, uniform: 2, jersey: 2 };
  // The court cards of a tale wear what is printed on them.
  if (setting.fable && /\bknave\b/i.test(wearer.name)) return { tabard: 1 };
  const office = officeDress(wearer, setting);
  if (office && (!uncoated.has(setting.era) || ageless.has(wearer.station))) return office;
  const ofWorld = worldDress(wearer, setting.era);
  if (ofWorld) return ofWorld;
  return setting.manner === "japanese" ? easternDress(wearer, setting) : westernDress(wearer, setting);
}

/** What an office or a trade wears, whatever the time; null where it does not show. */
function officeDress(
  { station, gender, age }: Wearer,
  { manner, era, ground, fable }: Setting,
): Weights<Costume> | null {
  const woman = gender === "female";
  const east = manner === "japanese";
  const oldEast = east && (era === "edo" || era === "heian");
  const table: Partial<Record<Station, Weights<Costume>>> = {
    royal: oldEast
      ? { suikan: 1 }
      : fable || (uncoated.has(era) && era !== "planet")
        ? { regal: 1 }
        : woman
          ? { gown: 1 }
          : { uniform: 1 },
    knight: { armour: 1 },
    clergy: woman ? { robe: 1 } : { clergy: 1 },
    monk: east ? { monk: 1 } : { robe: 1 },
    magician: { robe: 3, cloak: 2 },
    soldier: oldEast ? { samurai: 1 } : { uniform: 1 },
    sailor: oldEast ? { happi: 1 } : { sailor: 1 },
    captain: oldEast ? { happi: 1 } : ground === "sea" ? { coat: 1 } : { uniform: 1 },
    police: oldEast ? { hakama: 1 } : { police: 1 },
    detective: { coat: 1 },
    dandy: { "tail-coat": 1 },
    servant: oldEast ? { kimono: 1 } : east ? { happi: 1 } : { livery: 1 },
    driver: oldEast ? { happi: 1 } : { coat: 1 },
    outcast: { rags: 1 },
  };
  if (oldEast && station === "outcast") return era === "heian" ? { suikan: 1 } : { kimono: 2, rags: 1 };
  if (station === "pupil")
    return oldEast
      ? { kimono: 1 }
      : era === "meiji" && !woman && age !== "child"
        ? { hakama: 2, school: 2 }
        : { school: 1 };
  const own = table[station];
  if (own) return own;
  return east ? null : westernTrade(station, gender, era);
}

function westernTrade(station: Station, gender: Gender, era: Setting["era"]): Weights<Costume> | null {
  const woman = gender === "female";
  if (station === "maid") return { maid: 1 };
  if (station === "noble" && era !== "modern") return woman ? { gown: 1 } : { "tail-coat": 2, "frock-coat": 2 };
  if (station === "scholar" && !woman) return era === "modern" ? { suit: 1 } : { "frock-coat": 3, suit: 1 };
  if (station === "fisher") return woman ? { shawl: 1 } : { jersey: 2, sailor: 1 };
  if (station === "workman") return woman ? { maid: 1 } : { workman: 3, smock: 1 };
  if (station === "peasant") return woman ? { shawl: 2, maid: 1 } : { smock: 2, workman: 1 };
  return null;
}

function westernDress({ gender, age, role, station }: Wearer, { era, ground }: Setting): Weights<Costume> {
  const woman = gender === "female";
  const child = age === "child";
  if (era === "modern")
    return child
      ? { jersey: 3, tee: 4, school: 3 }
      : woman
        ? { blouse: 3, jersey: 3, dress: 3, tee: 2, coat: 1 }
        : { suit: 3, shirt: 3, jersey: 3, tee: 2, coat: 1.5 };
  if (child) return woman ? { "apron-dress": 1 } : { waistcoat: 3, jersey: 1.5, shirt: 1.5 };
  if (era === "regency") return woman ? { regency: 5, shawl: 1 } : { "tail-coat": 5, coat: 1, waistcoat: 1 };
  const gentle = station === "gentle" || role === "main" || role === "narrator";
  if (woman) return { dress: 5, blouse: 2, shawl: age === "old" ? 5 : gentle ? 0 : 0.8, coat: gentle ? 0 : 0.5 };
  if (ground === "sea" && !gentle) return { sailor: 4, jersey: 3, coat: 2, workman: 1.5, waistcoat: 1 };
  if (ground === "sea") return { coat: 4, jersey: 2, sailor: 1.5, waistcoat: 1.5 };
  if (ground === "country" && !gentle) return { waistcoat: 3, smock: 1.5, workman: 2, suit: 2, coat: 1 };
  return {
    suit: 4,
    "frock-coat": 4,
    coat: 1.5,
    waistcoat: gentle ? 0.6 : 2,
    workman: role === "minor" && !gentle ? 0.7 : 0,
  };
}

function easternDress(wearer: Wearer, setting: Setting): Weights<Costume> {
  const { gender, age, station } = wearer;
  const { era, ground } = setting;
  const woman = gender === "female";
  if (era === "modern") return westernDress(wearer, setting);
  // Short coats over the robe are of a later time.
  if (woman && era === "heian") return { kimono: 1 };
  if (woman) return { kimono: 5, haori: station === "noble" || age === "old" ? 2 : 0.4 };
  if (age === "child") return { kimono: 3, happi: era === "edo" && ground === "country" ? 2 : 0 };
  if (era === "heian") return { suikan: 5, kimono: 1 };
  const trade = working.includes(station);
  if (era === "meiji") {
    if (station === "gentle") return { suit: 3, coat: 1 };
    if (station === "scholar") return { "frock-coat": 2, haori: 2, suit: 2 };
    return trade ? { happi: 1 } : { kimono: 3, hakama: 3, haori: 3, suit: 2.5, "frock-coat": 1 };
  }
  if (station === "samurai" || station === "noble") return { hakama: 3, haori: 2 };
  if (trade || ground === "country") return { happi: 5, kimono: 1.5 };
  return { kimono: 4, hakama: 2, haori: 2, happi: 1 };
}

/** A cloth by seed: the leading people are the blackest and the whitest, so that the eye keeps them (D3). */
function clothOf(random: Random, costume: Costume, { role, gender }: Wearer): ModelSheet["cloth"] {
  const fixed: Partial<Record<Costume, ModelSheet["cloth"]>> = {
    armour: "grey",
    samurai: "black",
    clergy: "black",
    police: "dark",
    monk: "black",
    "space-suit": "white",
    regal: "dark",
  };
  const own = costume === "regal" && gender === "female" ? "black" : fixed[costume];
  if (own) return own;
  const striped: readonly Costume[] = ["kimono", "dress", "blouse", "shirt", "jersey", "tee", "waistcoat", "haori"];
  const flowered: readonly Costume[] = gender === "female" ? ["kimono", "dress", "gown", "regency", "shawl"] : [];
  // A white apron is lost on white.
  const aproned: readonly Costume[] = ["apron-dress", "maid"];
  const lead = role === "main" || role === "narrator";
  const sombre: readonly Costume[] = ["suit", "frock-coat", "tail-coat", "coat", "cloak", "uniform", "livery"];
  const dull = sombre.includes(costume);
  return weighted(random, {
    black: dull ? 4 : lead ? 3.5 : 2.5,
    white: dull || aproned.includes(costume) ? 0 : 2.2,
    grey: dull ? 2 : 2.2,
    dark: 2.5,
    striped: striped.includes(costume) ? 1.5 : 0,
    patterned: flowered.includes(costume) ? 2.5 : costume === "suit" || costume === "waistcoat" ? 1 : 0,
  });
}

/** What a beast wears: only what the text or its office says, else its own fur. */
export function beastDress(looks: Looks, name: string, gender: Gender, setting: Setting): Costume {
  if (!goesUpright(name, looks)) return "none";
  return (
    garmentSaid({ name, looks, gender }, setting)?.costume ?? (/footman|herald/i.test(name) ? "livery" : "waistcoat")
  );
}
