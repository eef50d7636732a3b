import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { bodyInside, kindOfStyle } from "./balloon-body.ts";
import type { FittedBalloon } from "./fitted.ts";
import type { Fonts } from "./fonts.ts";
import { openFonts } from "./fonts.ts";
import type { LetteringText } from "./lettering.ts";
import { typeSizes } from "./lettering.ts";
import { setterOf } from "./set-latin.ts";
import { superellipseNorm } from "./superellipse.ts";

const fonts = openFonts(await readVendoredFonts());
const room = { maxWidth: 700, maxHeight: 700 };

function said(text: string, style: LetteringText["style"] = "speech"): LetteringText {
  return { runs: [{ text, ruby: null, emphasis: false }], style, vertical: false, language: "en" };
}

function fit(text: string, style: LetteringText["style"] = "speech", limits = room): FittedBalloon {
  const fitted = setterOf(fonts, said(text, style)).balloon(limits);
  if (!fitted) throw new Error(`does not fit: ${text}`);
  return fitted;
}

/** The corners of all ink boxes. */
function inkCorners({ block }: Pick<FittedBalloon, "block">, opened: Fonts): { x: number; y: number }[] {
  return block.runs.flatMap((run) =>
    run.glyphs.flatMap((glyph) => {
      const box = opened.inkBox(run.font, glyph.id);
      if (!box) return [];
      const xs = [glyph.x + box.left * run.size * run.stretch, glyph.x + box.right * run.size * run.stretch];
      const ys = [glyph.y + box.top * run.size, glyph.y + box.bottom * run.size];
      return xs.flatMap((x) => ys.map((y) => ({ x, y })));
    }),
  );
}

const word = fc.constantFrom(
  ..."the a of I I'm Iris lantern harbour incomprehensible go no! yes, stairs; what? father's is that that—oh Mr. Émile well… “So,” and".split(
    " ",
  ),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 28 }).map((words) => words.join(" "));
const styles = fc.constantFrom<LetteringText["style"]>("speech", "stress", "shout", "thought", "whisper");

describe("English balloons", () => {
  it("[L4] no ink leaves the body of the balloon, whatever is said", () => {
    fc.assert(
      fc.property(sentence, styles, (text, style) => {
        const fitted = fit(text, style, { maxWidth: 1200, maxHeight: 1600 });
        const body = bodyInside(kindOfStyle(style), fitted);
        for (const { x, y } of inkCorners(fitted, fonts))
          expect(superellipseNorm(x, y, body.radiusX, body.radiusY)).toBeLessThan(1);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it("[L2] French marks and guillemets stay with their words, a thin space between; German ones turn the other way", () => {
    const french = [
      "«\u00a0Où vas-tu donc\u00a0?\u00a0»",
      "Je pars\u202f; adieu, adieu\u202f!",
      "« Quoi ? » Il rit : « Rien ! »",
    ];
    for (const text of french)
      for (const maxWidth of [160, 200, 260, 400]) {
        const { lines } = fit(text, "speech", { maxWidth, maxHeight: 500 }).block;
        for (const line of lines) expect(line).not.toMatch(/^[»!?;:]|«$/u);
        expect(lines.join(" ")).toMatch(/\u202F[!?;:]/u);
      }
    const width = (text: string) => fit(text).block.width;
    expect(width("OUI\u202f!")).toBeGreaterThan(width("OUI!") + 1);
    expect(width("OUI\u202f!")).toBeLessThan(width("OUI A!") - width("OUIA!") + width("OUI!"));
    expect(
      fit("»Halt!« rief er, »so halt doch!«", "speech", { maxWidth: 190, maxHeight: 400 }).block.lines.length,
    ).toBeGreaterThan(2);
  });

  it("[L2] Spanish opening marks stay with the word that they open, and accents stay on capitals", () => {
    for (const maxWidth of [240, 300, 400]) {
      const { lines } = fit("¿Qué quieres tú? ¡Ábreme la puerta, señor! —¿Quién?", "speech", {
        maxWidth,
        maxHeight: 500,
      }).block;
      for (const line of lines) expect(line).not.toMatch(/[¿¡]$|^[?!]/u);
      expect(lines.join(" ")).toContain("ÁBREME");
      expect(lines.join(" ")).toContain("SEÑOR!");
    }
  });

  it("[L2] stressed words are heavy and lean, whatever they stand in; the others stand straight", () => {
    for (const style of ["speech", "shout", "whisper", "thought"] as const) {
      const runs = ["I said", " never", " to you"].map((text, i) => ({ text, ruby: null, emphasis: i === 1 }));
      const set = setterOf(fonts, { ...said("", style), runs }).balloon(room)?.block.runs ?? [];
      const leaning = set.filter(({ slant = 0 }) => slant > 0);
      expect(leaning.map(({ font }) => font)).toEqual(["latin-stress"]);
      expect(leaning.flatMap(({ glyphs }) => glyphs)).toHaveLength("NEVER".length);
      expect(set.length).toBeGreaterThan(1);
    }
  });

  it("[L4] type keeps its size; what does not fit is null", () => {
    expect(fit("I told you never to come back here.").block.size).toBe(typeSizes.latin.speech);
    expect(
      setterOf(fonts, said("I told you never to come back here.")).balloon({ maxWidth: 90, maxHeight: 90 }),
    ).toBeNull();
    expect(setterOf(fonts, said("  ")).balloon(room)).toBeNull();
    fc.assert(
      fc.property(
        sentence,
        fc.integer({ min: 60, max: 500 }),
        fc.integer({ min: 40, max: 400 }),
        (text, maxWidth, maxHeight) => {
          const fitted = setterOf(fonts, said(text)).balloon({ maxWidth, maxHeight });
          if (!fitted) return;
          expect(fitted.block.size).toBeGreaterThanOrEqual(typeSizes.latin.smallest);
          expect(2 * fitted.radiusX).toBeLessThanOrEqual(maxWidth + 1e-6);
          expect(2 * fitted.radiusY).toBeLessThanOrEqual(maxHeight + 1e-6);
        },
      ),
      { numRuns: 100, seed: 2 },
    );
  });

  it("[L2] every word appears once, in order and in capitals", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const set = fit(text, "speech", { maxWidth: 1200, maxHeight: 1600 }).block.lines.join(" ");
        const plain = (words: string) => words.toUpperCase().replaceAll(/[’']/g, "'").replaceAll(/[\s-]/g, "");
        expect(plain(set)).toBe(plain(text));
        expect(set).toBe(set.toUpperCase());
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it("[L2] only the pronoun I has crossbars", () => {
    const stroke = fonts.shape("latin-speech", "|", "across").glyphs[0]?.id;
    const plain = (text: string) =>
      fit(text).block.runs.reduce((sum, run) => sum + run.glyphs.filter((glyph) => glyph.id === stroke).length, 0);
    expect(plain("“I’ll go,” I’m sure, and I—I")).toBe(0);
    expect(plain("It is his lively island")).toBe(5);
    expect(plain("Louis XIV")).toBe(1);
    expect(plain("The C.I.D.")).toBe(0);
  });

  it("[L2] words are divided only where nothing else fits", () => {
    const text = "Such incomprehensible things";
    expect(fit(text).block.lines.join(" ")).not.toContain("-");
    const narrow = fit(text, "speech", { maxWidth: 190, maxHeight: 400 }).block.lines.join("|");
    expect(narrow).toMatch(/-\|/);
    // Too little height is no reason: more room is the answer then.
    expect(setterOf(fonts, said(text)).balloon({ maxWidth: 330, maxHeight: 60 })).toBeNull();
    expect(fit("Noooooooooooooooooo!", "shout", { maxWidth: 260, maxHeight: 300 }).block.lines.join("")).toMatch(
      /^NO+(?:-O+)+!$/,
    );
    expect(narrow.replaceAll(/-?\|/g, (cut) => (cut === "|" ? " " : ""))).toBe(text.toUpperCase());
  });

  it("[L5] lines swell to the middle", () => {
    const { block } = fit(
      "I told you never to come back here, and yet you stand before me as if nothing had happened.",
    );
    expect(block.lines.length).toBeGreaterThanOrEqual(4);
    const lengths = block.lines.map((line) => line.length);
    const middle = Math.max(...lengths.slice(1, -1));
    expect(middle).toBeGreaterThan(lengths[0] ?? 0);
    expect(middle).toBeGreaterThan(lengths.at(-1) ?? 0);
  });

  it("[L5] no word stands under itself where another break is possible", () => {
    const { lines } = fit("The thing is that the thing was the only thing that the thing had").block;
    for (const [i, line] of lines.slice(1).entries()) {
      const above = (lines[i] ?? "").split(" ");
      const below = line.split(" ");
      expect(above[0] === below[0] || above.at(-1) === below.at(-1)).toBe(false);
    }
  });

  it("[L2] leaders and dashes stay with their word, double hyphens become a dash", () => {
    const lines = fit("You... you knew -- you always knew--did you not?", "speech", { maxWidth: 170, maxHeight: 500 })
      .block.lines;
    for (const line of lines) expect(line).not.toMatch(/^[—…]/);
    expect(lines.join(" ")).toContain("KNEW—");
    expect(lines.join(" ")).toContain("YOU…");
  });

  it("[L2] a clause end without a space gets one, numbers and times do not", () => {
    const lines = fit("come upon them this size;why, at 10:30 or 1,000?", "speech", room).block.lines.join(" ");
    expect(lines).toContain("SIZE; WHY");
    expect(lines).toContain("10:30");
    expect(lines).toContain("1,000");
  });

  it("[L2] stressed words take the heavy face, unknown characters another font, never a box", () => {
    const runs = [
      { text: "Get out of ", ruby: null, emphasis: false },
      { text: "my", ruby: null, emphasis: true },
      { text: " house, 猫! ß \u{1F600}", ruby: null, emphasis: false },
    ];
    const fitted = setterOf(fonts, { ...said(""), runs }).balloon(room);
    const used = fitted?.block.runs.map((run) => run.font);
    expect(used).toContain("latin-stress");
    expect(used).toContain("japanese-speech");
    for (const run of fitted?.block.runs ?? []) for (const glyph of run.glyphs) expect(glyph.id).not.toBe(0);
    expect(fitted?.block.lines.join(" ")).toContain("ẞ");
  });

  it("[T3] the same text is set the same way twice, in fresh fonts too", async () => {
    const again = openFonts(await readVendoredFonts());
    const text = said("Oh dear! Oh dear! I shall be late!");
    expect(setterOf(again, text).balloon(room)).toEqual(setterOf(fonts, text).balloon(room));
  });
});

describe("English captions", () => {
  it("[L4] every letter lies inside the box", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const fitted = setterOf(fonts, said(text, "narration")).caption({ maxWidth: 400, maxHeight: 700 });
        expect(fitted).not.toBeNull();
        if (!fitted) return;
        for (const { x, y } of inkCorners(fitted, fonts)) {
          expect(Math.abs(x)).toBeLessThan(fitted.width / 2);
          expect(Math.abs(y)).toBeLessThan(fitted.height / 2);
        }
      }),
      { numRuns: 80, seed: 4 },
    );
  });

  it("[L2] keep the case of the book, flush left", () => {
    const fitted = setterOf(fonts, said("The next morning the harbour lay under a fog.", "narration")).caption({
      maxWidth: 260,
      maxHeight: 400,
    });
    expect(fitted?.block.lines.join(" ")).toBe("The next morning the harbour lay under a fog.");
    const lefts = new Map<number, number>();
    for (const run of fitted?.block.runs ?? [])
      for (const glyph of run.glyphs) lefts.set(glyph.y, Math.min(lefts.get(glyph.y) ?? Infinity, glyph.x));
    expect(lefts.size).toBeGreaterThan(1);
    expect(Math.max(...lefts.values()) - Math.min(...lefts.values())).toBeLessThan(1);
  });

  it("a text is set in a room as if it had been set in no other before", () => {
    const rooms = [
      room,
      { maxWidth: 250, maxHeight: 560, prefer: 0.5 },
      { maxWidth: 520, maxHeight: 330, prefer: 1.2 },
    ];
    const text = said("I told you never to come back here, and yet you stand at my door.");
    const again = setterOf(fonts, text);
    for (const each of rooms) {
      expect(again.balloon(each)).toEqual(setterOf(fonts, text).balloon(each));
      expect(again.caption(each)).toEqual(setterOf(fonts, text).caption(each));
    }
  });
});
