import { decisive, ofTwo, poseIn, wholeBody } from "./deeds.ts";
import { bring, type Draft, type Part } from "./draft.ts";
import { standsAbout } from "./on-their-feet.ts";
import { brokenForms, props, type Prop } from "./prop-words.ts";
import type { BeatKind, Shot } from "./script.ts";
import { type Setting, skyIn } from "./setting.ts";
import { aboutThings, type Framing, type FrameTools, insertOf, withPeople } from "./framing.ts";
import {
  captionOf,
  tellsCompany,
  tellsFaces,
  tellsGone,
  tellsGrave,
  tellsHidden,
  tellsMany,
  tellsMind,
  tellsPeople,
  tellsSights,
  tellsState,
} from "./told-words.ts";

const broken: ReadonlySet<Prop> = new Set(brokenForms.values());

/** Panels with people between two that a thing takes from them. */
const peopleRest = 5;

/** How much words must be about a thing that fills their panel: where they are about nobody, and where somebody does something with it. */
const leastAlone = 1.5;
const leastBeside = 1.6;

/**
 * A panel in which nobody speaks. It shows what its words say, or what cannot belie them: who acts and how, a thing that they
 * are about, the place or the sky that they name; else a face, a part of the place, or black.
 */
export function frameNarration(draft: Draft, index: number, setting: Setting, tools: FrameTools): Framing {
  const told = captionOf(draft, tools.text) || draft.action;
  const lead = [...draft.people].find(([, { acts }]) => acts);
  const [foremost] = aboutThings(told, tools, 1);
  // What bursts is what everybody looks at.
  const burst = foremost !== undefined && broken.has(foremost) ? insertOf([foremost], setting, tools) : null;
  return (
    burst ??
    changed(told, lead?.[0] ?? null, setting, tools) ??
    inView(lead?.[1] ?? null, setting) ??
    throng(told, lead?.[1] ?? null, setting) ??
    eachOther(draft, told, setting, tools) ??
    (lead && doing(draft, lead, told, setting, tools)) ??
    named(draft, told, lead?.[1] ?? null, setting, tools) ??
    (lead ? portrait(draft, lead[0], told, index, setting, tools) : nobody(draft, told, index, setting, tools))
  );
}

/** A state that no figure shows: a picture that claims nothing, or a face and no more. */
function changed(told: string, person: string | null, setting: Setting, tools: FrameTools): Framing | null {
  if (!tellsState(told)) return null;
  const face = person ?? tools.empty.host(tools);
  if (face === null || (tellsGrave(told) && tools.empty.may())) return tools.empty.nothing(told, tools);
  return withPeople("reaction", "close", [face], setting);
}

/** A place that the words describe is what is seen, unless one of the cast does something that shows. */
function inView(part: Part | null, setting: Setting): Framing | null {
  if (setting.described !== true || setting.place === null) return null;
  if (part !== null && (part.pose !== null || part.holds !== null)) return null;
  return withPeople("quiet", "wide", [], setting);
}

/** A crowd fills its place, unless one of the cast does something that shows. */
function throng(told: string, part: Part | null, setting: Setting): Framing | null {
  if (!tellsMany(told) || setting.place === null) return null;
  if (part !== null && (part.pose !== null || part.holds !== null)) return null;
  return crowded(told, setting, "quiet");
}

/** A place full of people, who look at the reader where the words say that they look at somebody. */
export const crowded = (told: string, setting: Setting, kind: BeatKind): Framing => ({
  ...withPeople(kind, "wide", [], setting),
  scenery: tellsFaces(told) ? "faces" : "crowd",
});

/** Two who have hold of each other, where no more are there than the two whom the words mean. */
function eachOther(draft: Draft, told: string, setting: Setting, tools: FrameTools): Framing | null {
  if (!/二人|両人|互い|\b(?:the two|both of them|each other|one another|they)\b/iu.test(told)) return null;
  const pose = poseIn(told, tools.pace.rules);
  const there = [...tools.present].filter((id) => tools.handed.has(id));
  if (pose === null || !ofTwo.has(pose) || pose === "reach" || there.length !== 2 || setting.place === null)
    return null;
  for (const id of there) bring(draft, id, { pose, acts: true, undrawable: false });
  return withPeople("action", "full", there, setting);
}

/** Somebody does something that a body, a hand or a face shows. */
function doing(
  draft: Draft,
  [person, part]: [string, Part],
  told: string,
  setting: Setting,
  tools: FrameTools,
): Framing | null {
  if (tellsHidden(told))
    return tools.empty.may()
      ? tools.empty.picture(told, setting, tools)
      : withPeople("reaction", "close", [person], setting);
  if (part.holds === "torch" && (part.undrawable || /覗|のぞ|\bpeer/.test(told)))
    return insertOf(["hand-with-torch"], setting, tools) ?? withPeople("reaction", "close", [person], setting);
  if (part.holds !== null) return handling(person, part, draft.loud, setting, tools);
  if (part.undrawable && !(part.pose !== null && decisive.has(part.pose)))
    return beyondPoses(person, told, setting, tools);
  const { pose, emotion } = part;
  if (pose === null) return emotion === null ? null : withPeople("reaction", "close", [person], setting);
  const other = [...draft.people.keys()].find((id) => id !== person && tools.present.has(id));
  const both = other !== undefined && sharedPoses.has(pose) ? [person, other] : [person];
  if (ofTwo.has(pose) && both.length < 2) return withPeople("reaction", "close", [person], setting);
  if (!wholeBody.has(pose)) return withPeople("action", "medium", both, setting);
  // Speed and blows need no place around them.
  if (setting.place !== null || swift.has(pose)) return withPeople("action", "full", both, setting);
  return withPeople("action", standing.has(pose) ? "medium" : "close", [person], setting);
}

/** Poses that are done with, to or before another. */
const sharedPoses: ReadonlySet<Part["pose"]> = new Set<Part["pose"]>([...ofTwo, "point", "bow", "kneel"]);
/** Deeds so quick that lines of speed stand for the place. */
const swift: ReadonlySet<Part["pose"]> = new Set<Part["pose"]>(["run", "leap", "fight", "seize", "push", "fall"]);
/** Poses that a picture from the hip up still shows. */
const standing: ReadonlySet<Part["pose"]> = new Set<Part["pose"]>(["run", "walk", "fight", "bow", "seize", "throw"]);

/** A thing in a hand; an animal has none, so the thing is shown alone. */
function handling(person: string, part: Part, loud: number, setting: Setting, tools: FrameTools): Framing {
  if (tools.handed.has(person)) {
    // Nearer, the hand would lie below the picture; a shot or a crash bursts out of no place at all.
    const burst = loud >= 2;
    const where: Setting = burst ? { place: null, named: false } : setting;
    return withPeople("action", where.place === null ? "medium" : "full", [person], where);
  }
  const prop = props.find((each) => each === part.holds);
  return (
    (prop === undefined ? null : insertOf([prop], setting, tools)) ?? withPeople("reaction", "close", [person], setting)
  );
}

/** What no pose shows is seen in the face, or in the thing it is done with. */
function beyondPoses(person: string, told: string, setting: Setting, tools: FrameTools): Framing {
  const things = tools.shown.since() > peopleRest ? aboutThings(told, tools, leastBeside) : [];
  const thing = insertOf(
    inHands(things).filter((each) => !large.has(each)),
    setting,
    tools,
  );
  return thing ?? withPeople("reaction", "close", [person], setting);
}

/** Things that people are in, on or before: without them they would be left behind. */
const large: ReadonlySet<Prop> = new Set<Prop>([
  "ladder",
  "boat",
  "oars",
  "steamer",
  "carriage",
  "cart",
  "bicycle",
  "train",
  "motor-car",
  "tram",
  "balloon",
  "horse",
  "staircase",
  "bed",
  "house",
  "well",
  "door",
  "ships-wheel",
]);

/** What somebody does something with is seen in the hand, where there is a picture of that. */
const inHands = (things: readonly Prop[]): Prop[] => things.map((thing) => handed.get(thing) ?? thing);
const handed: ReadonlyMap<Prop, Prop> = new Map<Prop, Prop>([
  ["torch", "hand-with-torch"],
  ["sword", "hand-on-sword"],
  ["quill", "hand-with-pen"],
]);

/** The words are about a thing, a place or a sky. */
function named(draft: Draft, told: string, part: Part | null, setting: Setting, tools: FrameTools): Framing | null {
  const { empty, shown, pace } = tools;
  if (shown.since() > peopleRest) {
    const peopled = tellsPeople(told, pace.rules);
    const things = aboutThings(told, tools, part === null ? leastAlone : leastBeside).filter(
      (each) => !peopled || !large.has(each),
    );
    const thing = insertOf(part === null ? things : inHands(things), setting, tools);
    if (thing) return thing;
  }
  if (!empty.may() || part !== null || draft.stranger) return null;
  if (setting.named && setting.place !== null) return empty.picture(told, setting, tools);
  return skyIn(told, pace.rules) ? empty.picture(told, setting, tools) : null;
}

const portraits: readonly Shot[] = ["medium", "full", "close", "wide", "medium", "full", "medium", "close"];

/** Somebody of whom the words tell, who does nothing that shows. */
function portrait(
  draft: Draft,
  person: string,
  told: string,
  index: number,
  setting: Setting,
  tools: FrameTools,
): Framing {
  const other = [...draft.people.keys()].find((id) => id !== person && tools.present.has(id));
  if (other !== undefined) return withPeople("quiet", "medium", [person, other], setting);
  const wish = portraits[index % portraits.length] ?? "medium";
  const shot = wish === "full" && !standsAbout(draft, tools, [person]) ? "medium" : wish;
  const small = shot === "wide" && (setting.place === null || tellsCompany(told));
  return withPeople("quiet", small ? "close" : shot, [person], setting);
}

/** The words are about nobody who can be drawn: an onlooker's face, or a picture without people. */
function nobody(draft: Draft, told: string, index: number, setting: Setting, tools: FrameTools): Framing {
  // Whoever is only named is talked about, unless the words are of a mind or a feeling: then it is that one's.
  const spokenAbout = [...draft.people.keys()].filter((id) => tools.present.has(id));
  const guessed = draft.stranger ? null : (spokenAbout.find((id) => id === tools.narrator || tellsMind(told)) ?? null);
  const host = guessed ?? tools.empty.host(tools);
  if (host === null || (tools.empty.may() && tellsGone(told, tools.pace.rules)))
    return tools.empty.picture(told, setting, tools);
  // Who listens to words of another place is before no place at all.
  const behind: Setting = setting.spokenOf === undefined ? setting : { place: null, named: false };
  if (draft.stranger) return withPeople("reaction", "close", [host], behind);
  const { rules } = tools.pace;
  const seen = setting.tells === true || skyIn(told, rules) !== null;
  if (tools.empty.may() && seen && !tellsPeople(told, rules) && tellsSights(told, rules))
    return tools.empty.picture(told, setting, tools);
  if (tools.empty.may() && tools.empty.turn() % 3 === 0) return tools.empty.nothing(told, tools);
  return portrait({ ...draft, people: new Map() }, host, told, index, behind, tools);
}
