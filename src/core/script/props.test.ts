import { describe, expect, it } from "vitest";
import { propWords } from "../art/props/draw-insert.ts";
import { props } from "./prop-words.ts";
import { findThings, openThingMemory } from "./props.ts";

const english = findThings("", "en");
const japanese = findThings("", "ja");

describe("things for a panel of their own", () => {
  it("are found by their word, a well apart from well", () => {
    expect(english.named("He took the lantern from its nail.")).toBe("lantern");
    expect(english.named("Very well, she said.")).toBeNull();
    expect(english.named("They came to a well.")).toBe("well");
    expect(japanese.named("鍵の束が鳴った。")).toBe("keys");
  });

  it("are what the sentence is about, not what stands beside it", () => {
    expect(english.named("The teapot struck the door frame and burst.")).toBe("broken-teapot");
    expect(english.named("She pulled out the pins and laid them on the table.")).toBe("pins");
    expect(english.named("She came in at the door.")).toBeNull();
  });

  it("are neither likenesses nor absent", () => {
    expect(english.named("The perch was the size of a teapot.")).toBeNull();
    expect(english.named("He ran on without the coat.")).toBeNull();
    expect(english.named("Forty of them rose into the air.")).toBeNull();
    expect(japanese.named("帽子もない。")).toBeNull();
    expect(japanese.named("烏帽子岩に人がいた。")).toBeNull();
  });

  it("are neither lights that are out, nor clothes, nor one of a list", () => {
    expect(english.named("The lamp was out.")).toBeNull();
    expect(english.named("His broad black hat, his baggy trousers.")).toBeNull();
    expect(japanese.named("ランプはすでに消してある。")).toBeNull();
    expect(japanese.named("市女笠や揉烏帽子がありそうなものである。")).toBeNull();
  });

  it("are no clothes that somebody has on: a coat on a peg would be another's", () => {
    expect(english.named("Even Baskerville fell silent and pulled his overcoat more closely around him.")).toBeNull();
    expect(english.named("An overcoat hung behind the door.")).toBe("coat");
    expect(japanese.named("簔帽子をかぶった専門の猟師が、草を分けてやってきた。")).toBeNull();
  });

  it("keep the picture of a longer word: spectacles are no mirror", () => {
    expect(japanese.named("丸眼鏡が、川へ落ちていく。")).toBe("spectacles");
    expect(japanese.named("凧師の娘である。")).toBeNull();
  });

  it("are known by a number that the book gave them", () => {
    const book = findThings("The cart held forty-eight plates.", "en");
    expect(book.named("Forty-eight captains rose into the moonlight, and came down.")).toBe("broken-plate");
  });

  it("are kites where a book of kites speaks of its dragon", () => {
    const book = findThings("凧だ。凧を見た。凧が揚がる。凧は帰る。", "ja");
    expect(book.named("しずくが龍の額に落ちた。")).toBe("kite");
    expect(japanese.named("龍が空を飛ぶ。")).toBeNull();
  });

  it("are no part of another word", () => {
    for (const words of ["風船が出た。", "白墨を持った。", "骨董が好きだ。", "あるくに骨は折れん。", "肋骨を撲った。"])
      expect(japanese.named(words), words).toBeNull();
  });

  it("are nothing that only has their name: a ring at the bell is no jewel, a key to a mystery no key", () => {
    const book = findThings("", "en");
    for (const words of [
      "The ring at the bell proved to be something even more satisfactory.",
      "A ring of voices came up from the court.",
      "He had the key to the mystery in his mind.",
      "The flames of love went up in her.",
    ])
      expect(book.named(words), words).toBeNull();
    expect(book.named("She took a ring out of the drawer.")).toBe("ring");
    expect(book.named("The key to the door hung on a nail.")).toBe("key");
    expect(findThings("汽車が来た。電車が来た。新聞を読む。", "ja").named("銀貨を三円持って来た。")).toBeNull();
  });

  it("look as they did in the time of the book: letters are rolls only before the trains", () => {
    expect(japanese.named("手紙を書いた。")).toBe("letter");
    expect(findThings("汽車が来た。電車が来た。新聞を読む。", "ja").named("手紙を書いた。")).toBeNull();
  });

  it("weigh most where something is done to them", () => {
    const [held] = english.ranked("He lifted the lantern.");
    const [near] = english.ranked("He was pleased with what he saw of lantern light.");
    expect(held?.weight).toBeGreaterThan(near?.weight ?? 0);
    for (const words of ["He had no lantern left.", "She would have taken the lantern.", "They ordered a lantern."])
      expect(english.named(words), words).toBeNull();
  });

  it("all have a picture", () => {
    for (const prop of props) expect(propWords, prop).toContain(prop);
  });

  it("[P7] rest for more than three pages", () => {
    const memory = openThingMemory();
    memory.note("broken-teapot");
    for (let i = 0; i < 18; i++) memory.step();
    expect([memory.rested("teapot"), memory.rested("coat")]).toEqual([false, true]);
    memory.step();
    expect(memory.rested("teapot")).toBe(true);
  });
});

it("[P7] a single sign is a thing only where it is a word: neither in 烏有 nor in 籠って", () => {
  expect(japanese.named("烏が鳴いた。")).toBe("crow");
  expect(japanese.named("烏有の山水を刻む。")).toBeNull();
  expect(japanese.named("籠を下げて来た。")).toBe("basket");
  expect(japanese.named("草の根に籠って動かぬ。")).toBeNull();
});

it("[P7] who rings for a servant touches no bell, and jack-o'-lanterns are no lanterns", () => {
  expect(english.named("He touched the bell, and Victor appeared.")).toBeNull();
  expect(english.named("The bell hung from its beam.")).toBe("bell");
  expect(english.named("It was Jack-o'-lanterns.")).toBeNull();
});
