import type { Place, PlaceKind } from "../story/story.ts";
import { type Draft, isBareLetter, isSilent } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import {
  gatheringIn,
  tellsClass,
  tellsNightclothes,
  tellsNumber,
  tellsParting,
  tellsSize,
  tellsThrong,
  tellsUndress,
} from "./gathering-words.ts";
import type { Scenery, Shot } from "./script.ts";
import { skyIn } from "./setting.ts";
import { dreadWords } from "./setting-words.ts";
import { captionOf, spokenOf, tellsGone, tellsHidden, tellsLeaving } from "./told-words.ts";

/** Panels since one was left without any picture on purpose, over the whole book. */
export interface BlankMemory {
  since: number;
}

export interface TruthTools {
  text: string;
  rules: "en" | "ja";
  /** Those who go on four feet. */
  low: ReadonlySet<string>;
  /** Place of the scene. */
  home: string | null;
  places: readonly Place[];
  /** Who may be drawn in the scene, the most prominent first. */
  present: ReadonlySet<string>;
  narrator: string | null;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
  blanks: BlankMemory;
}

/** Panels between two that are black or bare on purpose. */
const blankRest = 40;

/**
 * Holds every picture against its words once more: a gathering is seen as one, nobody in a dress or of a size that the words
 * deny, and no panel stays black or bare where a place or somebody can be seen.
 */
export function truePictures(drafts: readonly Draft[], framings: readonly Framing[], tools: TruthTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    tools.blanks.since += 1;
    const draft = drafts[i];
    out.push(draft === undefined ? framing : trueTo(draft, framing, out, framings[i + 1], tools));
  }
  return out;
}

function trueTo(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  next: Framing | undefined,
  tools: TruthTools,
): Framing {
  const many = gathering(draft, framing, tools) ?? turnedRound(framing, before);
  const again = before.slice(-3).some(({ scenery, seen }) => seen.length === 0 && scenery === many?.scenery);
  const gathered =
    (again ? null : many) ??
    written(draft, framing, before, tools) ??
    undressed(draft, sized(draft, walled(draft, framing, before, tools), tools), before, tools);
  const met = faceTold(draft, beastThere(draft, onTheWay(draft, gathered, tools), tools), tools);
  return isBlank(draft, met, tools) || isSame(met, before.at(-1)) ? filled(draft, met, before, next, tools) : met;
}

/** The same empty view twice running is one too many. */
const isSame = (framing: Framing, last: Framing | undefined): boolean =>
  showsNobody(framing) && showsNobody(last) && framing.scenery === last?.scenery && framing.place === last.place;

/** A door belongs into a wall: who goes through it is seen, or a part of the place, rather than a door in the air. */
function walled(draft: Draft, framing: Framing, before: readonly Framing[], tools: TruthTools): Framing {
  if (framing.prop !== "door") return framing;
  const place = framing.place ?? lastPlace(before);
  const bare: Framing = { ...framing, kind: "quiet", shot: "wide", prop: null };
  const [person] = [...draft.people.keys()].filter((id) => tools.present.has(id));
  if (person !== undefined)
    return { ...bare, kind: "reaction", shot: before.at(-1)?.shot === "medium" ? "close" : "medium", seen: [person] };
  if (place === null) return framing;
  return { ...bare, place, scenery: tools.parts(place) ? "corner" : "place" };
}

/** Who sets out is seen near and before no place: it is no longer the one where they were. */
function onTheWay(draft: Draft, framing: Framing, { text }: TruthTools): Framing {
  const near = framing.shot === "close" || framing.shot === "medium";
  if (!near || framing.seen.length === 0 || framing.place === null) return framing;
  return tellsLeaving(captionOf(draft, text)) ? { ...framing, place: null } : framing;
}

/** Words of what a face shows. */
const faces =
  /\b(?:face|eyes|laugh\w*|chuckl\w+|smil\w+|grinn\w+|flush\w*|blush\w*|turned pale|wept|sobb\w+|frown\w*|hysterical|sneer\w*)\b|顔を|顔は|笑[いっわ]|泣[いき]|眉を|眼を|目を/iu;

/** A face in hands or on the floor, or in a picture. */
const unseen =
  /\b(?:up)?on (?:his|her|my) face\b|\bface\b[^,.;]*\b(?:hands|pillow|handkerchief)\b|\bfull face of\b|顔を(?:おお|覆|伏|うず)/iu;

/** Whose face the words tell of is seen near, whatever the hands do: an empty place would deny them. */
function faceTold(draft: Draft, framing: Framing, { text, rules, present, handed }: TruthTools): Framing {
  const told = captionOf(draft, text);
  if (!showsNobody(framing) || framing.kind === "establish" || !isSilent(draft) || !faces.test(told)) return framing;
  if (populous.has(framing.scenery) || unseen.test(told) || tellsHidden(told) || tellsGone(told, rules)) return framing;
  const person = [...draft.people.keys()].find((id) => draft.people.get(id)?.acts && present.has(id) && handed.has(id));
  if (person === undefined) return framing;
  return { ...framing, kind: "reaction", shot: "close", seen: [person], scenery: "place", sky: null };
}

const populous: ReadonlySet<Scenery> = new Set<Scenery>(["crowd", "faces", "diners", "beasts", "flock"]);

/** A beast that the words tell of is small in its place, however it sits, crouches or sets out: on four feet that shows. */
function beastThere(draft: Draft, framing: Framing, { text, rules, low, home, present }: TruthTools): Framing {
  const told = captionOf(draft, text);
  const place = framing.place ?? home;
  const views: readonly Scenery[] = ["place", "corner", "sky"];
  if (!showsNobody(framing) || !views.includes(framing.scenery) || place === null || !isSilent(draft)) return framing;
  const [person, other] = [...draft.people.keys()].filter((id) => draft.people.get(id)?.acts && present.has(id));
  if (person === undefined || other !== undefined || !low.has(person)) return framing;
  if (tellsHidden(told) || tellsGone(told, rules) || skyIn(told, rules) !== null) return framing;
  return { ...framing, shot: "wide", seen: [person], place, scenery: "place", sky: null };
}

/** A crowd that was just seen from behind looks at the reader now. */
function turnedRound(framing: Framing, before: readonly Framing[]): Framing | null {
  const last = before.at(-1);
  const again = showsNobody(framing) && showsNobody(last) && framing.scenery === "crowd" && last?.scenery === "crowd";
  return again ? { ...framing, scenery: "faces" } : null;
}

const meals: ReadonlySet<PlaceKind | null> = new Set<PlaceKind | null>(["shop", "tavern", "inn", "hall", "room"]);

/** Many who are told of fill their place, unless somebody of the cast does something before them that shows. */
function gathering(
  draft: Draft,
  framing: Framing,
  { text, home, places, present, handed }: TruthTools,
): Framing | null {
  const told = captionOf(draft, text);
  const place = framing.place ?? home;
  if (told === "" || !isSilent(draft) || place === null || showsDeed(draft, framing)) return null;
  const kind = places.find(({ id }) => id === place)?.kind ?? null;
  const wild = [...present].filter((person) => !handed.has(person)).length >= 3;
  const found = gatheringIn(told, wild);
  const full = (scenery: Scenery): Framing => ({
    ...framing,
    shot: "wide",
    kind: framing.kind === "establish" ? "establish" : "quiet",
    seen: [],
    prop: null,
    holds: null,
    place,
    scenery,
  });
  if (found === "flock") return full("flock");
  if (found === "beasts" && !roofedOver(place, kind, places)) return full("beasts");
  if (found === "diners" && meals.has(kind)) return full("diners");
  if (tellsThrong(told)) return full("crowd");
  if (tellsNumber(told)) return full(tellsParting(told) ? "crowd" : "faces");
  const lesson = kind === "school" && framing.seen.length === 0 && framing.prop === null && tellsClass(told);
  return lesson ? full("faces") : null;
}

/** Whether a place is under a roof: no deer stands there. */
const roofedOver = (place: string, kind: PlaceKind | null, places: readonly Place[]): boolean =>
  (kind !== null && roofed.has(kind)) || places.find(({ id }) => id === place)?.inside === true;

const roofed: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["cab", "train", "boat", "bath", "cabin", "loft"]);

const showsDeed = ({ people }: Draft, { seen, shot }: Framing): boolean =>
  shot !== "close" &&
  seen.some((person) => {
    const part = people.get(person);
    return part !== undefined && part.acts && (part.pose !== null || part.holds !== null);
  });

/** Panels back in which a letter was seen that need not be seen again. */
const letterRest = 8;

const onPaper = /\b(?:letters?|notes?|telegrams?|envelopes?|paper|wrote)\b|手紙|書状|電報|端書|葉書|文句/iu;
const onBoard =
  /\b(?:doors?|sign-?boards?|labels?|inscription|placard|(?:tomb|grave|head)?-?stones?|slabs?|tombs?|graves?|monument|epitaph)\b|戸|扉|板|札|看板|金文字|黒板|裏側/iu;

/** What stands on the stone of a grave. */
const carved =
  /\b(?:sacred to the memory|in (?:loving )?memory of|here lies|(?:tomb|stone) was erected|rest in peace)\b/iu;

/** A letter is seen itself where its text begins, then in the hands of who reads or writes it. */
function written(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  { handed, text }: TruthTools,
): Framing | null {
  const [reader] = framing.seen;
  const [first] = draft.lines;
  if (first?.kind !== "letter" || reader === undefined || framing.prop !== null) return null;
  const at = first.pieces[0]?.start ?? 0;
  const around = text.slice(Math.max(0, at - 400), at);
  // What stands on a door or a board is in nobody's hand.
  if (!onPaper.test(around) || onBoard.test(around.slice(-120)) || carved.test(spokenOf(draft, text))) return null;
  const lately = before.slice(-letterRest).some(({ prop, holds }) => prop === "letter" || holds === "letter");
  if (!lately) return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop: "letter" };
  return handed.has(reader) && before.at(-1)?.holds !== "letter"
    ? { ...framing, shot: "medium", holds: "letter" }
    : null;
}

/** Who has just grown or shrunk is seen near and before no room; who calls another a giant is seen alone. */
function sized(draft: Draft, framing: Framing, { text }: TruthTools): Framing {
  if (framing.seen.length === 0) return framing;
  if (tellsSize(captionOf(draft, text))) {
    const near = framing.shot === "wide" || framing.shot === "full" ? "close" : framing.shot;
    return { ...framing, kind: framing.kind === "establish" ? "quiet" : framing.kind, shot: near, place: null };
  }
  if (framing.seen.length < 2) return framing;
  const claims = draft.lines.filter(
    ({ kind, pieces }) =>
      kind !== "narration" &&
      /\bmiles? high\b|\binches high\b/iu.test(pieces.map((each) => text.slice(each.start, each.end)).join(" ")),
  );
  const speaker = claims[0]?.speaker ?? null;
  if (speaker === null || !framing.seen.includes(speaker)) return framing;
  return { ...framing, shot: framing.shot === "wide" ? "medium" : framing.shot, seen: [speaker] };
}

/** Of whom the words say what is worn now nobody is seen in another dress. */
function undressed(draft: Draft, framing: Framing, before: readonly Framing[], tools: TruthTools): Framing {
  const told = captionOf(draft, tools.text);
  // Nightclothes can be drawn.
  if (framing.seen.length === 0 || !isSilent(draft) || !tellsUndress(told) || tellsNightclothes(told)) return framing;
  const place = framing.place ?? tools.home;
  const bare: Framing = { ...framing, kind: "quiet", shot: "wide", seen: [], holds: null };
  return place === null ? bare : { ...bare, place, scenery: freshView(place, before, tools) ?? "place" };
}

/** Black, bare, or a sky of which no word is said. */
const isBlank = (draft: Draft, framing: Framing, { text, rules }: TruthTools): boolean =>
  showsNobody(framing) &&
  (framing.scenery === "black" ||
    framing.scenery === "tone" ||
    (framing.scenery === "sky" && framing.kind !== "establish" && skyIn(wordsIn(draft, text), rules) === null));

const wordsIn = (draft: Draft, text: string): string => `${captionOf(draft, text)} ${spokenOf(draft, text)}`;

/** Something to see instead of black or a bare tone: the place where they are, else somebody who is there. */
function filled(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  next: Framing | undefined,
  tools: TruthTools,
): Framing {
  const told = wordsIn(draft, tools.text);
  if (framing.scenery === "black" && dreadWords.test(told) && tools.blanks.since > blankRest) {
    tools.blanks.since = 0;
    return framing;
  }
  const place = lastPlace(before) ?? framing.place ?? (isSilent(draft) ? null : tools.home);
  const view = place === null ? null : freshView(place, before, tools);
  const lonely = showsNobody(before.at(-1)) || showsNobody(next);
  if (place !== null && view !== null && !lonely) return { ...framing, place, scenery: view };
  const listener = onlooker(draft, framing, place, before, tools);
  if (listener !== null) return listener;
  if (place !== null) return { ...framing, place, scenery: view ?? "place" };
  return { ...framing, scenery: "sky" };
}

/** Panels back in which a place was seen that people are still in. */
const stillThere = 4;

const lastPlace = (before: readonly Framing[]): string | null =>
  before.slice(-stillThere).findLast(({ place }) => place !== null)?.place ?? null;

/** A view of a place that the last two panels did not show. */
function freshView(place: string, before: readonly Framing[], { parts }: TruthTools): Scenery | null {
  const views: Scenery[] = parts(place) ? ["place", "corner"] : ["place"];
  const seen = before.slice(-2).flatMap((each) => (showsNobody(each) && each.place === place ? [each.scenery] : []));
  return views.find((view) => !seen.includes(view)) ?? null;
}

/** Panels back in which somebody was seen who is still about. */
const stillAbout = 8;

/** Somebody who is there: from behind, where a mouth might be seen shut beside its own words, and never twice the same. */
function onlooker(
  draft: Draft,
  framing: Framing,
  place: string | null,
  before: readonly Framing[],
  { present, narrator, handed }: TruthTools,
): Framing | null {
  if (narrator !== null && isBareLetter(draft)) return null;
  const last = before.at(-1);
  const told = [...draft.people.keys()].filter((person) => present.has(person));
  const quiet = isSilent(draft);
  // Whoever was there when the scene began may have been left behind.
  const lately = before.slice(-stillAbout).flatMap(({ seen }) => seen);
  const there = [...told, ...(narrator === null ? [] : [narrator]), ...(lately.length > 0 ? lately : present)];
  const known = there.filter((person) => present.has(person) && (quiet || handed.has(person)));
  const person = known.find((each) => !(last?.seen.includes(each) ?? false)) ?? known[0];
  if (person === undefined) return null;
  const again = last?.seen.includes(person) === true;
  const shot: Shot = last?.shot === "medium" ? "close" : "medium";
  const behind = handed.has(person) && (!quiet || again) && !(again && last?.fromBehind === true);
  if (!quiet && !behind) return null;
  return {
    ...framing,
    kind: "reaction",
    shot,
    seen: [person],
    place: framing.place === null && quiet ? null : place,
    scenery: "place",
    sky: null,
    ...(behind ? { fromBehind: true as const } : {}),
  };
}
