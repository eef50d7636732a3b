import type { Span } from "../book/book.ts";
import type { NamedPlaces } from "./named-places.ts";
import { doubtfulPlaces, namedKinds, type PlaceWord, placeWords } from "./place-words.ts";

/** A place that a sentence takes its people to, or sets the scene in. */
export interface PlaceAt {
  key: string;
  name: string;
  word: PlaceWord;
}

/** A place that people come to. `visitor` is true where one comes to the others, who stay where they are. */
export interface Arrival extends PlaceAt {
  visitor: boolean;
}

/** What a sentence looks like to the rules of movement: quotes blanked, offsets from its own start. */
export interface MoveSentence {
  words: string;
  /** First of its paragraph. */
  first: boolean;
  /** Where people are named in it. */
  people: readonly Span[];
  /** An I tells the story: who goes need not be named. */
  teller: boolean;
  /** The book's inns and ships. */
  named: NamedPlaces;
}

const motion =
  "went|came|ran|walked|hurried|rushed|climbed|stepped|strode|drove|rode|rowed|swam|crept|slipped|passed|dodged|bolted|burst|plunged|dashed|fled|tumbled|sailed|followed|wandered|strolled|stole|raced|galloped|trudged|hastened|descended|ascended|mounted|scrambled|jumped|sprang|popped|returned|backed|retired|retreated|marched|staggered|stumbled|splashed|crawled|darted|issued|proceeded|journeyed|tramped|sped|hobbled|limped|pushed on|turned back|set out|(?:made|found|felt|pushed|fought|forced|groped|worked) (?:his|her|their|our|my|its) way|let (?:himself|herself|themselves|myself|ourselves)|got (?:back|down|up|safely)?";
const going =
  "walking|wading|riding|driving|going|running|hurrying|climbing|sailing|rowing|creeping|marching|trudging|strolling|wandering|galloping|flying|speeding|rolling|rattling|travelling|traveling";
const deny =
  /\b(?:had|have|has|having|would|could|might|should|may|never|not|to|if|almost|nearly|who|which|that|there)(?: \p{L}+){0,2}\s$|n['’]t\s$/iu;
const background = /\b(?:when|while|if|before|since|until|as|because|though) \p{L}+ $/iu;
const unreal =
  /\b(?:years? (?:ago|before)|used to|as if|as though|every (?:day|morning|night|evening|time)|in those days|once a|whenever)\b/i;
const arrive = new RegExp(
  `\\b(?:(${motion})\\b|(?:(?:suddenly|soon|at last|at length|then) )?(reached|entered|arrived (?:at|in)|regained)\\b|` +
    `(found (?:herself|himself|themselves|myself|ourselves|itself))\\b|((?:was|were) (?:soon|now|presently|already|once more|all|both|back))\\b|(?<=\\b(?:he|she|they|we|I) )((?:was|were))(?= in the)\\b|` +
    `((?:led|carried|bore|dragged|brought|flung|threw|hoisted|conveyed|hauled|hurried|marched|took|drove) (?:him|her|them|us|me|the way|the (?:[\\p{L}-]+ ){1,3}?(?=into|up|down|through|along|across|aboard)))\\b|` +
    `((?:fell|fallen|dropped|(?:was|were) (?:let|shown|led|carried|dragged|flung|thrown|brought|conveyed|hurried|taken|driven|hauled|marched|ushered|conducted)))\\b|` +
    `((?:our|their|his|her|my) way (?:now )?(?:lay|led))\\b|` +
    `((?:was|were) (?:(?:soon|now|already|presently|once more) )?(?:${going})(?= (?:(?:slowly|quickly|silently|fast|hard) )?(?:through|along|up|down|across|over|into|among)))\\b)`,
  "giu",
);
const into =
  /^(?:[\p{L}-]+ ){0,4}?(?:into|in at|inside|aboard|onto|on to|upon|through|down|up|over|across|along|among|amongst|between|to|in|on|at|back to)\s/iu;
/** Out into the road, but at once called back. */
const calledBack = /^[^.;]{0,40}\bbut\b[^.;]{0,50}\b(?:back|returned)\b/iu;
/** Who falls into a pool is not at a river. */
const puddle = /^(?:[\p{L}-]+ )*?in(?:to)? an? (?:\p{L}+ )?(?:pool|puddle|ditch)\b/iu;
const strictlyInto = /^(?:[\p{L}-]+ ){0,3}?(?:into|inside|in at|down)\s/iu;
const stative =
  /^(?:[^.;:,]{0,30}?)\b(?:sat|stood|lay|knelt|waited|slept|(?:was|were) (?:sitting|standing|lying|waiting|walking|kneeling|playing|seated))\b/iu;
const fronted =
  /^(?:(?:halfway|far|deep|high|back|out|low|just|away)\s)?(?:in|on|at|inside|aboard|down|up|along|through|across|under|beneath|outside|over)\s/i;
const placeSubject =
  /^the\s(?:[\p{L}’'-]+\s){0,3}?([\p{L}-]+)(?:\sof\s(?:the\s)?[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)?\s(?:was|were|had|lay|stood|smelt|smelled|held|went|dipped|opened)\b/iu;
const doorway =
  /\b(?:door|doorway|passage|stairs?|steps|path|ladder|tunnel)\s(?:led|opened)\s(?:[\p{L}-]+\s)?(?:into|on to|onto)\s/giu;
/** The parlour door opened: whoever is told of is in the parlour. */
const roomDoor =
  /\bthe (?:parlou?r|drawing-room|dining-room|sitting-room|bedroom|study|library|cabin|kitchen|nursery|office|schoolroom)(?= door (?:opened|was (?:opened|flung|thrown)|flew|burst)\b)/iu;
/** Put to bed, or gone there. */
const toBed =
  /\b(?:(?:laid|put|carried|helped|got|took|led|lay|tucked|assisted) (?:him|her|me|down)(?: \p{L}+){0,2} (?:on|in|into|to|upon) (?:(?:his|her|my|the|a) )?bed|(?:he|she|I|they|we) (?:went|got|crept|climbed|retired|crawled|tumbled|slipped)(?: up| back| off)? (?:to|into) (?:(?:his|her|my|the) )?bed)\b(?!-| of)/iu;
const bedroom: PlaceAt = { key: "the bedroom", name: "the bedroom", word: { kind: "bedroom", inside: true } };
/** They set out for a place, and there something happened. */
const boundFor =
  /\b(?:he|she|they|we|I) (?:set out|set off|started|departed|left)\b[^.;]{0,20}? for (the [^.;,]{3,40}),? (?:and|where) there\b/u;
const person = /\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\b/;
const away = /^(?:\s[\p{L}-]+)?\s(?:away|off|past|(?:in|within) (?:sight|view) of)\b/iu;

/** Where a sentence of the narration moves its people to, or null where it moves nobody. Memories, plans and comparisons do not count. */
export function englishMove({ words, first, people, named }: MoveSentence): Arrival | null {
  if (unreal.test(words)) return null;
  let found: Arrival | null = null;
  for (const match of words.matchAll(arrive)) {
    const after = match.index + match[0].length;
    const lead = words.slice(Math.max(0, match.index - 24), match.index);
    if ((match[5] === undefined ? deny : background).test(lead) || away.test(words.slice(after))) continue;
    if (match[8] === undefined && !movesSomebody(words, people, match.index)) continue;
    const rest = clause(words, after);
    const direct = match[2] !== undefined;
    const fell = /^(?:fell|fallen|dropped)/.test(match[7] ?? "");
    if (!direct && !(fell ? strictlyInto : into).test(rest.trimStart())) continue;
    if (puddle.test(rest.trimStart()) || calledBack.test(words.slice(after))) continue;
    const place = placeIn(rest, direct, named);
    if (place !== null) found = { ...place, visitor: visits(words, match.index, place) };
  }
  for (const match of words.matchAll(doorway)) {
    const place = placeIn(clause(words, match.index + match[0].length), true, named);
    if (place !== null) found = { ...place, visitor: false };
  }
  if (found === null && toBed.test(words)) return { ...bedroom, visitor: false };
  const door = found === null ? roomDoor.exec(words) : null;
  const opened = door === null ? null : placeIn(door[0], true, named);
  if (opened !== null) return { ...opened, visitor: true };
  const bound = found === null ? boundFor.exec(words) : null;
  const end = bound === null ? null : placeIn(bound[1] ?? "", true, named);
  if (end !== null) return { ...end, visitor: false };
  const set = found === null ? setting(words, first, people, named) : null;
  return set === null ? found : { ...set, visitor: false };
}

const rooms =
  /^the (?:room|apartment|chamber|house|hall|study|parlou?r|sitting-room|library|passage|office|kitchen|cell|shop)$/;

/** A young lady entered the room: the others are in it already. They, we and I take the scene along. */
function visits(words: string, verb: number, { name, word }: PlaceAt): boolean {
  if (!rooms.test(name))
    return (
      !word.inside &&
      /\bcame\b/.test(words.slice(verb, verb + 6)) &&
      !/\b(?:[Tt]hey|[Ww]e|I)\b/.test(words.slice(0, verb))
    );
  if (/ with (?:me|us|him|her|them)\b/.test(words.slice(verb, verb + 40))) return false;
  const before = words.slice(Math.max(0, verb - 40), verb);
  return /\bdoor (?:was |flew |opened|burst)/.test(words) || !/\b(?:[Tt]hey|[Ww]e|I|[Hh]e|[Ss]he)\b/.test(before);
}

/** `It was a graveyard of the old kind`: that is where they are. */
const itWas = /^(?:It|This) was (?:only |just |indeed )?(?=an? )/;
const atTable = /^At (?:breakfast|dinner|supper|tea|luncheon|table|the (?:breakfast|dinner|supper|tea)-table)\b/;
const room: PlaceAt = { key: "the room", name: "the room", word: { kind: "room", inside: true } };

const somebodyMoves = new RegExp(`\\b(?:he|she|they|we|I|\\p{Lu}\\p{L}+) (?:${motion})\\b[^.]{0,12}`, "u");

/** The sentence tells where one is: `Down the long steps of Rope Street they went`, `The parlour had a brass clock`. */
function setting(words: string, first: boolean, people: readonly Span[], named: NamedPlaces): PlaceAt | null {
  if (fronted.test(words)) {
    const head = /^[^,.;:\ufffc]*/.exec(words)?.[0] ?? "";
    const goes = somebodyMoves.test(words.slice(0, 90));
    // Out through the harbour mouth lies the sea.
    if (
      goes &&
      /^out (?:through|of|past)\b/i.test(words) &&
      placeIn(head.replace(fronted, ""), true, named, 60)?.word.kind === "harbour"
    )
      return { key: "the sea", name: "the sea", word: { kind: "ship", inside: false } };
    if (
      goes ||
      (first && (/\b(?:stood|sat|lay|was|were|knelt)\b/.test(head) || people.length > 0 || person.test(words)))
    )
      return placeIn(head.replace(fronted, ""), true, named, 60);
    return null;
  }
  if (!first) return null;
  if (atTable.test(words)) return room;
  if (itWas.test(words)) {
    const place = placeIn(clause(words, itWas.exec(words)?.[0].length ?? 0), true, named, 40);
    if (place !== null) return place;
  }
  const subject = placeSubject.exec(words);
  if (subject !== null) {
    const place = placeIn(` in ${subject[0]}`, false, named, subject[0].length);
    return place !== null && (place.word.inside || place.name !== `the ${place.key.replace(/^the /, "")}`)
      ? place
      : null;
  }
  if (
    stative.test(words) &&
    !deny.test(words.slice(0, 20)) &&
    movesSomebody(words, people, words.search(stative) + 40)
  ) {
    const at = stative.exec(words)?.[0].length ?? 0;
    const rest = clause(words, at);
    if (/^\s(?:[\p{L}-]+ )?(?:in|on|at|inside|aboard|under)\s/u.test(rest)) return placeIn(rest, false, named, 60);
  }
  return null;
}

/** Somebody is named or called he, she, they, we or I within the 70 units before the verb. */
function movesSomebody(words: string, people: readonly Span[], verb: number): boolean {
  const from = Math.max(0, verb - 70);
  if (people.some(({ start, end }) => start < verb && end >= from)) return true;
  return person.test(words.slice(from, verb));
}

const clause = (words: string, from: number) => /^[^.;!?:\ufffc]*/.exec(words.slice(from, from + 110))?.[0] ?? "";

const prepositions = new Set(
  "into in at inside aboard onto on upon among amongst through down up over across along to outside under beneath of by round around reached entered".split(
    " ",
  ),
);
const details = new Set(
  "steps stairs door doorway edge top bottom foot head end middle centre side corner mouth entrance threshold brow heart depths floor window grass shadow shade dark darkness gloom midst outskirts rear part border verge recesses walls gates streets".split(
    " ",
  ),
);
const determiners = new Set("the a an his her my our their its this that another".split(" "));
/** Words that end a phrase before its noun has come. */
const stops = new Set(
  "and or was were had who which that with like for but as is he she they it we i from off where when then out there while".split(
    " ",
  ),
);
/** Nouns that say what a room is for. */
const compounds = new Set(
  "lamp waiting engine throne music guard store sick back front upper power fish river tea".split(" "),
);
/** Nouns of things that a place word before them only describes: a garden chair. */
const things = new Set(
  "clock table chair bell wall chimney light roof key bed book company boy girl man folk way keeper master maid sign board stairs post".split(
    " ",
  ),
);

/** The first place named in a clause behind a preposition; `direct` takes it as the object of its verb. */
export function placeIn(text: string, direct: boolean, named: NamedPlaces, reach = 90): PlaceAt | null {
  const words = [...`${direct ? "in " : ""}${text.slice(0, reach)}`.matchAll(/[\p{L}][\p{L}’'-]*|[,(]/gu)].map(
    ([word]) => word,
  );
  for (const [i, word] of words.entries()) {
    if (!prepositions.has(word.toLowerCase())) continue;
    const place = phraseAt(words, i + 1, word.toLowerCase(), named);
    if (place !== null || direct) return place;
  }
  return null;
}

/** The noun phrase that starts at a word: its last place noun, with the name before it. */
function phraseAt(words: readonly string[], from: number, preposition: string, named: NamedPlaces): PlaceAt | null {
  let own = from;
  for (let k = from; k < Math.min(words.length, from + 9); k++) {
    const word = words[k] ?? "";
    const lower = word.toLowerCase();
    if (lower === "of" && details.has((words[k - 1] ?? "").toLowerCase())) own = k + 1;
    else if (stops.has(lower) || prepositions.has(lower)) return null;
    else if (k - own > 5 || (k > own && determiners.has(lower))) return null;
    const known = knownAt(words, k, named);
    if (known !== null) return known;
    const kind = kindOf(word);
    if (kind === null || (lower === "wood" && /^(?:at|on|upon|up|over)$/.test(preposition))) continue;
    if (offices.test(`${words[k - 1] ?? ""} ${lower}`)) continue;
    const next = (words[k + 1] ?? "").toLowerCase();
    if (kindOf(words[k + 1] ?? "") !== null || things.has(next)) continue;
    if (
      doubtfulPlaces.has(lower) &&
      !surely(preposition, lower) &&
      !words.slice(own, k).some((part) => /^\p{Lu}/u.test(part))
    )
      return null;
    return namedAs(words.slice(own, k), word, kind, ownerOf(words, k + 1));
  }
  return null;
}

/** A station of the police is no platform. */
export const offices = /^(?:police|fire|coaling|naval|lifeboat|weather) station$/i;

/** An inn or a ship of the book whose name starts at a word. */
function knownAt(words: readonly string[], from: number, named: NamedPlaces): PlaceAt | null {
  if (!/^\p{Lu}/u.test(words[from] ?? "")) return null;
  for (const length of [3, 2, 1]) {
    const place = named.get(
      words
        .slice(from, from + length)
        .join(" ")
        .toLowerCase(),
    );
    if (place !== undefined) return place;
  }
  return null;
}

/** On the bank is by the water, in the court before the judge, in the train on the way. */
const surely = (preposition: string, noun: string) =>
  (noun === "bank" && preposition === "on") ||
  (/^(?:court|train|store|office|vault|square)$/.test(noun) && /^(?:in|into|inside|entered|aboard)$/.test(preposition));

/** Many trees are a wood, to who walks among them. */
const trees = /^(?:trees|pines|firs|underwood|undergrowth)$/i;

const kindOf = (word: string): PlaceWord | null =>
  (trees.test(word) ? { kind: "forest", inside: false } : null) ??
  placeWords.get(word.toLowerCase()) ??
  (/^\p{Lu}/u.test(word) ? (namedKinds.get(word.toLowerCase()) ?? null) : null);

/** The kitchen (door) of the Farrow Arms. */
function ownerOf(words: readonly string[], from: number): string | null {
  let k = details.has((words[from] ?? "").toLowerCase()) ? from + 1 : from;
  if (words[k] !== "of") return null;
  k += 1;
  const the = words[k] === "the" ? "the " : "";
  if (the !== "") k += 1;
  let name = "";
  while (/^\p{Lu}/u.test(words[k] ?? "")) name += `${name === "" ? "" : " "}${words[k++] ?? ""}`;
  return name === "" ? null : the + name;
}

function namedAs(lead: readonly string[], noun: string, word: PlaceWord, owner: string | null): PlaceAt | null {
  const lower = noun.toLowerCase();
  const capital = /^\p{Lu}/u.test(noun);
  const modifiers = lead.filter((part) => part !== "," && !determiners.has(part.toLowerCase()));
  const proper = modifiers.filter((part) => /^\p{Lu}/u.test(part)).map((part) => part.replace(/['’]s$/, "’s"));
  if (lead.length === 0 && !/^(?:church|school|court|town)$/.test(lower)) return null;
  const last = modifiers.at(-1) ?? "";
  const kindWord = compounds.has(last) ? `${last} ` : "";
  const bare = proper.length > 0 ? `${proper.join(" ")} ${capital ? noun : lower}` : `the ${kindWord}${lower}`;
  const name = owner === null ? bare : `${bare} of ${owner}`;
  return { key: name.toLowerCase(), name, word };
}
