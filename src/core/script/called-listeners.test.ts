import { expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person } from "../story/story.ts";
import { calledListeners } from "./called-listeners.ts";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";

const person = (id: string, name: string): Person => ({
  id,
  name,
  aliases: [],
  gender: null,
  role: "main",
  looks: noLooks,
  mentions: 9,
});
const cast = new Map(["Huck", "Mary Jane", "Emma"].map((name) => [name, person(name, name)]));

/** Who listens to a voice from beyond the picture where this one was to, after a panel with Huck. */
function listening(text: string, listener: string, present: readonly string[] = [...cast.keys()]): Framing | undefined {
  const draft = newDraft("talk");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({ kind: "speech", speaker: null, pieces, ...rest });
  const parlour = { place: "p1", named: false };
  const framings = ["Huck", listener].map((id) => withPeople("reaction", "medium", [id], parlour));
  const tools = { text, rules: "en" as const, cast, present: new Set(present), home: null };
  return calledListeners([newDraft("talk"), draft], framings, tools)[1];
}

it("[D5] whom a voice calls by name listens to it, and nobody else in that place", () => {
  expect(listening("Mary Jane, you know me for your friend.", "Huck")).toMatchObject({ seen: ["Mary Jane"] });
  expect(listening("Mary Jane, you know me for your friend.", "Huck", ["Huck"])).toMatchObject({
    seen: [],
    place: "p1",
  });
  expect(listening("You know me for your friend.", "Huck")).toMatchObject({ seen: ["Huck"] });
});

it("[D5] of whom a voice speaks does not hear it", () => {
  expect(listening("We think Emma must do her good.", "Emma")).toMatchObject({ seen: ["Huck"], fromBehind: true });
});
