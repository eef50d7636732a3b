import type { Span } from "../book/book.ts";
import { ofTwo, wholeBody } from "./deeds.ts";
import { type Draft, draftSize } from "./draft.ts";
import { aboutThings, type Framing, type FrameTools, insertOf, withPeople } from "./framing.ts";
import { gestureSaid } from "./gestures.ts";
import { crowded, frameNarration } from "./narration-shots.ts";
import { standsAbout } from "./on-their-feet.ts";
import type { Shot } from "./script.ts";
import { type Setting, skyIn } from "./setting.ts";
import {
  captionOf,
  spokenOf,
  tellsHidden,
  tellsLanding,
  tellsLeaving,
  tellsMany,
  tellsPeople,
  tellsState,
  tellsSwimming,
} from "./told-words.ts";
import { doneDeeds } from "./unreal-deeds.ts";
import { listenerRest, maySayMore, suspects, unseenVoice } from "./unseen-voices.ts";

/** Gives every draft of a scene its shot, so that no more than two talking heads follow each other (P7). */
export function frameScene(drafts: readonly Draft[], tools: FrameTools): Framing[] {
  let heads = 0;
  let closes = 0;
  let breaks = 0;
  let last: Framing | null = null;
  let at = tools.scene.start;
  let stated = 0;
  let empty = 0;
  let alone = 0;
  return drafts.map((draft, i) => {
    tools.shown.step();
    const setting = tools.settings.read(captionOf(draft, tools.text) || draft.action, spanOf(draft, at), talks(draft));
    at = spanOf(draft, at).end;
    let framing = frame(draft, i, drafts[i - 1], empty, setting, tools);
    const talking = draft.kind === "talk" && (framing.shot === "medium" || framing.shot === "close");
    if (talking && framing.kind === "talk" && heads >= 2) {
      heads = 0;
      breaks += 1;
      framing = broken(draft, framing, drafts[i - 1], breaks, tools);
    } else heads = talking && framing.kind === "talk" ? heads + 1 : 0;
    stated = isUnderWay(draft) ? 0 : lasting(captionOf(draft, tools.text) || draft.action, stated);
    const bare = stated > 0 || setting.bathes === true;
    const roomy = mayBeWhole(framing, draft);
    if (roomy) alone += 1;
    if (!bare) framing = roomy && alone % wholeEvery === 0 ? { ...framing, shot: "full" } : otherSize(framing, last);
    else if (framing.seen.some((person) => suspects(draft, tools.present).has(person)))
      framing = { ...tools.empty.nothing(spokenOf(draft, tools.text), tools), kind: "talk" };
    else framing = faceOnly(framing, stated > stateRest);
    if (
      stated <= 0 &&
      framing.shot === "close" &&
      closes >= 2 &&
      framing.seen.length > 0 &&
      framing.kind !== "reaction"
    ) {
      closes = 0;
      framing = { ...framing, shot: "medium" };
    } else closes = framing.shot === "close" ? closes + 1 : 0;
    last = framing;
    empty = framing.seen.length > 0 ? 0 : empty + 1;
    tools.empty.note(framing);
    return framing;
  });
}

/** Where the words of a panel stand, or what it shows where it has none; right behind the last ones where that is nothing either. */
function spanOf({ lines, claims }: Draft, at: number): Span {
  const lettered = lines.flatMap(({ title, pieces }) => (title ? [] : pieces));
  const spans = lettered.length > 0 ? lettered : claims;
  if (spans.length === 0) return { start: at, end: at };
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** Whether somebody speaks, rather than that something is only told. */
const talks = ({ lines }: Draft): boolean => lines.some(({ kind }) => kind !== "narration");

/** Panels for which a state lasts that no figure shows: somebody is naked or of another size; and who swims swims until the shore. */
const stateRest = 3;
const swimRest = 8;

/** Whoever runs or leaps is out of the water, and in no such state. */
const isUnderWay = ({ people }: Draft): boolean =>
  [...people.values()].some(({ acts, pose }) => acts && (pose === "run" || pose === "leap"));

/** For how many panels more people are in such a state. */
function lasting(told: string, left: number): number {
  if (tellsSwimming(doneDeeds(told))) return swimRest;
  if (tellsState(told)) return Math.max(stateRest, left);
  return tellsLanding(told) ? 0 : left - 1;
}

/** Bodies would belie the state that they are said to be in: a face does not, and a swimmer's no bank behind it. */
function faceOnly(framing: Framing, swims: boolean): Framing {
  if (framing.seen.length === 0 || framing.kind === "establish") return framing;
  const { kind, place } = framing;
  return {
    ...framing,
    kind: kind === "action" ? "reaction" : kind,
    shot: "close",
    place: swims ? null : place,
  };
}

const otherSizes: Partial<Record<Shot, Shot>> = { close: "medium", medium: "close", wide: "medium" };

/** Of the pictures of somebody alone who does not speak every third of a scene shows the whole figure in its place. */
const wholeEvery = 3;

/** Whether a picture shows the same person alone as the one before. */
function isAgain({ seen }: Framing, last: Framing | null): boolean {
  const [person] = seen;
  return person !== undefined && seen.length === 1 && last?.seen.length === 1 && last.seen[0] === person;
}

/** Whether head to foot in the place would lose nothing: there is a place, and nothing is said or felt that a face must carry. */
const mayBeWhole = ({ shot, seen, place, kind, fromBehind }: Framing, draft: Draft): boolean =>
  (shot === "close" || shot === "medium") &&
  seen.length === 1 &&
  place !== null &&
  kind !== "reaction" &&
  fromBehind === undefined &&
  !talks(draft);

/** The same person alone twice in a row is seen from another distance the second time. */
function otherSize(framing: Framing, last: Framing | null): Framing {
  if (
    !isAgain(framing, last) ||
    framing.shot !== last?.shot ||
    framing.kind === "action" ||
    framing.kind === "establish"
  )
    return framing;
  return { ...framing, shot: otherSizes[framing.shot] ?? framing.shot };
}

function frame(
  draft: Draft,
  index: number,
  before: Draft | undefined,
  empty: number,
  setting: Setting,
  tools: FrameTools,
): Framing {
  if (draft.kind === "establish") return establishing(draft, setting, tools);
  const voices = draft.lines.filter(({ kind }) => kind !== "narration");
  if (voices.some(({ kind }) => kind === "letter")) return reading(draft, setting, tools);
  if (voices.length === 0) return frameNarration(draft, index, setting, tools);
  const speakers = [...draft.people].filter(([, { speaks }]) => speaks).map(([id]) => id);
  if (speakers.length === 0 || speakers.some((id) => maySayMore(id, draft)))
    return unseenVoice(draft, before, empty, setting, tools);
  return talk(draft, speakers, index, setting, tools);
}

/** The whole place with who is in it; what they do there must be something that small figures show. */
function establishing(draft: Draft, setting: Setting, tools: FrameTools): Framing {
  const { text, pace, indoors, handed } = tools;
  const sky = skyIn(captionOf(draft, text), pace.rules);
  // Where nobody is seen the words decide what is.
  if (setting.spokenOf !== undefined && (draft.people.size === 0 || draft.stranger))
    return setting.spokenOf === null
      ? { ...withPeople("establish", "wide", [], { place: null, named: true }), scenery: "sky", sky }
      : withPeople("establish", "wide", [], { place: setting.spokenOf, named: true });
  const unshown = [...draft.people].some(
    ([id, { undrawable, holds }]) => undrawable || (holds !== null && !handed.has(id)),
  );
  const thing = unshown ? insertOf(aboutThings(captionOf(draft, text), tools, 1), setting, tools) : null;
  if (thing) return thing;
  const told = captionOf(draft, text);
  const [person] = draft.people.keys();
  if (setting.place === null && sky === null && told !== "" && person !== undefined && !draft.stranger)
    return withPeople("establish", "medium", [...draft.people.keys()].slice(0, 2), setting);
  if (setting.place === null || (sky !== null && indoors(setting.place) && draft.people.size === 0))
    return { ...withPeople("establish", "wide", [], setting), scenery: "sky", sky };
  if (tellsMany(told) && setting.place !== null) return crowded(told, setting, "establish");
  if (tellsLeaving(told)) return { ...withPeople("establish", "wide", [], setting), place: null, scenery: "sky", sky };
  const unseen = unshown || draft.stranger || setting.bathes === true || tellsHidden(told);
  // Whom a pronoun means who opens a scene is who was seen last; else only an I is there unnamed.
  const host = tellsPeople(told, pace.rules) ? tools.empty.host(tools) : null;
  const unnamed = host !== null && (host === tools.narrator || /^\P{L}*(?:he|she)\b/iu.test(told)) ? [host] : [];
  const named = draft.people.size > 0 ? [...draft.people.keys()] : unnamed;
  const doubted = suspects(draft, tools.present);
  const seen = unseen || (named.length === 1 && named.some((id) => doubted.has(id))) ? [] : named.slice(0, 3);
  // Farther off, a thing in a hand would not be seen.
  const holding = seen.length === 1 && [...draft.people.values()].some(({ holds }) => holds !== null);
  return withPeople("establish", holding ? "full" : "wide", seen, setting);
}

/** What is told beside words that were written: a spoken line in quotation marks within a tale is no letter. */
const written = /\b(?:letters?|notes?|wrote|telegrams?|envelopes?)\b|手紙|書状|電報/i;

/** What was written is held in a hand, and does not stand on a door. */
const onPaper =
  /\b(?:letters?|notes?|telegrams?|advertisements?|papers?|paragraph|read|reads|reading)\b|手紙|書状|電報|新聞|読ん|読み/i;

/** A letter is seen once; after that the picture is of who reads it. */
function reading(draft: Draft, setting: Setting, tools: FrameTools): Framing {
  const told = [draft.action, ...draft.lines.map(({ tag }) => tag)].join(" ");
  const known = [...draft.people.keys()].find((id) => tools.present.has(id)) ?? null;
  // In a book of an I a letter of which no word says who reads it may well be somebody else's.
  const host = tools.narrator === null || onPaper.test(told) ? tools.empty.host(tools) : null;
  const reader = known ?? host;
  const sheet = written.test(told) && tools.things.looksSo("letter") ? insertOf(["letter"], setting, tools) : null;
  if (sheet) return sheet;
  if (reader === null) return tools.empty.picture("", setting, tools);
  const holds = tools.handed.has(reader) && onPaper.test(told) ? "letter" : null;
  return { ...withPeople("reaction", "medium", [reader], setting), holds };
}

function talk(draft: Draft, speakers: readonly string[], index: number, setting: Setting, tools: FrameTools): Framing {
  const { pace, present } = tools;
  const [first] = speakers;
  const others = [...draft.people].filter(([id, { acts }]) => acts && !speakers.includes(id)).map(([id]) => id);
  const caption = draft.lines.some(({ kind }) => kind === "narration");
  // Who seizes or embraces somebody is seen with that one.
  const lead = first === undefined ? undefined : draft.people.get(first)?.pose;
  const other = [...draft.people.keys()].find((id) => id !== first && present.has(id));
  if (caption && other !== undefined && lead != null && ofTwo.has(lead))
    return withPeople("talk", "medium", [...new Set([...speakers, other])].slice(0, 2), setting);
  const shouted = draft.lines.some(({ kind }) => kind === "shout" || kind === "thought" || kind === "whisper");
  const part = first === undefined ? undefined : draft.people.get(first);
  const moving = part?.pose != null && wholeBody.has(part.pose);
  if (speakers.length === 1 && moving && setting.place !== null && (caption || draftSize(draft) <= pace.panel * 0.7))
    return withPeople("talk", "full", [...speakers, ...others].slice(0, 2), setting);
  if (!caption && !shouted && index % fullEvery === fullAt && standsAbout(draft, tools, speakers))
    return withPeople(
      "talk",
      "full",
      [...new Set([...speakers, ...others, ...spokenTo(draft, tools)])].slice(0, 2),
      setting,
    );
  // Every other line without a gesture of its own, at most, is seen from so near that no hands show.
  const near = !caption && index % 4 === 1 && gestureSaid(spokenOf(draft, tools.text), pace.rules) === null;
  if (speakers.length === 1 && (shouted || moving || part?.undrawable === true || near))
    return withPeople("talk", "close", speakers, setting);
  return withPeople("talk", "medium", [...speakers, ...others].slice(0, 2), setting);
}

/** One in so many panels of talk shows people from head to foot, so that the place and their hands are seen. */
const fullEvery = 5;
const fullAt = 3;

/** The one to whom the first line of a panel is said, where the scene shows that one. */
const spokenTo = ({ lines }: Draft, { present, handed }: FrameTools): string[] => {
  const to = lines.find(({ kind }) => kind !== "narration")?.addressee ?? null;
  return to !== null && present.has(to) && handed.has(to) ? [to] : [];
};

/** A third talking head becomes something else to look at: the listener, or the people small in their place. */
function broken(draft: Draft, framing: Framing, before: Draft | undefined, count: number, tools: FrameTools): Framing {
  const setting: Setting = { place: framing.place, named: false };
  const speakers = new Set(draft.lines.filter(({ kind }) => kind !== "narration").map(({ speaker }) => speaker));
  const listener =
    draft.lines[0]?.addressee ?? [...(before?.people.keys() ?? [])].find((id) => !speakers.has(id)) ?? null;
  const hears = (id: string) => tools.present.has(id) && !speakers.has(id) && !suspects(draft, tools.present).has(id);
  const listens = listener !== null && hears(listener) ? listener : null;
  if (listens !== null && speakers.size === 1 && count % 2 === 1 && tools.empty.sinceListener() > listenerRest) {
    tools.empty.noteListener();
    return withPeople("reaction", "close", [listens], setting);
  }
  if (framing.place !== null) {
    const all = [...new Set([...framing.seen, ...(listens === null ? [] : [listens])])].slice(0, 3);
    return { ...framing, shot: "wide", seen: all };
  }
  // Nobody stands head to foot in no place at all.
  const answers = framing.seen.length > 1 ? framing.seen.at(-1) : listens;
  if (answers !== undefined && answers !== null) return withPeople("reaction", "close", [answers], setting);
  return { ...tools.empty.nothing(spokenOf(draft, tools.text), tools), kind: "talk" };
}
