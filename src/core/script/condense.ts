import type { Span } from "../book/book.ts";
import { cutToFit, endToFit, type Piece } from "./clauses.ts";
import { soundEnd } from "./cut-ends.ts";
import { tellsEvent, tellsMore } from "./captions.ts";
import type { Weigh } from "./keywords.ts";
import { type Pace, sizeOf } from "./pace.ts";
import { tellsFigures, tellsWhy, turnOfPlot } from "./plot-words.ts";
import type { Turn } from "./turns.ts";

/** A spoken sentence as it would be lettered. */
export interface Saying {
  pieces: Piece[];
  size: number;
  /** How much the story would miss it. */
  worth: number;
  /** Whether it only makes sense after the sentence before it. */
  leans: boolean;
}

/** The sentences of a turn, each whole or, where it is longer than a balloon, cut to what tells most. */
export function sayingsOf(text: string, turn: Turn, weigh: Weigh, pace: Pace): Saying[] {
  const letter = isLetter(turn) ? letterWorth : 0;
  return turn.sentences.map((spans, index) => {
    const whole = sizeOfAll(text, spans, pace);
    const uncut = pace.shown >= 1 || whole <= pace.balloon * nearlyFits[pace.rules];
    const pieces = uncut ? spans.map(asIs) : shortened(text, spans, pace.balloon, pace);
    const words = pieces.map(({ start, end }) => text.slice(start, end)).join(" ");
    return {
      pieces,
      size: sizeOfAll(text, pieces, pace),
      worth: worthOf(words, weigh(pieces), pace) + letter,
      leans: leansOnWords(words, index, pace),
    };
  });
}

/** What more a sentence of a letter is worth: it tells what nobody says. */
const letterWorth = 0.6;

const isLetter = (turn: Turn) => turn.speeches[0]?.quote.kind === "letter";

const sizeOfAll = (text: string, spans: readonly Span[], pace: Pace) =>
  spans.reduce((sum, span) => sum + sizeOf(text, span, pace), 0);

/** A question by its mark, or by its words: お名前は, なぜだ, どうなったのだ, 直していただけますか. */
const question =
  /[?？]\P{L}*$|(?:ます|です|ません|でした|ました|の|う|る|た|ない)か(?:ね|な|い|よ)?\P{L}*$|(?:名前|なまえ|[一-龠])は\P{L}*$|(?:何|なに|誰|だれ|どこ|いつ|なぜ|どうし|どうな|どんな|いくつ|いくら)(?![もか])[^。]*\P{L}*$|か(?:ね|な|い|よ)?、[^。、]{1,8}$/u;

/** Whether a turn ends with a question. */
export const asks = (text: string, turn: Turn | undefined) => question.test(saidIn(text, turn));

/** An answer whose verb stands in the words before it: “If I hadn’t, …”, “So did I.” */
const elliptic =
  /^\P{L}*(?:\p{L}+ ){1,2}(?:(?:did|does|do|had|have|has|was|were|would|could|can|should|must|is|are)(?:n[’']t)?|won[’']t|can[’']t)(?: (?:I|we|he|she|they|not))?[,.;!]/iu;

const why = /\b(?:why|what for|how come|for what reason)\b|なぜ|何故|どうして|なんで(?!も)|わけ(?:は|を)/iu;

/** Whether a turn asks for a reason. */
export const asksWhy = (text: string, turn: Turn | undefined) => asks(text, turn) && why.test(saidIn(text, turn));

/** Words that tell in full what somebody else once said. */
const passesOn = /‘[^’]{12,}|、と(?:言|云|いっ|[。、])/u;

/** All that is said in a turn. */
export function saidIn(text: string, turn: Turn | undefined): string {
  const spans = turn?.sentences.flat() ?? [];
  return spans.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** A sentence so much too large for a balloon is kept whole rather than cut. */
const nearlyFits = { en: 1.25, ja: 1.6 } as const;

const asIs = (span: Span): Piece => ({ ...span, ending: "as-is" });

/** The beginning of a sentence that is too long, or its end where that tells more; all of it where no clause ends soon enough. */
function shortened(text: string, spans: readonly Span[], most: number, pace: Pace): Piece[] {
  const pieces: Piece[] = [];
  let left = Math.max(most, pace.rules === "ja" ? 22 : 12);
  for (const span of spans) {
    const size = sizeOf(text, span, pace);
    if (size <= left) {
      pieces.push(asIs(span));
      left -= size;
      continue;
    }
    const cut =
      cutToFit(text, span, left, Math.min(4, left), pace) ?? cutToFit(text, span, Math.ceil(left * 1.6), 4, pace);
    const sound = cut === null || pace.rules === "ja" ? cut : soundEnd(text, cut, span.end, 2);
    const end = endToFit(text, span, Math.ceil(left * 1.4), Math.min(6, left), pace);
    if (end && (sound === null || tellsMore(text, end, sound, pace))) pieces.push(end);
    else if (sound) pieces.push(sound);
    else if (pieces.length === 0) pieces.push(asIs(span));
    break;
  }
  return closed(text, pieces, spans, pace);
}

/** A kept beginning that ends in a comma because its second half went gets its stop, a clause earlier where its last one was only begun. */
function closed(text: string, pieces: Piece[], spans: readonly Span[], { rules }: Pick<Pace, "rules">): Piece[] {
  const last = pieces.at(-1);
  if (!last || pieces.length === spans.length || last.ending !== "as-is") return pieces;
  if (!/[,;:—-]$/.test(text.slice(last.start, last.end))) return pieces;
  const sound = rules === "ja" ? last : soundEnd(text, last, last.end + 1, 2);
  if (sound === null && pieces.length > 1) return closed(text, pieces.slice(0, -1), spans, { rules });
  return [...pieces.slice(0, -1), { ...(sound ?? last), ending: "stop" }];
}

/** A sentence that leans on the one before it, which may be gone. */
const leaning = {
  en: /^\P{L}*(?:(?:and|but|so|then|therefore|yet|nor|neither|that|this|those|these|which|it|they|he|she)\b(?! (?:is|was) (?:not )?(?:I|you|because|true|\p{Lu})\b))/iu,
  ja: /^\P{L}*(?:[^。、！？]{1,8}、)?(?:それ|そこ|その|そいつ|そりゃ|そんな|そし|だから|だって|だけど|だが(?!し)|なのに|ところが|すると|これ|こいつ|また|そう|しかし|けれど|けど|でも|じゃあ|あとの)/u,
} as const;

/** それで、ひとりで起きている: what follows from the sentence before it. */
const drawing = {
  en: /^\P{L}*(?:so (?:I|we|he|she|they|that)|that(?:[’']s| is| was) why|therefore|and so)\b/iu,
  ja: /^\P{L}*(?:それで、|それだから|だから|そこで|なので)/u,
} as const;

/** Whether a sentence is what follows from the one before it, which then is its reason. */
export const draws = (words: string, { rules }: Pace): boolean => drawing[rules].test(words);

/** The words of a short line without what it makes of them: つきあい！, ねえとは何だ！ */
const echoed = /^\P{L}*([\p{L}ー]{2,}?)(?:(?:とは|だと|って|は|も|が|か)(?:何|なん)?[だか]?)?\P{L}*$/u;

/** Whether a line only takes up again what the line before it said: “Burnt?”, つきあい！ */
export function echoes(words: string, before: string, { rules }: Pace): boolean {
  if (rules === "en") {
    const [only, ...more] = words.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? [];
    return only !== undefined && more.length === 0 && new RegExp(`\\b${only}\\b`, "iu").test(before);
  }
  const core = echoed.exec(words)?.[1] ?? "";
  return core.length >= 2 && core.length <= 8 && before.includes(core);
}

/** Whether a sentence leans on what stands before it: by its first word, or because it is no more than an answer. */
function leansOnWords(words: string, index: number, pace: Pace): boolean {
  return (
    leaning[pace.rules].test(words) ||
    (pace.rules === "ja" ? inverted : endsInPronoun).test(words) ||
    (index === 0 && elliptic.test(words)) ||
    (saysLittle(words, pace) && !/[!！]/.test(words))
  );
}

/** A last word that stands for what was named before. */
const endsInPronoun = /\b(?:it|this|that|them|these|those|one|so)[.?,;]?[”’"']*$/iu;

/** What follows its verb: 待っていた。帰るのを。 お前だったのか、いつもくれたのは。 */
const inverted = /[をへには][^\p{L}?？]*$/u;

/** Whether words say little alone: a call, an answer, a name; but 生きている and “He’s dead” are all there is to say. */
export const saysLittle = (words: string, { rules, size }: Pace): boolean =>
  size(words) <= shortest[rules] && turnOfPlot(words, rules) === 0;

/** Size up to which words say little alone. */
const shortest = { en: 2, ja: 5 } as const;

/** How much the story would miss a spoken sentence of which words are lettered. */
function worthOf(words: string, matter: number, pace: Pace): number {
  let worth = 0.3 + matter;
  if (/[?？]/.test(words) || question.test(words)) worth += 0.15;
  if (/[!！]/.test(words)) worth += 0.4;
  if (/\p{L}\P{L}+\p{Lu}\p{Ll}{2,}/u.test(words)) worth += 0.3;
  // What somebody else once said is passed on in full.
  if (passesOn.test(words)) worth += 0.9;
  if (tellsEvent(words, pace.rules)) worth += 0.3;
  worth += 0.7 * turnOfPlot(words, pace.rules);
  if (tellsWhy(words, pace.rules)) worth += 0.5;
  if (tellsFigures(words, pace.rules)) worth += 0.25;
  // What trails off was not said.
  if (/(?<![。！？!?…―])(?:\.\.\.|…+|―+)["'”’」』]*$/u.test(words)) worth -= 0.4;
  if (saysLittle(words, pace)) worth -= 0.3;
  return Math.max(0.05, worth);
}
