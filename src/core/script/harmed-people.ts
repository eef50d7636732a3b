import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import {
  kills,
  namesCorpse,
  tellsBurial,
  tellsBygone,
  tellsCorpse,
  tellsHarm,
  tellsIncidentally,
  tellsLying,
} from "./harm-words.ts";
import { anyOfNames } from "./name-pattern.ts";
import { calledBy } from "./people-meant.ts";
import type { Prop } from "./prop-words.ts";
import type { ThingFinder } from "./props.ts";
import type { Emotion } from "./script.ts";
import { captionOf } from "./told-words.ts";
import { type ReferenceFinder, whoseWords } from "./whose-words.ts";

export interface HarmTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  narrator: string | null;
  /** Place of the scene. */
  home: string | null;
  things: ThingFinder;
  references: ReferenceFinder;
}

/**
 * Nobody stands alive and calm beside the words that kill him: whoever may be harmed is seen lying there, or not at all; an I who
 * tells looks on with a grave face, and else a weapon that the words name is seen, or the place.
 */
export function withoutHarmed(drafts: readonly Draft[], framings: readonly Framing[], given: HarmTools): Framing[] {
  const names = anyOfNames([...given.cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined || framing.seen.length === 0 || !isSilent(draft)) return framing;
    const told = captionOf(draft, given.text);
    const tools = { ...given, names };
    if (tellsBurial(told, given.rules)) return groundAlone(framing, framings[i - 1], given);
    if (tellsHarm(told, given.rules))
      return harmed(victimsIn(told, draft, tools), told, framing, framings[i - 1], tools);
    return tellsCorpse(told, given.rules)
      ? harmed(deadIn(told, tools), told, framing, framings[i - 1], tools)
      : framing;
  });
}

/** The place of a burial, and nobody of whom it could be taken to be. */
function groundAlone(framing: Framing, before: Framing | undefined, { home }: HarmTools): Framing {
  const place = framing.place ?? before?.place ?? home;
  const scenery = place === null ? "black" : "place";
  return { ...framing, kind: "quiet", shot: "wide", seen: [], holds: null, place, scenery };
}

interface Reading extends HarmTools {
  names: RegExp;
}

function harmed(
  victims: ReadonlySet<string> | null,
  told: string,
  framing: Framing,
  before: Framing | undefined,
  tools: Reading,
): Framing {
  const { narrator, present, handed, rules, home } = tools;
  const { fromBehind: _, ...open } = framing;
  const sound = framing.seen.filter((id) => id === narrator || (victims !== null && !victims.has(id)));
  const teller = narrator !== null && present.has(narrator) && handed.has(narrator) ? narrator : null;
  const looker = sound.find((id) => id === narrator) ?? null;
  if (sound.length > 0 && (looker === null || framing.kind === "action" || tellsBygone(told)))
    return { ...framing, seen: sound };
  const [victim, second] = victims ?? [];
  const place = framing.place ?? before?.place ?? home;
  const lies = victim !== undefined && second === undefined && handed.has(victim) && tellsLying(told, rules);
  if (looker === null && lies && present.has(victim) && place !== null && !tellsBygone(told))
    return {
      ...open,
      kind: "action",
      shot: "full",
      seen: [victim],
      holds: null,
      place,
      placed: true,
      played: { person: victim, pose: "lie", emotion: "calm" },
    };
  const onlooker = looker ?? teller;
  if (onlooker !== null)
    return {
      ...open,
      kind: "reaction",
      shot: before?.shot === "close" ? "medium" : "close",
      seen: [onlooker],
      holds: null,
      played: { person: onlooker, pose: "stand", emotion: faceAt(told) },
    };
  const weapon = tools.things.ranked(told).find(({ prop }) => weapons.has(prop));
  if (weapon !== undefined)
    return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop: weapon.prop };
  const scenery = place === null ? (showsNobody(before) ? "sky" : "black") : "place";
  return { ...framing, kind: "quiet", shot: "wide", seen: [], holds: null, place, scenery };
}

/** How somebody looks on at what the words tell of the dead. */
const faceAt = (told: string): Emotion | null =>
  tellsBygone(told) ? "sad" : tellsIncidentally(told) ? null : "shocked";

const weapons: ReadonlySet<Prop> = new Set<Prop>(["sword", "knife", "pistol", "rifle", "axe", "harpoon", "noose"]);

/** Whose dead bodies the words name. */
function deadIn(told: string, { names, cast }: Reading): Set<string> {
  const dead = [...told.matchAll(names)].filter(({ 0: name, index }) =>
    namesCorpse(told.slice(0, index), told.slice(index + name.length)),
  );
  return new Set(dead.flatMap(([name]) => calledBy(name, cast)?.id ?? []));
}

/** Whom the words may kill: the named ones who do not kill themselves, and whom a pronoun at their beginning means; null where it may be anybody. */
function victimsIn(
  told: string,
  draft: Draft,
  { names, cast, narrator, rules, references }: Reading,
): Set<string> | null {
  if (rules === "ja") return slainIn(told, { names, cast });
  const killers = new Set<string>();
  const victims = new Set<string>();
  for (const hit of told.matchAll(names)) {
    const id = calledBy(hit[0], cast)?.id;
    if (id === undefined || id === narrator) continue;
    if (kills.test(told.slice(hit.index + hit[0].length))) killers.add(id);
    else victims.add(id);
  }
  const lead = /^\P{L}*(?:\p{L}+ ){0,2}?(?:he|his|she|her)\b(.*)/isu.exec(told);
  const meant = lead === null ? null : whoseWords(draft, references, new Set()).person;
  if (meant !== null) {
    if (kills.test(lead?.[1] ?? "")) killers.add(meant);
    else victims.add(meant);
  }
  for (const id of killers) victims.delete(id);
  return victims.size === 0 && killers.size === 0 ? null : victims;
}

/** Of whom Japanese words say that he dies or is killed; who only tells of another's death stays. */
function slainIn(told: string, { names, cast }: Pick<Reading, "names" | "cast">): Set<string> {
  const slain = [...told.matchAll(names)].filter(({ 0: name, index }) =>
    /^(?:さん|君|様)?(?:は[^。が]*?(?:死ん|殺され|息)|[がも][^、。]{0,10}(?:死|殺され|息)|を[^、。]{0,8}殺)/u.test(
      told.slice(index + name.length),
    ),
  );
  return new Set(slain.flatMap(([name]) => calledBy(name, cast)?.id ?? []));
}
