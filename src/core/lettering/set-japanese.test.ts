import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { bodyInside, kindOfStyle } from "./balloon-body.ts";
import type { FittedBalloon, Limits } from "./fitted.ts";
import { openFonts } from "./fonts.ts";
import { columnBreakBetween } from "./kinsoku.ts";
import type { GlyphRun, LetteringText } from "./lettering.ts";
import { typeSizes } from "./lettering.ts";
import { setterOf } from "./set-japanese.ts";
import { superellipseNorm } from "./superellipse.ts";

const fonts = openFonts(await readVendoredFonts());
const room = { maxWidth: 700, maxHeight: 700 };

/** Ruby as in Aozora texts: ｜漢字《かんじ》. */
function said(source: string, style: LetteringText["style"] = "speech"): LetteringText {
  const runs = source
    .split(/(｜[^《]+《[^》]+》)/)
    .filter((part) => part !== "")
    .map((part) => {
      const ruby = /^｜([^《]+)《([^》]+)》$/.exec(part);
      return { text: ruby?.[1] ?? part, ruby: ruby?.[2] ?? null, emphasis: false };
    });
  return { runs, style, vertical: true, language: "ja" };
}

function fit(source: string, style: LetteringText["style"] = "speech", limits: Limits = room): FittedBalloon {
  const fitted = setterOf(fonts, said(source, style)).balloon(limits);
  if (!fitted) throw new Error(`does not fit: ${source}`);
  return fitted;
}

function inkBoxes(run: GlyphRun): { left: number; top: number; right: number; bottom: number }[] {
  return run.glyphs.flatMap((glyph) => {
    const box = fonts.inkBox(run.font, glyph.id);
    if (!box) return [];
    return [
      {
        left: glyph.x + box.left * run.size * run.stretch,
        right: glyph.x + box.right * run.size * run.stretch,
        top: glyph.y + box.top * run.size,
        bottom: glyph.y + box.bottom * run.size,
      },
    ];
  });
}

const piece = fc.constantFrom(
  ..."吾輩は 猫である。 名前は まだ無い、 どこで 「えっ」 と言った ちょっと 待って!? うしろ!! ……そうか ――君は 12年 ラーメン 人々 しょうゆ ｜邪智《じゃち》 ｜承《うけたまわ》 第3章".split(
    " ",
  ),
);
const speech = fc.array(piece, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(""));
const styles = fc.constantFrom<LetteringText["style"]>("speech", "stress", "shout", "thought", "whisper");

describe("Japanese balloons", () => {
  it("[L4] no ink leaves the body of the balloon, ruby included", () => {
    fc.assert(
      fc.property(speech, styles, (text, style) => {
        const fitted = fit(text, style, { maxWidth: 1200, maxHeight: 1600 });
        const body = bodyInside(kindOfStyle(style), fitted);
        for (const box of fitted.block.runs.flatMap(inkBoxes))
          for (const x of [box.left, box.right])
            for (const y of [box.top, box.bottom])
              expect(superellipseNorm(x, y, body.radiusX, body.radiusY)).toBeLessThan(1);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it("[L3] columns keep kinsoku, and every character appears once, in order", () => {
    fc.assert(
      fc.property(speech, (text) => {
        const { lines } = fit(text, "speech", { maxWidth: 1200, maxHeight: 1600 }).block;
        for (const [i, line] of lines.slice(1).entries())
          expect(columnBreakBetween((lines[i] ?? "").slice(-1), line.slice(0, 1))).not.toBe("never");
        const narrow = (words: string) => words.normalize("NFKC").replaceAll(/[。\s]+(?=[」』]*$)/gu, "");
        expect(narrow(lines.join(""))).toBe(narrow(text.replaceAll(/｜|《[^》]*》/g, "")));
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it("[L3] a balloon does not end in 。, inside a closing bracket neither", () => {
    expect(fit("名前はまだ無い。").block.lines.join("")).toBe("名前はまだ無い");
    expect(fit("「名前はまだ無い。」").block.lines.join("")).toBe("「名前はまだ無い」");
    expect(fit("無い。名前だ。").block.lines.join("")).toBe("無い。名前だ");
  });

  it("[L3] short words are not split while another way exists", () => {
    expect(fit("うしろ!!").block.lines).toEqual(["うしろ!!"]);
    expect(fit("えっ、ちょっと待って!?").block.lines.join("|")).toMatch(/^えっ、\|?ちょっと\|?待って!\?$/);
    expect(fit("そうか――君だったのか……").block.lines).toEqual(["そうか――", "君だったのか……"]);
  });

  it("[L3] no column begins with ！ while a word can stay whole before it", () => {
    const cry = "どいてけろ！どいてけろってば！";
    for (const style of ["speech", "shout"] as const)
      for (const limits of [
        { maxWidth: 480, maxHeight: 530, prefer: 0.8 },
        { maxWidth: 620, maxHeight: 400, prefer: 1.2 },
      ])
        for (const line of fit(cry, style, limits).block.lines) expect(line).not.toMatch(/^！/u);
    expect(fit(cry, "shout", { maxWidth: 480, maxHeight: 530, prefer: 0.8 }).block.lines[0]).toBe("どいてけろ！");
  });

  it("[L3] dots never stand alone in the last column", () => {
    for (const source of [
      "やがて死ぬかと思うほど喘ぎ出した。……",
      "こんな不思議なことがあろうか。……",
      "お兄さま。お兄さま。……",
    ])
      for (const maxHeight of [180, 240, 320]) {
        const fitted = setterOf(fonts, said(source, "narration")).caption({ maxWidth: 700, maxHeight });
        const last = fitted?.block.lines.at(-1) ?? "";
        expect(last, source).not.toMatch(/^[…―]+$/u);
      }
  });

  it("[L3] leaders, dashes, numbers and pairs of marks are never torn apart", () => {
    for (let maxHeight = 120; maxHeight <= 420; maxHeight += 30) {
      const fitted = setterOf(fonts, said("……そうだ――あの日から12年、待った!?")).balloon({ maxWidth: 900, maxHeight });
      const joined = fitted?.block.lines.join("|") ?? "";
      expect(joined).not.toMatch(/…\|…|―\|―|1\|2|!\|\?/);
    }
  });

  it("[L3] usual speech takes at most ten letters by six columns", () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), (parts) => {
        const text = parts.join("");
        const { lines } = fit(text).block;
        expect(lines.length).toBeLessThanOrEqual(6);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it("[L3] two digits and !? stand upright in the middle of one square", () => {
    const { block } = fit("国12国!?国");
    const size = typeSizes.japanese.speech;
    const boxes = block.runs.flatMap(inkBoxes);
    const squares = [1, 3].map((cell) => -2.5 * size + (cell + 0.5) * size);
    for (const middle of squares) {
      const inside = boxes.filter((box) => Math.abs((box.top + box.bottom) / 2 - middle) < size * 0.3);
      expect(inside).toHaveLength(2);
      const top = Math.min(...inside.map((box) => box.top));
      const bottom = Math.max(...inside.map((box) => box.bottom));
      const left = Math.min(...inside.map((box) => box.left));
      const right = Math.max(...inside.map((box) => box.right));
      expect((top + bottom) / 2).toBeCloseTo(middle, 0);
      expect((left + right) / 2).toBeCloseTo(0, 0);
      expect(right - left).toBeLessThanOrEqual(size);
    }
  });

  it("[L3] ruby is half as large and stands to the right of its letters", () => {
    const { block } = fit("｜猫《ねこ》だ");
    const main = block.runs.find((run) => run.size === typeSizes.japanese.speech);
    const ruby = block.runs.find((run) => run.size === typeSizes.japanese.speech / 2);
    const cat = main && inkBoxes(main)[0];
    const reading = ruby ? inkBoxes(ruby) : [];
    expect(reading).toHaveLength(2);
    for (const box of reading) {
      expect(box.left).toBeGreaterThanOrEqual((cat?.right ?? 0) - 1);
      expect(box.top).toBeGreaterThan((cat?.top ?? 0) - 3);
      expect(box.bottom).toBeLessThan((cat?.bottom ?? 0) + 3);
    }
  });

  it("[L3] stressed letters carry dots, one for each letter", () => {
    const text = { ...said(""), runs: [{ text: "おれ、が", ruby: null, emphasis: true }] };
    const dots = setterOf(fonts, text)
      .balloon(room)
      ?.block.runs.find((run) => run.size < typeSizes.japanese.speech);
    expect(dots?.glyphs).toHaveLength(3);
  });

  it("[L3] columns have their heads on one line", () => {
    const { block } = fit("どこで生れたか国国とんと見当がつかぬ国国のだ国");
    expect(block.lines.length).toBeGreaterThan(1);
    const tops = new Map<number, number>();
    for (const run of block.runs)
      for (const box of inkBoxes(run)) {
        const column = Math.round((box.left + box.right) / 2 / block.size);
        tops.set(column, Math.min(tops.get(column) ?? Infinity, box.top));
      }
    expect(Math.max(...tops.values()) - Math.min(...tops.values())).toBeLessThan(block.size * 0.4);
  });

  it("[L3] a space at the head of a column and the empty half of a bracket leave no hole there", () => {
    const top = (text: string) =>
      Math.min(
        ...fit(text)
          .block.runs.flatMap(inkBoxes)
          .map((box) => box.top),
      );
    expect(top("　国の国")).toBeCloseTo(top("国の国"), 1);
    expect(fit("「国の国").radiusY).toBeLessThan(fit("国国の国").radiusY);
  });

  it("[L1] characters that a font lacks are taken from another, never a box", () => {
    for (const style of ["speech", "shout", "thought", "narration"] as const)
      for (const run of fit("うわ～――‥…♪♡A12!?\u{1F600}", style).block.runs)
        for (const glyph of run.glyphs) expect(glyph.id).not.toBe(0);
  });
});

describe("Japanese captions", () => {
  it("[L4] every letter lies inside the box; what does not fit is null", () => {
    const text = said("ある日の暮方の事である。一人の下人が、羅生門の下で雨やみを待っていた。", "narration");
    expect(setterOf(fonts, text).caption({ maxWidth: 60, maxHeight: 100 })).toBeNull();
    const fitted = setterOf(fonts, text).caption({ maxWidth: 300, maxHeight: 300 });
    expect(fitted).not.toBeNull();
    for (const box of fitted?.block.runs.flatMap(inkBoxes) ?? []) {
      expect(Math.max(-box.left, box.right)).toBeLessThan((fitted?.width ?? 0) / 2);
      expect(Math.max(-box.top, box.bottom)).toBeLessThan((fitted?.height ?? 0) / 2);
    }
  });

  it("a text is set in a room as if it had been set in no other before", () => {
    const rooms = [
      room,
      { maxWidth: 250, maxHeight: 560, prefer: 0.5 },
      { maxWidth: 520, maxHeight: 330, prefer: 1.2 },
    ];
    const text = said("……そうだ――あの日から12年、ずっと待っていたんだよ!?");
    const again = setterOf(fonts, text);
    for (const each of rooms) {
      expect(again.balloon(each)).toEqual(setterOf(fonts, text).balloon(each));
      expect(again.caption(each)).toEqual(setterOf(fonts, text).caption(each));
    }
  });
});
