import { speciesWords } from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Gender } from "./story.ts";
import type { Token } from "./tokens.ts";

/** Offices that only men held in the books that are read here, where no pronoun says otherwise. */
const offices =
  /^(?:the )?(?:(?:old|young) )?(?:captain|colonel|major|general|lieutenant|sergeant|corporal|inspector|constable|detective|reverend|bishop|cardinal|dean|admiral|commodore|judge|banker|lawyer|officer|soldier|driver|boatswain|pilot|carpenter|blacksmith|butcher|vicar|parson|curate|surgeon|hatter|knave|executioner|burglar|porter|director|salesman|chairman|diplomat|station-?master|post-?master|police agent|policeman|Dr|Prof|Professor|Captain|Capt|Colonel|Major|General|Lieutenant|Sergeant|Inspector|Constable)\b/i;

const female = new Set("she her hers herself".split(" "));
const neuter = new Set("it its itself".split(" "));
const male = new Set("he him his himself".split(" "));

/**
 * Lets the pronouns vote: the first he or she after a mention, with nobody else named between, speaks for that person.
 * A title is never overruled, a first name only by a clear majority.
 */
export function voteGenders(
  members: readonly Member[],
  mentions: readonly Mention[],
  tokens: readonly Token[],
  quoted: Uint8Array,
): Member[] {
  const votes = members.map(() => ({ female: 0, male: 0, neuter: 0 }));
  let at = 0;
  for (const [i, mention] of mentions.entries()) {
    if (mention.quoted) continue;
    const stop = Math.min(mentions[i + 1]?.start ?? Infinity, mention.end + 160);
    while (at < tokens.length && (tokens[at]?.start ?? 0) < mention.end) at += 1;
    const ballot = afterAnother(mentions, i, tokens, at) ? undefined : votes[mention.member];
    for (let k = at; k < tokens.length && (tokens[k]?.start ?? 0) < stop; k++) {
      const token = tokens[k];
      // A pronoun behind the next quote belongs to the one who answers.
      if (token === undefined || quoted[token.start] === 1) break;
      const vote: Gender | null = female.has(token.lower) ? "female" : male.has(token.lower) ? "male" : null;
      if (ballot !== undefined && neuter.has(token.lower)) {
        ballot.neuter += 1;
        break;
      }
      if (vote === null || ballot === undefined) continue;
      ballot[vote] += token.lower === "he" || token.lower === "she" || token.lower.endsWith("self") ? 2 : 1;
      break;
    }
  }
  return members.map((member, i) => withVotes(member, votes[i] ?? { female: 0, male: 0, neuter: 0 }));
}

/** `Anna ran to the Rabbit and she`, `She saw the Rabbit, and her`: of two in a sentence the pronoun is the first one's as likely as not. */
function afterAnother(mentions: readonly Mention[], i: number, tokens: readonly Token[], at: number): boolean {
  const [before, mention] = [mentions[i - 1], mentions[i]];
  for (let k = at - 1; k >= 0; k--) {
    const token = tokens[k];
    if (token === undefined) return false;
    if (mention !== undefined && token.start < mention.start) {
      if (female.has(token.lower) || male.has(token.lower)) return true;
      if (before !== undefined && token.start < before.end)
        return !before.quoted && before.member !== mention.member && token.start >= before.start;
    }
    if (token.opens) return false;
  }
  return false;
}

function withVotes(
  member: Member,
  { female: hers, male: his, neuter: its }: { female: number; male: number; neuter: number },
): Member {
  if (member.genderFrom === "title" || member.genderFrom === "noun") return member;
  // An animal that the book calls it: a stray she belongs to somebody else.
  if (member.genderFrom === null && its * 2 > hers + his)
    return its > 2 ? { ...member, genderFrom: "it" } : byOffice(member);
  const sum = hers + his;
  const leader: Gender = hers > his ? "female" : "male";
  const share = Math.max(hers, his) / Math.max(1, sum);
  const needed = member.genderFrom === "name" ? (leader === member.gender ? 0 : 0.85) : 0.6;
  // Who is mostly it is she only by many votes.
  const animal = member.genderFrom === null && speciesWords.has(member.name.toLowerCase().split(/[\s-]/).at(-1) ?? "");
  // A girl may be called Pip, where nothing says he.
  const enough = member.genderFrom === "name" ? (share === 1 ? 4 : 12) : animal ? 12 : 2;
  if (sum >= enough && share >= needed) return { ...member, gender: leader, genderFrom: "pronouns" };
  return byOffice(member);
}

const byOffice = (member: Member): Member =>
  member.gender === null && offices.test(member.name) ? { ...member, gender: "male", genderFrom: "name" } : member;
