import type { Age, Build, Gender, HairColour, HairStyle, Height, Looks, Skin, Species } from "./story.ts";

/** A pattern for one trait: group 1, where there is one, narrows the words that prove it. */
export type TraitRule<T extends string> = readonly [T, RegExp];

const who =
  "(?:man|woman|boy|girl|lady|gentleman|fellow|person|figure|lad|child|creature|widow|sailor|captain|old man|old woman|maid|servant|stranger)";
const more = "(?:[\\p{L}-]+,? (?:and )?){0,3}?";
const be = "(?:was|is|were|looked|seemed)(?: (?:a|very|quite|rather|so|extremely|already))*";

/** `adj … man`, `was adj`, `, adj,` and `, adj as`: an adjective that is said of the person. */
function said(adjectives: string): RegExp {
  return new RegExp(
    `(?:^|[,;:—]\\s?|\\b(?:was|is|be|been|became|as|sat|stood|came)\\s)(?:a|an|the)\\s${more}(${adjectives}),?\\s(?:and\\s)?${more}${who}\\b|\\b${be}\\s(?:[\\p{L}-]+(?:,| and),?\\s){0,2}(${adjectives})(?=[,.;]|\\sand\\b|\\sas\\b|$)|,\\s(${adjectives})(?=,|\\sas\\b|\\sand\\b)`,
    "giu",
  );
}

export const heights: readonly TraitRule<Height>[] = [
  ["tall", said("tall|lofty|gigantic|towering|huge|enormous")],
  ["short", said("short|small|tiny|little|diminutive|dwarfish|undersized")],
];

export const builds: readonly TraitRule<Build>[] = [
  ["thin", said("thin|lean|slim|slender|slight|wiry|narrow|gaunt|skinny|lanky|bony|spare|emaciated")],
  ["stout", said("stout|fat|plump|portly|corpulent|burly|broad|quite round|thickset|stocky|heavy|bulky")],
  ["stout", /\b(?:a barrel of a man|stomach first|fat (?:man|woman|boy|girl)|broad-shouldered)\b/gi],
];

export const ages: readonly TraitRule<Age>[] = [
  ["old", said("old|aged|elderly|ancient|venerable|grizzled|decrepit|wrinkled")],
  [
    "child",
    /\b(?:was|is|be|only|but) (?:a |quite a |but a |a mere )*(?:little |small |young )*(?:boy|child|urchin|infant|baby)\b|\b(?:was|is) (?:a |quite a )*(?:little|small) (?:girl|lad)\b/gi,
  ],
  ["young", said("young|youthful")],
  ["adult", said("middle-aged")],
];

const bodily = "(?:skin|face|faces|brow|forehead|cheeks?|complexion|features|hands?|countenance|man|woman|fellow)";
export const skins: readonly TraitRule<Skin>[] = [
  [
    "dark",
    /\b(?:black|dark|ebony)[- ]skin(?:ned)?\b|\b(?:a|an|the)(?: [\p{L}-]+,?){0,3} (?:negro|negress|african|black man|black woman)\b/giu,
  ],
  [
    "brown",
    new RegExp(
      `\\b(?:brown|copper|olive)[- ]skin(?:ned)?\\b|\\b(?:swarthy|dusky|tawny|bronzed|sunburn(?:t|ed)|sun-?tanned|tanned|copper-coloured|weather-?beaten|nut-brown)(?:,? [\\p{L}-]+){0,2}? ${bodily}\\b|\\bbrown (?:face|skin|hands?)\\b|\\b(?:was|were|looked|and) (?:very |quite |deeply )?(?:swarthy|sunburnt|sunburned|tanned|bronzed)\\b`,
      "giu",
    ),
  ],
  ["light", /\b(?:fair|white|pale)[- ]skin(?:ned)?\b|\b(?:fair|pale|pallid|white)(?: [\p{L}-]+)? complexion\b/giu],
];

const hairColours =
  "iron-grey|straw-colou?red|black|dark|raven|jet|brown|chestnut|red|ginger|auburn|copper|orange|fair|blonde?|golden|yellow|flaxen|sandy|gr[ea]y|silver|silvery|white|snow-white";
/** The colour of hair is read from up to five words before the hair itself. */
export const hairPhrase = new RegExp(
  `\\b((?:[\\p{L}-]+,? ){0,5}?)(hair|plaits|braids|curls|locks|ringlets|tresses|head of hair)\\b((?: [\\p{L}-]+){0,5})`,
  "giu",
);
export const hairColourWord = new RegExp(`\\b(?:${hairColours})\\b`, "i");
export const hairWas = new RegExp(
  `\\bhair (?:was|is|had turned|had gone|hung) (?:[\\p{L}-]+ ){0,2}?(${hairColours})\\b`,
  "giu",
);

export function hairColourOf(word: string): HairColour | null {
  const lower = word.toLowerCase();
  if (/black|dark|raven|jet/.test(lower)) return "black";
  if (/brown|chestnut/.test(lower)) return "brown";
  if (/red|ginger|auburn|copper|orange/.test(lower) && !/colou?red/.test(lower)) return "red";
  if (/fair|blond|gold|yellow|flaxen|sandy|straw/.test(lower)) return "fair";
  if (/gr[ea]y|silver/.test(lower)) return "grey";
  return /white/.test(lower) ? "white" : null;
}

export const hairStyles: readonly TraitRule<HairStyle>[] = [
  ["bald", /\bbald\b(?! (?:statement|fact|patch))/gi],
  ["braided", /\b(?:plaits|braids|pigtails?|braided)\b/gi],
  ["tied", /\b(?:curls|hair)(?: [\p{L}-]+){0,3} (?:tied up|tied back|pinned up|in a (?:bun|knot))\b/giu],
  ["curly", /\b(?:curls|curly|ringlets|frizzy)\b/gi],
  ["short", /\b(?:cropped|close-cropped|short)(?: [\p{L}-]+){0,2} hair\b/giu],
  ["wild", /\b(?:wild|tangled|unkempt|matted|shaggy|tousled|dishevelled)(?: [\p{L}-]+){0,2} hair\b/giu],
  [
    "long",
    /\blong(?: [\p{L}-]+){0,3} hair\b|\bhair (?:to|down to|over|about|below) (?:his|her) (?:collar|shoulders|waist|neck)\b/giu,
  ],
];

export const beards: readonly TraitRule<"beard" | "moustache">[] = [
  [
    "beard",
    /\b(?:(?:his|a|an)(?: [\p{L}-]+){0,3} (?:beard|side-whiskers|whiskers)|bearded|with(?: [\p{L}-]+,?){1,4} (?:beard|side-whiskers|whiskers))\b/giu,
  ],
  ["moustache", /\b(?:his|a|with)(?: [\p{L}-]+){0,3} (?:moustaches?|mustaches?)\b/giu],
];

export const glasses: readonly TraitRule<"spectacles" | "monocle" | "eye-patch">[] = [
  [
    "spectacles",
    /\b(?:his|her|a pair of|with|wore|round|horn|steel|gold)(?: [\p{L}-]+){0,2} (?:spectacles|eyeglasses|eye-glasses)\b|\b(?:his|her) (?:spectacles|glasses)\b/giu,
  ],
  ["monocle", /\b(?:monocle|single eyeglass)\b/gi],
  ["eye-patch", /\b(?:eye-?patch|patch over (?:his|her|one) eye)\b/gi],
];

export const hats: readonly TraitRule<NonNullable<Looks["hat"]>["value"]>[] = [
  ["top-hat", /\b(?:top[- ]hat|tall hat|silk hat)\b/gi],
  ["bonnet", /\b(?:her|a|an)(?: [\p{L}-]+){0,2} bonnet\b/giu],
  ["hood", /\b(?:his|her|a)(?: [\p{L}-]+){0,2} hood\b|\bhooded\b/giu],
  ["helmet", /\b(?:his|her|a)(?: [\p{L}-]+){0,2} helmet\b/giu],
  ["crown", /\b(?:his|her|a|wore (?:his|her|a))(?: [\p{L}-]+){0,2} crown\b(?! of)/giu],
  ["cap", /\b(?:his|her|a|in a|wearing a)(?: [\p{L}-]+){0,2} cap\b/giu],
  ["scarf", /\b(?:tied up in|head in|wore) a(?: [\p{L}-]+){0,2} (?:scarf|kerchief|shawl)\b/giu],
  ["hat", /\b(?:his|her|(?:in|wore|wearing|with) an?|a)(?: [\p{L}-]+){0,2} hat\b/giu],
];

const garments =
  "coat|jacket|dress|gown|frock|waistcoat|smock|cloak|mantle|apron|suit|trousers|breeches|skirt|shirt|jersey|uniform|boots|shoes|slippers|gloves|muffler|cravat|shawl|robe|tunic|overcoat|dressing-gown|frock-coat|stockings|clogs|ulster|petticoat|armour";
/** At most three words that describe it may stand between the article and the garment; words of place or doing may not. */
const describing =
  "(?!(?:of|in|off|or|and|from|to|into|on|out|up|over|under|the|his|her|my|its|an?|with|at|by|for|was|had|pair)\\b)[\\p{L}’'-]+,?\\s";
export const garment = new RegExp(
  `\\b(?:in|wore|wearing|with|his|her|an?)\\s(?:his\\s|her\\s|an?\\s)?((?:${describing}){0,3}(?:${garments}))\\b`,
  "giu",
);

export const mark =
  /\b((?:an?|one|the|his|her|two|three|no)\s(?:[\p{L}-]+\s){0,3}?(?:scar|freckles|gap in (?:his|her) (?:front )?teeth|limp|wooden leg|tattoo|pipe|walking-stick|cane|umbrella|satchel|watch-chain|gold chain|dimple|mole on (?:his|her) \w+|hooked nose|crooked nose|squint|lantern jaw|birthmark|crutch|hump|hunchback|hump-?back|bent back|crooked back|stoop|black eye|bandaged? (?:head|hand|arm|eye)|bandage|arm in a sling|wound on (?:his|her) \w+|cut (?:on|over|across) (?:his|her) \w+))\b/giu;

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
  `\\b(?:${who} of (?:about |some |perhaps |nearly )?(${numeral})|(?<!\\b(?:it|that|there|this|time|which) )was (?:about |some |only |now )?(${numeral})(?= and\\b| years|[,.;])|(${numeral}) years (?:old|of age)|aged (${numeral}))(?! (?:feet|inches|miles|minutes|hours))\\b`,
  "giu",
);

export function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [first = "", second] = words.toLowerCase().split("-");
  const ten = tens.indexOf(first);
  return ten >= 0 ? (ten + 2) * 10 + (second === undefined ? 0 : small.indexOf(second)) : small.indexOf(first);
}

/** Nouns of the person in a description whose name follows later. */
export const describedOne =
  /\b(?:an?|one|the last|the first) (?:[\p{L}-]+,? (?:and )?){0,4}?(man|woman|boy|girl|lady|gentleman|figure|passenger|stranger|fellow|child|lad)\b/iu;
/** A second person inside a sentence. */
export const someoneElse = new RegExp(
  `\\b(?:with|to|by|at|saw|found|upon|beside|against|like|than|for|from|behind|frantic|met) (?:an?|the|some|that|this|her|his) (?:[\\p{L}-]+,? ){0,4}?${who}\\b`,
  "iu",
);
/** Somebody new whom a sentence brings in after another: with, at or upon a man not yet named. */
export const newcomer =
  /\b(?:with|saw|found|upon|met|beside) (?=an? (?:[\p{L}-]+,? (?:and )?){1,5}?(man|woman|boy|girl|lady|gentleman|fellow)\b)/iu;
export const describedGender = (noun: string): Gender | null =>
  /woman|girl|lady/i.test(noun) ? "female" : /man|boy|fellow|lad/i.test(noun) ? "male" : null;

/** A child who has been named and is called so again. */
export const childNoun = /\bthe (?:poor |dear |unhappy |little )*(?:child|little girl|little boy)\b/gi;

/** Words in a name that make an animal of it. */
export const speciesWords = new Map<string, Species>([
  ...animals("cat", "cat kitten kittens cats puss"),
  ...animals("dog", "dog dogs puppy hound wolf"),
  ...animals("rabbit", "rabbit hare bunny"),
  ...animals("mouse", "mouse mice rat rats dormouse mole squirrel hedgehog weasel stoat otter"),
  ...animals(
    "bird",
    "bird birds pigeon dove duck ducks duckling drake dodo lory eaglet eagle hawk falcon owl parrot magpie canary robin crow raven rook jackdaw jay gryphon goose gander hen cock rooster turkey chicken swan sparrow swallow nightingale lark thrush linnet finch wren cuckoo stork heron gull peacock",
  ),
  ...animals("horse", "horse donkey pony unicorn"),
  ...animals("bear", "bear badger"),
  ...animals("fox", "fox"),
  ...animals("frog", "frog toad"),
  ...animals("pig", "pig boar hog walrus"),
  ...animals("sheep", "sheep goat lamb ram"),
  ...animals("insect", "caterpillar spider gnat fly bee ant cricket grasshopper beetle"),
  ...animals("reptile", "turtle tortoise lizard snake serpent dragon crocodile"),
  ...animals("fish", "fish salmon whale oyster"),
]);

function animals(species: Species, words: string): [string, Species][] {
  return words.split(" ").map((word) => [word, species]);
}
