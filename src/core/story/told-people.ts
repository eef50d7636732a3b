import type { Span } from "../book/book.ts";
import type { Member, Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import { ageOf, numberOf } from "./looks-words.ts";
import { roleNouns } from "./name-words.ts";

/** Words that bring somebody in: the noun and the name. */
const brought =
  /\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Mm]y) (?:\p{Ll}+ )?(\p{Ll}+),? (?:named|called|by the name of|of the name of|whose name was)\s+((?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)/gu;

/** `a widow named Pell`, `the carpenter, whose name was Tobias Wren`: the noun → who is meant by it all through. */
export function nounsOfNamed(
  text: string,
  members: readonly Member[],
  byKey: ReadonlyMap<string, number>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [, noun = "", name = ""] of text.matchAll(brought)) {
    const key = name.toLowerCase().replaceAll(".", "").replace(/\s+/g, " ");
    const gender = roleNouns.get(noun);
    const bearers = members.flatMap(({ surname }, i) => (surname === key ? [i] : []));
    const who = byKey.get(key) ?? (bearers.length === 1 ? bearers[0] : undefined);
    const own = members[who ?? -1]?.gender ?? gender;
    if (who === undefined || gender === undefined || found.has(noun) || (gender !== null && own !== gender)) continue;
    if (!/^(?:man|woman|boy|girl|lady|gentleman|fellow|child|lad|person|stranger)$/.test(noun)) found.set(noun, who);
  }
  return found;
}

const asked =
  /\bhow old (?:are|is|was) [^.?“”"]*\?[^\p{L}]+(?:(?:said|asked|he|she) [^.?“”"]{1,30}\.[^\p{L}]+)?(?:(?:i['’]m|she['’]s|he['’]s|i am|only|just|nearly|almost) )*([\p{L}-]+)/giu;

/** `“How old are you, Ann?” “Seven.”`: who is called in the question, and the years of the answer. */
export function agesAsked(text: string, mentions: readonly Mention[]): (Span & { member: number; years: number })[] {
  return [...text.matchAll(asked)].flatMap((match) => {
    const [start, end, years] = [match.index, match.index + match[0].length, numberOf(match[1] ?? "")];
    const called = mentions[mentionFrom(mentions, start)];
    return called === undefined || called.end > end || years < 0 ? [] : [{ member: called.member, years, start, end }];
  });
}

const told = /^,? (?:was|is) (?:only |just |about |nearly |not yet )?([\p{L}-]+|\d+)(?= years|[,.;]| and\b| then\b)/u;

/** The only one of the cast whom the text tells to be a child: `Felix was six and`, `“How old are you, Ann?” “Seven.”`; null where none or several are. */
export function loneChild(text: string, members: readonly Member[], mentions: readonly Mention[]): number | null {
  const children = new Set<number>();
  for (const { member, end, quoted } of mentions) {
    const years = quoted ? null : told.exec(text.slice(end, end + 40));
    if (years !== null && isChild(years[1] ?? "")) children.add(member);
  }
  for (const { member, years } of agesAsked(text, mentions)) if (ageOf(years) === "child") children.add(member);
  const [only] = children;
  return only !== undefined && children.size === 1 && members[only]?.narrator !== true ? only : null;
}

/** What the narration may call the only child of a tale. */
export function childNouns(text: string, child: Member | undefined): string[] {
  const [girl, boy] = [/\bthe girl\b/iu.test(text), /\bthe boy\b/iu.test(text)];
  if (child?.gender === "female" || (child?.gender === null && girl && !boy)) return ["child", "girl"];
  return child?.gender === "male" || boy ? ["child", "boy"] : ["child"];
}

const isChild = (words: string) => numberOf(words) > 1 && ageOf(numberOf(words)) === "child";
