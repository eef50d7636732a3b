import type { Person } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { passesOn, within } from "./japanese-doers.ts";
import { isNamed } from "./people-meant.ts";
import { narrationOf } from "./place-evidence.ts";

interface TopicTools {
  text: string;
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  narrator: string | null;
}

/**
 * Beside Japanese captions those are seen of whom they are: whom は or が marks, whose mind or body they tell, whom この男 means,
 * or whoever the sentence before was of where none is marked. Whoever else is seen goes, unless the words name them as well.
 */
export function topical(
  told: string,
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  tools: TopicTools,
): Framing {
  const { present, narrator, handed } = tools;
  const pair = [...draft.people.keys()].slice(0, 2);
  if (bothOf.test(told) && pair.length === 2) return withOnly(framing, pair);
  const topics = whomJapanese(told, draft, tools);
  if (topics.length === 0 && introducesOther.test(told)) return { ...framing, shot: "wide", seen: [], holds: null };
  if (topics.length === 0) return withNarrator(told, draft, framing, before, tools);
  const own = narrator === null ? [] : ["自分", tools.cast.get(narrator)?.name ?? "自分"];
  if (framing.seen.every((id) => id === narrator) && own.some((word) => told.includes(word))) return framing;
  const kept = framing.seen.filter((id) => topics.includes(id) || isNamed(id, told, tools));
  if (kept.some((id) => topics.includes(id)))
    return kept.length < framing.seen.length ? withOnly(framing, kept) : framing;
  const seen = topics.filter((id) => handed.has(id) || present.has(id)).slice(0, 2);
  const [first] = seen;
  if (first === undefined) return framing;
  return seen.every((id) => present.has(id)) ? withOnly(framing, seen) : thoughtOf(framing, first);
}

/** Somebody who is no one of the cast is told of for the first time. */
const introducesOther =
  /(?:という|といふ|と云う|と呼ばれる)[^、。]{0,8}(?:との(?:さま|様)|殿様|お?(?:じい|ばあ)さん|人|男|女|娘|子供|若者|武士|侍|王様|百姓|坊さん)[がは](?:、|[^。]{0,12})?(?:おられ|いた|いました|居た|居りました|おりました|住んで|ありました)/u;

/** Of whom the captions of a panel are, or the narration before them where they have no subject. */
export function whomJapanese(
  told: string,
  draft: Draft,
  tools: Pick<TopicTools, "text" | "cast" | "narrator">,
): string[] {
  const names = namesOf(tools.cast);
  const own = topicsIn(told, names, lastMan(draft, names, tools));
  if (own.length > 0 || !lacksSubject(told)) return own;
  // Who tells as I is whoever is not named, but for him who comes to do something or does it for the I.
  const { narrator } = tools;
  if (narrator !== null && !comesOver.test(told)) return [];
  return carried(draft, names, tools).filter((id) => id !== narrator);
}

const comesOver = /(?:[いきしちにびみり]に(?:くる|来る|きた|来た)|[てで]くれ(?:る|た))。?$/u;

/** 二人は, 二人とも. */
const bothOf = /(?:二人|ふたり)(?:とも|[はがも])/u;

const withOnly = (framing: Framing, seen: string[]): Framing => ({
  ...framing,
  shot: framing.shot === "wide" ? "medium" : framing.shot,
  seen,
  holds: seen[0] === framing.seen[0] ? framing.holds : null,
});

/** Words of nobody else that have no subject are of the I who tells, whoever else is there. */
function withNarrator(
  told: string,
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  tools: TopicTools,
): Framing {
  const { narrator, handed } = tools;
  const [only] = framing.seen;
  if (framing.seen.length !== 1 || only === undefined || narrator === null || only === narrator) return framing;
  const idle = draft.people.get(only)?.acts !== true && !isNamed(only, told, tools);
  if (!idle || !handed.has(narrator) || draft.lines.some(({ kind }) => kind !== "narration")) return framing;
  return { ...framing, shot: before?.shot === "close" ? "medium" : "close", seen: [narrator] };
}

/** Whoever is only thought of is before no place at all. */
export const thoughtOf = (framing: Framing, person: string): Framing => ({
  ...framing,
  kind: "reaction",
  shot: "close",
  seen: [person],
  place: null,
  scenery: "place",
});

/** The words for each person, the longest first. */
const namesOf = (cast: ReadonlyMap<string, Person>): [name: string, id: string][] =>
  [...cast.values()]
    .flatMap(({ id, name, aliases }) => [name, ...aliases].map((word): [string, string] => [word, id]))
    .toSorted(([one], [other]) => other.length - one.length);

type Names = ReturnType<typeof namesOf>;

const honorific = "(?:さん|君|くん|先生|殿|様|さま|たち)?";
/** What is of somebody as the words are: 下人の眼は, この男の心には. */
const parts = "心|眼|目|眼球|顔|声|手|指|足|頬|耳|胸|頭|唇|口|額|肩|背中|膝|髪|息|涙|体|姿|様子|気持ち?|考え";
const ownPart = `の[^、。はが]{0,10}(?:${parts})(?:から|に)?[はがも]|の心もち`;
const subject = `(?:に(?:は|とっては)|(は|も)|(が)|(と)(?=[^、。]{0,8}[はがも])|${ownPart})`;

/**
 * Of whom Japanese words are, in the order of the words; `man` is whom この男 and 彼 mean. Whom が marks in a clause that
 * goes on with another subject is not one of them; nor is whoever is only spoken of in somebody's words.
 */
export function topicsIn(words: string, names: Names, man: string | null = null): string[] {
  const found: string[] = [];
  for (const sentence of words.split(/(?<=[。！？…])/u)) {
    const at = sentence.search(/[「『]/u);
    const told = at < 0 ? sentence : sentence.slice(0, at);
    const known: Names = man === null ? names : [...names, ...meansMan.map((word): [string, string] => [word, man])];
    for (const [name, id] of known) if (!found.includes(id) && isTopic(told, sentence, name)) found.push(id);
  }
  return found;
}

const meansMan = ["この男", "その男", "彼"] as const;

function isTopic(told: string, sentence: string, name: string): boolean {
  const start = told.indexOf(name);
  // 若い女 is no 女, and 彼等 no 彼.
  if (start < 0 || /[\p{Script=Han}]/u.test(told[start - 1] ?? "")) return false;
  const rest = told.slice(start + name.length);
  // ただ気の毒だったのはうらなり君で: whom such a sentence is of stands behind it.
  if (/のは[、，]?$/u.test(told.slice(0, start)) && new RegExp(`^${honorific}(?:で|だ)`, "u").test(rest)) return true;
  // 痩せた、猿のような老婆である: who has come into sight.
  if (new RegExp(`^${honorific}(?:である|であった|だ|だった|です|でした)。`, "u").test(rest)) return lacksSubject(told);
  const marked = new RegExp(`^${honorific}${subject}`, "u").exec(rest);
  if (marked === null) return false;
  const after = sentence.slice(start + name.length + marked[0].length);
  if (marked[1] !== undefined) return isOver(after);
  return marked[2] === undefined || (!within.test(after) && (!passesOn(after) || says.test(after)));
}

/** Who says something is what a sentence is of, whoever answers. */
const says = /^[^、。]{0,12}(?:聞|云|言|訊|答|笑)/u;

/** Whether a topic is that of the main clause: no clause of another subject follows. */
const isOver = (rest: string): boolean => !/(?:から|ので|と)、[^、。]*(?:思(?!わず)|感じ|考え)/u.test(rest);

const ofBody = new RegExp(`(?:${parts})[がは]`, "gu");

/** Whether nobody and nothing but a part of a body is marked as what a sentence is about; では, には and とは mark no subject. */
const lacksSubject = (words: string): boolean =>
  !/(?<![にでとへらてくのれ])[はも](?![いじっうしの])|(?<![、。])が(?![、。らっりるれろ])/u.test(
    words.replace(ofBody, ""),
  );

/** How far back the one may have been named of whom words without a subject go on, in UTF-16 units. */
const near = 160;

/** Of whom the narration right before a panel is. */
function carried(draft: Draft, names: Names, { text }: Pick<TopicTools, "text">): string[] {
  for (const sentence of sentencesBefore(draft, text, near)) {
    const topics = topicsIn(sentence, names);
    if (topics.length > 0) return topics.slice(0, 1);
    if (!lacksSubject(sentence)) return [];
  }
  return [];
}

/** Whom この男 means: the last man of whom the narration was. */
function lastMan(
  draft: Draft,
  names: Names,
  { text, cast, narrator }: Pick<TopicTools, "text" | "cast" | "narrator">,
): string | null {
  for (const sentence of sentencesBefore(draft, text, 4 * near))
    for (const id of topicsIn(sentence, names)) if (id !== narrator && cast.get(id)?.gender !== "female") return id;
  return null;
}

/** The sentences of narration before a panel, the last first. */
function sentencesBefore({ lines }: Draft, text: string, reach: number): string[] {
  const end = lines.find(({ kind, title }) => kind === "narration" && !title)?.pieces[0]?.start ?? 0;
  const told = narrationOf(text, { start: Math.max(0, end - reach), end });
  return (told.match(/[^。！？\n]+[。！？]?/gu) ?? []).filter((sentence) => /\S/u.test(sentence)).toReversed();
}
