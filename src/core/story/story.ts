import type { Span } from "../book/book.ts";

/** What the rule-based reader found in a book. Unknown is null, never a guess dressed up as a fact. Plain JSON. */
export interface Story {
  version: 1;
  source: { title: string | null; language: string | null; characters: number };
  chapters: StoryChapter[];
  scenes: Scene[];
  cast: Person[];
  places: Place[];
  quotes: Quote[];
  sounds: Sound[];
  /** Who is the I of which part, where several tell in turn; then nobody has the role of a narrator. */
  tellers?: Teller[];
  /** Set where the book plays in another time or place than the towns of Europe and the Japan of old. */
  world?: World;
}

/**
 * Where and when a whole book plays, as far as dress and houses show it: Greece, Rome, Egypt and the Bible; castles and knights;
 * another planet of swords and chieftains; wild land with its settlers; ships under sail; bazaars and deserts; Japan of trains and
 * telephones; our own days.
 */
export type World = "ancient" | "medieval" | "planet" | "frontier" | "sail" | "orient" | "meiji" | "today";

/** A part of the book that somebody tells as I. */
export interface Teller extends Span {
  /** Id of a person. */
  person: string;
}

export interface StoryChapter extends Span {
  id: string;
  title: string | null;
}

export type TimeOfDay = "dawn" | "day" | "dusk" | "night";
export type Weather = "clear" | "cloudy" | "rain" | "snow" | "fog" | "storm" | "wind";
export type Light = "sun" | "moon" | "lamp" | "fire" | "dark";
export type Mood = "calm" | "joyful" | "tender" | "sad" | "tense" | "fearful" | "angry" | "mysterious" | "comic";

export interface Scene extends Span {
  /** `s1`, `s2` … in reading order. */
  id: string;
  chapter: string;
  /** Id of a place, or null where the text names none. */
  place: string | null;
  time: TimeOfDay | null;
  weather: Weather | null;
  mood: Mood | null;
  /** What lights it, where the text says so. */
  light?: Light | null;
  /** Ids of the people who speak, act or are named as there, most prominent first. */
  present: string[];
  /** The first words of the scene that tell its place, hour and weather; null where they hold from before. */
  evidence?: { place: Span | null; time: Span | null; weather: Span | null };
}

/** What kind of place it is, for drawing. */
export type PlaceKind =
  | "room"
  | "hall"
  | "kitchen"
  | "shop"
  | "tavern"
  | "street"
  | "village"
  | "forest"
  | "garden"
  | "field"
  | "mountain"
  | "river"
  | "shore"
  | "harbour"
  | "ship"
  | "castle"
  | "gate"
  | "church"
  | "tower"
  | "cave"
  | "graveyard"
  | "courtroom"
  | "school"
  | "train"
  | "underground"
  | "bedroom"
  | "library"
  | "corridor"
  | "ward"
  | "prison"
  | "bath"
  | "loft"
  | "theatre"
  | "inn"
  | "market"
  | "bridge"
  | "yard"
  | "shrine"
  | "platform"
  | "road"
  | "cab"
  | "boat"
  | "cabin"
  | "sea"
  | "desert"
  | "battlefield";

export interface Place {
  /** `p1`, `p2` … in order of appearance. */
  id: string;
  name: string;
  kind: PlaceKind | null;
  inside: boolean | null;
  mentions: number;
}

export type Gender = "female" | "male";
/** Main: carries the book; secondary: returns; minor: passes through. `narrator` is an I who tells the story. */
export type Role = "narrator" | "main" | "secondary" | "minor";

export interface Person {
  /** `n1`, `n2` … by number of mentions, most first. */
  id: string;
  name: string;
  aliases: string[];
  gender: Gender | null;
  role: Role;
  /** As the book first tells them. */
  looks: Looks;
  /** What the story changes about the looks, in reading order. */
  changes?: LookChange[];
  mentions: number;
}

/** How somebody looks from a scene on. The span is the words that prove it. */
export interface LookChange extends Span {
  /** Id of the scene from which it holds. */
  from: string;
  /** Id of the first scene in which it holds no more; missing where it stays. */
  until?: string;
  kind: "wound" | "disguise" | "hair" | "clothes";
  /** What the change puts in the place of the looks before it. */
  looks: Partial<Looks>;
}

/** One fact about a person's looks with the words that prove it. */
export interface Trait<T extends string = string> extends Span {
  value: T;
}

export type Age = "child" | "young" | "adult" | "old";
export type Build = "thin" | "average" | "stout";
export type Height = "short" | "average" | "tall";
export type Skin = "light" | "brown" | "dark";
export type HairColour = "black" | "brown" | "red" | "fair" | "grey" | "white";
export type HairStyle = "short" | "long" | "curly" | "tied" | "braided" | "bald" | "wild";
export type Species =
  | "human"
  | "cat"
  | "dog"
  | "wolf"
  | "rabbit"
  | "mouse"
  | "bird"
  | "horse"
  | "donkey"
  | "cow"
  | "deer"
  | "goat"
  | "lion"
  | "bear"
  | "fox"
  | "frog"
  | "pig"
  | "sheep"
  | "insect"
  | "reptile"
  | "snake"
  | "fish";

export interface Looks {
  species: Trait<Species> | null;
  age: Trait<Age> | null;
  build: Trait<Build> | null;
  height: Trait<Height> | null;
  skin: Trait<Skin> | null;
  hairColour: Trait<HairColour> | null;
  hairStyle: Trait<HairStyle> | null;
  beard: Trait<"beard" | "moustache"> | null;
  glasses: Trait<"spectacles" | "monocle" | "eye-patch"> | null;
  hat: Trait<"cap" | "hat" | "top-hat" | "bonnet" | "hood" | "helmet" | "scarf" | "crown"> | null;
  /** Garments and what they are like, in the text's own words (`red coat`). */
  clothes: Trait[];
  /** Scars, wounds, a bent back, freckles, things always carried, in the text's own words. */
  marks: Trait[];
}

export type QuoteKind = "speech" | "thought" | "letter" | "verse" | "title";

export interface Quote extends Span {
  /** `q1`, `q2` … in reading order. The span takes in the quotation marks. */
  id: string;
  /** Without the marks. */
  text: string;
  kind: QuoteKind;
  /** Id of a person, or null where no rule found one. */
  speaker: string | null;
  /** Ids of those who may well have said it, most likely first, where the speaker is far from sure. */
  maybe?: string[];
  addressee: string | null;
  /** 0–1: the share of such decisions that were right on gold data, or a cautious guess. */
  confidence: number;
  /** The rule that named the speaker and the words that it saw; null where no rule spoke. */
  evidence: (Span & { rule: string }) | null;
}

/** A word of the text that sounds (crash, ドン), for a drawn effect. */
export interface Sound extends Span {
  /** The word as it is drawn: `CRASH`, `ドン`. */
  text: string;
  /** How loud: 1 a tick, 2 a knock, 3 a crash. */
  loudness: 1 | 2 | 3;
  /** Set where it tells by itself what happens (a knock, a shot): it is drawn also where the words of the book are not lettered. */
  plain?: true;
  /** Set where somebody's body makes it: it is drawn only beside a face that shows the same; `quiet` goes with any. */
  feeling?: "mirth" | "grief" | "fright" | "anger" | "quiet";
}
