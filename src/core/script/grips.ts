import { drawnPose } from "./belied-bodies.ts";
import type { Draft } from "./draft.ts";
import { ofTwo } from "./deeds.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

const whom = "(?:him|her|me|us|them|\\p{Lu}[\\p{L}’'-]+)";
/** Words with which one body holds, moves or touches another. */
const touches = {
  en: new RegExp(
    `\\b(?:held (?:${whom} (?:back|down|fast|up|tight\\p{L}*|close)|on to ${whom})|(?:caught|seized|grasped|gripped|grabbed|clutched|held|took) (?:hold of )?(?:${whom}(?: \\p{L}+ly)?(?: (?:by|round|about|in|to)\\b)|(?:his|her|my|their) (?:hands?|arms?|wrists?|shoulders?|collar|sleeve))|(?:pushed|pulled|dragged|shoved|thrust|carried|lifted|hugged|embraced|kissed|slapped|struck|kicked|shook|hauled|flung) ${whom}(?: \\p{L}+ly)?(?=[ ,.;:])|(?:fought|struggled|wrestled|grappled) (?:together|with ${whom}|each other)|they (?:fought|struggled|wrestled|embraced|kissed|shook hands)|shook hands(?: with ${whom})?|arm[- ]in[- ]arm|hand in hand|(?:threw|flung|put) (?:his|her|my) arms? (?:round|around|about|over))`,
    "u",
  ),
  ja: /抱き(?:しめ|つ|合|上げ|起こ|とめ|止め)|手を(?:握|取|とっ|引[いっ])|腕を(?:掴|つか|取|とっ)|襟(?:首)?を(?:掴|つか)|突き(?:飛ば|倒)|引き(?:ず|止め|よせ|寄せ)|取っ?組み?合|組み(?:つ|伏せ)|肩を(?:抱|掴|つか)|背負っ|おぶっ/u,
} as const;
/** What is only wished, feared or denied is not done. */
const undone =
  /\b(?:not|never|n[’']t|would|could|should|might|if|wanted|tried|wished|meant|about|going) (?:\p{L}+ ){0,3}$|\bto (?:\p{L}+ )?$/iu;

/** Whether words tell of a body that touches another. */
export function tellsTouch(words: string, rules: "en" | "ja"): boolean {
  const found = touches[rules].exec(words);
  return found !== null && (rules === "ja" || !undone.test(words.slice(0, found.index)));
}

/**
 * Two who are told to hold, push or embrace each other are not seen standing apart: where the picture does not do the deed, who
 * speaks is seen alone and near, else who acts.
 */
export function gripsNear(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, rules }: { text: string; rules: "en" | "ja" },
): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const { seen } = framing;
    if (draft === undefined || seen.length !== 2 || framing.played !== undefined || framing.placed) return framing;
    if (seen.some((person) => ofTwo.has(drawnPose(draft, person, framing)))) return framing;
    if (!tellsTouch(captionOf(draft, text), rules)) return framing;
    const speakers = seen.filter((person) => draft.lines.some(({ speaker }) => speaker === person));
    const acting = seen.find((person) => draft.people.get(person)?.acts);
    // Two who both speak cannot be told apart from one alone: both balloons need their mouths.
    if (speakers.length > 1) return framing;
    const one = speakers[0] ?? acting ?? seen[0];
    return one === undefined
      ? framing
      : { ...framing, kind: speakers.length > 0 ? "talk" : "reaction", shot: "close", seen: [one], holds: null };
  });
}
