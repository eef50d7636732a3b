import type { Draft } from "./draft.ts";
import { draftSize } from "./draft.ts";
import type { FrameTools } from "./framing.ts";
import { tellsState } from "./told-words.ts";

/** How far back words may have put somebody into a chair or a bed, in UTF-16 units. */
const sinceSeated = 900;
const seats =
  /\b(?:s[ai]t|sitting|seated|chairs?|armchair|sofa|couch|bed|bench|lay|lying|knelt|carriage|cab|train|boat|table|swam|swimming)\b|坐|座|腰を|腰か|寝|布団|床|汽車|舟|船|湯|飯|食/iu;

/** Whether nothing says that people sit, lie or ride: they may be seen from head to foot, beside few words. */
export function standsAbout(
  draft: Draft,
  { text, scene, pace, handed }: Pick<FrameTools, "text" | "scene" | "pace" | "handed">,
  seen: readonly string[],
): boolean {
  const at = draft.lines[0]?.pieces[0]?.start ?? draft.claims[0]?.start ?? scene.start;
  const end = draft.lines.at(-1)?.pieces.at(-1)?.end ?? at;
  const around = text.slice(Math.max(scene.start, at - sinceSeated), end);
  const idle = (id: string) => {
    const part = draft.people.get(id);
    return handed.has(id) && (part?.pose ?? null) === null && part?.undrawable !== true;
  };
  return draftSize(draft) <= pace.panel * 0.6 && seen.every(idle) && !seats.test(around) && !tellsState(around);
}
