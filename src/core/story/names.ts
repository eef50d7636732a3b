import { speciesWords } from "./looks-words.ts";
import { firstNames, notNames, roleNouns, softTitles, titles } from "./name-words.ts";
import { placeNouns } from "./place-words.ts";
import { isFamily } from "./relatives.ts";
import type { Token } from "./tokens.ts";
import { actVerbs, isAdverb, speechVerbs } from "./verb-words.ts";

/** A run of capitalised words that may name somebody. */
export interface NamePhrase {
  start: number;
  end: number;
  /** Index of its first and last token. */
  first: number;
  last: number;
  /** Small letters, words parted by single spaces: `mr darcy`. */
  key: string;
  titles: string[];
  names: string[];
  the: boolean;
}

/** What the text shows of a phrase, over all places where it stands. */
export interface NameEvidence {
  key: string;
  titles: string[];
  names: string[];
  display: string;
  count: number;
  /** Times not at the start of a sentence, where the capital means something. */
  mid: number;
  speech: number;
  act: number;
  place: number;
  /** Times behind a word of being, coming or leaving somewhere: `at Longbourn`, `left Longbourn`. */
  where: number;
  the: number;
  /** Times behind `a` or `no`: a Nantucketer is one of many. */
  some: number;
  vocative: number;
  /** Where it stands, in order. */
  at: number[];
}

const links = new Set("de von van der du la le di del".split(" "));
const lands = new Set(
  "king queen prince princess duke duchess count countess comte comtesse vicomte vicomtesse marquis marquise earl baron baroness".split(
    " ",
  ),
);
const indefinite = new Set("a an no another any every some".split(" "));
const locatives = new Set("in into through across around throughout".split(" "));
const wheres = new Set(
  "in into through at near from reached quitted quitting toward towards beyond left leave leaving".split(" "),
);

/** All phrases of capitalised words, in order. `tokens` cover the body of the book. */
export function namePhrases(tokens: readonly Token[]): NamePhrase[] {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const token of tokens) {
    if (!token.capital) small.set(token.lower, (small.get(token.lower) ?? 0) + 1);
    else if (!token.opens) large.set(token.lower, (large.get(token.lower) ?? 0) + 1);
  }
  // A word that is mostly written small owes its capital to the sentence start or to stress.
  const isCommon = (token: Token) => {
    const smalls = small.get(token.lower) ?? 0;
    const larges = large.get(token.lower) ?? 0;
    return token.opens ? smalls > larges : smalls > larges * 2 && !titles.has(token.lower);
  };
  const phrases: NamePhrase[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const last = phraseEnd(tokens, i, isCommon);
    if (last < i) continue;
    const phrase = phraseOf(tokens, i, last);
    if (phrase !== null) phrases.push(phrase);
    i = last;
  }
  return phrases;
}

function phraseEnd(tokens: readonly Token[], from: number, isCommon: (token: Token) => boolean): number {
  const first = tokens[from];
  if (first === undefined || !first.capital || !startsName(first, tokens[from + 1], isCommon)) return from - 1;
  let last = from;
  for (let i = from + 1; i < tokens.length && i < from + 6; i++) {
    const token = tokens[i];
    const before = tokens[last];
    if (token === undefined || before === undefined || !token.joined || before.possessive) break;
    const next = tokens[i + 1];
    if (links.has(token.text) && next?.capital === true && next.joined) continue;
    const afterTitle = titles.has(before.lower) || before.lower === "st" || before.text.length === 1;
    if (!token.capital || (token.opens && !afterTitle) || notNames.has(token.lower)) break;
    if (!afterTitle && isCommon({ ...token, opens: false }) && !placeNouns.has(token.lower)) break;
    last = i;
  }
  return last;
}

function startsName(token: Token, next: Token | undefined, isCommon: (token: Token) => boolean): boolean {
  if (titles.has(token.lower))
    return (next?.capital === true && next.joined && !notNames.has(next.lower)) || !isCommon(token);
  return token.text.length > 1 && !notNames.has(token.lower) && !isCommon(token) && !/['’]/.test(token.text.slice(-3));
}

function phraseOf(tokens: readonly Token[], first: number, last: number): NamePhrase | null {
  const words = tokens.slice(first, last + 1);
  const { length } = words;
  let cut = 0;
  while (words.length > 1 && softTitles.has(words[0]?.lower ?? "")) words.shift();
  while (cut < words.length - 1 && titles.has(words[cut]?.lower ?? "")) cut += 1;
  const heads = words.slice(0, cut).map((token) => token.lower);
  const whole = words.slice(cut).map((token) => token.lower);
  // Madame de Mauban has a title and a surname; the Comtesse de Tournay and her son have one each of a land.
  const linked = cut > 0 && whole.length === 2 && links.has(whole[0] ?? "");
  const names = linked && !lands.has(words[cut - 1]?.lower ?? "") ? whole.slice(1) : whole;
  const hard = heads.filter((title) => !softTitles.has(title));
  const skipped = length - words.length;
  const [start, end] = [words[0]?.start, words.at(-1)?.end];
  if (start === undefined || end === undefined || names.length === 0) return null;
  const the = tokens[first - 1]?.lower === "the" && tokens[first]?.joined === true;
  return { start, end, first: first + skipped, last, key: [...hard, ...whole].join(" "), titles: hard, names, the };
}

/** Gathers, for each phrase, how often it speaks, acts, is a place, is called by others. */
export function evidenceFor(
  text: string,
  tokens: readonly Token[],
  phrases: readonly NamePhrase[],
  quoted: Uint8Array,
): Map<string, NameEvidence> {
  const all = new Map<string, NameEvidence>();
  for (const phrase of phrases) {
    let entry = all.get(phrase.key);
    if (entry === undefined) {
      const { key, titles: heads, names } = phrase;
      entry = {
        key,
        titles: heads,
        names,
        display: "",
        count: 0,
        mid: 0,
        speech: 0,
        act: 0,
        place: 0,
        where: 0,
        the: 0,
        some: 0,
        vocative: 0,
        at: [],
      };
      all.set(phrase.key, entry);
    }
    entry.count += 1;
    entry.at.push(phrase.start);
    const surface = text.slice(phrase.start, phrase.end).replaceAll(/\s+/g, " ");
    if (entry.display === "" || (/\p{Lu}{2}/u.test(entry.display) && !/\p{Lu}{2}/u.test(surface)))
      entry.display = surface;
    const [before, after, second] = [
      tokens[phrase.first - (phrase.the ? 2 : 1)],
      tokens[phrase.last + 1],
      tokens[phrase.last + 2],
    ];
    if (tokens[phrase.first]?.opens !== true) entry.mid += 1;
    if (phrase.the) entry.the += 1;
    if (tokens[phrase.first]?.joined === true && isOneOfMany(tokens, phrase.first - 1)) entry.some += 1;
    const inQuote = quoted[phrase.start] === 1;
    if (inQuote && isCalled(text, phrase)) entry.vocative += 1;
    if (before !== undefined && locatives.has(before.lower)) entry.place += 1;
    if (before !== undefined && wheres.has(before.lower)) entry.where += 1;
    if (inQuote || tokens[phrase.last]?.possessive === true) continue;
    const verb = after !== undefined && isAdverb(after) && !actVerbs.has(after.lower) ? second : after;
    if (
      (before !== undefined &&
        quoted[before.start] === 0 &&
        speechVerbs.has(before.lower) &&
        !(before.lower === "called" && phrase.the)) ||
      (verb !== undefined && quoted[verb.start] === 0 && speechVerbs.has(verb.lower))
    )
      entry.speech += 1;
    if (verb !== undefined && quoted[verb.start] === 0 && (actVerbs.has(verb.lower) || speechVerbs.has(verb.lower)))
      entry.act += 1;
  }
  return all;
}

/** `a Nantucketer`, `another young Rajah`. */
function isOneOfMany(tokens: readonly Token[], at: number): boolean {
  const [before, earlier] = [tokens[at], tokens[at - 1]];
  if (before === undefined) return false;
  if (indefinite.has(before.lower)) return true;
  return !before.capital && before.joined && /^(?:an?|another)$/.test(earlier?.lower ?? "") && ages.has(before.lower);
}

const ages = new Set("young old little common real mere true regular".split(" "));

/** `to her stepfather, Mr. Windibank, asking him`: a noun that the name explains. */
const apposition = /\p{L}(?:[’']s| (?:my|his|her|their|our|your|the)) (?:\p{Ll}+ )?([\p{Ll}-]+),\s$/u;

/** Set apart by commas or standing alone in speech: somebody is addressed. */
export function isCalled(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 2);
  const opens =
    /(?:[,;!?.—–…\-“"‘'_*]|^)\s*$/.test(before) ||
    /(?:^|[\s“"‘'])(?:dear(?:est)?|sweet(?:est)?|good|darling|my|oh|o|ah|why|nay|poor|old|well|yes|no|but|and|now|come)\s$/i.test(
      before,
    );
  // “What is his name?” “Bingley.”: a name that is all of a plain line is an answer.
  if (/[“"‘]$/.test(before) && /^\.[”"’]/.test(after)) return false;
  const noun = apposition.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  const [head = "", last] = text
    .slice(start, end)
    .toLowerCase()
    .split(/[.\s]+/);
  const inFull = last !== undefined && !titles.has(head);
  if (noun !== undefined && (inFull || roleNouns.has(noun.replace(/^step-?/, "")))) return false;
  return opens && /^(?:[,.!?;:—–…”"’\-_*]| [-—–])/.test(after);
}

const months = new Set("march may april june august".split(" "));
/** Titles that no street or house bears: Mrs. Brook, Sergeant Hill. */
const personal = new Set(
  "mr mrs miss ms mister dr doctor sergeant sergt sgt inspector constable corporal lieutenant professor nurse aunt uncle".split(
    " ",
  ),
);

/** `said Marsh` again and again: a word for a place or a month that hardly ever stands like one. */
const speaksForItself = ({ names: [name = "", second], titles: heads, speech, mid, ...seen }: NameEvidence) =>
  second === undefined &&
  heads.length === 0 &&
  (placeNouns.has(name) || months.has(name)) &&
  speech > 1 &&
  mid > 1 &&
  seen.the + seen.some === 0 &&
  seen.where + seen.place < speech;

const ranks = new Set("admiral captain capt commodore colonel general sir".split(" "));

/** The Admiral Benbow is an inn and the Samuel Enderby a ship: of people so called nobody says `the`. */
const isHouseOrShip = ({ titles: heads, names, the, count, speech }: NameEvidence) =>
  speech === 0 &&
  the > 1 &&
  the > count * 0.5 &&
  (heads.some((title) => ranks.has(title)) ||
    (heads.length === 0 && names.length === 2 && firstNames.has(names[0] ?? "") && !roleNouns.has(names[1] ?? "")));

/** Whether a phrase names a person, judged by its title, its first name and what it does in the text. */
export function isPerson(entry: NameEvidence): boolean {
  const last = entry.names.at(-1) ?? "";
  if (speaksForItself(entry)) return true;
  if (isHouseOrShip(entry)) return false;
  if (entry.names.length === 1 && entry.titles.length === 0 && isFamily(last)) return false;
  if (entry.names.length === 1 && (months.has(last) || (titles.has(last) && entry.the < entry.count * 0.5)))
    return false;
  if (months.has(entry.names[0] ?? "") && entry.count < 3) return false;
  if (entry.names[0] === "st" && entry.titles.length === 0) return false;
  if (entry.names.some((name) => notNames.has(name) && !firstNames.has(name))) return false;
  if (placeNouns.has(last) && !entry.titles.some((title) => personal.has(title))) return false;
  if (entry.titles.some((title) => !softTitles.has(title))) return true;
  if (!firstNames.has(entry.names[0] ?? "") && entry.some > entry.count * 0.15) return false;
  const placeLike = entry.place / entry.count;
  if (entry.names.length > 3 && entry.speech === 0) return false;
  if (firstNames.has(entry.names[0] ?? ""))
    return (
      (placeLike < 0.4 || (entry.names.length > 1 && entry.place < 2)) &&
      (entry.count > 1 || entry.speech + entry.act + entry.vocative > 0 || entry.names.length > 1)
    );
  if (entry.where > entry.count * 0.28 && entry.speech < 2) return false;
  if (entry.the > entry.count * 0.5)
    return (
      entry.speech >
        (last.split("-").some((part) => roleNouns.has(part) || speciesWords.has(part)) ? 0 : 1 + entry.count * 0.05) &&
      placeLike < 0.3
    );
  if (entry.speech > 0 && entry.mid > 0 && entry.count > 1) return placeLike < 0.3;
  if (entry.vocative > 2 && entry.mid > 2) return placeLike < 0.15;
  return entry.mid > 1 && entry.act >= 2 && entry.act >= entry.count * 0.1 && entry.place <= entry.act * 0.6;
}
