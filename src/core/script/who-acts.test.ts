import { describe, expect, it } from "vitest";
import { storyOf, bookOf } from "../../../test/story-fixture.ts";
import { referencesOf } from "../../../test/references.ts";
import { findPeople } from "./who-acts.ts";
import { findReferences } from "./whose-words.ts";

// Marta is n1, Tom n2, Ada n3.
const { cast } = storyOf(bookOf([{ title: "One", paragraphs: ["Tom slept."] }]), []);

/** Who acts in the last of these sentences. */
function read(...sentences: string[]) {
  const text = sentences.join(" ");
  const span = { start: text.length - (sentences.at(-1)?.length ?? 0), end: text.length };
  return findPeople(cast, "en", referencesOf(text, cast)).doers(text, span);
}

const japanese = (text: string) =>
  findPeople(cast, "ja", findReferences([])).doers(text, { start: 0, end: text.length });

describe("who acts", () => {
  it("[D5] keeps to each what each does", () => {
    const { actor, deed } = read("Tom rose, but Marta ran to the door.");
    expect(actor).toBe("n2");
    expect(deed).not.toContain("ran");
  });

  it("[D5] leaves to things what things do", () => {
    expect(read("Tom watched while the horses ran home.").deed).not.toContain("ran");
  });

  it("knows a turned sentence", () => expect(read("Down went Tom after it.").deed).toContain("went"));

  it("does not take a stranger for somebody of the cast", () => {
    const came = "An old man entered and bowed to Tom.";
    expect(read("Tom looked up.", came)).toMatchObject({ actor: null, stranger: true });
    expect(read("Tom looked up.", came, "He sat down.").sure).toBe(false);
    expect(read("Tom looked up.", "Tom nodded.", "He sat down.")).toMatchObject({ actor: "n2", sure: true });
  });

  it("takes nobody for `he` where the sentence before brought in a man whom nobody knows", () => {
    const came = "Marta saw a gentleman by the table.";
    expect(read("Tom opened the door.", came, "He had a handkerchief round one hand.").sure).toBe(false);
  });

  it("lets nobody do what is done to them", () => {
    expect(read("They told Tom everything.").actor).toBeNull();
    expect(read("It was Tom.").actor).toBeNull();
  });

  it("does not take a namesake for somebody of the cast", () => expect(read("Tom Hardy walked in.").actor).toBeNull());

  it("counted things with a name are nobody", () => expect(read("Forty-eight Tom mugs broke.").actor).toBeNull());

  it("[D5] tells whom は marks from whom が marks in Japanese", () => {
    const { actor, deed } = japanese("Tomは、犬がつまずきながら逃げようとする道を塞いで、座った。");
    expect(actor).toBe("n2");
    expect(deed).toContain("座った");
    expect(deed).not.toContain("つまずき");
  });

  it("[D5] leaves to the one whom nobody names what follows から in Japanese", () => {
    const found = japanese("Tomが呼びに来たから、何か用だろうと思って、出掛けて行った。");
    expect(found).toMatchObject({ sure: false, deed: "" });
  });

  it("hears no subject in 可愛がった", () =>
    expect(japanese("Tomはいよいよ妹を可愛がって泣いた。").deed).toContain("泣いた"));

  it("lets がぶり be a bite and no subject", () =>
    expect(japanese("Tomはその手にがぶりと噛みついた。").deed).toContain("噛みつ"));
});
