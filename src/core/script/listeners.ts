import type { Person, Quote } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { narrationOf } from "./place-evidence.ts";

/** Words of somebody who listens unseen: under a window, behind a door or a curtain. */
const eavesdrops =
  /\b(?:crouch|hid|kneel|knelt|lay|stood|listen|wait|eavesdrop|peer|peep)\p{L}*\b[^.!?]{0,40}\b(?:(?:under|beneath|below|outside) (?:it|the (?:\p{L}+ )?(?:window|sill|door))|at the (?:keyhole|crack)|behind the (?:\p{L}+ )?(?:door|curtains?|screen|hedge|shutters?))|^\P{L}*outside, |立ち?聞き|盗み聞き|(?:窓|戸|障子|襖|垣根?|壁)の(?:外|下|陰|かげ|蔭)[^。]{0,12}(?:聞|き[いか]|かく|隠|しゃが|立っ)/iu;
/** Words with which such a one joins the others. */
const joins =
  /\b(?:came|went|ran|rushed|burst|stepped|sprang|climbed|walked|got) (?:in|out|into|forward|up|through|back)\b|\bentered\b|(?:入|はい|飛び[込出]|出)(?:っ|り|て|た|ん)/iu;

/** UTF-16 units for which somebody is believed to listen unseen without being told of again. */
const reach = 3000;
/** From here on a speaker is as good as told. */
const certain = 0.85;
/** How sure a line is whose other possible speakers listen unseen. */
const lastLeft = 0.8;

/** Who listens unseen, as the narration tells it from stretch to stretch. */
interface Listening {
  /** Takes in words that end at an offset of the book. */
  read(words: string, at: number): void;
  unseen(person: string, at: number): boolean;
  /** Somebody is heard after all. */
  speaks(person: string): void;
}

function openListening(cast: Iterable<Person>): Listening {
  const names = [...cast].map(({ id, name, aliases }) => ({ id, pattern: anyOfNames([name, ...aliases]) }));
  const until = new Map<string, number>();
  const firstIn = (sentence: string) =>
    names
      .map(({ id, pattern }) => ({ id, at: sentence.search(pattern) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at)[0]?.id;
  return {
    read(words, at) {
      for (const sentence of words.split(/(?<=[.!?。])\s*/u)) {
        const hides = eavesdrops.test(sentence);
        if (!hides && !(until.size > 0 && joins.test(sentence))) continue;
        const person = firstIn(sentence);
        if (person !== undefined && hides) until.set(person, at + reach);
        else if (person !== undefined) until.delete(person);
      }
    },
    unseen: (person, at) => (until.get(person) ?? -1) >= at,
    speaks: (person) => void until.delete(person),
  };
}

/**
 * Nobody who listens unseen is among those who may have said a line that is not told to be theirs: it goes to the likeliest of the
 * others, or to nobody.
 */
export function withoutListeners(text: string, quotes: readonly Quote[], cast: readonly Person[]): Quote[] {
  const listening = openListening(cast);
  let at = 0;
  return quotes.map((quote) => {
    listening.read(text.slice(at, Math.max(at, quote.start)), quote.start);
    at = quote.end;
    const { speaker, confidence, maybe = [] } = quote;
    if (confidence >= certain) {
      if (speaker !== null) listening.speaks(speaker);
      return quote;
    }
    const others = maybe.filter((id) => !listening.unseen(id, quote.start));
    const heard = speaker !== null && !listening.unseen(speaker, quote.start);
    if (speaker === null || (heard && others.length === maybe.length)) return quote;
    const [likeliest = null, second] = others;
    const sure = likeliest !== null && second === undefined ? Math.max(confidence, lastLeft) : confidence;
    if (heard) return { ...quote, maybe: others, confidence: likeliest === speaker ? sure : confidence };
    return { ...quote, speaker: likeliest, addressee: null, maybe: others, confidence: sure };
  });
}

/** Takes whoever listens unseen out of the company that is heard; alone, such a one is before no place, and not in theirs. */
export function listenersApart(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, cast }: { text: string; cast: ReadonlyMap<string, Person> },
): Framing[] {
  const listening = openListening(cast.values());
  let at: number | null = null;
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const ends = draft?.lines.flatMap(({ pieces }) => pieces.map(({ end }) => end)) ?? [];
    const end = Math.max(at ?? 0, ...ends);
    if (draft === undefined || ends.length === 0) return framing;
    const start: number = at ?? Math.min(...draft.lines.flatMap(({ pieces }) => pieces.map((each) => each.start)));
    listening.read(narrationOf(text, { start, end }), end);
    at = end;
    for (const { speaker } of draft.lines) if (speaker !== null) listening.speaks(speaker);
    const seen = framing.seen.filter((person) => !listening.unseen(person, end));
    if (seen.length === framing.seen.length) return framing;
    return seen.length > 0
      ? { ...framing, shot: framing.shot === "wide" ? "medium" : framing.shot, seen }
      : { ...framing, kind: "reaction", shot: "close", place: null };
  });
}
