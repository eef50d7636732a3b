import { expect, it } from "vitest";
import { bring, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { gripsNear, tellsTouch } from "./grips.ts";
import type { Pose } from "./script.ts";

it("[D5] a touch that is told is one, and one that is wished, feared or denied is none", () => {
  for (const words of [
    "Holmes caught me by the wrist and pushed me back.",
    "He seized her roughly by the arm.",
    "she pushed him away and cried",
    "They shook hands.",
    "She held me back.",
  ])
    expect(tellsTouch(words, "en"), words).toBe(true);
  for (const words of [
    "He wanted to embrace her.",
    "She would not have kissed him for the world.",
    "He caught the train.",
  ])
    expect(tellsTouch(words, "en"), words).toBe(false);
  expect(tellsTouch("彼は妹を抱きしめた。", "ja")).toBe(true);
  expect(tellsTouch("彼は妹を見た。", "ja")).toBe(false);
});

/** How two are seen beside a caption, the second of whom acts in this pose and the first speaks. */
function seen(caption: string, pose: Pose | null, speaks: boolean): Framing | undefined {
  const text = `${caption} Stay!`;
  const draft = newDraft("talk");
  bring(draft, "a");
  bring(draft, "b", { acts: true, pose });
  const rest = { addressee: null, size: 3, tag: "", deed: "", title: false, turn: null, certain: true };
  const piece = (start: number, end: number) => [{ start, end, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces: piece(0, caption.length), ...rest });
  if (speaks)
    draft.lines.push({ kind: "speech", speaker: "a", pieces: piece(caption.length + 1, text.length), ...rest });
  const framing = withPeople("talk", "medium", ["a", "b"], { place: "p1", named: false });
  return gripsNear([draft], [framing], { text, rules: "en" })[0];
}

it("[D5] two who are told to hold each other are not seen standing apart", () => {
  expect(seen("She held him back.", null, true)).toMatchObject({ seen: ["a"], shot: "close" });
  expect(seen("She held him back.", null, false)).toMatchObject({ seen: ["b"], shot: "close" });
});

it("[D5] the deed that is drawn stays, and so do two who only talk", () => {
  expect(seen("She embraced him.", "embrace", false)).toMatchObject({ seen: ["a", "b"] });
  expect(seen("She sat beside him.", null, true)).toMatchObject({ seen: ["a", "b"] });
});
