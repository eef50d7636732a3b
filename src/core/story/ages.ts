import { mentionCounts, mentionFrom } from "./mention-index.ts";
import { ageOf, numberOf } from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import { type Named, standsFor } from "./stands-for.ts";
import { agesAsked } from "./told-people.ts";
import type { Age, Gender, Trait } from "./story.ts";

type Stage = "child" | "young" | "grown" | "old";

/** What a stretch of the book lets one think of somebody's age. */
interface Vote {
  member: number;
  stage: Stage;
  weight: number;
  start: number;
  end: number;
  /** Told of several at once. */
  several?: true;
}

/**
 * The age of everybody, by all that a whole book calls them: one `old boy` in a talk makes nobody old, and a mother who is
 * named before `the child` is none. `described` is what single sentences say of each. Null where the book neither tells a child, somebody young or somebody old from the rest nor counts the years of a grown one.
 */
export function agesOf(
  named: Named,
  quoted: Uint8Array,
  described: readonly (Trait<Age> | null)[],
): (Trait<Age> | null)[] {
  const { members, mentions } = named;
  const counts = mentionCounts(members.length, mentions);
  const votes = members.map((_, member): Vote[] => {
    const age = described[member] ?? null;
    if (age === null || dealsWith.test(named.text.slice(Math.max(0, age.start - 16), age.start))) return [];
    const { value, start, end } = age;
    const years = named.text
      .slice(start, end)
      .split(/\s+/u)
      .some((word) => numberOf(word) > 1);
    const weight = years ? outright : (counts[member] ?? 0) > wellKnown ? 1.2 : 2.4;
    return [{ member, stage: value === "adult" ? "grown" : value, weight, start, end }];
  });
  for (const vote of [
    ...titleVotes(named),
    ...nounVotes(named, quoted),
    ...pluralVotes(named, quoted),
    ...nearVotes(named, quoted),
    ...agesAsked(named.text, named.mentions).map(({ years, ...where }) => ({
      ...where,
      stage: stageAt(years),
      weight: outright,
    })),
    ...narratorVotes(named, quoted),
  ])
    votes[vote.member]?.push(vote);
  const ages = votes.map((own, i) => {
    const member = members[i];
    const fitting = member !== undefined && goesByFirstName(member) ? own : heldDown(own);
    return decided(fitting, counts[i] ?? 0, 1);
  });
  const leading = members.map((_, i) => i).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const children = leading.slice(0, leadingMany).filter((i) => ages[i]?.value === "child").length;
  if (children < 2) return ages;
  // In a book of children whoever goes by a first name is soon taken for one.
  return ages.map((age, i) => {
    const member = members[i];
    if (age !== null || member === undefined || !goesByFirstName(member)) return age;
    return decided(votes[i] ?? [], counts[i] ?? 0, 0.45);
  });
}

/** Emma, having sent the child on: it is another whom she sends. */
const dealsWith =
  /\b(?:sen[dt]|sending|took|taking|led|leading|gave|giving|met|saw|kiss(?:ed|ing)|carr(?:ied|ying)|held|holding|left|leaving|lift(?:ed|ing)|put|brought|dismissed|watched|followed|found|wash(?:ed|ing)|dress(?:ed|ing)) $/u;

const goesByFirstName = ({ name, aliases }: Member): boolean =>
  [name, ...aliases].some((each) => !/\s/.test(each) && name.startsWith(each) && !grownTitle.test(each));

/** Without the boys who are about where they weigh more than what is said of him alone: men are watched by boys as well. */
function heldDown(votes: readonly Vote[]): readonly Vote[] {
  const weight = (several: boolean) =>
    votes.reduce(
      (all, vote) => all + ((vote.several === true) === several && vote.stage === "child" ? vote.weight : 0),
      0,
    );
  return weight(true) > weight(false) ? votes.filter(({ several }) => several !== true) : votes;
}

/** Mentions from which on one sentence says little beside all others. */
const wellKnown = 40;

/** Of so many who carry the book two are children in a book of children. */
const leadingMany = 6;

/** Weights that must come together before somebody is a child, young or old. */
const least = { child: 2.2, young: 1.5, old: 2 } as const;
/** Least weight for each mention: who is named a hundred times and once called a boy is none. */
const leastShare = { child: 0.006, young: 0.006, old: 0.02 } as const;

/** Weight of words that count the years. */
const outright = 5;

/** `share` of the usual weight is enough. */
function decided(votes: readonly Vote[], mentions: number, share: number): Trait<Age> | null {
  const sum = (stage: Stage) => votes.reduce((all, vote) => all + (vote.stage === stage ? vote.weight : 0), 0);
  const [child, young, grown, old] = [sum("child"), sum("young"), sum("grown"), sum("old")];
  const enough = (stage: "child" | "young" | "old", weight: number) =>
    weight >= share * Math.max(least[stage], leastShare[stage] * mentions);
  // One sentence makes nobody a child, unless it counts the years or the others are children too.
  const called = votes.filter((vote) => vote.stage === "child");
  const twice = called.length > 1 || share < 1 || called.some(({ weight }) => weight >= outright);
  const stage =
    enough("child", child) && twice && child > 2 * grown && child > young && child > old
      ? "child"
      : enough("old", old) && old > child && old > 1.2 * young
        ? "old"
        : enough("young", young) && young > child && young > 0.7 * grown
          ? "young"
          : // Who is grown is left open, but for a woman of fifty.
            votes.some((vote) => vote.stage === "grown" && vote.weight === outright)
            ? "grown"
            : null;
  const proof = votes
    .filter((vote) => vote.stage === stage)
    .toSorted((a, b) => b.weight - a.weight || a.start - b.start)[0];
  if (stage === null || proof === undefined) return null;
  return { value: stage === "grown" ? "adult" : stage, start: proof.start, end: proof.end };
}

/** Titles and kinship words that only grown people bear. */
const grownTitle =
  /^(?:the )?(?:mrs|dr|doctor|sir|lord|lady|captain|colonel|major|general|professor|inspector|judge|squire|widow|reverend|rev|father|mother|aunt|auntie|uncle|king|queen|count|countess|duke|duchess|baron|baroness|monsieur|madame|signor|bishop|sergeant|admiral|lieutenant)\b/i;
const grownWord =
  /\b(?:mother|father|wife|husband|landlady|landlord|gentleman|lady|butler|housekeeper|nurse|governess)$/i;
const oldWord = /\b(?:old (?:man|woman|lady|gentleman)|grandmother|grandfather|grandmamma|grandpapa|granny)$/i;
const childWord = /\b(?:(?:little )?(?:boy|girl)|child|urchin|lad)$/i;

/** Share of somebody's mentions that bear a title where it is theirs. */
const leastTitled = 0.15;

function titleVotes({ text, members, mentions }: Named): Vote[] {
  const first = new Map<number, Mention>();
  for (const mention of mentions) if (!first.has(mention.member)) first.set(mention.member, mention);
  return members.flatMap(({ name, aliases }, member) => {
    const at = first.get(member);
    if (at === undefined) return [];
    const vote = (stage: Stage, weight: number): Vote => ({ member, stage, weight, start: at.start, end: at.end });
    if (oldWord.test(name)) return [vote("old", 6)];
    if (childWord.test(name)) return [vote("child", 6)];
    if (grownTitle.test(name) || grownWord.test(name)) return [vote("grown", 8)];
    if (/^Mr\b/.test(name)) return [vote("grown", 3)];
    // A daughter once taken for her mother bears no title.
    const own = mentions.filter((each) => each.member === member);
    const titled = own.filter(({ start, end }) => grownTitle.test(text.slice(start, end)));
    const often = titled.length >= leastTitled * own.length && aliases.some((alias) => grownTitle.test(alias));
    return often ? [vote("grown", 2)] : [];
  });
}

const person =
  /\b(the|this|that|an?|what an?)((?: [a-z][\p{L}-]*,?){0,3}?) (boy|lad|child|girl|urchin|youngster|youth|man|woman|gentleman|lady|fellow)\b(?! of (?:the|his|her))/gu;

/** `Tom … the boy`: a noun that goes on from the one person named before it, or is said of them. */
function nounVotes(named: Named, quoted: Uint8Array): Vote[] {
  const { text, members } = named;
  const votes: Vote[] = [];
  for (const match of text.matchAll(person)) {
    const start = match.index;
    const [whole, article = "", adjectives = "", noun = ""] = match;
    if (quoted[start] === 1 || /\b(?:other|another|every|no|any|first|next|like|than)\b/.test(adjectives)) continue;
    // The only child of a tale is `the child` wherever it stands.
    const own = named.mentions[mentionFrom(named.mentions, start)];
    const found =
      own?.start === start ? { member: own.member, sure: 1 } : standsFor(named, start, article, genderOf(noun));
    if (found === null || members[found.member]?.nameless === true) continue;
    const [stage, weight] = stageOf(adjectives, noun);
    votes.push({ member: found.member, stage, weight: weight * found.sure, start, end: start + whole.length });
  }
  return votes;
}

const genderOf = (noun: string): Gender | null =>
  /^(?:boy|lad|man|gentleman|fellow|youth)$/.test(noun) ? "male" : /^(?:girl|woman|lady)$/.test(noun) ? "female" : null;

function stageOf(adjectives: string, noun: string): readonly [Stage, number] {
  if (/\b(?:old|aged|elderly|ancient|venerable|white-haired)\b/.test(adjectives)) return ["old", 1];
  const small = /\b(?:little|small|tiny)\b/.test(adjectives);
  // Young men are lads too.
  if (noun === "lad") return ["child", small ? 1 : 0.4];
  if (/^(?:boy|child|urchin|youngster)$/.test(noun)) return ["child", small ? 1.3 : 1];
  if (noun === "girl") return small ? ["child", 1] : ["young", 0.7];
  return /\byoung\b/.test(adjectives) || noun === "youth" ? ["young", 0.8] : ["grown", small ? 0.3 : 0.8];
}

const many =
  /\b(?:the|both|two|these|those|three) (?:(?:little|poor|small|other) )?(?:boys|lads|children|girls|urchins)\b/gu;

/** `The boys ran`: those who were named before them. */
function pluralVotes({ text, members, mentions }: Named, quoted: Uint8Array): Vote[] {
  return [...text.matchAll(many)].flatMap(({ index: start, 0: whole }) => {
    if (quoted[start] === 1) return [];
    const before = mentionFrom(mentions, start);
    const near = mentions.slice(Math.max(0, before - 6), before).filter((each) => each.start > start - pluralReach);
    const gender = /boys|lads/.test(whole) ? "male" : /girls/.test(whole) ? "female" : null;
    const named = new Set(near.map(({ member }) => member));
    return [...named]
      .filter((member) => gender === null || members[member]?.gender === gender)
      .map((member): Vote => ({
        member,
        stage: "child",
        weight: 0.4,
        start,
        end: start + whole.length,
        several: true,
      }));
  });
}

/** UTF-16 units. */
const pluralReach = 400;

const oldBefore = /(?<!\b(?:good|dear|poor|my|you|the same|that) )\b(?:[Oo]ld|[Aa]ged) $/u;
const littleBefore = /(?<!\bpoor |\bdear |\bmy )\b[Ll]ittle $/u;
const youngBefore = /\b[Yy]oung $/u;
const yearsAfter =
  /^,? (?:\p{L}+ ){0,4}?(?:was |is |aged )?(?:only |just |about |nearly |now )?([\p{L}-]+|\d+) years (?:old|of age)\b/u;
/** Times that `little` before a name is heard: a small man goes by it through a whole book. */
const mostLittle = 2;
const calledChild = /\b(?:my|you|dear|poor|little|,) ?(?:boy|lad|child|sonny|laddie|youngster)\b/iu;

/** `Old Ben`, `little Gluck`, `Mary was ten years old`, and lines that call the one whom they name a boy. */
function nearVotes({ text, members, mentions }: Named, quoted: Uint8Array): Vote[] {
  const votes: Vote[] = [];
  const small = new Map<number, number>();
  for (const { member, start, end } of mentions) {
    if (members[member]?.nameless === true) continue;
    const before = text.slice(Math.max(0, start - 24), start);
    const vote = (stage: Stage, weight: number, from = start, to = end) =>
      votes.push({ member, stage, weight, start: from, end: to });
    if (quoted[start] === 1) {
      if (calledChild.test(lineAround(text, start, end, quoted))) vote("child", 0.5);
      if (youngBefore.test(before)) vote("young", 0.5, start - 6);
      continue;
    }
    if (oldBefore.test(before)) vote("old", 1, start - 4);
    if (littleBefore.test(before)) {
      const times = (small.get(member) ?? 0) + 1;
      small.set(member, times);
      if (times <= mostLittle) vote("child", 1, start - 7);
    }
    if (youngBefore.test(before)) vote("young", 0.8, start - 6);
    const years = yearsAfter.exec(text.slice(end, end + 60));
    const age = years === null ? null : stageOfYears(years[1] ?? "");
    if (years !== null && age !== null) vote(age, outright, start, end + years[0].length);
  }
  return votes;
}

/** What is told right before and behind the quote that holds an offset. */
function toldAround(text: string, at: number, quoted: Uint8Array): string {
  let [from, to] = [at, at];
  while (from > 0 && quoted[from - 1] === 1) from -= 1;
  while (quoted[to] === 1) to += 1;
  const told = (start: number, end: number) =>
    Array.from(text.slice(start, end), (letter, i) => (quoted[start + i] === 1 ? " " : letter)).join("");
  return `${told(Math.max(0, from - sayingReach), from)} ${told(to, to + sayingReach)}`;
}

/** The words beside a name inside its quote. */
function lineAround(text: string, start: number, end: number, quoted: Uint8Array): string {
  let [from, to] = [start, end];
  while (from > 0 && from > start - 30 && quoted[from - 1] === 1) from -= 1;
  while (to < end + 30 && quoted[to] === 1) to += 1;
  return text.slice(from, to);
}

function stageOfYears(words: string): Stage | null {
  const years = numberOf(words);
  if (!(years > 1 && years < 120)) return null;
  return stageAt(years);
}

function stageAt(years: number): Stage {
  const age = ageOf(years);
  return age === "adult" ? "grown" : age;
}

const calledBoy = /\b(?:boy|sonny|youngster)\b|\bmy (?:child|lad)\b/giu;
const wasChild =
  /(?<!\b[Ww]hen )\bI (?:was|am) (?:only |but |just |still )?(?:an? )?(?:mere |little |young |small )*(?:boy|child|lad)\b/gu;

/** UTF-16 units of talk for each time that somebody says `boy` in a book that a boy tells. */
const boyEvery = 12_000;
/** UTF-16 units around a line in which an I is told of where it is said to the one who tells. */
const sayingReach = 140;

/** Who tells of himself hears what is said before his eyes: in the tale of a boy people say `boy` to him again and again. */
function narratorVotes({ text, members }: Named, quoted: Uint8Array): Vote[] {
  const member = members.findIndex(({ narrator }) => narrator);
  if (member < 0) return [];
  const vote = (match: RegExpExecArray, weight: number): Vote => ({
    member,
    stage: "child",
    weight,
    start: match.index,
    end: match.index + match[0].length,
  });
  const heard = [...text.matchAll(calledBoy)].filter(
    ({ index }) => quoted[index] === 1 && /\b(?:I|me|my)\b/u.test(toldAround(text, index, quoted)),
  );
  const talk = quoted.reduce((all, one) => all + one, 0);
  const told = [...text.matchAll(wasChild)].filter(({ index }) => quoted[index] !== 1);
  const often = heard.length * boyEvery > talk;
  return [...told.map((match) => vote(match, 1)), ...(often ? heard.map((match) => vote(match, 0.3)) : [])];
}
