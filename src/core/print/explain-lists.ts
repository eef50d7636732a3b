import type { Span } from "../book/book.ts";
import { sentencesOf } from "../story/sentences.ts";
import type { Looks, Person, Scene, Story, Trait } from "../story/story.ts";
import { colourOf } from "./explain-text.ts";
import type { ExplainWords } from "./explain-words.ts";
import { escaped } from "./markup-text.ts";

/** Units of text shown around words that prove something, on either side. */
const around = 220;

interface Lists {
  text: string;
  story: Story;
  words: ExplainWords;
}

/** The words of a span in their sentence, as a link to where they stand. */
function proof(text: string, { start, end }: Span): string {
  const from = text.lastIndexOf("\n", start) + 1;
  const stop = text.indexOf("\n", end);
  const whole = { start: from, end: stop < 0 ? text.length : stop };
  const near = { start: Math.max(from, start - around), end: Math.min(whole.end, end + around) };
  const told = sentencesOf(text, from, whole.end).find((one) => one.start <= start && one.end >= end) ?? whole;
  const shown = { start: Math.max(told.start, near.start), end: Math.min(told.end, near.end) };
  return (
    `<a class="proof" href="#at-${start}-${end}">${shown.start > told.start ? "…" : ""}${escaped(text.slice(shown.start, start))}` +
    `<mark>${escaped(text.slice(start, end))}</mark>${escaped(text.slice(end, shown.end))}${shown.end < told.end ? "…" : ""}</a>`
  );
}

/** A row of the looks: what it is, and the trait. */
function traitRows(looks: Partial<Looks>): [what: string, trait: Trait][] {
  const { species, age, build, height, skin, hairColour, hairStyle, beard, glasses, hat, clothes, marks } = looks;
  const single: [string, Trait | null | undefined][] = [
    ["species", species],
    ["age", age],
    ["build", build],
    ["height", height],
    ["skin", skin],
    ["hair", hairColour],
    ["hair", hairStyle],
    ["beard", beard],
    ["glasses", glasses],
    ["hat", hat],
  ];
  return [
    ...single.flatMap(([what, trait]): [string, Trait][] => (trait ? [[what, trait]] : [])),
    ...(clothes ?? []).map((trait): [string, Trait] => ["clothes", trait]),
    ...(marks ?? []).map((trait): [string, Trait] => ["mark", trait]),
  ];
}

/** Everybody with aliases, gender, role, and each look with the sentence that proves it. */
export function castList(lists: Lists): string {
  const lines = new Map<string, number>();
  for (const { speaker } of lists.story.quotes) if (speaker !== null) lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
  return lists.story.cast.map((person) => personHtml(person, lines.get(person.id) ?? 0, lists)).join("\n");
}

function personHtml(person: Person, lines: number, { text, story, words }: Lists): string {
  const { fields } = words;
  const term = (value: string) => escaped(words.terms[value] ?? value);
  const scenes = story.scenes.filter(({ present }) => present.includes(person.id));
  const facts: [string, string][] = [
    [fields.aliases, person.aliases.map(escaped).join(", ")],
    [fields.gender, person.gender === null ? "?" : term(person.gender)],
    [fields.mentions, words.times(person.mentions)],
    [fields.lines, words.times(lines)],
    [fields.in, sceneLinks(scenes)],
  ];
  const looks = traitRows(person.looks).map(([what, trait]) =>
    traitHtml(
      text,
      term(what),
      trait,
      escaped(words.terms[`${what} ${trait.value}`] ?? words.terms[trait.value] ?? trait.value),
    ),
  );
  const changes = (person.changes ?? []).map(
    (change) =>
      `<li><b>${term(change.kind)}</b> <a href="#${change.from}">${change.from}</a> ${proof(text, change)}</li>`,
  );
  return [
    `<details id="person-${person.id}"${person.role === "minor" ? "" : " open"}>`,
    `<summary><span class="chip ${colourOf(person.id)}">${escaped(person.name)}</span> ${term(person.role)} · ${words.said(lines)}</summary>`,
    definitions(facts),
    looks.length === 0 ? "" : `<h4>${fields.looks}</h4><ul>${looks.join("")}</ul>`,
    changes.length === 0 ? "" : `<h4>${fields.changes}</h4><ul>${changes.join("")}</ul>`,
    "</details>",
  ].join("\n");
}

const traitHtml = (text: string, what: string, trait: Trait, value: string): string =>
  `<li><b>${what}</b> ${value} <small>${trait.start}–${trait.end}</small> ${proof(text, trait)}</li>`;

const sceneLinks = (scenes: readonly Scene[]): string => scenes.map(({ id }) => `<a href="#${id}">${id}</a>`).join(" ");

function definitions(facts: readonly [string, string][]): string {
  const rows = facts.filter(([, value]) => value !== "").map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  return `<dl>${rows.join("")}</dl>`;
}

/** Every scene with place, hour, weather, light, mood and people, and the words that tell the first three. */
export function sceneList({ text, story, words }: Lists): string {
  const { fields, carried } = words;
  const names = new Map(story.cast.map(({ id, name }) => [id, name]));
  const places = new Map(story.places.map(({ id, name }) => [id, name]));
  const term = (value: string) => escaped(words.terms[value] ?? value);
  return story.scenes
    .map((scene, i) => {
      const { id, start, end, place, time, weather, light, mood, present, evidence } = scene;
      const told = (what: "place" | "time" | "weather", value: string) => {
        const span = evidence?.[what];
        if (span) return `${value} <small>${span.start}–${span.end}</small> ${proof(text, span)}`;
        const from = toldBefore(story.scenes, i, what);
        return `${value} <small>${from === null ? carried : `<a href="#scene-${from.id}">${carried}: ${from.id}</a>`}</small>`;
      };
      const people = present.map(
        (who) => `<a class="chip ${colourOf(who)}" href="#person-${who}">${escaped(names.get(who) ?? who)}</a>`,
      );
      const facts: [string, string][] = [
        [fields.span, `${start}–${end}`],
        [fields.place, place === null ? "" : told("place", escaped(places.get(place) ?? place))],
        [fields.time, time === null ? "" : told("time", term(time))],
        [fields.weather, weather === null ? "" : told("weather", term(weather))],
        [fields.light, light ? term(light) : ""],
        [fields.mood, mood ? term(mood) : ""],
        [fields.present, people.join(" ")],
      ];
      return `<section id="scene-${id}" class="card"><h3><a href="#${id}">${id}</a></h3>${definitions(facts)}</section>`;
    })
    .join("\n");
}

/** The scene before a scene that tells in words what still holds in it, or null. */
function toldBefore(scenes: readonly Scene[], at: number, what: "place" | "time" | "weather"): Scene | null {
  const value = scenes[at]?.[what];
  for (let i = at - 1; i >= 0 && scenes[i]?.[what] === value; i--)
    if (scenes[i]?.evidence?.[what]) return scenes[i] ?? null;
  return null;
}

/** Every place by its one name, the scenes that play there, and where it is told first. */
export function placeList({ text, story, words }: Lists): string {
  const { fields } = words;
  return story.places
    .map(({ id, name, kind, inside, mentions }) => {
      const told = story.scenes.find(({ place, evidence }) => place === id && evidence?.place)?.evidence?.place;
      const facts: [string, string][] = [
        [fields.kind, escaped(kind === null ? "?" : (words.terms[kind] ?? kind))],
        [fields.inside, inside === null ? "?" : inside ? "✓" : "–"],
        [fields.mentions, words.times(mentions)],
        [words.scenes, sceneLinks(story.scenes.filter(({ place }) => place === id))],
        [fields.evidence, told ? proof(text, told) : ""],
      ];
      return `<section class="card"><h3>${escaped(name)} <small>${id}</small></h3>${definitions(facts)}</section>`;
    })
    .join("\n");
}
