import type { Scene } from "../story/story.ts";
import type { Deed } from "./deeds.ts";
import type { Narration, Unit } from "./units.ts";
import type { Doers } from "./who-acts.ts";
import { escapedName } from "./name-pattern.ts";

/** From here on a speaker is more than a guess by turns: the book or its pronouns name the one who speaks. */
export const surelySpoken = 0.74;

/**
 * Who may be drawn in a scene of the book's `text`: whoever is told to speak or to do something in it that a body does, and an I who tells. Where these
 * are fewer than two, those to whom most lines are given. Whoever is only talked or thought about is elsewhere.
 */
export function presentIn(
  scene: Scene,
  units: readonly Unit[],
  doers: ReadonlyMap<Narration, Doers>,
  deedOf: (words: string) => Deed,
  teller: string | null,
  text = "",
): Set<string> {
  const there = new Set<string>();
  const lines = new Map<string, number>();
  const acted = new Map<string, number>();
  for (const unit of units) {
    if (unit.type === "narration") {
      const doing = doers.get(unit);
      const told = text.slice(unit.start, unit.end);
      if (doing && doing.actor !== null && doing.sure) {
        const often = (acted.get(doing.actor) ?? 0) + 1;
        acted.set(doing.actor, often);
        if (unit.tag || isBodily(deedOf(doing.deed)) || waits.test(told) || often >= oftenTold) there.add(doing.actor);
      }
    } else if (unit.type === "speech" && unit.quote.speaker !== null && unit.quote.kind !== "letter") {
      const { speaker, confidence } = unit.quote;
      lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
      if (confidence >= surelySpoken) there.add(speaker);
    }
  }
  if (teller !== null && (there.size === 0 || scene.present.includes(teller))) there.add(teller);
  for (const [speaker] of [...lines].toSorted((a, b) => b[1] - a[1])) if (there.size < 2) there.add(speaker);
  const [first] = scene.present;
  if (first !== undefined && there.size === 0) there.add(first);
  return there;
}

/** Sentences of a scene that are about somebody who is then there, whatever the deeds: a beast seldom does what people do. */
const oftenTold = 4;

/** Who is told to sit, stand or wait somewhere is there. */
const waits =
  /しゃがん|(?:坐|すわ|座)って(?:い|居|お)|立って(?:い|居|お)|待って(?:い|居|お)|\b(?:sat|stood|waited|knelt|crouched)\b/iu;

const isBodily = ({ pose, holds, undrawable }: Deed) => pose !== null || holds !== null || undrawable;

/** Speech without the speakers who are not there: their lines are somebody else's, nobody knows whose. */
export function spokenByPresent(units: readonly Unit[], present: ReadonlySet<string>): Unit[] {
  return units.map((unit) =>
    unit.type === "speech" &&
    unit.quote.speaker !== null &&
    unit.quote.kind !== "letter" &&
    !present.has(unit.quote.speaker)
      ? { ...unit, quote: { ...unit.quote, speaker: null, addressee: null } }
      : unit,
  );
}

/** Whether words say that somebody who goes by one of the `names` is not there, or has not come. */
export function tellsAbsence(words: string, names: readonly string[], rules: "en" | "ja"): boolean {
  const either = names.map(escapedName).join("|");
  const absent =
    rules === "ja"
      ? `(?:${either})(?:さん|君|先生)?(?:は|が|も)(?:[^。、]{0,12}(?:出て|やって|まだ|いっこう|とうとう))*[^。、]{0,6}(?:来ない|来なかった|来ません|来ぬ|こない|居ない|居なかった|見えない|見えなかった|欠席|欠勤|留守)(?![^。]{0,2}(?:うち|内|か))`
      : `\\b(?:${either}) (?:\\p{L}+ly )?(?:never (?:came|appeared|arrived|returned)|(?:did not|didn[’']t) (?:come|appear|arrive|return)|(?:was|were) (?:not (?:there|present|to be seen|in|at home)|absent|nowhere)|had not (?:yet )?(?:come|arrived|returned|appeared))\\b`;
  return new RegExp(absent, "iu").test(words);
}

/** Whether words are of a letter from somebody who goes by one of the `names`, or to him: who writes is far away. */
export function tellsLetterOf(words: string, names: readonly string[]): boolean {
  const either = names.map(escapedName).join("|");
  const letter =
    "(?:letters?|notes?|telegrams?|messages?|news|tidings) (?:\\p{L}+ ){0,2}?from|(?:wrote|written|writing|write)(?: \\p{L}+){0,3} to";
  return new RegExp(`\\b(?:${letter}) (?:(?:my|his|her) )?(?:${either})(?![\\p{L}’'])`, "u").test(words);
}
