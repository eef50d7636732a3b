import { expect, it } from "vitest";
import type { Scene } from "../story/story.ts";
import { bring, type Draft, newDraft, type Part } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { paceFor } from "./pace.ts";
import type { Prop } from "./prop-words.ts";
import { variedHeads } from "./varied-heads.ts";

interface Panel {
  words: string;
  speaker?: string;
  seen: string;
  part?: Partial<Part>;
}

/** Shots of panels on one place, or on none; snakes are the only thing that is known. */
function shots(panels: readonly Panel[], place: string | null = "p1"): string[] {
  const text = panels.map(({ words }) => words).join("\n");
  let at = 0;
  const drafts = panels.map(({ words, speaker, seen, part }): Draft => {
    const draft = newDraft("quiet");
    bring(draft, seen, part ?? {});
    draft.lines.push({
      kind: speaker === undefined ? "narration" : "speech",
      speaker: speaker ?? null,
      addressee: null,
      pieces: [{ start: at, end: at + words.length, ending: "as-is" }],
      size: 5,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
    });
    at += words.length + 1;
    return draft;
  });
  const framings: Framing[] = panels.map(({ seen, speaker }) =>
    withPeople(speaker === undefined ? "quiet" : "talk", "medium", [seen], { place, named: false }),
  );
  const span: Scene = {
    id: "s1",
    chapter: "c1",
    place,
    time: null,
    weather: null,
    mood: null,
    present: ["n1", "n2"],
    start: 0,
    end: text.length,
  };
  const snake: Prop = "snake";
  const things = {
    ranked: (words: string) => (words.includes("snake") ? [{ prop: snake, weight: 1 }] : []),
    looksSo: () => true,
  };
  const shown = { rested: () => true, note: () => {} };
  const people = new Set(["n1", "n2"]);
  const tools = { text, pace: paceFor("en"), span, things, shown, present: people, handed: people };
  return variedHeads(drafts, framings, tools).map(
    ({ shot, seen, prop, fromBehind }) => `${shot} ${prop ?? seen.join("+")}${fromBehind ? " back" : ""}`,
  );
}

const told = (words: string, part: Partial<Part> = {}): Panel => ({ words, seen: "n1", part });
const twice = [told("She was alone."), told("She waited.")];

it("[P7] the third of five heads that are one is the thing its words name, where they name one", () => {
  expect(shots([...twice, told("There was only the snake.")])).toEqual(["medium n1", "medium n1", "insert snake"]);
});

it("[P7] else the whole figure in its place, or the back where there is no place", () => {
  expect(shots([...twice, told("She waited on.")])[2]).toBe("full n1");
  expect(shots([...twice, told("She waited on.")], null)[2]).toBe("medium n1 back");
});

it("[P7] a face that feels, a face that is told of and hands that act stay as they are", () => {
  expect(shots([...twice, told("She was afraid.", { emotion: "afraid" })])[2]).toBe("medium n1");
  expect(shots([...twice, told("Her eyes were blue.")], null)[2]).toBe("medium n1");
  expect(shots([...twice, told("She ran.", { pose: "run" })])[2]).toBe("medium n1");
});

it("[P7] who speaks to somebody who answers shortly before and after is seen with him, and with nobody else", () => {
  const say = (speaker: string): Panel => ({ words: "Sitting here we talk.", speaker, seen: speaker });
  const talk = ["n1", "n2", "n1", "n1", "n2"].map(say);
  expect(shots(talk)[3]).toBe("medium n1+n2");
  expect(shots(talk.slice(0, 4))[3]).toBe("medium n1");
});
