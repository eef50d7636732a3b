import type { Span } from "../book/book.ts";
import type { Mood, TimeOfDay, Weather } from "../story/story.ts";

/** The comic's screenplay: what is shown, drawn, condensed or left out, beat by beat. Plain JSON. */
export interface Script {
  version: 1;
  language: string | null;
  direction: "ltr" | "rtl";
  episodes: Episode[];
  /** Covers the body of the book without gaps or overlaps, in order (T1). */
  fates: Fate[];
}

/** A run of 16–40 pages along the chapters. */
export interface Episode extends Span {
  /** `e1`, `e2` … */
  id: string;
  title: string | null;
  beats: Beat[];
}

export type BeatKind = "establish" | "talk" | "action" | "reaction" | "insert" | "quiet";
/** How much of the picture the people fill: `wide` shows the place with small figures, `full` head to foot, `medium` from the hip, `close` head and shoulders, `insert` a thing or a detail without a face. */
export type Shot = "wide" | "full" | "medium" | "close" | "insert";
/** `asleep` is any face with shut eyes and at rest. */
export type Emotion =
  | "neutral"
  | "happy"
  | "laughing"
  | "tender"
  | "sad"
  | "crying"
  | "angry"
  | "furious"
  | "afraid"
  | "shocked"
  | "surprised"
  | "determined"
  | "suspicious"
  | "smug"
  | "thinking"
  | "tired"
  | "ashamed"
  | "calm"
  | "asleep"
  | "yawning";
export type Pose =
  | "stand"
  | "walk"
  | "run"
  | "sit"
  | "kneel"
  | "crouch"
  | "embrace"
  | "lie"
  | "point"
  | "reach"
  | "hold"
  | "arms-crossed"
  | "arms-up"
  | "fight"
  | "fall"
  | "lean"
  | "bow"
  | "hands-on-hips"
  | "hand-to-face"
  | Gesture
  | Deed;
/** What arms say or do while the body stands: seen from head to waist. */
export type Gesture =
  | "explain"
  | "offer"
  | "shrug"
  | "halt"
  | "shake-fist"
  | "hand-on-heart"
  | "clasp-hands"
  | "despair"
  | "gasp"
  | "tip-hat"
  | "hands-behind"
  | "read"
  | "drink"
  | "eat"
  | "smoke";
/** What a whole body does, to another or by itself; `recoil` and `felled` are those to whom it is done: leaning back from it, and on the ground. */
export type Deed =
  | "seize"
  | "push"
  | "strike"
  | "kick"
  | "recoil"
  | "felled"
  | "throw"
  | "leap"
  | "crawl"
  | "climb"
  | "rise"
  | "cower"
  | "shoulder-load"
  | Work;
/**
 * What a body does with a thing or in a place that is drawn with it: the table, the horse, the boat, the bed, the armchair. `aim`
 * holds the gun level, `shoot` has fired it; `abed` lies under a cover; `lounge` is sunk in an armchair; `haul` pulls a rope.
 */
export type Work =
  | "aim"
  | "shoot"
  | "ride"
  | "row"
  | "swim"
  | "dig"
  | "haul"
  | "stagger"
  | "write"
  | "dine"
  | "lounge"
  | "abed"
  | "knock"
  | "steer";
/** Height of the camera: at the eyes, above the people looking down, or near the ground looking up. */
export type Camera = "eye" | "high" | "low";
/**
 * What a picture without people of the cast and things shows: the whole place, a part of it, the sky over it, nothing
 * but black or a light tone; or the place full of people, who look into it (`crowd`), at the reader (`faces`) or eat
 * (`diners`); full of creatures (`beasts`); or with many birds in the air over it (`flock`).
 */
export type Scenery = "place" | "corner" | "sky" | "black" | "tone" | "crowd" | "faces" | "diners" | "beasts" | "flock";
/** Lines and elements over a picture; `shelter` is a roof over the people, with the weather beyond it. */
export type Effect = "speed" | "focus" | "impact" | "gloom" | "sparkle" | "water" | "fire" | "smoke" | "shelter";

/** One panel's worth of story. */
export interface Beat extends Span {
  /** `b1`, `b2` … over the whole script. */
  id: string;
  scene: string;
  kind: BeatKind;
  shot: Shot;
  /** 0–1; drives the panel's area (P1). */
  importance: number;
  /** First beat of a scene: a new row or page (P5). */
  opensScene: boolean;
  /** Ends on a question, a threat or a door, so that a page may turn after it (P5). */
  hook: boolean;
  place: string | null;
  time: TimeOfDay | null;
  weather: Weather | null;
  mood: Mood | null;
  figures: Actor[];
  /** What the picture shows where nobody is in it: a word the text names (`letter`, `lamp`), or null for the place itself. */
  prop: string | null;
  scenery: Scenery;
  camera: Camera;
  texts: BeatText[];
  effect: Effect | null;
}

/** `bare-head`: without the hat that is worn out of doors. */
export type Dress = "nightclothes" | "dressing-gown" | "bare-head";

/** A person in a beat. At most four. */
export interface Actor {
  person: string;
  emotion: Emotion;
  pose: Pose;
  /** Where on the panel; kept through a scene (P6). */
  side: "left" | "centre" | "right";
  /** Id of the person looked at, or null: out of the picture. */
  looksAt: string | null;
  speaks: boolean;
  /** A thing in the hand (`lamp`, `letter`), or null. */
  holds: string | null;
  /** Set where somebody is dressed otherwise than on the sheet: as the words say, or without the hat under a roof. */
  wears?: Dress;
  /** Set where the face is not turned to the reader: seen from the side, or from behind. */
  turned?: "aside" | "away";
}

/** `broadcast` is a voice out of a telephone or a loudspeaker. */
export type TextKind =
  | "speech"
  | "thought"
  | "shout"
  | "whisper"
  | "sung"
  | "broadcast"
  | "off-panel"
  | "narration"
  | "letter"
  | "sound";

/** What is lettered in a panel, in reading order. The span is where its words stand in the book. */
export interface BeatText extends Span {
  /** `t1`, `t2` … over the whole script. */
  id: string;
  kind: TextKind;
  /** Id of a person, or null (narration, sound, unknown). */
  speaker: string | null;
  /** Ids of those who may well say it, most likely first, where nobody surely does. */
  maybe?: string[];
  runs: TextRun[];
  /** Of a sound: how loud, 1 a tick, 2 a knock, 3 a crash. */
  loudness?: 1 | 2 | 3;
}

export interface TextRun {
  text: string;
  /** Reading above (beside) the text, or null. */
  ruby: string | null;
  emphasis: boolean;
}

/** What became of a stretch of the source (T1). */
export interface Fate extends Span {
  fate: "shown" | "drawn" | "condensed" | "left-out";
  /** The beat that carries it; null where it was left out. */
  beat: string | null;
  /** For condensed: the words that stand for it. */
  as: string | null;
  /** For left-out: why (`front matter`, `pace`, `said by the picture` …). */
  reason: string | null;
}
