import type { Age, Build, Gender, HairColour, HairStyle, Height, Looks, Skin, Species } from "./story.ts";

/** A long pattern, and a plain one that is found wherever the long one is: most sentences need no more. */
export interface LookWords {
  needs: RegExp;
  whole: RegExp;
}

/** A pattern for one trait, for what stands behind the person it is said of. */
export type TraitRule<T extends string> = readonly [T, LookWords];

const looksLike = (needs: string, whole: string): LookWords => ({
  needs: new RegExp(`\\b(?:${needs})`, "i"),
  whole: new RegExp(whole, "gi"),
});
const plainly = (whole: RegExp): LookWords => ({ needs: new RegExp(whole, "iu"), whole });

/** The letters of English words, within a class: the whole alphabet of Unicode would make each long pattern slow to build. */
const letter = "a-zÀ-ɏ";

const who =
  "(?:man|woman|boy|girl|lady|gentleman|fellow|person|figure|lad|child|widow|sailor|seaman|captain|maid|servant|stranger|youth|soldier|peasant|priest|matron)";
/** A word that may stand before a noun and describe it. */
const adjective = `(?!(?:of|in|to|with|the|an?|from|at|on|by|for|who|that|his|her|my|its|than|like|as|not|no|never|off|out|up|into|under|over|was|had|and|or|but|pair|some|any)\\b)[${letter}’'-]+,?\\s(?:and\\s)?`;
const some = (least: number, most: number) => `(?:${adjective}){${least},${most}}?`;
const be = "(?:was|is|had been|looked|seemed|appeared|had grown|had become|has grown|stood|sat)";

/**
 * An adjective said of the person right before it: `was a tall thin man`, `was small and slight`, `, a stout woman`,
 * `, tall, handsome`; or of somebody new, with whom the words begin: `a stout gentleman`.
 */
function said(adjectives: string): LookWords {
  return looksLike(
    `(?:${adjectives})\\b`,
    `^(?:,? who|,)? ${be} (?:an?|the|one of those) ${some(0, 5)}(?:${adjectives}),?\\s(?:and\\s)?${some(0, 4)}${who}\\b` +
      `|^(?:,? who|,)? ${be} ${some(0, 4)}(?:${adjectives})(?=[,.;:]|$|\\sand\\s|\\swith\\s|\\sfor\\s(?:his|her)\\s)` +
      `|^(?:,\\s)?(?:an?|the) ${some(0, 5)}(?:${adjectives}),?\\s(?:and\\s)?${some(0, 4)}${who}\\b` +
      `|^, (?:[${letter}-]+, |[${letter}-]+ and ){0,2}(?:${adjectives})(?=, | and )`,
  );
}

/** Something of his or her own: `his grey beard`. */
const own = "(?:\\b(?:his|her)\\s|^\\s?)";
/** One of several things: `with a pipe, a yellow coat and` … */
const listed = "(?:[^.;:]{0,140}(?:,|\\band)\\s)?";
/** Behind words that give somebody something: `was a man with a grey beard`, `, with grey hair`, `had grey hair`. */
const having = `(?<=^(?:,? who|,)?\\s?(?:had|has|wore|had on)\\s${listed}|^(?:,? who|,)?\\s?(?:${be}|an?|the)\\b[^.;:]{0,90}\\b(?:with|save for|except for|but for)\\s${listed}|^,?\\swith\\s${listed})`;

const owned = (thing: string): LookWords =>
  looksLike(thing, `(?:${own}|${having}(?:an?\\s|the\\s)?)${some(0, 3)}${thing}`);

export const heights: readonly TraitRule<Height>[] = [
  ["tall", said("tall|lofty|gigantic|towering|huge|enormous")],
  ["short", said("short|small|tiny|diminutive|dwarfish|undersized|little(?= (?:old )?(?:man|fellow|gentleman))")],
];

export const builds: readonly TraitRule<Build>[] = [
  ["thin", said("thin|lean|slim|slender|slight|wiry|gaunt|skinny|lanky|bony|spare|emaciated")],
  ["stout", said("stout|fat|plump|portly|corpulent|burly|quite round|thickset|thick-set|stocky|bulky|heavily built")],
  ["stout", said("broad-shouldered")],
  ["stout", plainly(/^(?:(?:,? who|,)? (?:was|is) )?an? (?:\p{L}+ )?barrel of a (?:wo)?man\b/giu)],
];

export const ages: readonly TraitRule<Age>[] = [
  ["old", said("old|aged|elderly|ancient|venerable|grizzled|decrepit|wrinkled")],
  [
    "child",
    plainly(
      /^(?:,? who)? (?:was|is|had been)(?: only| but| just)? (?:a |quite a |but a |a mere )*(?:little |small |young )*(?:boy|child|urchin|infant|baby)\b|^(?:,? who)? (?:was|is) (?:a |quite a )*(?:little|small) (?:girl|lad)\b/giu,
    ),
  ],
  ["young", said("young|youthful")],
  ["adult", said("middle-aged")],
];

const bodily = "(?:skin|face|brow|forehead|cheeks?|complexion|features|hands?|countenance)";
export const skins: readonly TraitRule<Skin>[] = [
  ["dark", said("black-skinned|dark-skinned|ebony")],
  [
    "dark",
    looksLike(
      "negro|negress|african|black",
      `^(?:,? who)?,? (?:${be} )?(?:an?|the) ${some(0, 3)}(?:negro|negress|african|black man|black woman)\\b`,
    ),
  ],
  [
    "brown",
    said(
      "swarthy|dusky|tawny|bronzed|sunburnt|sunburned|sun-?tanned|tanned|olive-skinned|brown-skinned|weather-?beaten",
    ),
  ],
  [
    "brown",
    owned(
      `(?:brown|swarthy|dusky|tawny|bronzed|sunburnt|sunburned|sun-?tanned|tanned|copper-coloured|weather-?beaten|nut-brown),?\\s(?:[${letter}-]+\\s)?${bodily}\\b`,
    ),
  ],
  ["light", said("fair-skinned|pale-skinned")],
  ["light", owned(`(?:fair|pale|pallid|white)\\s(?:[${letter}-]+\\s)?complexion\\b`)],
];

const hairColours =
  "iron-gr[ae]y|straw-colou?red|jet-black|coal-black|black|dark|raven|jet|dark-brown|light-brown|brown|chestnut|dark-red|red|ginger|auburn|copper|orange|fair|light|blonde?|golden|yellow|flaxen|sandy|gr[ea]y|silver|silvery|white|snow-white";
const hairNoun = "(?:hair|plaits|braids|curls|locks|ringlets|tresses|head of hair)";
/** What tells the colour of somebody's hair. */
export const hairPhrases: readonly LookWords[] = [
  owned(
    `(?:${hairColours})(?:,? (?:and )?(?!(?:face|eyes|cheeks|nose|skin|beard)\\b)[${letter}-]+){0,2} ${hairNoun}\\b`,
  ),
  looksLike(
    hairNoun,
    `${own}${some(0, 3)}${hairNoun} (?:was|is|hung|were|had (?:turned|gone|grown)) (?:[${letter}-]+ ){0,2}?(?:${hairColours})\\b`,
  ),
  said(`(?:${hairColours})-?(?: )?haired`),
];
export const hairColourWord = new RegExp(`\\b(?:${hairColours})(?=\\b|-?haired)`, "gi");

export function hairColourOf(word: string): HairColour | null {
  const lower = word.toLowerCase();
  if (/black|dark$|raven|jet/.test(lower)) return "black";
  if (/brown|chestnut/.test(lower)) return "brown";
  if (/red|ginger|auburn|copper|orange/.test(lower) && !/colou?red/.test(lower)) return "red";
  if (/fair|light|blond|gold|yellow|flaxen|sandy|straw/.test(lower)) return "fair";
  if (/gr[ea]y|silver/.test(lower)) return "grey";
  return /white/.test(lower) ? "white" : null;
}

export const hairStyles: readonly TraitRule<HairStyle>[] = [
  ["bald", said("bald|bald-headed")],
  ["bald", owned(`bald(?:,? (?:and )?[${letter}-]+)? (?:head|pate|crown|forehead)\\b`)],
  ["braided", owned("(?:plaits|braids|pigtails?)\\b")],
  ["tied", owned(`(?:curls|hair)(?: [${letter}-]+){0,3} (?:tied up|tied back|pinned up|in a (?:bun|knot))\\b`)],
  ["curly", owned(`(?:curly|frizzy|crisp)(?: [${letter}-]+)? (?:hair|head|locks)\\b`)],
  ["curly", owned("(?:curls|ringlets)\\b")],
  ["curly", said("curly-haired|curly-headed")],
  ["short", owned(`(?:cropped|close-cropped|close-cut|short)(?:,? [${letter}-]+){0,2} hair\\b`)],
  ["wild", owned(`(?:wild|tangled|unkempt|matted|shaggy|tousled|dishevelled)(?:,? [${letter}-]+){0,2} hair\\b`)],
  ["long", owned(`long(?:,? [${letter}-]+){0,2} hair\\b`)],
  [
    "long",
    looksLike(
      "hair",
      `${own}${some(0, 3)}hair (?:to|down to|over|about|below) (?:his|her) (?:collar|shoulders|waist|neck)\\b`,
    ),
  ],
];

export const beards: readonly TraitRule<"beard" | "moustache">[] = [
  ["beard", owned("(?:beard|side-whiskers|whiskers)\\b")],
  ["beard", said("bearded|black-bearded|red-bearded|gr[ae]y-bearded|white-bearded|whiskered")],
  ["moustache", owned("(?:moustaches?|mustaches?)\\b")],
];

/** What one does with something that one wears; the thing follows. */
const wears =
  "(?:\\b(?:wore|wearing|had on|has on|(?<!\\bto )put on|putting on|in|under|with(?= (?:his|her))|tilting|tilted|raised|raising|lifted|lifting|took off|taking off|pulled (?:off|on|down|up)|pulling (?:off|on|down)|doffed|removed|removing|donned|buttoned|buttoning|unbuttoned|adjusted|adjusting|straightened|dressed in|clad in|attired in|arrayed in)\\s)";
const worn = (thing: string): LookWords =>
  looksLike(
    thing,
    `(?:${wears}(?:his|her|an?)\\s|${having}an?\\s)${some(0, 3)}${thing}\\b(?! (?:pocket|box|peg|stand|of the))`,
  );

export const glasses: readonly TraitRule<"spectacles" | "monocle" | "eye-patch">[] = [
  ["spectacles", owned("(?:spectacles|eyeglasses|eye-glasses|pince-nez|(?:gold|steel|horn)(?:-rimmed)? glasses)\\b")],
  ["monocle", owned("(?:monocle|single eyeglass)\\b")],
  ["eye-patch", owned("(?:eye-?patch|patch over (?:his|her|one) eye)\\b")],
];

export const hats: readonly TraitRule<NonNullable<Looks["hat"]>["value"]>[] = [
  ["top-hat", worn("(?:top[- ]hat|tall hat|silk hat|tall silk hat)")],
  ["bonnet", worn("bonnet")],
  ["hood", worn("hood")],
  ["hood", said("hooded")],
  ["helmet", worn("helmet")],
  ["crown", plainly(/\b(?:wore|wearing) (?:his|her|a)(?: [\p{L}-]+){0,2} crown\b(?! of)/giu)],
  ["cap", worn("cap")],
  ["scarf", plainly(/\b(?:tied up in|head in|wore) a(?: [\p{L}-]+){0,2} (?:scarf|kerchief|shawl)\b/giu)],
  ["hat", worn("hat")],
];

const garments =
  "coat|jacket|dress|gown|frock|waistcoat|smock|cloak|mantle|apron|suit|trousers|breeches|skirt|shirt|jersey|uniform|boots|gloves|muffler|cravat|shawl|robe|tunic|overcoat|dressing-gown|frock-coat|stockings|clogs|ulster|petticoat|armour";
/** The garment, with what describes it, is group 1. */
export const garment = looksLike(
  garments,
  `(?:${wears}(?:his|her|an?)\\s(?=${some(0, 3)}(?:${garments}))|${having}an?\\s(?=${some(1, 3)}(?:${garments})))(${some(0, 3)}(?:${garments}))\\b(?![-’']| (?:pocket|collar|sleeve|pockets|tails|box|of the))`,
);

const bodyMark = `scars?|freckles|gap in (?:his|her) (?:front )?teeth|limp(?=[,.;]|$| that| which| in)|wooden leg|tattoo|dimples?|mole on (?:his|her) [${letter}]+|hooked nose|crooked nose|squint|lantern jaw|birthmark|hump|bent back|crooked back|stoop(?=[,.;]|$| of| in)|black eye|bandaged? (?:head|hand|arm|eye)|arm in a sling`;
const carriedMark = "pipe|walking-stick|cane|umbrella|satchel|watch-chain|gold chain|crutch|bandage";
/** A mark of the body, or a thing that is carried, in group 1. */
export const mark = looksLike(
  `${bodyMark}|${carriedMark}`,
  `(?:\\b(?:with|had|has|carried|carrying|smoking|smoked|wore|wearing|leaning on|leaned on|leant on)\\s(?=an?\\s|his\\s|her\\s)|(?=\\b(?:his|her)\\s)|${having}(?=an?\\s))((?:an?|his|her)\\s${some(0, 3)}(?:${bodyMark}|${carriedMark}))\\b(?!['’])`,
);

/** Without one of these words, or a description right behind the person, a sentence tells nothing of looks. */
export const tellsLooks = new RegExp(
  `^(?:,? who|,)?\\s?(?:${be}|had|has|wore|aged|an?|the)\\b|^,\\s|\\byears\\b|\\b(?:hair|head|locks|curls|ringlets|tresses|plaits|braids|pigtails?|pate|crown|forehead|beard|whiskers|side-whiskers|moustaches?|mustaches?|spectacles|eyeglasses|eye-glasses|pince-nez|glasses|monocle|eyeglass|eye-?patch|skin|face|brow|cheeks?|complexion|features|hands?|countenance|hat|bonnet|hood|helmet|cap|scarf|kerchief|${garments}|${carriedMark}|${bodyMark})\\b`,
  "iu",
);

/** Years of a life → age. */
export function ageOf(years: number): Age {
  return years < 14 ? "child" : years < 30 ? "young" : years < 60 ? "adult" : "old";
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const numeral = `(?:(?:${tens.join("|")})(?:-(?:${small.slice(1, 10).join("|")}))?|${small.slice(2).join("|")}|\\d{1,2})`;
export const yearsOld = new RegExp(
  `\\b(?:${who} of (?:about |some |perhaps |nearly )?(${numeral})|(?<!\\b(?:it|that|there|this|time|hour|clock|which) )was (?:about |some |only |now )?(${numeral})(?= and\\b| when\\b| years|[,.;])|(${numeral}) years (?:old|of age)|aged (${numeral}))(?! (?:feet|inches|miles|minutes|hours))\\b`,
  "giu",
);

export function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [first = "", second] = words.toLowerCase().split("-");
  const ten = tens.indexOf(first);
  return ten >= 0 ? (ten + 2) * 10 + (second === undefined ? 0 : small.indexOf(second)) : small.indexOf(first);
}

/** Nouns of the person in a description whose name follows later. */
export const describedOne = /^\W*(?:an?|one) (?:[\p{L}-]+,? (?:and )?){0,4}?(man|woman|lady|gentleman|fellow)\b/iu;
/** A second person inside a sentence. */
export const someoneElse = new RegExp(
  `\\b(?:with|to|by|at|saw|found|upon|beside|against|like|than|for|from|behind|frantic|met) (?:an?|the|some|that|this|her|his) (?:[${letter}-]+,? ){0,4}?${who}\\b`,
  "iu",
);
/** Words by which a description is of nobody. */
export const denies = /\b(?:not|never|nothing|neither|as if|as though|like)\b/i;
/** `in a coat`, `with a cap`: only right behind the person is it theirs. */
export const loose = /^(?:in|under)\s+an?\s/i;
/** Here another comes into the sentence. */
export const elsewhere =
  /\b(?:where|whose|whom|while|whereas|they|we|I)\b|\b(?:his|her) (?:father|mother|brother|sister|wife|husband|friend|son|daughter|master|mistress|companion)\b/i;
/** After these words he or she may be somebody else than the one who was named. */
export const another =
  /\b(?:stranger|another|(?:followed|accompanied|joined|attended|led|met|greeted) by|the other|than)\b/i;
/** `, a tall lean fellow, with fair hair`, up to the end of the clause. */
export const apposition = new RegExp(`^, an? ${some(0, 5)}${who}\\b[^.;:!?]*`, "iu");
/** Somebody new whom a sentence brings in: with or upon a man not yet named, or a passenger who was a man. */
export const newcomer =
  /\b(?:with|saw|found|upon|met|beside|(?:passenger|visitor|caller|traveller|customer|guest|arrival|comer)(?: (?:in|out|off|up|down|aboard|ashore))? was) (?=an? (?:[\p{L}-]+,? (?:and )?){1,5}?(man|woman|boy|girl|lady|gentleman|fellow)\b)/iu;
export const describedGender = (noun: string): Gender | null =>
  /woman|girl|lady/i.test(noun) ? "female" : /man|boy|fellow|lad/i.test(noun) ? "male" : null;

/** A child who has been named and is called so again. */
export const childNoun = /\bthe (?:poor |dear |unhappy |little )*(?:child|little girl|little boy)\b/gi;

/** Words in a name that make an animal of it. */
export const speciesWords = new Map<string, Species>([
  ...animals("cat", "cat kitten kittens cats puss"),
  ...animals("dog", "dog dogs puppy hound husky terrier spaniel mastiff"),
  ...animals("wolf", "wolf wolves coyote jackal"),
  ...animals("rabbit", "rabbit hare bunny"),
  ...animals("mouse", "mouse mice rat rats dormouse mole squirrel hedgehog weasel stoat otter"),
  ...animals(
    "bird",
    "bird birds pigeon dove duck ducks duckling drake dodo lory eaglet eagle hawk falcon owl parrot magpie canary robin crow raven rook jackdaw jay gryphon goose gander hen cock rooster turkey chicken swan sparrow swallow nightingale lark thrush linnet finch wren cuckoo stork heron gull peacock",
  ),
  ...animals("horse", "horse horses pony mare stallion unicorn"),
  ...animals("donkey", "donkey mule"),
  ...animals("cow", "cow cows bull ox oxen bullock buffalo"),
  ...animals("deer", "deer stag moose elk reindeer fawn"),
  ...animals("lion", "lion lioness tiger leopard panther"),
  ...animals("bear", "bear badger"),
  ...animals("fox", "fox"),
  ...animals("frog", "frog toad"),
  ...animals("pig", "pig boar hog walrus"),
  ...animals("sheep", "sheep lamb ram"),
  ...animals("goat", "goat goats"),
  ...animals("insect", "caterpillar spider gnat fly bee ant cricket grasshopper beetle"),
  ...animals("reptile", "turtle tortoise lizard dragon crocodile"),
  ...animals("snake", "snake serpent adder viper python cobra"),
  ...animals("fish", "fish salmon whale oyster"),
]);

function animals(species: Species, words: string): [string, Species][] {
  return words.split(" ").map((word) => [word, species]);
}
