import type { Scene, TimeOfDay, Weather } from "../story/story.ts";
import type { EmptyPictures } from "./empty-pictures.ts";
import type { HeldThing } from "./held-words.ts";
import type { Pace } from "./pace.ts";
import type { Prop } from "./prop-words.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import type { BeatKind, Effect, Scenery, Shot } from "./script.ts";
import type { Setting, SettingReader } from "./setting.ts";
import type { Played } from "./told-states.ts";

/** How a beat is seen. */
export interface Framing {
  kind: BeatKind;
  shot: Shot;
  /** The people in the picture, most important first. */
  seen: string[];
  prop: Prop | null;
  /** A thing in the hand of the first, besides what their deeds say. */
  holds: HeldThing | null;
  /** A place of the story, or null: the picture then shows no place. */
  place: string | null;
  scenery: Scenery;
  /** Hour and weather that the words tell of a sky. */
  sky: { time: TimeOfDay | null; weather: Weather | null } | null;
  /** Set where nobody's mouth may be seen: whoever is there may be the one who speaks. */
  fromBehind?: true;
  /** Set where the first does in the picture what the words tell, whatever the shot. */
  placed?: true;
  /** What surely lies over the picture; else it is chosen by its people. */
  effect?: Effect;
  /** Set where the words of the panel tell a state of somebody's body, which outweighs all else that is known of it. */
  played?: Played;
}

/** What a scene is framed with. */
export interface FrameTools {
  text: string;
  scene: Scene;
  pace: Pace;
  things: ThingFinder;
  /** Things shown so far in the book. */
  shown: ThingMemory;
  settings: SettingReader;
  empty: EmptyPictures;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** An I who tells the book. */
  narrator: string | null;
  /** Whether a place is under a roof. */
  indoors: (place: string) => boolean;
  /** People with hands. */
  handed: ReadonlySet<string>;
}

/** A picture of people, of nothing else yet. */
export const withPeople = (kind: BeatKind, shot: Shot, seen: readonly string[], { place }: Setting): Framing => ({
  kind,
  shot,
  seen: [...seen],
  prop: null,
  holds: null,
  place,
  scenery: "place",
  sky: null,
});

/** The thing that a panel is most about, shown alone; null where there is none, or where it was shown just now: no other stands in for it. */
export function insertOf(props: readonly Prop[], setting: Setting, { shown }: FrameTools): Framing | null {
  const [prop] = props;
  if (prop === undefined || !shown.rested(prop)) return null;
  shown.note(prop);
  return { ...withPeople("insert", "insert", [], setting), prop };
}

/** Things that words name and are about, the foremost first. */
export const aboutThings = (words: string, { things }: FrameTools, least: number): Prop[] =>
  things
    .ranked(words)
    .filter(({ weight }) => weight >= least)
    .map(({ prop }) => prop);

/** Whether a picture is of a place or of nothing: nobody and no thing is seen. */
export const showsNobody = (framing: Framing | undefined): boolean =>
  framing !== undefined && framing.seen.length === 0 && framing.prop === null;

/** Whether a picture is nothing but black or a tone. */
export const showsGround = (framing: Framing): boolean =>
  showsNobody(framing) && (framing.scenery === "black" || framing.scenery === "tone");
