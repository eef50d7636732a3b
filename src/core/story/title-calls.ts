import type { Member } from "./members.ts";
import type { Sight } from "./sights.ts";
import type { Gender } from "./story.ts";

/** Words that call somebody by a rank, and the titles in names that they go with. */
const ranks: readonly (readonly [call: RegExp, title: RegExp])[] = [
  [/my lord|your lordship|m[’']lord|milord/, /^(?:lord|sir|earl|baron|marquis|duke|viscount|count)\b/i],
  [/my lady|your ladyship|m[’']lady|milady/, /^(?:lady|countess|baroness|duchess|marchioness)\b/i],
  [/your majesty|sire/, /^(?:the )?(?:king|queen|emperor|empress)\b/i],
  [/doctor/, /^(?:the )?(?:dr|doctor)\b/i],
  [/captain/, /^(?:the )?captain\b/i],
  [/colonel/, /^(?:the )?colonel\b/i],
  [/professor/, /^(?:the )?professor\b/i],
  [/inspector/, /^inspector\b/i],
  [/sergeant/, /^sergeant\b/i],
];

const parents: readonly (readonly [call: RegExp, gender: Gender])[] = [
  [/papa|father|dad(?:dy)?/, "male"],
  [/mamma|mama|mother|mum(?:my)?/, "female"],
];

const calledBy = (call: RegExp) =>
  new RegExp(
    `(?:^\\W*|[,.!?;—–-]\\s?|\\b(?:oh|yes|no|well|dear|but|why) )(?:${call.source})(?=[,.!?;:—–”"’]|\\s[-—–]|\\W*$)`,
    "i",
  );
const rankCalls = ranks.map(([call, title]) => [calledBy(call), title] as const);
const parentCalls = parents.map(([call, gender]) => [calledBy(call), gender] as const);

const elder = /^(?:mr|mrs|sir|lady|madame|monsieur|madam)\b/i;

/** `How many, my lord?` calls the lord who is about, and `Yes, papa,` the father of somebody who is: of several the one named last. */
export function calledByTitle(line: string, sights: readonly Sight[], members: readonly Member[]): number[] {
  const about = sights.flatMap(({ who }) => members[who] ?? []);
  const last = (fits: (member: Member) => boolean): number | null =>
    sights.find(({ who }) => {
      const member = members[who];
      return member !== undefined && fits(member);
    })?.who ?? null;
  const lords = rankCalls.map(([call, title]) =>
    call.test(line) ? last(({ name, aliases }) => [name, ...aliases].some((one) => title.test(one))) : null,
  );
  const kin = parentCalls.map(([call, gender]) =>
    call.test(line)
      ? last((member) => member.gender === gender && elder.test(member.name) && hasChild(member, about))
      : null,
  );
  return [...lords, ...kin].filter((who) => who !== null);
}

const hasChild = ({ surname }: Member, about: readonly Member[]) =>
  surname !== null && about.some((member) => member.surname === surname && !elder.test(member.name));
