import { alsoVerbs, brokenForms, englishProps, fixtures, japaneseProps, type Prop } from "./prop-words.ts";

/** A thing that a stretch of text names, and how much the text is about it: 1 and more for what it is about. */
export interface NamedThing {
  prop: Prop;
  weight: number;
}

/** Finds drawable things in the text of one book. */
export interface ThingFinder {
  /** All things that a stretch names, what it is most about first. */
  ranked(text: string): NamedThing[];
  /** The thing that a stretch is about, or null. */
  named(text: string): Prop | null;
  /** Whether the book comes back to a thing again and again. */
  isKey(prop: Prop): boolean;
}

/** Reads through a book once to learn which things run through it. */
export function findThings(book: string, rules: "en" | "ja"): ThingFinder {
  const plain = rules === "ja" ? mentionsJapanese(book, false) : mentionsEnglish(book, new Map());
  // In a book of kites a dragon is what is painted on the kite.
  const kites = rules === "ja" && plain.filter(({ prop }) => prop === "kite").length >= keyCount;
  const counted = rules === "en" ? countedThings(book) : new Map<string, Prop>();
  const mentions = (text: string) => (rules === "ja" ? mentionsJapanese(text, kites) : mentionsEnglish(text, counted));
  const counts = new Map<Prop, number>();
  for (const { prop } of kites ? mentions(book) : plain) counts.set(prop, (counts.get(prop) ?? 0) + 1);
  const ranked = (text: string): NamedThing[] => {
    const best = new Map<Prop, number>();
    for (const { prop, role } of mentions(text)) {
      // What stands about everywhere does not become the matter of a book by that.
      const often = fixtures.has(prop) ? 0 : Math.min(0.8, 0.16 * Math.log2(counts.get(prop) ?? 1));
      const weight = (fixtures.has(prop) ? 0.2 : 1) + role + often;
      best.set(prop, Math.max(best.get(prop) ?? -Infinity, weight));
    }
    const broken = breaks[rules].test(text);
    return [...best]
      .map(([prop, weight]) => ({ prop: (broken ? brokenForms.get(prop) : undefined) ?? prop, weight }))
      .filter(({ weight }) => weight >= 0.6)
      .toSorted((a, b) => b.weight - a.weight);
  };
  return {
    ranked,
    named: (text) => ranked(text)[0]?.prop ?? null,
    isKey: (prop) => (counts.get(wholeOf(prop)) ?? 0) >= keyCount,
  };
}

/** Mentions that make a thing one that the book comes back to. */
const keyCount = 4;

const wholeOf = (prop: Prop): Prop => [...brokenForms].find(([, broken]) => broken === prop)?.[0] ?? prop;

const breaks = {
  en: /\b(?:burst|broke|broken|smash\w*|shatter\w*|crash\w*|came down|half a)\b/i,
  ja: /割れ|砕け|壊れ/,
} as const;

interface Mention {
  prop: Prop;
  /** Part that it plays in its sentence: positive for a subject or an object, negative for a place or a direction. */
  role: number;
}

const owner =
  /\b(?:an?|the|his|her|its|my|your|our|their|this|that|these|those|some|each|every|one|two|three|four|five|six|eleven|\w+ty|[’']s)\s+(?:[a-z-]+\s+){0,2}$/i;
const likened =
  /\b(?:like|as|size of|kind of|sort of|no|without|nor|never an?)\s+(?:(?:an?|the|any)\s+)?(?:[a-z-]+\s+)?$/i;
const aside =
  /\b(?:in|on|at|by|from|through|against|under|over|near|behind|round|around|into|of|towards?|to|inside|above|below|beside)\s+(?:(?:an?|the|his|her|its|my|your|their|our|that|this)\s+)?(?:[a-z-]+\s+)?$/i;
/** Words that make the thing before them a mere part of another's name. */
const partOf =
  /^\s+(?:frames?|steps?|handles?|posts?|pockets?|money|rope|bell|tray|party|pins?|table|trees?|stand|keeper|maker)\b/i;

/** What is about to be, and light that is out. */
const unlit = (prop: Prop, before: string, after: string) =>
  flames.has(prop) &&
  (/\b(?:put|blew|blown|blow|turned) (?:out|down) (?:the|his|her|my) $/i.test(before) ||
    /^s? (?:was|were|is|had (?:been|gone)|went|being)?\s?(?:out|extinguished|unlit|not)\b/i.test(after));
/** Clothes told one after the other are somebody's looks, no thing by themselves. */
const worn =
  /\b(?:wore|wearing|dressed|clad)\b|\b(?:his|her) (?:\p{L}+ )+(?:hat|coat|gloves|boots|spectacles|ribbon|cane|umbrella|bonnet), (?:his|her|a|and)\b/iu;

function mentionsEnglish(text: string, counted: ReadonlyMap<string, Prop>): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(/[a-z]+(?:-[a-z]+)*/gi)) {
    const word = match[0].toLowerCase();
    if (counted.has(word)) found.push({ prop: counted.get(word) ?? "plates", role: 0.2 });
    const prop = englishProps.get(word);
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!prop) {
      if (word === "well" && /\b(?:a|the|old|deep)\s+$/i.test(before)) found.push({ prop: "well", role: 0.6 });
      continue;
    }
    const after = text.slice(match.index + word.length, match.index + word.length + 24);
    if (
      likened.test(before) ||
      partOf.test(after) ||
      worn.test(before + match[0] + after) ||
      unlit(prop, before, after) ||
      (alsoVerbs.has(word) && !owner.test(before))
    )
      continue;
    const first = /(?:^|[.!?“‘"]\s*)(?:[\w’'-]+\s+){0,3}$/u.test(before);
    found.push({ prop, role: aside.test(before) ? -0.6 : first ? 0.6 : 0.2 });
  }
  return found;
}

const tens = /\b((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+)\s+(?:[a-z]+\s+)?([a-z]+)/gi;

/** Large numbers that a book gives to one thing: after forty-eight plates, forty-eight anything are the plates. */
function countedThings(book: string): Map<string, Prop> {
  const counted = new Map<string, Prop>();
  for (const [, number = "", thing = ""] of book.matchAll(tens)) {
    const prop = englishProps.get(thing.toLowerCase());
    if (prop) counted.set(number.toLowerCase(), prop);
  }
  return counted;
}

/** A dead grasshopper is no corpse. */
const beastsOwn = /(?:[ァ-ヶー]{2,}|虫|犬|猫|鳥|魚|鼠|馬|狐|蛇|蟹|蛙)の$/u;
const denied = /^(?:も|は|が)?(?:、)?(?:ない|なかった|なく|なし|無)/;
const likeness = /^(?:の|に)?[^、。が]{0,4}(?:よう(?!と)|ごと[くき]|見え|似て|みたい)/;

function mentionsJapanese(text: string, kites: boolean): Mention[] {
  const found: Mention[] = [];
  // A cap of old times is none of the hats that are drawn, and the bird in a street's name none in the sky.
  let rest = text.replaceAll(/烏帽子|朱雀|孔雀/g, (name) => "＊".repeat(name.length));
  for (const { word, prop, notBefore } of kites ? [...japaneseProps, dragon] : japaneseProps)
    for (let at = rest.indexOf(word); at >= 0; at = rest.indexOf(word, at + word.length)) {
      const after = rest.slice(at + word.length, at + word.length + 8);
      const ofBeast = prop === "corpse" && beastsOwn.test(rest.slice(0, at));
      // What a longer word has taken is no longer there for a shorter one.
      rest = rest.slice(0, at) + "＊".repeat(word.length) + rest.slice(at + word.length);
      if (
        ofBeast ||
        listed.test(after) ||
        isOut(prop, after) ||
        notBefore.some((tail) => after.startsWith(tail)) ||
        denied.test(after) ||
        likeness.test(after)
      )
        continue;
      found.push({ prop, role: roleBefore(after) });
    }
  return found;
}

/** One of several that are only listed. */
const listed = /^(?:や|とか|だの|、[^、。]{1,8}、)/;
const flames: ReadonlySet<Prop> = new Set<Prop>(["lamp", "andon", "lantern", "candle", "torch", "fire"]);
/** A light that is out, or goes out. */
const isOut = (prop: Prop, after: string) => flames.has(prop) && /^[^、。]{0,5}消/.test(after);

/** What the particle behind a word says of its part. */
function roleBefore(after: string): number {
  if (/^(?:が|は|も|を|だ|で(?:す|あ)|、)/.test(after)) return 0.6;
  if (/^(?:へ|まで|から)/.test(after)) return -0.6;
  return after.startsWith("の") ? -0.4 : 0;
}

const dragon = { word: "龍", prop: "kite", notBefore: [] } as const;

/** Remembers which things were shown, so that none fills panels again and again. */
export interface ThingMemory {
  /** Goes on to the next panel. */
  step(): void;
  /** Whether a thing may fill this panel. */
  rested(prop: Prop): boolean;
  /** Panels since any thing filled one. */
  since(): number;
  note(prop: Prop): void;
}

/** Panels after which a thing may fill one again. */
const propRest = 8;

/** A memory for one book. Letters never tire: each is read. */
export function openThingMemory(): ThingMemory {
  const seen = new Map<Prop, number>();
  let now = 0;
  let last = -Infinity;
  return {
    step: () => void (now += 1),
    rested: (prop) => prop === "letter" || now - (seen.get(wholeOf(prop)) ?? -Infinity) > propRest,
    since: () => now - last,
    note(prop) {
      seen.set(wholeOf(prop), now);
      last = now;
    },
  };
}
