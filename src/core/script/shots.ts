import { wholeBody } from "./deeds.ts";
import { type Draft, draftSize } from "./draft.ts";
import { aboutThings, type Framing, type FrameTools, insertOf, withPeople } from "./framing.ts";
import { frameNarration } from "./narration-shots.ts";
import type { Shot } from "./script.ts";
import { type Setting, skyIn } from "./setting.ts";
import { captionOf, spokenOf, tellsHidden } from "./told-words.ts";

/** Gives every draft of a scene its shot, so that no more than two talking heads follow each other (P7). */
export function frameScene(drafts: readonly Draft[], tools: FrameTools): Framing[] {
  let heads = 0;
  let closes = 0;
  let breaks = 0;
  let last: Framing | null = null;
  return drafts.map((draft, i) => {
    tools.shown.step();
    const setting = tools.settings.read(captionOf(draft, tools.text) || draft.action);
    let framing = frame(draft, i, drafts[i - 1], setting, tools);
    const talking = draft.kind === "talk" && (framing.shot === "medium" || framing.shot === "close");
    if (talking && framing.kind === "talk" && heads >= 2) {
      heads = 0;
      breaks += 1;
      framing = broken(draft, framing, drafts[i - 1], breaks, tools);
    } else heads = talking && framing.kind === "talk" ? heads + 1 : 0;
    framing = otherSize(framing, last);
    if (framing.shot === "close" && closes >= 2 && framing.seen.length > 0 && framing.kind !== "reaction") {
      closes = 0;
      framing = { ...framing, shot: "medium" };
    } else closes = framing.shot === "close" ? closes + 1 : 0;
    last = framing;
    tools.empty.note(framing);
    return framing;
  });
}

const otherSizes: Partial<Record<Shot, Shot>> = { close: "medium", medium: "close", wide: "medium" };

/** The same person alone twice in a row is seen from another distance the second time. */
function otherSize(framing: Framing, last: Framing | null): Framing {
  const [person] = framing.seen;
  const again =
    last !== null &&
    person !== undefined &&
    framing.seen.length === 1 &&
    last.seen.length === 1 &&
    last.seen[0] === person;
  if (!again || framing.shot !== last.shot || framing.kind === "action" || framing.kind === "establish") return framing;
  return { ...framing, shot: otherSizes[framing.shot] ?? framing.shot };
}

function frame(draft: Draft, index: number, before: Draft | undefined, setting: Setting, tools: FrameTools): Framing {
  if (draft.kind === "establish") return establishing(draft, setting, tools);
  const voices = draft.lines.filter(({ kind }) => kind !== "narration");
  if (voices.some(({ kind }) => kind === "letter")) return reading(draft, setting, tools);
  if (voices.length === 0) return frameNarration(draft, index, setting, tools);
  const speakers = [...draft.people].filter(([, { speaks }]) => speaks).map(([id]) => id);
  if (speakers.length === 0) return unseenVoice(draft, before, index, setting, tools);
  return spokenThing(draft, setting, tools) ?? talk(draft, speakers, index, setting, tools);
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
  if (setting.place === null || (sky !== null && indoors(setting.place) && draft.people.size === 0))
    return { ...withPeople("establish", "wide", [], setting), scenery: "sky", sky };
  const unseen = unshown || draft.stranger || tellsHidden(captionOf(draft, text));
  const seen = unseen ? [] : [...draft.people.keys()].slice(0, 3);
  // Farther off, a thing in a hand would not be seen.
  const holding = seen.length === 1 && [...draft.people.values()].some(({ holds }) => holds !== null);
  return withPeople("establish", holding ? "full" : "wide", seen, setting);
}

/** What is told beside words that were written: a spoken line in quotation marks within a tale is no letter. */
const written =
  /\b(?:letters?|notes?|wrote|written|read|reads|reading|telegrams?|advertisements?|papers?|paragraph|signed)\b|手紙|書状|電報|読|書い/i;

/** A letter is seen once; after that the picture is of who reads it. */
function reading(draft: Draft, setting: Setting, tools: FrameTools): Framing {
  const reader = [...draft.people.keys()].find((id) => tools.present.has(id)) ?? tools.empty.host(tools);
  const told = [draft.action, ...draft.lines.map(({ tag }) => tag)].join(" ");
  const sheet =
    written.test(told) && (tools.shown.since() > 2 || reader === null) ? insertOf(["letter"], setting, tools) : null;
  if (sheet) return sheet;
  if (reader === null) return tools.empty.picture("", setting, tools);
  return { ...withPeople("reaction", "medium", [reader], setting), holds: tools.handed.has(reader) ? "letter" : null };
}

/** Panels between two in which somebody only listens to a voice from beyond the picture: about a page. */
const listenerRest = 5;

/** A voice from beyond the picture: whoever spoke last listens to it once, then the place does, or people small in it. */
function unseenVoice(
  draft: Draft,
  before: Draft | undefined,
  index: number,
  setting: Setting,
  tools: FrameTools,
): Framing {
  const { empty } = tools;
  const spoke = before?.lines.findLast(({ speaker }) => speaker !== null)?.speaker ?? null;
  const listener = [...draft.people.keys()][0] ?? spoke ?? empty.host(tools);
  const told = `${captionOf(draft, tools.text)} ${spokenOf(draft, tools.text)}`;
  const listened = empty.sinceListener() <= listenerRest;
  const thing = listened ? insertOf(aboutThings(spokenOf(draft, tools.text), tools, 1.4), setting, tools) : null;
  if (thing) return thing;
  if (listener === null || (listened && empty.mayVoice()))
    return { ...empty.picture(told, setting, tools), kind: "talk" };
  if (!listened || setting.place === null) {
    empty.noteListener();
    return withPeople("reaction", index % 2 === 0 ? "close" : "medium", [listener], setting);
  }
  return withPeople("reaction", "wide", [listener], setting);
}

function talk(
  draft: Draft,
  speakers: readonly string[],
  index: number,
  setting: Setting,
  { pace, present }: FrameTools,
): Framing {
  const [first] = speakers;
  const others = [...draft.people].filter(([id, { acts }]) => acts && !speakers.includes(id)).map(([id]) => id);
  const caption = draft.lines.some(({ kind }) => kind === "narration");
  // Who seizes or embraces somebody is seen with that one.
  const lead = first === undefined ? undefined : draft.people.get(first)?.pose;
  const other = [...draft.people.keys()].find((id) => id !== first && present.has(id));
  if (caption && other !== undefined && (lead === "reach" || lead === "embrace" || lead === "fight"))
    return withPeople("talk", "medium", [...new Set([...speakers, other])].slice(0, 2), setting);
  const shouted = draft.lines.some(({ kind }) => kind === "shout" || kind === "thought" || kind === "whisper");
  const part = first === undefined ? undefined : draft.people.get(first);
  const moving = part?.pose != null && wholeBody.has(part.pose);
  if (speakers.length === 1 && moving && setting.place !== null && (caption || draftSize(draft) <= pace.panel * 0.7))
    return withPeople("talk", "full", [...speakers, ...others].slice(0, 2), setting);
  if (speakers.length === 1 && (shouted || moving || part?.undrawable === true || (index % 2 === 1 && !caption)))
    return withPeople("talk", "close", speakers, setting);
  return withPeople("talk", "medium", [...speakers, ...others].slice(0, 2), setting);
}

/** Panels with people between two that a thing takes from them. */
const peopleRest = 4;

/** Where one voice speaks of a thing that runs through the book, the reader looks at the thing now and then instead of the face. */
function spokenThing(draft: Draft, setting: Setting, tools: FrameTools): Framing | null {
  const voices = draft.lines.filter(({ kind }) => kind !== "narration");
  if (tools.shown.since() <= peopleRest || voices.length > 1) return null;
  if (voices.some(({ kind }) => kind !== "speech")) return null;
  if ([...draft.people.values()].some(({ pose, undrawable }) => undrawable || (pose !== null && wholeBody.has(pose))))
    return null;
  const about = aboutThings(spokenOf(draft, tools.text), tools, 1.9);
  return insertOf(about.filter(tools.things.isKey), setting, tools);
}

/** A third talking head becomes something else to look at: the thing spoken of, the listener, or the people small in their place. */
function broken(draft: Draft, framing: Framing, before: Draft | undefined, count: number, tools: FrameTools): Framing {
  const setting: Setting = { place: framing.place, named: false };
  const speakers = new Set(draft.lines.filter(({ kind }) => kind !== "narration").map(({ speaker }) => speaker));
  const alone = draft.lines.length === 1 && draft.lines.every(({ kind }) => kind === "speech");
  const thing = alone ? insertOf(aboutThings(spokenOf(draft, tools.text), tools, 1.4), setting, tools) : null;
  if (thing) return thing;
  const listener =
    draft.lines[0]?.addressee ?? [...(before?.people.keys() ?? [])].find((id) => !speakers.has(id)) ?? null;
  const listens = listener !== null && tools.present.has(listener) && !speakers.has(listener) ? listener : null;
  if (listens !== null && speakers.size === 1 && count % 2 === 1 && tools.empty.sinceListener() > listenerRest) {
    tools.empty.noteListener();
    return withPeople("reaction", "close", [listens], setting);
  }
  if (framing.place !== null) {
    const all = [...new Set([...framing.seen, ...(listens === null ? [] : [listens])])].slice(0, 3);
    return { ...framing, shot: "wide", seen: all };
  }
  if (listens !== null && speakers.size === 1) return withPeople("reaction", "close", [listens], setting);
  return { ...framing, shot: "full" };
}
