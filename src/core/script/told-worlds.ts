import type { Place, PlaceKind } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { belies, narrationOf, supports } from "./place-evidence.ts";
import type { Scenery } from "./script.ts";
import { captionOf } from "./told-words.ts";
import { letteredSpan, type PlaceTools } from "./told-places.ts";

/** Surroundings that cannot be taken for any other, by the things that one stands among only there. */
interface World {
  /** Kinds of places that are of it, what shows it best first. */
  kinds: readonly PlaceKind[];
  /** Kinds that lie so near that its things are seen from there. */
  near: readonly PlaceKind[];
  /** What a place of these kinds must be called to be of it. */
  named?: RegExp;
  /** Seen from a window as well: people in a room stay there. */
  seenFromAfar?: true;
  words: RegExp;
}

const worlds: readonly World[] = [
  {
    kinds: ["theatre"],
    near: [],
    seenFromAfar: true,
    words:
      /\b(?:the orchestra|orchestra boxes|(?:opera|stage|orchestra|royal)[ -]box(?:es)?|footlights|(?:the|in the) (?:stalls|dress-?circle|auditorium)|the curtain (?:rose|fell|went up|came down)|the house was (?:packed|crowded|full)|prima donna|(?:first|second|third|last|next) act (?:was|began|ended|over))\b|客席|桟敷|幕が(?:開|あ|下)/giu,
  },
  {
    kinds: ["ship", "boat", "sea"],
    near: ["harbour", "cabin"],
    words:
      /\b(?:on deck|the (?:\p{L}+ )?deck|scuppers|bulwarks?|(?:main|fore|mizzen)-?(?:mast|top|sail)s?|the masts?|mast-?head|the rigging|bowsprit|gunwale|halyards?|forecastle|quarter-?deck|capstan|topsails?|the jib|hatchway|companion-?(?:ladder|way)|taffrail|the tiller|the helm|(?:to|the) (?:starboard|larboard))\b|甲板|帆柱|舷/giu,
  },
  {
    kinds: ["cabin"],
    near: ["ship", "boat", "train"],
    words:
      /\b(?:(?:the|my|his|her|our) (?:berth|bunk)|bulk-?heads?|(?:in|into|down) the (?:ship[’']s )?hold)\b|船室/giu,
  },
  {
    kinds: ["boat", "sea"],
    near: ["ship", "river", "shore", "harbour", "bridge"],
    words:
      /\b(?:(?:the|his|her|their|our|my) oars?|rowlocks?|thwarts?|(?:sat|was|were|lay|got|jumped|leaped|stepped|sprang) in(?:to)? the (?:\p{L}+ )?(?:boat|gig|skiff|canoe|coracle))\b|櫓を|櫂を|舟の中/giu,
  },
  {
    kinds: ["field"],
    near: ["underground", "cave", "battlefield", "theatre", "prison"],
    named: /\b(?:pit|crater)\b/iu,
    seenFromAfar: true,
    words:
      /\b(?:in|into|down|to|round|about|of|over|from|edge of|but) the (?:\p{L}+ )?(?:pit|crater)\b(?! of (?:his|her|my))/giu,
  },
  {
    kinds: ["field"],
    near: ["desert", "road", "mountain"],
    named: /\b(?:moors?|moorland|heath|mire|fens?)\b/iu,
    seenFromAfar: true,
    words: /\b(?:on|over|across|upon|in|into|through) the (?:\p{L}+ )?(?:moors?|heath|heather|mire)\b/giu,
  },
  {
    kinds: ["cave"],
    near: ["underground"],
    words: /\b(?:in|into|inside|within|of) the (?:\p{L}+ )?(?:cave|cavern|grotto)\b|(?:洞窟|洞穴)の(?:中|奥)/giu,
  },
  {
    kinds: ["room"],
    near: ["yard", "kitchen", "cabin"],
    named: /\b(?:block|log)-?house\b/iu,
    words: /\b(?:in|into|inside|within|of) the (?:block|log)-?house\b/giu,
  },
];

/** How far before and behind a panel the narration is asked, in UTF-16 units. */
const reach = { en: [260, 200], ja: [80, 60] } as const;

/** So much further ahead where a scene opens: what comes tells where it plays. */
const opening = 4;

/** So many different things of a world tell of it where the panel itself names none. */
const surely = 2;

/**
 * Where the words are of a ship, a boat, a cave, a moor, that is where the picture stands: no park lies under a deck. A place
 * that the words deny is not shown.
 */
export function inToldWorlds(drafts: readonly Draft[], framings: readonly Framing[], tools: PlaceTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    out.push(draft === undefined ? framing : offDeck(draft, inItsWorld(draft, framing, out, tools), tools));
  }
  return out;
}

const ofPlaces: ReadonlySet<Scenery> = new Set<Scenery>(["place", "corner", "tone", "sky"]);

function inItsWorld(draft: Draft, framing: Framing, before: readonly Framing[], tools: PlaceTools): Framing {
  const bare = showsNobody(framing);
  const place = tools.places.find(({ id }) => id === framing.place);
  if (framing.prop !== null || !ofPlaces.has(framing.scenery) || (place === undefined && !bare)) return framing;
  const told = captionOf(draft, tools.text);
  const world = worldTold(draft, told, framing.kind === "establish" ? opening : 1, place, tools);
  const shown = world === null ? null : placeOf(world, before, tools.places);
  if (world === null || (shown === null && world.named !== undefined)) {
    if (place === undefined || !bare || framing.kind === "establish" || !belies(told, place, tools.rules))
      return framing;
    return { ...framing, place: null, scenery: "tone" };
  }
  if (place !== undefined && (isOf(place, world) || world.near.includes(place.kind ?? "room"))) return framing;
  if (world.seenFromAfar && !bare && place?.inside === true) return framing;
  return { ...framing, place: shown, scenery: bare ? (shown === null ? "tone" : "place") : framing.scenery, sky: null };
}

/** The world that the caption names, else the one that the narration around it tells of while the caption tells of no other. */
function worldTold(
  draft: Draft,
  told: string,
  further: number,
  place: Place | undefined,
  tools: PlaceTools,
): World | null {
  const own = worlds.filter(({ words }) => told.search(words) >= 0);
  if (own.length > 0) return own.find((world) => place !== undefined && isOf(place, world)) ?? own[0] ?? null;
  const span = letteredSpan(draft);
  if (span === null || place === undefined || (told !== "" && supports(told, place, tools.rules))) return null;
  const [back, ahead] = reach[tools.rules];
  const around = narrationOf(tools.text, { start: Math.max(0, span.start - back), end: span.end + further * ahead });
  return worlds.find(({ words }) => new Set(around.toLowerCase().match(words)).size >= surely) ?? null;
}

const inBoat =
  /\b(?:coracle|canoe|skiff|dinghy|whale-?boats?|jolly-?boat|(?:my|our|his|their|the) boats?|paddl(?:e[ds]?|ing)|oars?(?:men|man)?|row(?:ed|ing))\b/giu;
const onBoard =
  /\b(?:(?:I|he|she|we|they|came|got|went|was|were|stood|ran|walked|stepped|dropped|leaped|sprang|back|once more|safely|again) (?:\p{L}+ ){0,2}?(?:aboard|on board|(?:up)?on (?:the )?(?:\p{L}+ )?deck)|clambered|climbed (?:up|on|over)|(?:up|over) the side|returned to the ship)\b/giu;
/** How far back a boat is told of in which people still are, in UTF-16 units. */
const boatReach = 2600;

/** Whoever rows beside a ship stands on no deck of it: the last words of a boat or a deck tell where people are. */
function offDeck(draft: Draft, framing: Framing, { text, places, rules }: PlaceTools): Framing {
  const place = places.find(({ id }) => id === framing.place);
  const span = letteredSpan(draft);
  if (framing.seen.length === 0 || place?.kind !== "ship" || span === null || rules === "ja") return framing;
  const narration = narrationOf(text, { start: Math.max(0, span.start - boatReach), end: span.end });
  const boats = [...narration.matchAll(inBoat)];
  const decks = [...narration.matchAll(onBoard)];
  if (boats.length < surely || (decks.at(-1)?.index ?? -1) > (boats.at(-1)?.index ?? 0)) return framing;
  const far = framing.shot === "full" || framing.shot === "wide";
  return { ...framing, place: null, shot: far ? "medium" : framing.shot };
}

const isOf = ({ kind, name }: Place, { kinds, named }: World): boolean =>
  kind !== null && kinds.includes(kind) && (named === undefined || named.test(name));

/** A place of a world: the one that was just seen, else the one that the book names most. */
function placeOf(world: World, before: readonly Framing[], places: readonly Place[]): string | null {
  const fitting = places.filter((place) => isOf(place, world));
  const last = before.findLast(({ place }) => fitting.some(({ id }) => id === place))?.place ?? null;
  const rank = ({ kind }: Place) => world.kinds.indexOf(kind ?? "room");
  const [best] = fitting.toSorted((a, b) => rank(a) - rank(b) || b.mentions - a.mentions);
  return last ?? best?.id ?? null;
}
