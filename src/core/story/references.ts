import type { Book, Span } from "../book/book.ts";
import { readWords, type RawReference } from "./reference-reading.ts";
import { type Candidate, type Choice, chooseAmong, type Pointer, weightAt } from "./reference-model.ts";
import { passagesOf } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";
import type { Gender, Quote, Story } from "./story.ts";
import { tellerIn } from "./tellings.ts";

/** Words of the narration that mean somebody: a name, a noun, a pronoun, an I who tells. */
export interface Reference extends Span {
  /** Somebody of the cast; null for anybody else, and where `sure` is low for nobody knows whom. */
  person: string | null;
  kind: RawReference["kind"];
  /** What he is in his clause: who acts, who owns something, or anybody else. */
  part: RawReference["part"];
  gender: Gender | null;
  /** 0–1: how often such a reading is right. */
  sure: number;
}

type Known = Pick<Story, "cast" | "quotes" | "tellers">;
type Choose = (pointer: Pointer, near: readonly Candidate[]) => Choice;

/**
 * Everybody whom the English narration of a book means, in order. Time is in proportion to the length of the book.
 * `choose` says whom a pronoun or a noun means.
 */
export function referencesIn(book: Book, story: Known, choose: Choose = chooseAmong): Reference[] {
  const { read } = openReferences(book.text, story, choose);
  return passagesOf(book).flatMap((passage) => {
    return read(passage, passage.opens === "chapter");
  });
}

/** Somebody whom the narration has told of. */
interface Entity extends Candidate {
  person: string | null;
}

const ranks = { minor: 1, secondary: 2, main: 3, narrator: 3 } as const;
/** Below, whom a word meant was a guess, and what hangs on it is no surer (docs/quality.md). */
const guessed = 0.5;
/** Sentences after which somebody is no longer he or she. */
const forgotten = 30;
/** Sentences by which all are further away when a chapter begins. */
const chapterGap = 12;

/** A reader that goes through a book paragraph by paragraph. */
function openReferences(text: string, { cast, quotes, tellers }: Known, choose: Choose) {
  const people = new Map(cast.map((person) => [person.id, person]));
  const names = readWords(cast);
  const entities = new Map<string, Entity>();
  const told = quotes.filter(({ kind }) => kind !== "title");
  let [now, paragraph, fresh, quote] = [0, 0, 0, 0];

  const entityOf = (key: string, person: string | null, gender: Gender | null, beast: boolean): Entity => {
    const known = entities.get(key);
    if (known !== undefined) return known;
    const rank = person === null ? 0 : ranks[people.get(person)?.role ?? "minor"];
    const made: Entity = { key, person, gender, beast, rank, seen: [], weight: 0, lastSure: 1 };
    entities.set(key, made);
    return made;
  };
  const ofPerson = (id: string): Entity => {
    const person = people.get(id);
    return entityOf(id, id, person?.gender ?? null, person?.looks.species != null);
  };
  const note = (
    entity: Entity,
    { kind, part, start, end }: Pick<RawReference, "kind" | "part" | "start" | "end">,
    sure: number,
  ) => {
    entity.weight = weightAt(entity, now) + 1;
    entity.seen.push({ sentence: now, paragraph, at: start, end, kind, part });
    if (entity.seen.length > 12) entity.seen.shift();
    entity.lastSure = sure;
  };

  const resolve = (
    raw: RawReference,
    spoken: Quote | null,
    clause: readonly Reference[],
    opens: boolean,
  ): Reference => {
    const { start, end, kind, part, gender } = raw;
    const made = (person: string | null, sure: number): Reference => ({ start, end, person, kind, part, gender, sure });
    if (kind === "several" || kind === "crowd") return made(null, 1);
    if (kind === "teller") {
      const teller = tellerIn({ tellers, cast }, start);
      if (teller !== null) note(ofPerson(teller), raw, 1);
      return made(teller, teller === null ? 0 : 1);
    }
    if (raw.person !== null) {
      note(ofPerson(raw.person), raw, 1);
      return made(raw.person, 1);
    }
    if (kind === "noun" && raw.fresh) {
      note(entityOf(`${raw.noun} ${(fresh += 1)}`, null, gender, raw.beast), raw, 1);
      return made(null, 1);
    }
    const teller = tellerIn({ tellers, cast }, start);
    const pointer: Pointer = { ...raw, sentence: now, paragraph, opens, spoken, inClause: clause };
    const near = [...entities.values()].filter((one) => one.person === null || one.person !== teller);
    const chosen = choose(
      pointer,
      near.filter((one) => isNear(one, now)),
    );
    const known = chosen.candidate === null ? undefined : entities.get(chosen.candidate.key);
    if (known === undefined && kind === "pronoun") return made(null, chosen.sure);
    const entity = known ?? entityOf(`${raw.noun} ${(fresh += 1)}`, null, gender, raw.beast);
    const link = entity.person !== null && entity.lastSure < guessed ? entity.lastSure : 1;
    const sure = Math.min(chosen.sure, link);
    note(entity, raw, sure);
    if (kind === "pronoun") entity.gender ??= gender;
    return made(entity.person, sure);
  };

  const read = (passage: Span, opensChapter: boolean): Reference[] => {
    if (opensChapter) now += chapterGap;
    paragraph += 1;
    for (const [key, one] of entities) if (!isNear(one, now)) entities.delete(key);
    const found: Reference[] = [];
    while ((told[quote]?.end ?? Infinity) <= passage.start) quote += 1;
    const own: Quote[] = [];
    for (let i = quote; (told[i]?.start ?? Infinity) < passage.end; i++) own.push(told[i]!);
    let [heard, first] = [0, true];
    const hear = (to: number) => {
      for (; (own[heard]?.end ?? Infinity) <= to; heard++) {
        const said = own[heard];
        if (said === undefined || said.speaker === null) continue;
        const { speaker, start, end, confidence } = said;
        note(ofPerson(speaker), { kind: "quote", part: "acts", start, end }, confidence);
      }
    };
    for (const sentence of sentencesOf(text, passage.start, passage.end)) {
      const words = narrated(text, sentence, own);
      if (!/\p{L}/u.test(words)) {
        hear(sentence.end);
        continue;
      }
      now += 1;
      const spoken = own.find(({ start, end }) => start <= sentence.end && end >= sentence.start) ?? own.at(-1) ?? null;
      let clauseFrom = 0;
      let clause: Reference[] = [];
      for (const raw of names(words, sentence.start)) {
        hear(raw.start);
        if (raw.clause !== clauseFrom) [clauseFrom, clause] = [raw.clause, []];
        const reference = resolve(raw, spoken, clause, first);
        found.push(reference);
        clause.push(reference);
      }
      first = false;
      hear(sentence.end);
    }
    return found;
  };
  return { read };
}

const isNear = ({ seen }: Candidate, now: number): boolean => now - (seen.at(-1)?.sentence ?? -Infinity) <= forgotten;

/** The sentence with what is spoken in it blanked out, so that offsets stay. */
function narrated(text: string, { start, end }: Span, quotes: readonly Quote[]): string {
  let words = text.slice(start, end).replaceAll(/\s/gu, " ");
  for (const quote of quotes) {
    const [from, to] = [Math.max(quote.start, start) - start, Math.min(quote.end, end) - start];
    if (to > from) words = words.slice(0, from) + "\ufffc".repeat(to - from) + words.slice(to);
  }
  return words;
}
