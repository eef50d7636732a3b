import { brokenForms, type Prop } from "./prop-words.ts";

/** A word that names a drawable thing, with the words of its sentence on both sides. */
interface Named {
  word: string;
  prop: Prop;
  /** The sentence up to the word. */
  before: string;
  /** Some words behind it. */
  after: string;
  /** The book is of a war with cannon. */
  cannon: boolean;
}

const weapons: ReadonlySet<string> = new Set(["gun", "guns"]);
const artillery =
  /\b(?:artillery|gunners?|batter(?:y|ies)|unlimber\w*|cannons?|howitzers?|maxims?|field[ -]guns?|\w+-pounders?|broadsides?)\b/giu;
/** Fewest words of artillery after which the guns of a book are cannon. */
const leastArtillery = 3;

/** Whether the guns of a book are cannon where they are nobody's own. */
export const hasCannon = (book: string): boolean => (book.match(artillery)?.length ?? 0) >= leastArtillery;

const drunk = /\b(?:bottle|phial|vial|glass|cup|drop|dose|dr[aiu]nk|drinking|swallow\w*|pour\w*|took|taken)\b/iu;
const music =
  /\b(?:music\w*|s[aiu]ng|singing|songs?|melod\w+|tunes?|play\w*|voices?|throat|humm\w+|flutes?|birds?)\b/iu;

/** Words in whose company a thing is another than the one that is drawn: on the left, on the right, or anywhere beside it. */
const senses: ReadonlyMap<string, { left?: RegExp; right?: RegExp; near?: RegExp }> = new Map(
  Object.entries({
    key: { left: /\b(?:treble|bass|minor|major|low|lower|high|higher|plaintive)(?: \p{L}+)? $/iu },
    note: { left: /\b(?:deep|shrill|piping|plaintive|sweet|harsh|mournful|false|gentle) $/iu, near: music },
    notes: { near: music },
    chest: { left: /\b(?:heaving|panting|labouring|swelling|broad) $/iu },
    chestnut: {
      right:
        /^ (?:curls?|hair|locks?|head|eyes|mare|horse|pony|cob|beard|moustache|tresses|whiskers|brown|colou?r)\b/iu,
    },
    plate: { near: /\b(?:rods|bars|iron|steel|copper|armou?r|metal|brass|photographic)\b/iu },
    plates: { near: /\b(?:rods|bars|iron|steel|copper|armou?r|metal|brass|photographic)\b/iu },
    books: { left: /\b(?:black|good|bad) $/iu },
    cards: { left: /\b(?:strongest|best|last|trump|winning) $/iu },
    knife: { near: /\bguillotine\b/iu },
    lamp: { left: /\b(?:carriage|street|gas|side|head|signal|hanging) $/iu },
    lamps: {
      left: /\b(?:carriage|street|gas|side|head|signal) $/iu,
      right: /^ (?:in|of|on|along|down) the (?:carriage|train|cab|car|streets?|road|bridge|quay)\b/iu,
    },
  }),
);

/** Looks in which the thing is not drawn. */
const unlike =
  /\b(?:huge|enormous|gigantic|colossal|monstrous|tiny|broken|cracked|torn|tattered|battered|shattered|ruined|overturned|rusty|plumed|feathered|winged|jewell?ed|stuffed|painted|carved|embroidered|imaginary|invisible)(?:,? [\p{L}-]+){0,3} $/iu;
const gilt = /\b(?:gold|golden|gilded|silver|ivory|marble|bronze)(?:,? [\p{L}-]+){0,2} $/iu;
const unlikeBehind =
  /^,? [^.;]{0,40}\b(?:plumes?|cracked|broken(?! by)|overturned|shattered|in (?:pieces|fragments|ruins)|upside down)\b/iu;
/** What is of gold or silver as it is drawn, or may be. */
const precious: ReadonlySet<Prop> = new Set<Prop>([
  "coin",
  "ring",
  "crown",
  "watch",
  "medal",
  "chain",
  "cross",
  "key",
  "spectacles",
  "statue",
  "tray",
]);

/** Beasts that are drawn on their feet. */
const beasts: ReadonlySet<Prop> = new Set<Prop>(["horse", "cow", "bull", "wolf", "deer", "moose", "goat", "donkey"]);
const down =
  /^s? (?:(?:was|were|had been) (?:dead|killed|down|shot)|had fallen|lay\b|lying|fell|rear(?:ed|ing)|stumbled|rolled)/iu;

/** A wish, a likeness or mere talk, from which the thing comes to nobody's eyes. */
const spokenOf =
  /\blike \p{L}+ing\b[^.,;]*$|\bjust as\b|\b(?:spoke|spoken|talked|talking|heard) (?:of|about)\b[^.;]*$/iu;
const spokenOfBehind = /^s? (?:(?:was|were) mentioned|would|could|might|should)\b/iu;
/** Somebody is called by the name of a thing. */
const called = /\b(?:he|she|I|you) (?:was|am|are|is|had been) (?:only |but |just |quite )?an? (?:\p{L}+,? ){0,5}$/iu;
const inBody =
  /^ (?:sticking |buried |plunged )?in(?:to)? (?:his|her|my|its) (?:\p{L}+ )?(?:heart|breast|back|side|throat|chest|ribs)\b/iu;

/** Whether words mean something else than the thing that is drawn for one of them, or that thing as it is not drawn. */
export function meansOther({ word, prop, before, after, cannon }: Named): boolean {
  const sense = senses.get(word);
  if (/^[’']s\b/u.test(after) || called.test(before) || spokenOf.test(before) || spokenOfBehind.test(after))
    return true;
  if (sense?.left?.test(before) || sense?.right?.test(after) || sense?.near?.test(`${before} ${after}`)) return true;
  if (weapons.has(word) && isCannon(before, after, cannon)) return true;
  if (word === "poison" && !drunk.test(`${before} ${after}`)) return true;
  // A grin without a face is a cat's.
  if (word === "grin" && /\b(?:his|her|my|their|[’']s)\b[^.;]*$/iu.test(before)) return true;
  if (!brokenForms.has(prop) && (unlike.test(before) || unlikeBehind.test(after))) return true;
  return (!precious.has(prop) && gilt.test(before)) || (beasts.has(prop) && down.test(after)) || inBody.test(after);
}

const isCannon = (before: string, after: string, cannon: boolean): boolean =>
  `${before} ${after}`.search(artillery) >= 0 ||
  /\b(?:field|heavy|big|siege|machine|brass|swivel|ship[’']s|quick-firing) $/iu.test(before) ||
  /^s? (?:came |got )?in(?:to)? position\b/iu.test(after) ||
  (cannon && !/\b(?:his|her|my|your) (?:\p{L}+ )?$/iu.test(before));

/** What is drunk stands in a bottle, no vial. */
export const asMeant = (word: string, prop: Prop, sentence: string): Prop =>
  word === "bottle" &&
  /\b(?:beer|ale|wine|whisk(?:y|ey)|brandy|rum|gin|burgundy|claret|champagne|port|sherry|milk|soda)\b/iu.test(sentence)
    ? "bottle"
    : prop;
