import { hourAfter, hourTold } from "../story/conditions.ts";
import { drawnPose } from "./belied-bodies.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing, showsGround, showsNobody } from "./framing.ts";
import { supports } from "./place-evidence.ts";
import { type DeedTools, drawnDeed } from "./drawn-deeds.ts";
import type { Pose, Scenery } from "./script.ts";
import { skyIn } from "./setting.ts";
import { dreadWords } from "./setting-words.ts";
import type { StandInTools } from "./stand-ins.ts";
import type { PlaceTools } from "./told-places.ts";
import { captionOf, spokenOf, tellsCompany, tellsMany, tellsPeople, tellsSights } from "./told-words.ts";
import { tellsRiding, tellsSenseless, tellsStrongDeed } from "./strong-deeds.ts";
import { tellsAverted } from "./unreal-deeds.ts";

/** What the panels of a book so far were: their words alone, or a picture. */
export interface LetteredMemory {
  panels: number;
  lettered: number;
  /** Panels since the last that was its words, and since the one before it. */
  since: number;
  sinceEarlier: number;
  last: "black" | "tone";
}

export type LetteredTools = PlaceTools &
  StandInTools &
  DeedTools & {
    letters: LetteredMemory;
  };

/** Panels in which at most two are their words, never neighbours: about a page. */
const window = 6;
/** Share of a book's panels that may be their words instead of somebody; where nobody would be seen there may be more. */
const mostShare = 0.11;

/**
 * A deed that can be drawn is drawn. Where narration tells what no true picture shows, the words are the picture: a deed beyond the
 * poses, many people at once, or what an empty place or sky would only stand beside.
 */
export function letteredPanels(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  tools: LetteredTools,
): Framing[] {
  const { letters } = tools;
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    letters.panels += 1;
    letters.since += 1;
    letters.sinceEarlier += 1;
    const draft = drafts[i];
    const deed = draft === undefined ? null : drawnDeed(draft, framing, out, tools);
    out.push(deed ?? (draft === undefined ? framing : unlessBeyond(draft, framing, tools)));
  }
  return out;
}

function unlessBeyond(draft: Draft, framing: Framing, tools: LetteredTools): Framing {
  const { letters } = tools;
  if (!isSilent(draft)) return withoutLand(draft, framing, tools);
  const told = captionOf(draft, tools.text);
  if (told === "" || framing.prop !== null) return framing;
  const beyond = isBeyond(told, draft, framing, tools);
  const belied = beyond && (tellsSenseless(told, tools.rules) || tellsOtherFace(told) || tellsAverted(told));
  const other = letters.since > 1 && (belied || isOfOtherSex(told, framing, tools));
  const homely = showsNobody(framing) && framing.kind !== "establish" && hardlyHomely.test(told);
  if (!other && !beyond && !homely) return framing;
  const due = letters.since > 1 && letters.sinceEarlier >= window && letters.lettered <= mostShare * letters.panels + 1;
  // Better one page with more of them than a sky or a room in which nobody does what is told.
  const rested = letters.since > 1 && (framing.scenery === "sky" || letters.sinceEarlier >= window);
  const bare = showsNobody(framing) && framing.kind !== "establish" && rested;
  return due || bare || other || homely || showsGround(framing) ? lettered(told, framing, tools) : framing;
}

/** What nobody does in a tidy empty room, whatever else cannot be drawn: a fight, agony, a lecture. */
const hardlyHomely =
  /\b(?:agony|battle|fought|fighting|fired|firing|volley|wounded|dying|boarders|assault|attacked|slaughter|massacre|lectur\p{L}*|discourse[ds]?|(?:the|this|that|his|her) (?:\p{L}+ )?(?:science|argument|theory))\b|講義|演説|合戦|戦争|乱闘|喧嘩|瀕死|苦悶/iu;

/** Black at night and for what is dreadful, else whichever ground was not the last; never the same on two that stand near each other. */
function lettered(told: string, framing: Framing, { letters }: LetteredTools): Framing {
  const near = letters.since < window;
  const night = !near && (hourTold(told) ?? hourAfter(told)) === "night";
  letters.lettered += 1;
  letters.sinceEarlier = letters.since;
  letters.since = 0;
  letters.last = night || (!near && dreadWords.test(told)) || letters.last === "tone" ? "black" : "tone";
  const { kind } = framing;
  return {
    kind: kind === "establish" ? kind : "quiet",
    shot: "wide",
    seen: [],
    prop: null,
    holds: null,
    place: null,
    scenery: letters.last,
    sky: null,
  };
}

/** Under a voice from beyond the picture no land lies of which no word is said. */
function withoutLand(draft: Draft, framing: Framing, { text, rules }: LetteredTools): Framing {
  const told = `${captionOf(draft, text)} ${spokenOf(draft, text)}`;
  const bare = showsNobody(framing) && framing.scenery === "sky" && framing.place === null;
  return bare && skyIn(told, rules) === null ? { ...framing, scenery: "tone" } : framing;
}

/** Pictures full of people, beasts or birds. */
const populous: ReadonlySet<Scenery> = new Set<Scenery>(["crowd", "faces", "diners", "beasts", "flock"]);

function isBeyond(told: string, draft: Draft, framing: Framing, tools: LetteredTools): boolean {
  if (showsNobody(framing)) return !populous.has(framing.scenery) && !isSight(told, framing, tools);
  if (framing.played !== undefined || framing.kind === "establish") return false;
  const { rules } = tools;
  if (tellsRiding(told, rules)) return true;
  // A face that the words move shows what has become of it.
  if (tellsOtherFace(told) && framing.seen.every((id) => (draft.people.get(id)?.emotion ?? null) === null)) return true;
  if (framing.placed === true) return false;
  if (tellsOtherDress(told, draft, framing, tools)) return true;
  const acting = framing.seen.some((id) => draft.people.get(id)?.acts === true);
  if (!acting && (tellsMany(told) || crews.test(told))) return true;
  const beyond = tellsStrongDeed(told, rules) || tellsSenseless(told, rules) || tellsAverted(told);
  return beyond && framing.seen.every((id) => idle.has(drawnPose(draft, id, framing)));
}

/** Whether words begin with a he or she whom nobody in the picture can be, and say nothing of who is in it. */
function isOfOtherSex(told: string, { seen }: Framing, { cast, rules }: LetteredTools): boolean {
  const head = /^(?:(?:But|And|Then|Yet|So|Now) )?(?:(He|His)|She|Her)\b/u.exec(told);
  if (rules !== "en" || head === null || seen.length === 0) return false;
  const [gender, others] = head[1] === undefined ? (["female", /\bhe\b/iu] as const) : (["male", /\bshe\b/iu] as const);
  return seen.every((id) => {
    const person = cast.get(id);
    if (person === undefined || person.gender === null || person.gender === gender || others.test(told)) return false;
    return ![person.name, ...person.aliases].some((name) => told.includes(name.split(" ")[0] ?? name));
  });
}

/** Whether words dress somebody who is seen as the looks that are known do not. */
function tellsOtherDress(told: string, { lines }: Draft, { seen }: Framing, { cast }: LetteredTools): boolean {
  if ((told.match(garments) ?? []).length < 2) return false;
  const pieces = lines.flatMap((line) => line.pieces);
  const worn = seen.flatMap((id) => {
    const person = cast.get(id);
    const looks = person === undefined ? [] : [person.looks, ...(person.changes ?? []).map((change) => change.looks)];
    return looks.flatMap(({ clothes = [], hat }) => [...clothes, ...(hat ? [hat] : [])]);
  });
  return !worn.some((trait) => pieces.some(({ start, end }) => trait.start >= start && trait.end <= end));
}

/** Whether words tell of a face as no sheet has it. */
export const tellsOtherFace = (told: string): boolean =>
  /\b(?:faces?|features) (?:\p{L}+ ){0,4}(?:crumpled|disfigured|unrecogni[sz]able|shrivel\p{L}+|mangled|bruised|swollen|like (?:\p{L}+ )?(?:paper|parchment))\b|顔[^。]{0,24}(?:くしゃくしゃ|紙[くぐ]ず|紙屑|腫れ|爛れ|なおりません|直りません)|(?:くしゃくしゃ|紙[くぐ]ず|紙屑)[^。]{0,16}顔/iu.test(
    told,
  );

const garments =
  /\b(?:hat|cap|bonnet|coat|overcoat|cloak|shawl|gown|dress|trousers|breeches|waistcoat|jacket|shirt|cravat|tie|boots|stockings|gloves|robe)\b/giu;

const idle: ReadonlySet<Pose> = new Set<Pose>(["stand", "walk", "sit", "hold", "lean"]);

/** Many who do something together. */
const crews =
  /\b(?:the|all|all the) (?:men|crew|watch|hands|sailors|seamen|soldiers|villagers|dancers|guests|company|boys|girls|women|children|ladies|gentlemen)\b(?! of\b)|\b(?:at|to) the ball\b|生徒|連中|職工/iu;

/** Somebody who would be in the picture. */
const anybody =
  /\b(?:[Hh]e|[Ss]he|[Hh]im|(?:[Oo]ur|[Mm]y|[Tt]he|[Hh]is|[Hh]er|[Aa]n?) (?:\p{L}+ )?(?:visitor|client|guest|stranger|landlord|landlady|servant|maid|man|woman|lady|gentleman|girl|boy|child|fellow|officer|driver))\b/u;

/** Whether an empty picture is what the words tell: the sky that they name, or the place without anybody in it. */
function isSight(told: string, { scenery, kind, place: shown }: Framing, { places, rules }: LetteredTools): boolean {
  if (scenery === "black" || scenery === "tone") return false;
  // A scene opens on its place, unless its first words are of a deed or of many at work.
  if (kind === "establish" && shown !== null)
    return !tellsStrongDeed(told, rules) && !tellsRiding(told, rules) && !tellsMany(told) && !crews.test(told);
  if (scenery === "sky") return skyIn(told, rules) !== null && !tellsCompany(told);
  const place = places.find(({ id }) => id === shown);
  if (place === undefined || tellsCompany(told) || anybody.test(told)) return false;
  return supports(told, place, rules) || (tellsSights(told, rules) && !tellsPeople(told, rules));
}
