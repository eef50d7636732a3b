import { describe, expect, it } from "vitest";
import { storyOf, bookOf } from "../../../test/story-fixture.ts";
import { findPeople } from "./who-acts.ts";

// Marta is n1, Tom n2, Ada n3.
const { cast } = storyOf(bookOf([{ title: "One", paragraphs: ["Tom slept."] }]), []);
const english = () => findPeople(cast, "en");
const all = (text: string) => ({ start: 0, end: text.length });
const read = (finder: ReturnType<typeof english>, text: string) => finder.doers(text, all(text));

describe("who acts", () => {
  it("[D5] keeps to each what each does", () => {
    const { actor, deed } = read(english(), "Tom rose, but Marta ran to the door.");
    expect(actor).toBe("n2");
    expect(deed).not.toContain("ran");
  });

  it("[D5] leaves to things what things do", () => {
    expect(read(english(), "Tom watched while the horses ran home.").deed).not.toContain("ran");
  });

  it("knows a turned sentence", () => expect(read(english(), "Down went Tom after it.").deed).toContain("went"));

  it("does not take a stranger for somebody of the cast", () => {
    const finder = english();
    read(finder, "Tom looked up.");
    expect(read(finder, "An old man entered and bowed to Tom.")).toMatchObject({ actor: null, stranger: true });
    expect(read(finder, "He sat down.").sure).toBe(false);
    expect(read(finder, "Tom nodded.").sure).toBe(true);
    expect(read(finder, "He sat down.")).toMatchObject({ actor: "n2", sure: true });
  });

  it("takes nobody for `he` where the sentence before brought in a man whom nobody knows", () => {
    const finder = english();
    read(finder, "Tom opened the door.");
    read(finder, "Marta saw a gentleman by the table.");
    expect(read(finder, "He had a handkerchief round one hand.").sure).toBe(false);
  });

  it("takes who spoke last for `he`, unless that is only a guess or nobody knows who it was", () => {
    for (const [speaker, certain, sure] of [
      ["n2", true, true],
      [null, false, false],
    ] as const) {
      const finder = english();
      read(finder, "Tom nodded.");
      finder.heard(speaker, certain);
      expect(read(finder, "He stepped forward.").sure).toBe(sure);
    }
  });

  it("lets nobody do what is done to them", () => {
    expect(read(english(), "They told Tom everything.").actor).toBeNull();
    expect(read(english(), "It was Tom.").actor).toBeNull();
  });

  it("does not take a namesake for somebody of the cast", () =>
    expect(read(english(), "Tom Hardy walked in.").actor).toBeNull());

  it("counted things with a name are nobody", () =>
    expect(read(english(), "Forty-eight Tom mugs broke.").actor).toBeNull());

  it("[D5] tells whom は marks from whom が marks in Japanese", () => {
    const finder = findPeople(cast, "ja");
    const { actor, deed } = read(finder, "Tomは、犬がつまずきながら逃げようとする道を塞いで、座った。");
    expect(actor).toBe("n2");
    expect(deed).toContain("座った");
    expect(deed).not.toContain("つまずき");
  });

  it("[D5] leaves to the one whom nobody names what follows から in Japanese", () => {
    const found = read(findPeople(cast, "ja"), "Tomが呼びに来たから、何か用だろうと思って、出掛けて行った。");
    expect(found).toMatchObject({ sure: false, deed: "" });
  });

  it("hears no subject in 可愛がった", () =>
    expect(read(findPeople(cast, "ja"), "Tomはいよいよ妹を可愛がって泣いた。").deed).toContain("泣いた"));

  it("lets がぶり be a bite and no subject", () =>
    expect(read(findPeople(cast, "ja"), "Tomはその手にがぶりと噛みついた。").deed).toContain("噛みつ"));
});
