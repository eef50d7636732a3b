import * as steady from "../geometry/steady-math.ts";
import { asMeant, hasCannon, meansOther } from "./prop-senses.ts";
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
  /** Whether a thing of the book's time looks as it is drawn: a letter is no roll once there are trains. */
  looksSo(prop: Prop): boolean;
}

/** Reads through a book once to learn which things run through it. */
export function findThings(book: string, rules: "en" | "ja"): ThingFinder {
  const cannon = rules === "en" && hasCannon(book);
  const plain = rules === "ja" ? mentionsJapanese(book, false) : mentionsEnglish(book, new Map(), cannon);
  // In a book of kites a dragon is what is painted on the kite.
  const kites = rules === "ja" && plain.filter(({ prop }) => prop === "kite").length >= keyCount;
  const counted = rules === "en" ? countedThings(book) : new Map<string, Prop>();
  const mentions = (text: string) =>
    rules === "ja" ? mentionsJapanese(text, kites) : mentionsEnglish(text, counted, cannon);
  const counts = new Map<Prop, number>();
  for (const { prop } of kites ? mentions(book) : plain) counts.set(prop, (counts.get(prop) ?? 0) + 1);
  const modern = rules === "ja" && (book.match(modernJapan)?.length ?? 0) >= 3;
  // Where moose are hunted a bull is one of them.
  const antlered = rules === "en" && (counts.get("moose") ?? 0) >= keyCount;
  // Nor is a yen of silver a coin with a hole.
  const looksSo = (prop: Prop) => !(modern && (prop === "letter" || prop === "coin"));
  const ranked = (text: string): NamedThing[] => {
    const best = new Map<Prop, number>();
    for (const { prop, role } of mentions(text)) {
      // What stands about everywhere does not become the matter of a book by that.
      const often = fixtures.has(prop) ? 0 : Math.min(0.3, 0.06 * steady.log2(counts.get(prop) ?? 1));
      if (!looksSo(prop)) continue;
      const weight = (fixtures.has(prop) ? 0.2 : 1) + role + often;
      best.set(prop, Math.max(best.get(prop) ?? -Infinity, weight));
    }
    const broken = breaks[rules].test(text);
    return [...best]
      .map(([prop, weight]) => ({
        prop: antlered && prop === "bull" ? ("moose" as const) : ((broken ? brokenForms.get(prop) : undefined) ?? prop),
        weight,
      }))
      .filter(({ weight }) => weight >= 0.6)
      .toSorted((a, b) => b.weight - a.weight);
  };
  return {
    ranked,
    named: (text) => ranked(text)[0]?.prop ?? null,
    looksSo,
  };
}

/** Kites that a book must speak of for its dragons to be kites. */
const keyCount = 4;

/** What there was in Japan once letters were folded into envelopes. */
const modernJapan = /汽車|電車|新聞|郵便|電報|洋服|停車場|自動車|電話|ランプ/gu;

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
  /\b(?:in|on|at|by|from|through|against|under|over|near|behind|beneath|round|around|into|of|towards?|to|inside|above|below|beside)\s+(?:(?:an?|the|his|her|its|my|your|their|our|that|this)\s+)?(?:[a-z-]+\s+)?$/i;
/** Words that make the thing before them a mere part of another's name. */
const partOf =
  /^\s+(?:frames?|steps?|handles?|posts?|windows?|doors?|lamps?|wheels?|drive|pockets?|money|rope|bell|tray|party|pins?|table|trees?|stand|keeper|maker|man|men|boys?|woman|reporter|office|shop)\b|^\s+of (?:it|a|an|alarm|warning|the (?:bird|call|song|voice|music)|hope|joy|fear|triumph|sadness)\b/i;

/** What is only thought of, wished for, sent away, used up or told of another time. */
const unreal =
  /\b(?:if|would|could|might|must|should|will|shall|never|not|n['’]t|no longer|forgot(?:ten)?|wish\w*|want(?:ed|ing)?|thought|dream\w*|imagin\w*|suppos\w*|as though|remember\w*|search\w*|look(?:ed|ing) for|had|order(?:ed|ing)|dismissed|finished|ate|eaten|eating|drank|swallowed|lost|left|guess\w*|knew|asked|cause|for all|made of)\b/iu;
/** A verb in the past and what it is done to. */
const objectOf =
  /\b(?:\p{L}{2,}(?:ed|ook|eld|rew|ught|ore|aw|ave|ung|oke)|lit|put|found|held|brought|set)\s+(?:(?:up|out|down|off|over|him|her|me|them)\s+)?(?:an?|the|his|her|its|my|their|this|that|two|three)\s+(?:[a-z-]+,?\s+){0,2}$/iu;

/** What somebody comes upon or finds is what everybody looks at. */
const metWith =
  /\b(?:came (?:up)?on|came upon|found|discovered|noticed|there (?:was|stood|lay|hung)|caught sight of)\s+(?:an?|the|another|one)\s+(?:[a-z-]+,?\s+){0,2}$/iu;

/** So many of a thing are the thing. */
const manyOf = /\b(?:array|row|pile|heap|number|collection|bunch|pair|line|set|bundle|stack) of (?:[a-z-]+,? ){0,2}$/iu;

/** Whether words are of somebody's coming upon a thing that can be drawn. */
export const tellsFinding = (words: string): boolean =>
  [...words.matchAll(/[a-z]+(?:-[a-z]+)*/gi)].some(
    ({ 0: word, index }) => englishProps.has(word.toLowerCase()) && metWith.test(words.slice(0, index)),
  );

/** What has the name of a thing in a manner of speaking. */
const figurative =
  /^notes? of (?!hand\b)|^(?:keys?|clues?) (?:to|of) (?:the|this|that|his|her|all|my) (?:\p{L}+ )?(?:mystery|problem|riddle|situation|secret|matter|whole|puzzle|case|character)|^(?:flames?|fire|torch|blaze|chains?|crown|masks?|mirror|flowers?|fruits?|apple|ladder|candle|bread|cup|well|storm|anchor|bed|sword|drums?|hammer|map|statue|door|doors|gates?|window) of (?:(?:the|his|her|my|their|our|all|a|human) )?(?:love|passion|hate|hatred|anger|wrath|hope|life|youth|death|fate|evidence|events|reasoning|thought|circumstances?|habit|memory|joy|sorrow|bitterness|success|fame|learning|knowledge|liberty|freedom|war|opportunity|society|misery|slavery|eye|head|hill|soul|heart|mind|friendship|indifference|patience|genius|justice|salvation|faith)\b/iu;

/** A chest that heaves is no box, and a watch of sailors none of the pocket. */
const namesake = (word: string, before: string, after: string) =>
  // A ring at the bell is heard; of voices, hills or people it is no jewel.
  (word === "ring" &&
    (/^s? (?:at|of|about|round|around|in)\b(?! (?:gold|silver|his|her|my|their))/i.test(after) ||
      /\b(?:heard|gave|came|loud|sharp|violent|second|long|in) (?:an?|the|his|her) (?:\p{L}+ )?$|\b(?:loud|sharp|violent) $/iu.test(
        before,
      ))) ||
  figurative.test(`${word}${after}`) ||
  // Who rings for a servant touches a knob in the wall.
  (word === "bell" &&
    /\b(?:touch(?:ed|ing)|r[ai]ng|ringing|pulled|pulling|press(?:ed|ing)|answer(?:ed|ing)|at|for) (?:the|his|her|my|a) (?:(?!church|school|ship|alarm|great|hand)\p{L}+[- ])?$/iu.test(
      before,
    )) ||
  // On board bells are hours.
  (word === "bells" && /\b(?:one|two|three|four|five|six|seven|eight) $/i.test(before)) ||
  (word === "watch" && !/\b(?:his|her|my|gold|silver|old)\s+(?:[a-z-]+\s+)?$/i.test(before)) ||
  // Who gives way plays second fiddle.
  (word === "fiddle" && /\b(?:second|first) $/i.test(before)) ||
  (word === "casket" && /\bthe $/i.test(before)) ||
  (word === "chest" &&
    /\b(?:his|her|my|their|your|’s|'s|manly|broad|deep|bare|hairy|naked)\s+(?:[a-z-]+\s+){0,2}$/i.test(before));

/** What is about to be, and light that is out. */
const unlit = (prop: Prop, before: string, after: string) =>
  flames.has(prop) &&
  (/\b(?:put|blew|blown|blow|turned) (?:out|down) (?:the|his|her|my) $/i.test(before) ||
    /^s? (?:was|were|is|had (?:been|gone)|went|being)?\s?(?:out|extinguished|unlit|not)\b/i.test(after));
/** Clothes told one after the other are somebody's looks, no thing by themselves. */
const worn =
  /\b(?:wore|wearing|dressed|clad)\b|\b(?:his|her) (?:\p{L}+ )+(?:hat|coat|gloves|boots|spectacles|ribbon|cane|umbrella|bonnet), (?:his|her|a|and)\b/iu;

/** What people wear: on somebody it hangs on no peg and lies on no floor. */
const clothing: ReadonlySet<Prop> = new Set<Prop>([
  "coat",
  "hat",
  "gloves",
  "wig",
  "spectacles",
  "sandals",
  "kasa",
  "boots",
]);
const dressing = /\b(?:wore|wearing|dressed|clad|as to (?:his|her) dress)\b/iu;
const wearer =
  /\b(?:his|her|my|their|your|our|’s|'s)\s+(?:own\s+)?(?:[a-z-]+,?\s+){0,3}$|\b(?:in|wearing|under|with) (?:an?|the|his|her) (?:[a-z-]+,?\s+){0,3}$/i;
const takenOff =
  /^s?\b[^.;,]{0,16}\b(?:hung|lay|lying|fell|rolled|floated|on the (?:floor|ground|peg|chair|table|grass))\b/i;

/** Whether a garment is on a body, as far as the words beside it tell. */
const isWorn = (prop: Prop, before: string, after: string): boolean =>
  clothing.has(prop) &&
  (wearer.test(before) || /^ (?:up)?on (?:his|her|my|the) (?:\p{L}+ )?head\b/iu.test(after)) &&
  !takenOff.test(after);

function mentionsEnglish(text: string, counted: ReadonlyMap<string, Prop>, cannon: boolean): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(/[a-z]+(?:-[a-z]+)*/gi)) {
    const word = match[0].toLowerCase();
    if (counted.has(word)) found.push({ prop: counted.get(word) ?? "plates", role: 0.2 });
    const prop = englishProps.get(word);
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    // The end of a longer name: jack-o'-lanterns.
    if (/[’'-]$/u.test(before)) continue;
    if (!prop) {
      if (word === "well" && /\b(?:a|the|old|deep)\s+$/i.test(before)) found.push({ prop: "well", role: 0.6 });
      continue;
    }
    const after = text.slice(match.index + word.length, match.index + word.length + 24);
    if (
      likened.test(before) ||
      namesake(word, before, after) ||
      partOf.test(after) ||
      worn.test(before + match[0] + after) ||
      isWorn(prop, before, after) ||
      unlit(prop, before, after) ||
      (alsoVerbs.has(word) && !owner.test(before))
    )
      continue;
    const sentence = text.slice(Math.max(0, match.index - 400), match.index).replace(/^.*[.!?]["”’]?\s/su, "");
    const rest = /^[^.!?]{0,80}/u.exec(text.slice(match.index + word.length))?.[0] ?? "";
    if (meansOther({ word, prop, before: sentence, after: rest, cannon })) continue;
    if (clothing.has(prop) && dressing.test(sentence)) continue;
    if (unreal.test(sentence) || /^s?\s+(?:was|were|had been) (?:gone|dismissed|missing|lost)/i.test(after)) continue;
    const first =
      /^\P{L}*(?:(?:the|an?|his|her|my|their|its|one|two|there (?:was|were|stood|lay) an?)\s+)(?:\p{L}+\s+){0,3}$/iu.test(
        sentence,
      );
    const role = metWith.test(before)
      ? 1.4
      : manyOf.test(before)
        ? 0.6
        : aside.test(before)
          ? -0.6
          : first || objectOf.test(before)
            ? 0.6
            : 0;
    found.push({ prop: asMeant(word, prop, sentence + rest), role });
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

const denied = /^(?:も|は|が)?(?:、)?(?:ない|なかった|なく|なし|無)/;
/** On a head, a body or a foot. */
const wornJapanese =
  /^(?:を|に|の)?[^、。]{0,6}(?:かぶ|被|冠|着[たてけ]|はめ|穿|はい[たて]|かけた|掛けた|の男|の人|の者)/;
const likeness = /^(?:の|に)?[^、。が]{0,4}(?:よう(?!と)|ごと[くき]|見え|似て|みたい)/;

function mentionsJapanese(text: string, kites: boolean): Mention[] {
  const found: Mention[] = [];
  // A cap of old times is none of the hats that are drawn, and the bird in a street's name none in the sky.
  let rest = text.replaceAll(/烏帽子|朱雀|孔雀|白墨|入墨|骨董|肋骨|鎖骨|気の毒|馬鹿|洋傘|雨傘屋|鐘楼/g, (name) =>
    "＊".repeat(name.length),
  );
  for (const { word, prop, notBefore } of kites ? [...japaneseProps, dragon] : japaneseProps)
    for (let at = rest.indexOf(word); at >= 0; at = rest.indexOf(word, at + word.length)) {
      const after = rest.slice(at + word.length, at + word.length + 8);
      // What a longer word has taken is no longer there for a shorter one.
      rest = rest.slice(0, at) + "＊".repeat(word.length) + rest.slice(at + word.length);
      if (
        inCompound(word, rest[at - 1] ?? "") ||
        goesOn(word, after) ||
        listed.test(after) ||
        isOut(prop, after) ||
        notBefore.some((tail) => after.startsWith(tail)) ||
        denied.test(after) ||
        likeness.test(after) ||
        (clothing.has(prop) && wornJapanese.test(after))
      )
        continue;
      found.push({ prop, role: roleBefore(after) });
    }
  return found;
}

/** A single sign behind another belongs to a longer word: 船 in 風船. */
const inCompound = (word: string, before: string) => word.length === 1 && /[\p{Script=Han}＊]/u.test(before);

/** A single sign with another or with the end of a verb behind it is part of that word: 烏 in 烏有, 籠 in 籠って. */
const goesOn = (word: string, after: string) =>
  /^\p{Script=Han}$/u.test(word) && /^[\p{Script=Han}っりるれろらめむみまいきくけげぐせしすつちたえわ]/u.test(after);

/** One of several that are only listed. */
const listed = /^(?:や|とか|だの|、[^、。]{1,8}、)/;
const flames: ReadonlySet<Prop> = new Set<Prop>(["lamp", "andon", "lantern", "candle", "torch", "fire"]);
/** A light that is out, or goes out. */
const isOut = (prop: Prop, after: string) => flames.has(prop) && /^[^、。]{0,5}消/.test(after);

/** What the particle behind a word says of its part. */
function roleBefore(after: string): number {
  if (/^(?:が|は|も|を|だ(?!と)|で(?:す|あ)|、)/.test(after)) return 0.6;
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

/** Panels after which a thing may fill one again: more than three pages. */
const propRest = 18;

/** A memory for one book. */
export function openThingMemory(): ThingMemory {
  const seen = new Map<Prop, number>();
  let now = 0;
  let last = -Infinity;
  return {
    step: () => void (now += 1),
    rested: (prop) => now - (seen.get(wholeOf(prop)) ?? -Infinity) > propRest,
    since: () => now - last,
    note(prop) {
      seen.set(wholeOf(prop), now);
      last = now;
    },
  };
}
