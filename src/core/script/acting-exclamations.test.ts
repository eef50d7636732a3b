import { expect, it } from "vitest";
import { faceOf } from "./acting.ts";

const face = (line: string): string => faceOf({ line, tag: "", kind: "speech", before: null }, "en");

it.each([
  ["The scoundrel! He has taken the boat.", "angry"],
  ["How dare she laugh at it!", "angry"],
  ["Answer me that, young man!", "angry"],
  ["They are coming! Put out the lamp.", "afraid"],
  ["Good God, Doctor!", "shocked"],
  ["That is the nicest dog in the village!", "happy"],
  ["We have found it!", "happy"],
  ["My dear Parker!", "surprised"],
  ["Why, there is a second door!", "surprised"],
  ["I swear it!", "determined"],
  ["Follow me!", "determined"],
] as const)("[D5] what is cried out shows on the face of who cries it: %s", (line, felt) =>
  expect(face(line)).toBe(felt),
);

it.each([
  "Come in!",
  "A sixpence for a loaf!",
  "No!",
  "Good-bye!",
  "Now that is a long story about a boat and a kettle!",
  "It is not the nicest dog!",
  "He was a poor fool of a man.",
])("[D5] an exclamation that says nothing of a feeling invents none: %s", (line) =>
  expect(["neutral", "calm", "thinking"]).toContain(face(line)),
);
