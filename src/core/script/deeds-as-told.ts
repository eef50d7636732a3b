import type { Person, PlaceKind } from "../story/story.ts";
import { isOfAnother, isOfAnotherJapanese } from "./acting-subjects.ts";
import { drawnPose } from "./belied-bodies.ts";
import {
  bedless,
  bound,
  buried,
  deedVerbs,
  halts,
  inWhite,
  japaneseVerbs,
  lies,
  oddLooks,
  panting,
  pocketed,
  shrinks,
  sleeps,
  soiled,
  tuckedIn,
  unbodily,
} from "./deeds-as-told-words.ts";
import { wholeBody } from "./deeds.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import type { Emotion, Pose, Scenery } from "./script.ts";
import { captionOf, spokenOf } from "./told-words.ts";
import { doneDeeds } from "./unreal-deeds.ts";

export interface AsToldTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  narrator: string | null;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  /** Place of the scene. */
  home: string | null;
  kindOf: (place: string) => PlaceKind | null;
  things: Pick<ThingFinder, "looksSo">;
  shown: Pick<ThingMemory, "rested" | "note">;
}

/**
 * No figure does the opposite of its words (D5): where they tell a body that is not drawn so, or a deed that is not this one's or
 * no deed of a body at all, the face is seen near, the back, or the thing it is about, and never the wrong whole figure.
 */
export function deedsAsTold(drafts: readonly Draft[], framings: readonly Framing[], tools: AsToldTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined) return framing;
    const caption = captionOf(draft, tools.text);
    if (framing.seen.length === 0) return withoutDark(caption, framing, tools);
    const told = tools.rules === "en" ? doneDeeds(caption) : caption;
    const laughed = laughedAt(draft, framing, tools);
    if (told === "")
      return (
        laughed ?? undoneDeed(tools.rules === "en" ? doneDeeds(draft.action) : draft.action, draft, framing, tools)
      );
    return (
      (isSilent(draft)
        ? (hiddenFace(told, draft, framing, tools) ??
          inBed(told, framing, tools) ??
          asleep(told, draft, framing, tools))
        : null) ??
      unarmed(told, draft, framing, tools) ??
      nearTold(told, draft, framing, tools) ??
      laughed ??
      undoneDeed(told, draft, awake(draft, framing, tools), tools)
    );
  });
}

/** A company in white is not seen as the dark one that is drawn: the place is. */
const withoutDark = (told: string, framing: Framing, { rules }: AsToldTools): Framing =>
  massed.has(framing.scenery) && inWhite[rules].test(told) ? { ...framing, scenery: "place" } : framing;

const massed: ReadonlySet<Scenery> = new Set<Scenery>(["crowd", "faces", "diners"]);

/** A head that lies in arms, and blood or mud that is not drawn, are seen from behind. */
function hiddenFace(told: string, draft: Draft, framing: Framing, { rules, handed }: AsToldTools): Framing | null {
  const [person, second] = framing.seen;
  if (person === undefined || second !== undefined || !handed.has(person) || framing.kind === "establish") return null;
  const bent = buried[rules].test(told);
  if (!bent && !soiled[rules].test(told)) return null;
  if (bent && ["kneel", "lie", "abed", "cower"].includes(poseIn(draft, person, framing))) return null;
  return { ...atRest(draft, person, framing), shot: "medium", fromBehind: true };
}

/** Who is tucked in lies in a bed, which is seen. */
function inBed(told: string, framing: Framing, { rules, shown, things }: AsToldTools): Framing | null {
  if (!tuckedIn[rules].test(told) || framing.played?.pose === "abed") return null;
  const prop = (["bed", "candle"] as const).find((each) => shown.rested(each) && things.looksSo(each));
  if (prop === undefined) return { ...framing, shot: "close", seen: framing.seen.slice(0, 1), place: null };
  shown.note(prop);
  return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop };
}

/** Who sleeps does not look about. */
function asleep(told: string, draft: Draft, framing: Framing, tools: AsToldTools): Framing | null {
  const hit = sleeps[tools.rules].exec(told);
  if (hit === null || framing.kind === "establish") return null;
  const sentence = told.slice(0, hit.index).replace(/^.*[.!?;。]["”’」]?\s*/su, "");
  const sleeper = framing.seen.find((id) => {
    const names = [tools.cast.get(id)?.name ?? "", ...(tools.cast.get(id)?.aliases ?? [])];
    if (names.some((name) => name !== "" && sentence.includes(name))) return true;
    return tools.rules === "en" && alone.test(sentence) && !isOfAnother(sentence, id, tools);
  });
  if (sleeper === undefined || !tools.handed.has(sleeper) || low.has(poseIn(draft, sleeper, framing))) return null;
  const shut = near(draft, sleeper, framing, "asleep");
  return { ...shut, played: { person: sleeper, pose: "stand", emotion: "asleep", bare: true } };
}

/** Right before its verb one alone is meant. */
const alone = /\b(?:he|she|I)(?: \p{L}+){0,2}\s*$/iu;

const armed: ReadonlySet<Pose> = new Set<Pose>(["aim", "shoot"]);

/** A weapon in a pocket is in no hand. */
function unarmed(told: string, draft: Draft, framing: Framing, tools: AsToldTools): Framing | null {
  const [person] = framing.seen;
  if (person === undefined || !pocketed[tools.rules].test(told)) return null;
  const shows = framing.holds !== null || framing.prop !== null || armed.has(poseIn(draft, person, framing));
  return shows ? near(draft, person, framing, "determined") : null;
}

/** Who shrinks back, lies, is bound or out of breath is seen so near that no body denies it. */
function nearTold(told: string, draft: Draft, framing: Framing, tools: AsToldTools): Framing | null {
  const { rules, handed } = tools;
  const [person, second] = framing.seen;
  if (person === undefined || second !== undefined || !handed.has(person)) return null;
  const pose = poseIn(draft, person, framing);
  const speaks = draft.lines.some(({ speaker }) => speaker === person);
  if (panting[rules].test(told) && !speaks && pose !== "run" && pose !== "felled")
    return near(draft, person, framing, "tired");
  const upright = framing.shot !== "close" && !low.has(pose);
  if (upright && shrinks[rules].test(told)) return near(draft, person, framing, null);
  return upright && (bound[rules].test(told) || isLying(told, person, tools))
    ? near(draft, person, framing, null)
    : null;
}

/** Whether the words lay down whom the picture shows. */
function isLying(told: string, person: string, tools: AsToldTools): boolean {
  const hit = lies[tools.rules].exec(told);
  if (hit === null) return false;
  const subject = told.slice(0, hit.index + hit[0].length).replace(/ (?:lay|was lying)$/u, "");
  return tools.rules === "ja" ? !isOfAnotherJapanese(subject, person, tools) : !isOfAnother(subject, person, tools);
}

const low: ReadonlySet<Pose> = new Set<Pose>(["cower", "crouch", "kneel", "lie", "abed", "felled", "crawl", "recoil"]);

/** At whose nose somebody laughs is seen from behind: every face here has a plain one. */
function laughedAt(draft: Draft, framing: Framing, { text, rules, handed }: AsToldTools): Framing | null {
  const [person, second] = framing.seen;
  if (person === undefined || second !== undefined || !handed.has(person)) return null;
  if (draft.lines.some(({ speaker, kind }) => speaker === person && kind !== "narration")) return null;
  const words = `${captionOf(draft, text)} ${spokenOf(draft, text)}`;
  if (!oddLooks[rules].test(words)) return null;
  return { ...atRest(draft, person, framing), shot: "medium", fromBehind: true };
}

/** Nobody has a bed in a carriage, a library or a street: there only the shut eyes are seen. */
function awake(draft: Draft, framing: Framing, { home, kindOf }: AsToldTools): Framing {
  const place = framing.place ?? home;
  const kind = place === null ? null : kindOf(place);
  if (framing.played?.pose !== "abed" || kind === null || !bedless.has(kind)) return framing;
  const { person } = framing.played;
  const { placed: _, ...open } = atRest(draft, person, framing);
  return { ...open, shot: "close", place: null, played: { person, pose: "stand", emotion: "asleep", bare: true } };
}

/** A deed that the words tell of another, or of no body, or that is over at their end, is not done in the picture. */
function undoneDeed(told: string, draft: Draft, framing: Framing, tools: AsToldTools): Framing {
  if (told === "" || framing.shot === "close") return framing;
  for (const person of framing.seen) {
    const pose = poseIn(draft, person, framing);
    if (tools.rules === "ja") {
      if (isOthersDeed(told, pose, person, tools)) return standing(draft, person, framing);
      continue;
    }
    if (!isTold(pose)) continue;
    const stops = (pose === "run" || pose === "leap") && halts.en.test(told);
    const done = framing.seen.some((each) => isDone(told, pose, each, tools));
    if (stops || !done) return standing(draft, person, framing);
  }
  return framing;
}

/** Whether every Japanese verb of a deed has another's mark before it. */
function isOthersDeed(told: string, pose: Pose, person: string, tools: AsToldTools): boolean {
  const verbs = japaneseVerbs[pose];
  const hits = verbs === undefined ? [] : [...told.matchAll(verbs)];
  return hits.length > 0 && hits.every(({ index }) => isOfAnotherJapanese(told.slice(0, index), person, tools));
}

const isTold = (pose: Pose): pose is keyof typeof deedVerbs => pose in deedVerbs;

/** Whether English words tell a deed with a verb of it that may be this one's. */
function isDone(told: string, pose: keyof typeof deedVerbs, person: string, tools: AsToldTools): boolean {
  const { before = null, after = null } = unbodily[pose] ?? {};
  return [...told.matchAll(deedVerbs[pose])].some(({ 0: verb, index }) => {
    const sentence = told.slice(0, index).replace(/^.*[.!?;]["”’]?\s/su, "");
    if (before?.test(sentence) || after?.test(told.slice(index + verb.length))) return false;
    return !isOfAnother(sentence, person, tools);
  });
}

/** What somebody does in a picture. */
const poseIn = (draft: Draft, person: string, framing: Framing): Pose =>
  framing.played?.person === person ? framing.played.pose : drawnPose(draft, person, framing);

/** Somebody who does nothing of all that the panel knew. */
function atRest(draft: Draft, person: string, framing: Framing): Framing {
  const part = draft.people.get(person);
  if (part !== undefined) draft.people.set(person, { ...part, pose: null, holds: null, undrawable: false });
  const { played: _, effect: __, ...open } = framing;
  return { ...open, kind: framing.kind === "establish" ? "establish" : "reaction", holds: null, prop: null };
}

const near = (draft: Draft, person: string, framing: Framing, emotion: Emotion | null): Framing => {
  const { placed: _, fromBehind: __, ...open } = atRest(draft, person, framing);
  return { ...open, shot: "close", seen: [person], place: null, played: { person, pose: "stand", emotion } };
};

function standing(draft: Draft, person: string, framing: Framing): Framing {
  const { placed: _, ...open } = atRest(draft, person, framing);
  const others = framing.seen.filter((each) => each !== person && wholeBody.has(poseIn(draft, each, framing)));
  for (const each of others) atRest(draft, each, framing);
  return { ...open, shot: framing.seen.length > 1 || framing.shot === "wide" ? framing.shot : "medium" };
}
