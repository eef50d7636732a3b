import { speciesWords } from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Talker, Turn } from "./turns.ts";

/** What speaks for or against each member in any conversation: he, she or it, how often they surely speak, and whether they are only spoken of. */
export function talkersOf(
  members: readonly Member[],
  mentions: readonly Mention[],
  turns: readonly Pick<Turn, "fixed">[],
): Talker[] {
  const lines = members.map(() => 0);
  for (const { fixed } of turns) if (fixed !== null) lines[fixed] = (lines[fixed] ?? 0) + 1;
  const all = members.map(() => 0);
  const quoted = members.map(() => 0);
  for (const mention of mentions) {
    all[mention.member] = (all[mention.member] ?? 0) + 1;
    if (mention.quoted) quoted[mention.member] = (quoted[mention.member] ?? 0) + 1;
  }
  return members.map((member, i) => ({
    voice: member.genderFrom === "it" ? "neuter" : member.gender,
    animal: isAnimal(member.name),
    lines: lines[i] ?? 0,
    narrator: member.narrator,
    nameless: member.nameless,
    surname: member.surname,
    married: /^(?:mr|mrs|sir|lady|father|mother|mamma|papa|madame|monsieur)\b/i.test(member.name),
    absent: member.narrator || (lines[i] ?? 0) > 0 ? 0 : (quoted[i] ?? 0) / Math.max(2, all[i] ?? 0),
  }));
}

/** The White Rabbit: a name that ends in what he is. */
export const isAnimal = (name: string) => speciesWords.has(name.toLowerCase().split(/[\s-]/).at(-1) ?? "");
