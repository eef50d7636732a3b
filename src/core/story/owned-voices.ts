import type { RawQuote } from "./quotes.ts";
import { nobodyAt, type PhraseContext, type Subject, subjectAt } from "./subjects.ts";
import type { Tag } from "./tags.ts";
import { tokenFrom } from "./tokens.ts";
import type { Voice } from "./turns.ts";

/** Words that say whose a voice is: what stands before the one whom they name, and what behind. */
interface Pattern {
  lead: RegExp;
  rest: RegExp;
  /** He is named as an owner: `Tom’s voice`, not `the voice of Tom`. */
  owns: boolean;
}

const few = "(?: (?!of\\b|at\\b|to\\b)\\p{Ll}[\\p{Ll}-]*,?){0,3}";
const sound = "(?:voices?|tones?|accents)";
const lips = "(?:lips|mouth|throat)";
const saying =
  "(?:answer|reply|response|retort|rejoinder|comment|remark|verdict|greeting|question|exclamation|cry|shout|whisper|growl|murmur|words)";
const comes =
  "(?:came|comes|rang|rose|sounded|broke|drifted|floated|boomed|burst|fell|followed|said|asked|answered|replied|called|cried|shouted|whispered)(?: (?:out|in|up|down|back|over|through|from))?";
const sounds =
  "(?:came|comes|was|were|rang|rose|broke|called|cut|sounded|had|grew|became|dropped|fell|sank|shook|trembled|floated|drifted|interrupted|boomed|reached|followed|answered|replied|said|spoke)";
const opening = "(?:(?:[Aa]nd|[Bb]ut|[Tt]hen|[Nn]ow|[Aa]gain|[Ss]uddenly|[Pp]resently|[Aa]t last|[Aa]t once),? )*";

const owned = (lead: string, rest: string): Pattern => ({
  lead: new RegExp(lead, "gu"),
  rest: new RegExp(`^${rest}`, "u"),
  owns: true,
});
const named = (lead: string, rest: string): Pattern => ({ ...owned(lead, rest), owns: false });

const behindLine: readonly Pattern[] = [
  owned(`^\\s+${comes} `, `${few} (?:${sound}|${lips}|${saying})\\b`),
  owned("^\\s+(?:was|were)(?: all)? ", `${few} ${saying}\\b`),
  owned(`^\\s+The (?:voice|tones?|words?|accents)(?: \\p{Ll}+)? (?:was|were|came from|fell from) `, "(?:[.,;]| )"),
  owned("^\\s+It was ", ` ${sound}\\b`),
  named(`^\\s+${comes}(?: an?| the)(?: \\p{Ll}+,?){0,2} (?:${sound}|${saying}) (?:of|from) `, "(?!['’\\p{L}])"),
  named("^\\s+came from ", "(?!['’\\p{L}])"),
  named(
    "^\\s+was (?:all|the only \\p{Ll}+)(?: that)? ",
    " (?:(?:could|would|had|did) )?(?:say|said|answer|answered|reply|replied|made|gave|vouchsafed|uttered)\\b",
  ),
  named("^\\s+It was ", " (?:who (?:spoke|said|asked|answered|had spoken|interrupted)|speaking|that spoke)\\b"),
];

/** Behind a line that some voice says. */
const betrayed: readonly Pattern[] = [
  owned(`\\b(?:[Ii]t|[Tt]he voice|that|which) (?:was|were) `, `(?:[.,;!?—–]|\\s*$| ${sound}\\b)`),
  owned(`\\b(?:recogni[sz]ed|knew|known)(?: at once)? (?:for|as|to be) `, "(?:[.,;!?—–]|\\s*$| )"),
  named(`\\b(?:[Ii]t|[Tt]he voice|that|which) was(?: the voice of)? `, "(?:[.!?—–]|,|\\s*$| who\\b)"),
];

/** The last sentence before a line. */
const beforeLine: readonly Pattern[] = [
  owned(`^${opening}`, `${few} ${sound} ${sounds}\\b`),
  owned(`^${opening}`, `(?: (?:only|first|next|last|one))* ${saying}(?: \\p{Ll}+){0,3} (?:was|were)[,:]?\\s*$`),
  owned("\\b(?:[Hh]eard|[Cc]ame) ", `${few} ${sound}\\b[^,;]*$`),
  named("\\b(?:[Cc]ame|[Hh]eard|[Rr]ang out|[Rr]ose)(?: an?| the)(?: \\p{Ll}+,?){0,2} voice of ", "(?!['’\\p{L}])"),
  owned("^It was ", ` ${sound} that (?:spoke|answered|said|replied|came|called|cried)\\b`),
  named("^It was ", " who (?:spoke|answered|said|replied|called|cried)\\b"),
];

/** UTF-16 units behind a line within which the text says whose its voice was. */
const reach = 160;

/**
 * `“Who is there?” came Tom’s voice`, `Tom’s voice was low. “…”`, `said a voice. It was Tom’s.`: whose voice a line is said in,
 * by the words from `from` to `to` around it. `heard` is the tag that was read there, if any.
 */
export function ownedVoice(
  context: PhraseContext,
  quote: RawQuote,
  { from, to }: { from: number; to: number },
  heard: Tag | null,
): Tag | null {
  const { text } = context;
  const after = text.slice(quote.end, Math.min(to, quote.end + reach));
  const aloud = heard !== null && /\bvoice\b/.test(text.slice(heard.start, heard.end + 30));
  const lead = text.slice(from, quote.start);
  const sentence = lead.slice(lastSentence(lead));
  return (
    read(context, behindLine, after, quote.end, "after") ??
    (aloud ? read(context, betrayed, after, quote.end, "after") : null) ??
    (heard?.where !== "before" && heard?.where !== "after"
      ? read(context, beforeLine, sentence, quote.start - sentence.length, "before")
      : null)
  );
}

/** Offset of the last sentence of the words before a line. */
const lastSentence = (lead: string): number =>
  lead
    .trimEnd()
    .slice(0, -1)
    .matchAll(/(?<!\b(?:Mr|Mrs|Ms|Dr|St|\p{Lu}))[.!?;]["'”’)]*\s+/gu)
    .reduce((_, { index, 0: { length } }) => index + length, 0);

function read(
  context: PhraseContext,
  patterns: readonly Pattern[],
  words: string,
  at: number,
  where: Tag["where"],
): Tag | null {
  for (const { lead, rest, owns } of patterns)
    for (const found of words.matchAll(lead)) {
      const start = at + found.index + found[0].length;
      const subject = owns ? ownerAt(context, start) : nameAt(context, start);
      const end = subject === null ? start : subject.end;
      const behind = rest.exec(words.slice(end - at));
      if (subject === null || behind === null) continue;
      // It was a woman’s voice, and Mrs. Bell stood there.
      if (subject.kind === "nobody" && /^, and \p{Lu}/u.test(words.slice(end - at + behind[0].length))) continue;
      return {
        where,
        subject,
        start: at + found.index,
        end: end + behind[0].trimEnd().length,
        thought: false,
        verb: answers.test(behind[0]) ? "answered" : "",
        to: null,
      };
    }
  return null;
}

const answers = /\b(?:answer|reply|response|retort|rejoinder)\b/;

const pronouns: ReadonlyMap<string, Voice | null> = new Map([
  ["his", "male"],
  ["her", "female"],
  ["my", null],
]);

/** Who stands at an offset as an owner; the subject ends behind the ’s. */
function ownerAt(context: PhraseContext, start: number): Subject | null {
  const i = tokenFrom(context.tokens, start);
  const token = context.tokens[i];
  if (token === undefined || token.start !== start) return null;
  const gender = pronouns.get(token.lower);
  if (gender !== undefined)
    return { ...nobodyAt(token, i + 1), kind: gender === null ? "first-person" : "pronoun", gender };
  const subject = subjectAt(context, i);
  if (subject === null || !/^['’]s\b/.test(context.text.slice(subject.end, subject.end + 3))) return null;
  return { ...subject, end: subject.end + 2 };
}

function nameAt(context: PhraseContext, start: number): Subject | null {
  const i = tokenFrom(context.tokens, start);
  if (context.tokens[i]?.start !== start) return null;
  const subject = subjectAt(context, i);
  return subject?.kind === "name" || subject?.kind === "role" || subject?.kind === "pronoun" ? subject : null;
}
