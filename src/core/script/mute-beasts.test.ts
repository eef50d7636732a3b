import { expect, it } from "vitest";
import { noLooks } from "../story/looks.ts";
import type { Person, Quote } from "../story/story.ts";
import { withoutMuteBeasts } from "./mute-beasts.ts";

const dog = { ...noLooks(), species: { value: "dog" as const, start: 0, end: 3 } };

const person = (id: string, looks: Person["looks"], mentions: number): Person => ({
  id,
  name: id,
  aliases: [],
  gender: "male",
  role: "main",
  looks,
  mentions,
});

const said = (speaker: string | null, maybe?: string[]): Quote => ({
  id: "q1",
  start: 0,
  end: 9,
  text: "Good dog.",
  kind: "speech",
  speaker,
  ...(maybe && { maybe }),
  addressee: null,
  confidence: 0.7,
  evidence: null,
});

const men = [person("Hal", noLooks(), 40), person("Rex", dog, 300)];

it("[L6] a dog that is told of three hundred times and speaks once has not spoken", () => {
  const [hal, rex, unsure] = withoutMuteBeasts([said("Hal"), said("Rex"), said("Hal", ["Hal", "Rex"])], men);
  expect(hal?.speaker).toBe("Hal");
  expect(rex).toMatchObject({ speaker: null, maybe: [] });
  expect(unsure).toMatchObject({ speaker: "Hal", maybe: ["Hal"] });
});

it("[L6] a beast that talks throughout its tale goes on talking, and so does one among beasts alone", () => {
  const often = Array.from({ length: 20 }, () => said("Rex"));
  expect(withoutMuteBeasts([said("Hal"), ...often], men)[1]?.speaker).toBe("Rex");
  expect(withoutMuteBeasts([said("Rex")], [person("Rex", dog, 300)])[0]?.speaker).toBe("Rex");
});
