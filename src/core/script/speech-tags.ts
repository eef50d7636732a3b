import type { Span } from "../book/book.ts";
import { speechVerbs } from "../story/verb-words.ts";

const verbs =
  "said say says asked ask asks replied answered cried called shouted yelled screamed shrieked whispered murmured muttered mumbled roared bellowed exclaimed added continued repeated remarked observed interrupted sobbed sighed groaned gasped panted laughed growled grumbled snapped hissed told inquired enquired began went thought wondered returned cried declared explained suggested insisted protested demanded agreed admitted announced pleaded begged chuckled giggled squeaked stammered faltered responded retorted ejaculated warned promised read sang recited echoed persisted pursued put";
/** Of German, French and Spanish: what stands behind most quotations of a novel. */
const foreignVerbs =
  "sagte sagt fragte fragt rief ruft antwortete antwortet erwiderte entgegnete flüsterte murmelte schrie brüllte meinte bemerkte versetzte dit demanda répondit répliqua cria s’écria murmura reprit ajouta dijo dice preguntó respondió contestó exclamó gritó murmuró añadió repuso";
const speechVerb = new RegExp(
  `(?<!\\p{L})(?:${[...verbs.split(" "), ...foreignVerbs.split(" ")].join("|")})(?!\\p{L})`,
  "iu",
);
const japaneseTag =
  /^\s*(?:と|って)(?:、|[^。]{0,24}(?:言|云|い[っうひ]|答|訊|聞|叫|尋|問|囁|呟|つぶや|ささや|さけ|怒鳴|呼|笑|泣|思|返|続|話|述|命|頼|嘲|罵|喚|呻|つけ加|付け加|繰|くりかえ))/;
const japaneseLeadIn = /(?:言|云|い[っうひ]|答|訊|聞|叫|尋|問|囁|呟|つぶや|ささや)[^。]{0,8}(?:。|、|：)?$/;

/** Whether narration beside a quote tells who speaks: `said Marta`, `と弥助は言った`. `side` is where it stands. */
export function isTag(text: string, span: Span, side: "after" | "before", rules: "en" | "ja"): boolean {
  const words = text.slice(span.start, span.end);
  if (rules === "ja")
    return side === "after" ? japaneseTag.test(words) : words.length < 30 && japaneseLeadIn.test(words);
  if (side === "before") return /[,:]["'”’]?$/.test(words) && speechVerb.test(words) && words.length < 160;
  const head = words.slice(0, 60);
  const goesOn = /^[^\p{L}]*\p{Ll}/u.test(words);
  return (
    (speechVerb.test(head) && (goesOn || /^\S+(?: \S+){0,3}$/u.test(words) || startsAsTag(head))) ||
    (goesOn && carriesLine(words))
  );
}

/** `sneered Rupert`, `the old man wheezed`: a sentence that goes on behind the quote, with any verb that carries a line among its first words. */
function carriesLine(words: string): boolean {
  const [first = "", ...more] = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  return !joining.has(first) && [first, ...more.slice(0, 3)].some((word) => speechVerbs.has(word));
}

/** With these a deed begins beside the speech, which is told for itself. */
const joining = new Set(["and", "but", "as", "while", "when", "with", "for", "so", "then"]);

/** A name or pronoun and straight after it the verb of speaking. */
function startsAsTag(head: string): boolean {
  const hit = speechVerb.exec(head);
  return (
    hit !== null && head.slice(0, hit.index).trim().split(/\s+/).length <= 3 && !/[.!?]/.test(head.slice(0, hit.index))
  );
}
