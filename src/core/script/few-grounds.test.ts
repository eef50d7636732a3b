import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { personNamed } from "../../../test/people.ts";
import type { Reference } from "../story/references.ts";
import type { Place } from "../story/story.ts";
import { understand } from "../story/understand.ts";
import { readBook } from "../book/read-book.ts";
import { unwrap } from "../text/result.ts";
import { newDraft } from "./draft.ts";
import { fewGrounds, type GroundTools, mostOfPage } from "./few-grounds.ts";
import { type Framing, showsGround, withPeople } from "./framing.ts";
import type { Beat } from "./script.ts";
import { findReferences } from "./whose-words.ts";
import { writeScript } from "./write-script.ts";

const places: readonly Place[] = [
  { id: "p1", name: "the parlour", kind: "room", inside: true, mentions: 3 },
  { id: "p2", name: "the moor", kind: "field", inside: false, mentions: 3 },
];
const bare: Framing = { ...withPeople("quiet", "wide", [], { place: null, named: false }), scenery: "tone" };

const ann = personNamed("ann", "Ann", "female");

/** Panels of a bare tone, each with a caption or with a voice from beyond the picture, behind one in which Ann is seen. */
function shown(told: string, kinds: readonly ("narration" | "off-panel")[], home: string | null = "p1"): Framing[] {
  const text = `Ann sat down. ${told}`;
  const drafts = kinds.map((kind) => {
    const draft = newDraft("quiet");
    const pieces = [{ start: text.length - told.length, end: text.length, ending: "as-is" as const }];
    const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
    draft.lines.push({ kind, speaker: null, pieces, ...rest });
    return draft;
  });
  // A pronoun of which nobody is sure whom it means.
  const pronouns = [...text.matchAll(/\b(?:She|He)\b/gu)].map(({ 0: word, index }): Reference => ({
    start: index,
    end: index + word.length,
    person: null,
    kind: "pronoun",
    part: "acts",
    gender: word === "She" ? "female" : "male",
    sure: 0,
  }));
  const tools: GroundTools = {
    text,
    rules: "en",
    grounds: { since: mostOfPage },
    home,
    places,
    cast: new Map([["ann", ann]]),
    present: new Set(["ann"]),
    handed: new Set(["ann"]),
    narrator: null,
    references: findReferences(pronouns),
  };
  const seen = withPeople("quiet", "close", ["ann"], { place: null, named: false });
  return fewGrounds([newDraft("quiet"), ...drafts], [seen, ...drafts.map(() => bare)], tools).slice(1);
}

const isBare = ({ figures, prop, scenery, effect, texts }: Beat): boolean =>
  texts.some(({ kind }) => kind !== "narration" && kind !== "sound") &&
  figures.length === 0 &&
  prop === null &&
  (scenery === "black" || scenery === "tone") &&
  effect === null;

describe("panels without any drawing", () => {
  it("[D10] get lines that run to the words of a shock, and none for a quiet sentence", () => {
    expect(shown("Suddenly there was a flash of light.", ["narration", "narration"])[1]).toMatchObject({
      effect: "focus",
    });
    for (const one of shown("A new moon is made of old wishes.", ["narration", "narration"]))
      expect(one).not.toHaveProperty("effect");
  });

  it("[D10] show her who was just there beside quiet words of a she, and nobody beside what a face denies", () => {
    expect(shown("She thought of the summer.", ["narration"])[0]).toMatchObject({ seen: ["ann"], place: null });
    for (const told of ["He thought of the summer.", "She sprang at him.", "The lady thought of her son."])
      expect(shown(told, ["narration"])[0]?.seen, told).toEqual([]);
  });

  it("[P7] show nobody's head three times running", () =>
    expect(shown("She thought of the summer.", ["narration", "narration"]).map(({ seen }) => seen)).toEqual([
      ["ann"],
      [],
    ]));

  it("[D10] become the place where a voice is heard in them, if it is told of", () => {
    const told = "Nobody knew why.";
    expect(shown(told, ["narration", "off-panel"])[1]).toMatchObject({ place: "p1", scenery: "place" });
    expect(shown(told, ["narration", "off-panel"], null)[1]).toMatchObject({ place: null, effect: "focus" });
    expect(shown(told, ["narration", "off-panel"], "p2")[1]).toMatchObject({ place: null, effect: "focus" });
    expect(shown(told, ["narration", "off-panel"]).filter(showsGround)).toHaveLength(1);
  });

  it("[D10] with a voice in them are never two within a page of our stories, nor of a long letter", async () => {
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
