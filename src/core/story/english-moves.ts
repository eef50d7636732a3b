import type { Span } from "../book/book.ts";
import { doubtfulPlaces, namedKinds, type PlaceWord, placeWords } from "./place-words.ts";

/** A place that a sentence takes its people to, or sets the scene in. */
export interface PlaceAt {
  key: string;
  name: string;
  word: PlaceWord;
}

/** What a sentence looks like to the rules of movement: quotes blanked, offsets from its own start. */
export interface MoveSentence {
  words: string;
  /** First of its paragraph. */
  first: boolean;
  /** Where people are named in it. */
  people: readonly Span[];
}

const motion =
  "went|came|ran|walked|hurried|rushed|climbed|stepped|strode|drove|rode|rowed|swam|crept|slipped|passed|dodged|bolted|burst|plunged|dashed|fled|tumbled|sailed|followed|wandered|strolled|stole|raced|galloped|trudged|hastened|descended|ascended|mounted|scrambled|jumped|sprang|popped|(?:made|found|felt|pushed|fought) (?:his|her|their|our|my|its) way|got (?:back|down|up|safely)?";
const deny =
  /\b(?:had|have|has|having|would|could|might|should|may|never|not|to|if|almost|nearly|who|which|that)(?: \p{L}+)?\s$|n['’]t\s$/iu;
const unreal =
  /\b(?:years? (?:ago|before)|used to|as if|as though|every (?:day|morning|night|evening|time)|in those days|once a|whenever)\b/i;
const arrive = new RegExp(
  `\\b(?:(${motion})\\b|(?:(?:suddenly|soon|at last|at length|then) )?(reached|entered|arrived (?:at|in)|regained)\\b|` +
    `(found (?:herself|himself|themselves|myself|ourselves|itself))\\b|((?:was|were) (?:soon|now|presently|already|once more|all|both|back))\\b|` +
    `(led (?:him|her|them|us|me|the way))\\b|((?:fell|fallen|dropped|was let|were shown|was shown|were led|was led))\\b)`,
  "giu",
);
const into = /^(?:[\p{L}-]+ ){0,4}?(?:into|in at|inside|aboard|onto|on to|upon|through|down|up|over|across|along|to|in|on|at|back to|by)\s/iu;
const strictlyInto = /^(?:[\p{L}-]+ ){0,3}?(?:into|inside|in at|down)\s/iu;
const stative =
  /^(?:[^.;:,]{0,30}?)\b(?:sat|stood|lay|knelt|waited|slept|(?:was|were) (?:sitting|standing|lying|waiting|walking|kneeling|playing|seated))\b/iu;
const fronted =
  /^(?:(?:halfway|far|deep|high|back|out|low|just|away)\s)?(?:in|on|at|inside|aboard|down|up|along|through|across|under|beneath|outside|over)\s/i;
const placeSubject = /^the\s(?:[\p{L}’'-]+\s){0,3}?([\p{L}-]+)(?:\sof\s(?:the\s)?[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)?\s(?:was|were|had|lay|stood|smelt|smelled|held)\b/iu;
const doorway = /\b(?:door|doorway|passage|stairs?|steps|path|ladder|tunnel)\s(?:led|opened)\s(?:[\p{L}-]+\s)?(?:into|on to|onto)\s/giu;
const person = /\b(?:he|she|they|we|I|you)\b/g;
const away = /^(?:\s[\p{L}-]+)?\s(?:away|off|past)\b/iu;

/** Where a sentence of the narration moves its people to, or null where it moves nobody. Memories, plans and comparisons do not count. */
export function englishMove({ words, first, people }: MoveSentence): PlaceAt | null {
  if (unreal.test(words)) return null;
  let found: PlaceAt | null = null;
  for (const match of words.matchAll(arrive)) {
    const after = match.index + match[0].length;
    if (deny.test(words.slice(Math.max(0, match.index - 24), match.index)) || away.test(words.slice(after))) continue;
    if (!movesSomebody(words, people, match.index)) continue;
    const rest = clause(words, after);
    const direct = match[2] !== undefined;
    const fell = match[6] !== undefined;
    if (!direct && !(fell ? strictlyInto : into).test(rest.trimStart())) continue;
    found = placeIn(rest, direct) ?? found;
  }
  for (const match of words.matchAll(doorway)) found = placeIn(clause(words, match.index + match[0].length), true) ?? found;
  return found ?? setting(words, first, people);
}

/** The sentence tells where one is: `Down the long steps of Rope Street they went`, `The parlour had a brass clock`. */
function setting(words: string, first: boolean, people: readonly Span[]): PlaceAt | null {
  if (fronted.test(words)) {
    const head = /^[^,.;:\ufffc]*/.exec(words)?.[0] ?? "";
    const goes = new RegExp(`\\b(?:he|she|they|we|I|\\p{Lu}\\p{L}+) (?:${motion})\\b[^.]{0,12}`, "u").test(words.slice(0, 90));
    if (goes || (first && (/\b(?:stood|sat|lay|was|were|knelt)\b/.test(head) || people.length > 0 || new RegExp(person).test(words))))
      return placeIn(` ${head}`, false, 60);
    return null;
  }
  if (!first) return null;
  const subject = placeSubject.exec(words);
  if (subject !== null) {
    const place = placeIn(` in ${subject[0]}`, false, subject[0].length);
    return place !== null && (place.word.inside || place.name !== `the ${place.key.replace(/^the /, "")}`) ? place : null;
  }
  if (stative.test(words) && !deny.test(words.slice(0, 20)) && movesSomebody(words, people, words.search(stative) + 40)) {
    const at = stative.exec(words)?.[0].length ?? 0;
    const rest = clause(words, at);
    if (/^\s(?:[\p{L}-]+ )?(?:in|on|at|inside|aboard|under)\s/u.test(rest)) return placeIn(rest, false, 60);
  }
  return null;
}

/** Somebody is named or called he, she, they, we or I within the 70 units before the verb. */
function movesSomebody(words: string, people: readonly Span[], verb: number): boolean {
  const from = Math.max(0, verb - 70);
  if (people.some(({ start, end }) => start < verb && end >= from)) return true;
  return new RegExp(person).test(words.slice(from, verb));
}

const clause = (words: string, from: number) => /^[^.;!?:\ufffc]*/.exec(words.slice(from, from + 110))?.[0] ?? "";

const prepositions =
  "(?:into|in|at|inside|aboard|onto|on|upon|through|down|up|over|across|along|to|outside|under|beneath|of|by|round|around)";
const details =
  "(?:steps|stairs|door|doorway|edge|top|bottom|foot|head|end|middle|side|corner|mouth|entrance|threshold|brow|heart|depths|floor|deck)";
const stops =
  "(?!(?:and|or|was|were|had|who|which|that|with|like|for|but|as|by|is|he|she|they|it|to|from|in|on|at|into|of|off|where|when|out|up|down)\\b)";
const phrase = new RegExp(
  `\\b${prepositions}\\s((?:(?:the|a|an|his|her|my|our|their|its|this|that|another)\\s)?(?:${stops}[\\p{L}’'-]+,?\\s){0,4}?(?:${details}\\sof\\s(?:the\\s)?(?:${stops}[\\p{L}’'-]+\\s){0,3}?)?)([\\p{L}-]+)(?![\\p{L}’'-])(\\s(?:door|doorway|window|gate|steps)\\b)?(?:\\sof\\s((?:the\\s)?\\p{Lu}[\\p{L}’']+(?:\\s\\p{Lu}[\\p{L}’']+)?))?`,
  "giu",
);

/** The first place named in a clause behind a preposition; `direct` takes it as the object of its verb. */
export function placeIn(text: string, direct: boolean, reach = 90): PlaceAt | null {
  const clauseText = direct ? ` in${text.startsWith(" ") ? "" : " "}${text}` : text;
  for (let from = 0; from < reach;) {
    phrase.lastIndex = from;
    const match = phrase.exec(clauseText);
    if (match === null || match.index > reach) return null;
    const place = namedAs(match[1] ?? "", match[2] ?? "", match[3] === undefined ? null : (match[4] ?? null), clauseText.slice(match.index + match[0].length));
    if (place !== null) return place;
    from = match.index + 1 + nextWord(clauseText.slice(match.index + 1));
  }
  return null;
}

const nextWord = (text: string) => Math.max(1, text.search(/\s/));

function namedAs(lead: string, noun: string, owner: string | null, after: string): PlaceAt | null {
  const lower = noun.toLowerCase();
  const word = placeWords.get(lower) ?? (/^\p{Lu}/u.test(noun) ? namedKinds.get(lower) : undefined);
  if (word === undefined) return null;
  // The church window, a garden chair: the place only says what kind of thing it is.
  if (/^\s(?:clock|table|chair|bell|wall|chimney|light|roof|key|bed|book|company|boy|girl|man|folk|side|way)\b/.test(after)) return null;
  const own = lead.replace(new RegExp(`^.*\\b${details}\\sof\\s`, "iu"), "");
  const modifiers = own.trim().split(/\s+/).filter((part) => part !== "" && !/^(?:the|a|an|his|her|my|our|their|its|this|that|another)$/i.test(part));
  const proper = modifiers.filter((part) => /^\p{Lu}/u.test(part));
  if (doubtfulPlaces.has(lower) && proper.length === 0) return null;
  if (own.trim() === "" && !/^\p{Lu}/u.test(noun) && !/^(?:church|school|court|town)$/.test(lower)) return null;
  const bare = proper.length > 0 ? `${proper.map((part) => part.replace(/['’]s$/, "’s")).join(" ")} ${/^\p{Lu}/u.test(noun) ? noun : lower}` : `the ${lower}`;
  const name = owner === null ? bare : `${bare} of ${owner}`;
  return { key: name.toLowerCase(), name, word };
}
