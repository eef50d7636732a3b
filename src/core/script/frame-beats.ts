import type { Book } from "../book/book.ts";
import type { Person, Place, PlaceKind, Scene } from "../story/story.ts";
import { goesUpright } from "../story/upright-beasts.ts";
import { type AddressTools, rightlyAddressed } from "./addressed-sex.ts";
import { type BeliedTools, withoutBelied, withoutUpright } from "./belied-bodies.ts";
import { type BeastTools, beastDeeds } from "./beast-deeds.ts";
import { type BothTools, bothMeant } from "./both-meant.ts";
import { type BroughtTools, broughtIn } from "./brought-in.ts";
import { type CalledTools, calledListeners } from "./called-listeners.ts";
import { type AsToldTools, deedsAsTold } from "./deeds-as-told.ts";
import type { Draft } from "./draft.ts";
import { openEmptyPictures } from "./empty-pictures.ts";
import { gripsNear } from "./grips.ts";
import { type GroundMemory, type GroundTools, fewGrounds } from "./few-grounds.ts";
import type { Framing } from "./framing.ts";
import { type BehindTools, leftBehind } from "./left-behind.ts";
import { knownListeners, type ListenTools } from "./known-listeners.ts";
import { letterPictures, type LetterTools } from "./letter-pictures.ts";
import type { Pace } from "./pace.ts";
import { placedDoers, type PlacingTools } from "./placed-doers.ts";
import { type MentionTools, withoutMentioned } from "./mentioned-only.ts";
import { outOfDoors } from "./out-of-doors.ts";
import { outOfTheRain } from "./out-of-the-rain.ts";
import { plainShots, type PlainShotTools } from "./plain-shots.ts";
import { withoutToldDress } from "./told-dress.ts";
import { type ToldThingTools, toldThings } from "./props-told.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import { repeatedDeeds } from "./repeated-deeds.ts";
import { rightPeople, type RightTools } from "./right-person.ts";
import { laidLow, type LowTools } from "./laid-low.ts";
import { listenersApart } from "./listeners.ts";
import { hasParts, readSettings } from "./setting.ts";
import { type LetteredMemory, letteredPanels, type LetteredTools } from "./lettered-panels.ts";
import { type EmptyMemory, seldomEmpty, type SeldomEmptyTools } from "./seldom-empty.ts";
import { frameScene } from "./shots.ts";
import { type StandInTools, withoutStandIns } from "./stand-ins.ts";
import { inToldLight, type LightTools, underStars } from "./told-light.ts";
import { type HarmTools, withoutHarmed } from "./harmed-people.ts";
import { inToldPlaces, type PlaceTools } from "./told-places.ts";
import { inToldSpots, type SpotTools } from "./told-spots.ts";
import { inToldStates, type StateTools } from "./told-states.ts";
import { inToldWorlds } from "./told-worlds.ts";
import { type GuessTools, unguessedVoices } from "./unguessed-voices.ts";
import { type UnsureTools, withoutUnsure } from "./unsure-states.ts";
import { hasOneLeg, withoutLegs } from "./unwhole-bodies.ts";
import { type HeadTools, variedHeads } from "./varied-heads.ts";
import { variedShots, type VarietyTools } from "./varied-shots.ts";
import type { ReferenceFinder } from "./whose-words.ts";
import { type BlankMemory, truePictures, type TruthTools } from "./true-pictures.ts";

/** What the pictures of a scene are chosen with. */
export interface PictureTools {
  book: Book;
  pace: Pace;
  things: ThingFinder;
  shown: ThingMemory;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  cast: ReadonlyMap<string, Person>;
  places: readonly Place[];
  references: ReferenceFinder;
  /** Who is the I at an offset of the book. */
  tellerAt: (at: number) => string | null;
  blanks: BlankMemory;
  empties: EmptyMemory;
  letters: LetteredMemory;
  grounds: GroundMemory;
}

type Steps = PlainShotTools &
  BeliedTools &
  TruthTools &
  PlacingTools &
  RightTools &
  HarmTools &
  BothTools &
  StateTools &
  PlaceTools &
  SeldomEmptyTools &
  LightTools &
  VarietyTools &
  StandInTools &
  GuessTools &
  BeastTools &
  LetterTools &
  GroundTools &
  LowTools &
  HeadTools &
  BehindTools &
  CalledTools &
  AddressTools &
  BroughtTools &
  SpotTools &
  ListenTools &
  MentionTools &
  AsToldTools &
  ToldThingTools &
  UnsureTools & { oneLegged: ReadonlySet<string> } & LetteredTools;

/** From the picture that a scene would like to the one that its words allow; each step has the last word over those before it. */
const steps: readonly ((drafts: readonly Draft[], framings: readonly Framing[], tools: Steps) => Framing[])[] = [
  plainShots,
  withoutBelied,
  truePictures,
  placedDoers,
  rightPeople,
  bothMeant,
  listenersApart,
  inToldStates,
  withoutUpright,
  withoutHarmed,
  inToldWorlds,
  inToldPlaces,
  seldomEmpty,
  inToldLight,
  variedShots,
  withoutStandIns,
  unguessedVoices,
  letteredPanels,
  withoutUnsure,
  letterPictures,
  beastDeeds,
  repeatedDeeds,
  outOfTheRain,
  outOfDoors,
  withoutLegs,
  calledListeners,
  rightlyAddressed,
  knownListeners,
  laidLow,
  broughtIn,
  leftBehind,
  withoutMentioned,
  inToldSpots,
  underStars,
  deedsAsTold,
  gripsNear,
  withoutToldDress,
  variedHeads,
  toldThings,
  fewGrounds,
];

/** Gives every draft of a scene its picture. */
export function frameBeats(
  scene: Scene,
  drafts: readonly Draft[],
  tools: PictureTools,
): { draft: Draft; framing: Framing }[] {
  const { book, cast, pace, places } = tools;
  const people = [...cast.values()];
  const known = {
    text: book.text,
    indoors: (place: string) => places.some(({ id, inside }) => id === place && inside === true),
    handed: new Set(people.filter(({ looks }) => looks.species === null).map(({ id }) => id)),
    narrator: tools.tellerAt(scene.start),
  };
  const settings = readSettings(scene, places, pace.rules, book.text);
  const framed = frameScene(drafts, { ...tools, ...known, scene, settings, empty: openEmptyPictures() });
  const kindOf = (place: string) => places.find(({ id }) => id === place)?.kind ?? null;
  const telling: Steps = {
    ...tools,
    ...known,
    rules: pace.rules,
    present: new Set(people.flatMap(({ id }) => (tools.present.has(id) ? [id] : []))),
    low: new Set(people.filter(goesOnFourFeet).map(({ id }) => id)),
    home: scene.place,
    oneLegged: new Set(people.filter(hasOneLeg).map(({ id }) => id)),
    bodiless: new Set(people.filter((person) => isSwimmer(person) || isThing(person)).map(({ id }) => id)),
    span: scene,
    kindOf,
    housed: (place) => houses.has(kindOf(place)),
    parts: (place) => hasParts(kindOf(place)),
  };
  const framings = steps.reduce((before, step) => step(drafts, before, telling), framed);
  return framings.flatMap((framing, i) => {
    const draft = drafts[i];
    return draft ? [{ draft, framing }] : [];
  });
}

/** Where people live among their furniture. */
const houses: ReadonlySet<PlaceKind | null> = new Set<PlaceKind | null>([
  "room",
  "bedroom",
  "library",
  "inn",
  "corridor",
]);

const isSwimmer = ({ name, looks }: Person): boolean => looks.species?.value === "fish" && !goesUpright(name, looks);

/** Trees, winds and stars that speak in a fairy tale, by their names. */
const isThing = ({ name, looks }: Person): boolean =>
  looks.species === null &&
  /^the (?:\p{L}+[ -])*(?:tree|wind|sun|moon|stars?|rose|rosebush|flower|daisy|river|sea|stream|brook|lamp|street-?lamp|lantern|clock|bell|ship|house|cottage|mountain|hill|stone|fire|flame|frost|snow|rain|cloud|needle|kettle|pot|weathercock|rocket|candle)$|\btree$/iu.test(
    name,
  );

const goesOnFourFeet = ({ name, looks }: Person): boolean => looks.species !== null && !goesUpright(name, looks);
