import type { Book } from "../book/book.ts";
import type { Person } from "../story/story.ts";
import { emotionIn, poseIn } from "./acting.ts";
import { showsLooks } from "./captions.ts";
import type { Dealt } from "./deal-beats.ts";
import { bring, type Draft } from "./draft.ts";
import type { FateLedger } from "./fates.ts";
import type { Pace } from "./pace.ts";
import type { ThingFinder } from "./props.ts";
import type { ScenePlan } from "./scene-plan.ts";
import type { Emotion, Pose } from "./script.ts";
import type { Narration } from "./units.ts";

const scenery = {
  en: /\b(?:sky|sun|moon|stars?|rain|snow|wind|fog|clouds?|sea|water|waves?|river|trees?|garden|hills?|street|road|houses?|walls?|roof|windows?|rooms?|hall|floor|light|dark|darkness|shadows?|church|tower|harbour|shore|rocks?)\b/i,
  ja: /空|日|月|星|雨|雪|風|霧|雲|海|川|河|木|森|庭|山|道|町|家|屋根|壁|門|柱|石段|梯子|楼|部屋|畳|灯|光|闇|影/,
} as const;

/**
 * Says what became of the narration that got neither caption nor panel.
 * It counts as drawn only where the panel it passes by really shows it: the tail of a balloon, a body, a face, a thing, the place.
 */
export function settleNarration(
  book: Book,
  plan: ScenePlan,
  dealt: Dealt,
  cast: ReadonlyMap<string, Person>,
  ledger: FateLedger,
  { pace, things }: { pace: Pace; things: ThingFinder },
): void {
  for (const [unit, index] of dealt.near) {
    const draft = dealt.drafts[index] ?? dealt.drafts.at(-1);
    if (!draft || plan.captions.has(unit) || claimed(draft, unit)) continue;
    const words = book.text.slice(unit.start, unit.end);
    if (isDrawn(draft, unit, words, plan, cast, pace) || showThing(draft, unit, words, plan, things))
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
  const actor = plan.doers.get(unit)?.actor ?? null;
  if (unit.tag) return draft.lines.some(({ kind }) => kind !== "narration");
  if (actor !== null && showsLooks(cast.get(actor), unit.start, unit.end)) return bring(draft, actor);
  const pose = poseIn(words, pace.rules);
  const emotion = emotionIn(words, pace.rules);
  if (actor !== null && (pose !== null || emotion !== null)) return performs(draft, actor, pose, emotion);
  if (actor === null && draft.kind === "establish") return scenery[pace.rules].test(words);
  return false;
}

/** Lets the panel's own figure do it, unless that figure does something else already. */
function performs(draft: Draft, actor: string, pose: Pose | null, emotion: Emotion | null): boolean {
  const here = draft.people.get(actor);
  if (!here && (draft.people.size >= 2 || draft.kind === "insert")) return false;
  if (here?.pose && pose !== null && here.pose !== pose) return false;
  return bring(draft, actor, { pose, emotion });
}

/** A thing may fill the panel where nobody stands and nothing else is told. */
function showThing(draft: Draft, unit: Narration, words: string, plan: ScenePlan, things: ThingFinder): boolean {
  if (unit.tag || draft.kind === "establish" || draft.prop !== null) return false;
  if (draft.people.size > 0 || draft.lines.length > 0) return false;
  if ((plan.doers.get(unit)?.actor ?? null) !== null) return false;
  draft.prop = things.named(words);
  return draft.prop !== null;
}
