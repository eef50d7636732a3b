import { describe, expect, it } from "vitest";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { Balloon } from "../src/core/page/page.ts";
import { layOutBook } from "../scripts/lay-out-book.ts";
import { makeEpub } from "./epub-fixture.ts";

const fonts = openFonts(await readVendoredFonts());

/** What an EPUB of one chapter says in its balloons, and how. */
async function balloonsOf(language: string, paragraphs: readonly string[]): Promise<Pick<Balloon, "kind" | "words">[]> {
  const body = `<h1>I</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("")}`;
  const metadata = `<dc:title>T</dc:title><dc:language>${language}</dc:language>`;
  const { pages } = await layOutBook(makeEpub({ pages: { "a.xhtml": body }, metadata }), fonts, "full");
  return pages.flatMap(({ panels }) =>
    panels.flatMap(({ balloons }) => balloons.map(({ kind, words }) => ({ kind, words }))),
  );
}

const wordsOf = (balloons: readonly Pick<Balloon, "words">[]): string[] => balloons.map(({ words }) => words);

describe("[L2] from the EPUB to the balloon", () => {
  it.each([
    { marks: "low ones", open: "„", close: "“" },
    { marks: "guillemets that point inwards", open: "»", close: "«" },
  ])("German lines between $marks are speech, without their marks", async ({ open, close }) => {
    const words = wordsOf(
      await balloonsOf("de", [
        `Der Wirt trat vor die Tür. ${open}Grüß Gott, Herr Müller!${close}, sagte der Wirt.`,
        `${open}Straße oder Brücke?${close}, fragte Müller. ${open}Ich weiß – nicht …${close}`,
      ]),
    );
    expect(words).toContain("Grüß Gott, Herr Müller!");
    // What a tag parts and one says is one balloon.
    expect(words).toContain("Straße oder Brücke? Ich weiß – nicht …");
    expect(words.join("")).not.toMatch(/sagte|fragte|[„“»«]/u);
  });

  it("French guillemets and dashes open speech, and the fixed space before ! ? ; : stays", async () => {
    const marked = await balloonsOf("fr", [
      "Marie ouvrit la porte. «\u00a0Où vas-tu\u00a0?\u00a0» dit Marie.",
      "«\u202fJe pars\u202f; c’est fini\u202f!\u202f» répondit Jean. Il prit son chapeau.",
    ]);
    expect(wordsOf(marked)).toContain("Où vas-tu\u00a0?");
    expect(wordsOf(marked)).toContain("Je pars\u202f; c’est fini\u202f!");
    const dashed = wordsOf(
      await balloonsOf("fr", ["Marie entra.", "— Où vas-tu\u00a0? dit Marie.", "— Au port\u00a0! répondit Jean."]),
    );
    expect(dashed).toContain("Où vas-tu\u00a0?");
    expect(dashed).toContain("Au port\u00a0!");
  });

  it("Spanish dashes open speech, part it from who says it, and ¿ ¡ stay", async () => {
    const words = wordsOf(
      await balloonsOf("es", [
        "María abrió la puerta.",
        "—¿Adónde vas? —preguntó María.",
        "—¡Me voy! —respondió Juan—. Ya no puedo más, ¿entiendes?",
      ]),
    );
    expect(words).toContain("¿Adónde vas?");
    expect(words).toContain("¡Me voy! Ya no puedo más, ¿entiendes?");
  });

  it("[L6] a song is sung, and a voice over the telephone is broadcast by nobody in the picture", async () => {
    const balloons = await balloonsOf("en", [
      "Marta stood in the kitchen and Tom sat by the fire. “Home we go across the bay,” sang Marta.",
      "“Is that you, Tom?” asked Anna over the telephone. Tom nodded at the wall.",
    ]);
    expect(balloons).toContainEqual({ kind: "sung", words: "Home we go across the bay." });
    expect(balloons).toContainEqual({ kind: "broadcast", words: "Is that you, Tom?" });
  });
});
