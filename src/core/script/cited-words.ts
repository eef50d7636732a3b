import type { Span } from "../book/book.ts";
import { isInLetter } from "../story/quote-kinds.ts";
import { type Pace, sizeOf } from "./pace.ts";

const japaneseCited = /^(?:は|が|を|の|に|も|と云う|という|と書|とある|など|なぞ|ように|よう[なだで])/;

/** Whether what stands in quotation marks is named rather than spoken: the label `DRINK ME`, 「すれば」は. It stays in its sentence. */
export function isCited(text: string, quote: Span, pace: Pace): boolean {
  const before = text.slice(Math.max(0, quote.start - 24), quote.start);
  const after = text.slice(quote.end, quote.end + 12);
  // A date in brackets closes many a tale.
  if (pace.rules === "ja" && /^[（(][^\u3041-\u3096]*[年月日][）)]$/u.test(text.slice(quote.start, quote.end)))
    return true;
  if (pace.rules === "ja")
    return (
      (japaneseCited.test(after) || /^と、?[^。「]{0,6}(?:音|鳴)/.test(after)) &&
      !/^(?:という|と云う)(?:声|の[がはも]?声)/.test(after)
    );
  const size = sizeOf(text, quote, pace);
  if (size <= longestCited && goesOnInside(text, quote, before)) return true;
  if (size > 5) return false;
  const bare = !/[.!?,;:…—–-]\P{L}*$/u.test(text.slice(quote.start, quote.end));
  const inside =
    /\p{Ll}[ \n]$/u.test(before) &&
    !/\b(?:said|cried|asked|replied|answered|whispered|shouted|called|was|is) $/.test(before);
  // A word that is named as a thing: the sound of a solid British “Damn!”
  if (size <= 3 && /\b(?:an?|the|one|another) (?:[\p{L}-]+,? ){0,4}\P{L}{0,2}$/iu.test(before) && inside) return true;
  const goesOn = /^\W{0,3}[a-z]/.test(after) || /^[.,;)]/.test(after);
  return (bare && goesOn && /\S/.test(before)) || (inside && size <= 3 && goesOn);
}

/** Words. */
const longestCited = 16;

/** Another's words in small letters in the middle of a sentence that needs them: having sought to “make themselves perfect”. */
const goesOnInside = (text: string, quote: Span, before: string): boolean =>
  /^\P{L}*\p{Ll}/u.test(text.slice(quote.start, quote.end)) &&
  /\b(?:to|as|of|for|whom|which|that|by|with|in|the|an?|being|had|were|are)[ \n]\P{L}{0,2}$/u.test(before);

const writing =
  /\b(?:letters?|notes?|telegrams?|wrote|written|writing|reads?|reading|ran|message|advertisement|inscription|signboard|label|paper|card|envelope|diary|words)\b|手紙|書|電報|札|看板|字|文|紙|読/i;

/** Whether something written stands near enough to a quote that it can be what is read. */
export function isWritten(text: string, quote: Span): boolean {
  return (
    isInLetter(text, quote.start) ||
    writing.test(text.slice(Math.max(0, quote.start - 260), quote.start)) ||
    writing.test(text.slice(quote.end, quote.end + 60))
  );
}

/** Words that announce what was written: その文句はこうである。 */
const announced =
  /(?:文句|文面|手紙|端書|葉書|電報|返事)(?:は|には|に|を見ると|を読むと)[^。「」]{0,16}(?:こう(?:である|だ|あ)|左の通り|次の(?:通り|よう)|書いてあ[るっ]た?|かいてあ[るっ]た?)[^。「」]{0,4}。?\s*$/u;

/** The same in English: She read it aloud. The note ran: */
const announcedThere =
  /\b(?:read (?:(?:it|this|the (?:letter|note|paper|words)) )?(?:aloud|out(?: loud)?)|(?:it|letter|note|paper|will|telegram|message) (?:ran|read)(?: thus| as follows)?)[.:,]\s*$/iu;

/** Whether what stands in quotation marks is told to be the text of a letter. */
export function isLetter(text: string, quote: Span): boolean {
  const before = text.slice(Math.max(0, quote.start - 60), quote.start);
  return announced.test(before) || announcedThere.test(before);
}
