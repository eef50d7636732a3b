import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { LookChange, Person } from "../story/story.ts";
import { inkArtist } from "./ink-artist.ts";
import { sheetIn } from "./sheet-variants.ts";

const words = { start: 0, end: 4 };
const changes: LookChange[] = [
  {
    ...words,
    from: "s3",
    until: "s5",
    kind: "disguise",
    looks: { clothes: [{ ...words, value: "old sailor" }], hat: null },
  },
  {
    ...words,
    from: "s4",
    kind: "hair",
    looks: { hairStyle: { ...words, value: "short" }, hairColour: { ...words, value: "white" } },
  },
  { ...words, from: "s6", kind: "wound", looks: { marks: [{ ...words, value: "his head bandaged" }] } },
];
const marlow: Person = {
  id: "n1",
  name: "Mr. Marlow",
  aliases: [],
  gender: "male",
  role: "main",
  looks: { ...noLooks, hairColour: { ...words, value: "black" } },
  changes,
  mentions: 9,
};
const { people, variants } = inkArtist.sheets([marlow], [], 1);
const sheet = people["n1"];
const at = (scene: string) => sheet && sheetIn(scene, sheet, variants?.["n1"] ?? []);

describe("model sheets", () => {
  it("[D2] stay as they are before the first change, and for who never changes", () => {
    expect(at("s2")).toEqual(sheet);
    expect(sheet?.hairColour).toBe("black");
    expect(inkArtist.sheets([{ ...marlow, changes: [] }], [], 1).variants).toEqual({});
  });

  it("[D2] change from the scene on that the text says, and a disguise ends with its chapter", () => {
    expect(at("s3")).toMatchObject({ costume: "sailor", hairColour: "black" });
    expect(at("s4")).toMatchObject({ costume: "sailor", hairColour: "white", hairStyle: "short" });
    expect(at("s5")).toMatchObject({ costume: sheet?.costume, hairColour: "white" });
    expect(at("s9")?.marks).toContain("scar");
  });

  it("[D9] keep the face of the same person", () => {
    const face = ({ nose, eyes, brows, face: shape }: NonNullable<typeof sheet>) => ({ nose, eyes, brows, shape });
    const later = at("s9");
    expect(later && face(later)).toEqual(sheet && face(sheet));
  });
});
