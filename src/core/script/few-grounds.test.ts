import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { understand } from "../story/understand.ts";
import { readBook } from "../book/read-book.ts";
import { unwrap } from "../text/result.ts";
import { newDraft } from "./draft.ts";
import { fewGrounds, mostOfPage } from "./few-grounds.ts";
import { type Framing, showsGround, withPeople } from "./framing.ts";
import type { Beat } from "./script.ts";
import { writeScript } from "./write-script.ts";

const places: readonly Place[] = [
  { id: "p1", name: "the parlour", kind: "room", inside: true, mentions: 3 },
  { id: "p2", name: "the moor", kind: "field", inside: false, mentions: 3 },
];
const bare: Framing = { ...withPeople("quiet", "wide", [], { place: null, named: false }), scenery: "tone" };

/** Panels of a bare tone, each with a caption or with a voice from beyond the picture. */
function shown(kinds: readonly ("narration" | "off-panel")[], home: string | null = "p1"): Framing[] {
  const text = "Nobody knew why.";
  const drafts = kinds.map((kind) => {
    const draft = newDraft("quiet");
    const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
    const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
    draft.lines.push({ kind, speaker: null, pieces, ...rest });
    return draft;
  });
  const tools = { text, rules: "en" as const, grounds: { since: 9 }, home, places };
  return fewGrounds(
    drafts,
    drafts.map(() => bare),
    tools,
  );
}

const isUndrawn = ({ scenery, effect }: Framing): boolean => scenery === "tone" && effect === undefined;

const isBare = ({ figures, prop, scenery, effect }: Beat): boolean =>
  figures.length === 0 && prop === null && (scenery === "black" || scenery === "tone") && effect === null;

describe("panels without any drawing", () => {
  it("[D10] are one of a page at most: lines run to the words of the next", () => {
    const panels = shown(Array.from({ length: 2 * mostOfPage }, () => "narration" as const));
    expect(panels.map(isUndrawn).flatMap((is, i) => (is ? [i] : []))).toEqual([0, mostOfPage]);
    expect(panels[1]).toMatchObject({ scenery: "tone", effect: "focus" });
  });

  it("[D10] become the place where a voice is heard in them, if it is told of", () => {
    expect(shown(["narration", "off-panel"])[1]).toMatchObject({ place: "p1", scenery: "place" });
    expect(shown(["narration", "off-panel"], null)[1]).toMatchObject({ place: null, effect: "focus" });
    expect(shown(["narration", "off-panel"], "p2")[1]).toMatchObject({ place: null, effect: "focus" });
    expect(shown(["narration", "off-panel"]).filter(showsGround)).toHaveLength(1);
  });

  it("[D10] are never two within a page of our stories, nor of a long letter", async () => {
    const letter = Array.from({ length: 60 }, (_, i) => `The ${i + 2} of us were much as before, and nobody came.`);
    const made = `I found this letter.\n\n“My dear Tom,\n\n${letter.map((words) => `“${words}`).join("\n\n")}\n\n“Your loving Ada.”\n`;
    const folder = join(import.meta.dirname, "../../../test/stories");
    const tales = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".txt"));
    const some = tales.toSorted().filter((_, i) => i % 3 === 0);
    expect(some.length).toBeGreaterThan(5);
    for (const source of [new TextEncoder().encode(made), ...some.map((name) => readFileSync(join(folder, name)))]) {
      const book = unwrap(await readBook(new Uint8Array(source)));
      const beats = writeScript(book, understand(book), { pace: "comic", seed: 1 }).episodes.flatMap(
        (one) => one.beats,
      );
      const at = beats.flatMap((beat, i) => (isBare(beat) ? [i] : []));
      for (const [i, one] of at.entries())
        expect(one - (at[i - 1] ?? -Infinity), `${beats[0]?.id} ${one}`).toBeGreaterThanOrEqual(mostOfPage);
    }
  });
});
