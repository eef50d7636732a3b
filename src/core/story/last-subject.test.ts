import { expect, it } from "vitest";
import { lastSubject } from "./last-subject.ts";
import type { Mention } from "./members.ts";

const names = ["Anna", "Tom"];

/** Whom a text is about at its end; Anna is 0, Tom 1. */
function about(text: string) {
  const mentions = [...text.matchAll(/Anna|Tom/g)].map(({ index, 0: name }): Mention => ({
    start: index,
    end: index + name.length,
    member: names.indexOf(name),
    quoted: false,
    possessive: text.startsWith("’s", index + name.length),
  }));
  return lastSubject(text, mentions, { start: 0, end: text.length });
}

it("who begins the last sentence is who it is about, not whom he looks at", () => {
  expect(about("Anna sat down. Tom looked at Anna. ")).toMatchObject({ who: 1, back: 0 });
});

it("a sentence that begins with he or she goes on about who was named before", () => {
  expect(about("Tom took the key from Anna. He turned it twice. ")).toMatchObject({ who: 1, back: 1, voice: "male" });
});

it("whose eyes they are is not who does something", () => {
  expect(about("Anna sat down. Tom’s eyes were shut. ")).toMatchObject({ who: 0, back: 1 });
});

it("tells who has answered in narration, who is silent and how somebody takes it", () => {
  expect(about("Anna assured him that it was not so. ").deed).toBe("answers");
  expect(about("Anna made no answer. ").deed).not.toBeNull();
  expect(about("Tom smiled. ").deed).toBe("reacts");
  expect(about("Tom walked to the window. ").deed).toBeNull();
});
