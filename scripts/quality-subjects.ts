// `npm run quality:subjects`: whom the first name, he, she or noun of each sentence of narration means, against the coreference of
// LitBank, in two halves: each is read with weights learnt from the other. docs/quality.md tells the measures.
import { chooseAmong } from "../src/core/story/reference-model.ts";
import { type Reference, referencesIn } from "../src/core/story/references.ts";
import { sentencesOf } from "../src/core/story/sentences.ts";
import { surelyMeant } from "../src/core/script/whose-words.ts";
import { type GoldBeginning, goldBeginnings } from "./subject-gold.ts";
import { learnInRounds, personMarks } from "./subject-training.ts";

const kinds = ["name", "pronoun", "noun"] as const;

interface Judged {
  kind: Reference["kind"];
  whole: boolean;
  person: boolean;
  claimed: boolean;
  right: boolean;
}

/** Whom the sentences of a beginning are of, as far as LitBank says. */
function judged(gold: GoldBeginning, weights: ReadonlyMap<string, number>): Judged[] {
  const { book, story, meant, whole } = gold;
  const marks = personMarks(gold);
  const cast = new Set(marks.values());
  const references = referencesIn(book, story, (pointer, near) => chooseAmong(pointer, near, weights));
  return book.blocks
    .flatMap(({ start, end }) => sentencesOf(book.text, start, end))
    .flatMap((sentence) => {
      const own = references.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const lead = own.find((one) => one.part === "acts" || (one.part === "owns" && one === own[0]));
      const mark = lead === undefined ? null : meant(lead.start, lead.end);
      if (lead === undefined || mark === null || !kinds.some((kind) => kind === lead.kind)) return [];
      const { kind, person, sure } = lead;
      const right = person === null ? !cast.has(mark) : marks.get(person) === mark;
      return [{ kind, whole, person: person !== null, claimed: sure >= surelyMeant, right }];
    });
}

const share = (part: readonly unknown[], of: readonly unknown[]): string =>
  `${((100 * part.length) / Math.max(1, of.length)).toFixed(1)} %`.padStart(7);

const all = await goldBeginnings(new URL("../../shared/data/", import.meta.url));
const found = [0, 1].flatMap((half) => {
  const weights = learnInRounds(all.filter((_, i) => i % 2 !== half));
  return all.filter((_, i) => i % 2 === half).flatMap((gold) => judged(gold, weights));
});
for (const whole of [true, false])
  for (const kind of kinds) {
    const rows = found.filter((one) => one.kind === kind && one.whole === whole);
    const claims = rows.filter(({ claimed }) => claimed);
    const people = claims.filter(({ person }) => person);
    console.log(
      `${whole ? "with the novel" : "alone         "} ${kind.padEnd(8)} ${String(rows.length).padStart(5)}: right ${share(
        claims.filter(({ right }) => right),
        rows,
      )}, wrong person ${share(
        people.filter(({ right }) => !right),
        rows,
      )}, wrongly nobody of the cast ${share(
        claims.filter(({ person, right }) => !person && !right),
        rows,
      )}, open ${share(
        rows.filter(({ claimed }) => !claimed),
        rows,
      )}`,
    );
  }
