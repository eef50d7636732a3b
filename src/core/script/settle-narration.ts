import type { Book } from "../book/book.ts";
import type { Person } from "../story/story.ts";
import { emotionIn } from "./acting.ts";
import { showsLooks } from "./captions.ts";
import type { Dealt } from "./deal-beats.ts";
import { type Deed, deedIn } from "./deeds.ts";
import { bring, type Draft } from "./draft.ts";
import type { FateLedger } from "./fates.ts";
import type { Pace } from "./pace.ts";
import type { ScenePlan } from "./scene-plan.ts";
import type { Emotion } from "./script.ts";
import type { Narration } from "./units.ts";

const scenery = {
  en: /\b(?:sky|sun|moon|stars?|rain|snow|wind|fog|clouds?|sea|water|waves?|river|trees?|garden|hills?|street|road|houses?|walls?|roof|windows?|rooms?|hall|floor|light|dark|darkness|shadows?|church|tower|harbour|shore|rocks?)\b/i,
  ja: /空|日|月|星|雨|雪|風|霧|雲|海|川|河|木|森|庭|山|道|町|家|屋根|壁|門|柱|石段|梯子|楼|部屋|畳|灯|光|闇|影/,
} as const;

/**
 * Says what became of the narration that got neither caption nor panel.
 * It counts as drawn only where the panel it passes by really shows it: the tail of a balloon, a body, a face, the place.
 */
export function settleNarration(
  book: Book,
  plan: ScenePlan,
  dealt: Dealt,
  cast: ReadonlyMap<string, Person>,
  ledger: FateLedger,
  pace: Pace,
): void {
  for (const [unit, index] of dealt.near) {
    const draft = dealt.drafts[index] ?? dealt.drafts.at(-1);
    if (!draft || plan.captions.has(unit) || claimed(draft, unit)) continue;
    const words = book.text.slice(unit.start, unit.end);
    if (isDrawn(draft, unit, words, plan, cast, pace))
      draft.claims.push({ start: unit.start, end: unit.end, fate: "drawn" });
    else ledger.leftOut(unit, "pace");
  }
}

const claimed = (draft: Draft, unit: Narration) =>
  draft.claims.some(({ start, end }) => start < unit.end && end > unit.start);

function isDrawn(
  draft: Draft,
  unit: Narration,
  words: string,
  plan: ScenePlan,
  cast: ReadonlyMap<string, Person>,
  pace: Pace,
): boolean {
  if (unit.tag) return draft.lines.some(({ kind }) => kind !== "narration");
  const doing = plan.doers.get(unit);
  const actor = doing?.actor ?? null;
  if (actor === null || !doing) return draft.kind === "establish" && scenery[pace.rules].test(words);
  if (showsLooks(cast.get(actor), unit.start, unit.end)) return bring(draft, actor);
  if (!doing.sure) return false;
  return performs(draft, actor, deedIn(doing.deed, pace.rules), emotionIn(doing.deed, pace.rules));
}

/** Lets the panel's own figure do it, unless that figure does something else already. */
function performs(draft: Draft, actor: string, deed: Deed, emotion: Emotion | null): boolean {
  if (deed.undrawable || (deed.pose === null && emotion === null)) return false;
  const here = draft.people.get(actor);
  if (!here && draft.people.size >= 2) return false;
  // A panel with a caption shows what the caption says, and nothing besides.
  if (draft.lines.some(({ kind, title }) => kind === "narration" && !title) && here?.pose !== deed.pose) return false;
  if (here?.undrawable || (here?.pose && deed.pose !== null && here.pose !== deed.pose)) return false;
  return bring(draft, actor, { ...deed, emotion, acts: true });
}
