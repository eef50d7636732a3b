import type { Looks, Person } from "../story/story.ts";
import { emotionIn } from "./acting.ts";
import { beliesPosture } from "./bodily-words.ts";
import { cutToFit, endToFit, type Piece } from "./clauses.ts";
import { soundEnd, withoutSigh } from "./cut-ends.ts";
import { deedIn } from "./deeds.ts";
import type { Weigh } from "./keywords.ts";
import { type Pace, sizeOf } from "./pace.ts";
import { tellsFigures, tellsWhy, turnOfPlot } from "./plot-words.ts";
import type { Pose } from "./script.ts";
import type { Narration } from "./units.ts";
import type { Doers } from "./who-acts.ts";

/** What the script knows about a sentence of narration when it chooses captions. */
export interface Told {
  unit: Narration;
  words: string;
  /** Position in the scene. */
  index: number;
  first: boolean;
  last: boolean;
  /** The first time that somebody appears in the book. */
  introduces: boolean;
  /** Right before somebody says “that” or “it” and means what it tells. */
  pointedAt: boolean;
  /** Stands at the end of the book. */
  closes: boolean;
  /** Comes soon after somebody fell, slipped or went under, with nobody speaking between: how that ended. */
  outcome: boolean;
  /** Right after somebody looked in or opened something: what was seen. */
  sight: boolean;
}

const patterns = {
  en: {
    time: /\b(?:morning|evening|night|midnight|noon|dawn|dusk|afternoon|o[’']clock|days?|weeks?|months?|years?|hours?|minutes?|later|next|meanwhile|once|then|suddenly|at last|at length|soon|until|till|finally|just as|presently)\b/i,
    cause: /\b(?:because|so that|therefore|but|though|although|if|for|in order|thus|yet|instead)\b/i,
    mind: /\b(?:knew|thought|felt|remember\w*|wonder\w*|realis\w*|realiz\w*|understood|hoped?|wish\w*|wanted|believed|decided|meant|forgot\w*|guess\w*|afraid|never|nobody|nothing|dream\w*|sure|curious\w*)\b/i,
    event:
      /\b(?:found|saw|heard|came|went|fell|began|stopped|opened|died|killed|met|lost|took|gave|brought|broke|turned|ran|struck|burst|climbed|jumped|pulled|drew|seized|cracked|threw|rowed|sank|swam|caught|opened|hid|read|wrote|disappeared|vanished|appeared|grew|growing|shrinking|reached|left|arrived)\b/i,
    vague:
      /^(?:It|This|That|These|Those|Which|So|Such|They|Out of it|There it|Then|But then|Another|The other|Neither|Both)\b|^\P{L}*(?:\w+ ){1,3}it (?:was|ran|had|went|came)\b/u,
  },
  ja: {
    time: /朝|昼|夜|夕|暮|翌|日|年|月|刻|時|やがて|ある|その後|しばらく|突然|急に|とうとう|すると/,
    cause: /から|ので|ため|しかし|だが|けれど|それでも|ところが|なら|もし/,
    mind: /思|考|知|感じ|覚え|忘れ|願|勇気|心|決|覚悟|気持|ほか(?:に|は)/,
    event: /見え|見る|見た|聞こえ|来た|行っ|落ち|始め|開|死|殺|会|失|出た|現れ|消え|つかん|捕|剥|逃げ/,
    vague: /^(?:これ|それ|そう|その上|勿論|前にも)|[はがも](?:その|それ|この|これ)|^[^はがを]*$/,
  },
} as const;

/** What somebody is, or that something is not there: no figure shows it. */
const unseen = {
  en: /\b(?:(?:was|is|am|been) (?:\p{L}+ ){0,2}?(?:blind|deaf|dumb|lame|mute|crippled|an (?:orphan|heir|outlaw)|a (?:widow|widower|cripple|beggar|prisoner|thief|spy|slave))|had only one|there was (?:no|nothing|nobody|not an?))\b/iu,
  ja: /盲|(?:目|眼)が見え(?:な|ぬ)|耳が(?:聞こえな|遠)|口がき(?:け|か)な|片(?:腕|足|目|眼)|足が不自由|孤児|みなしご|誰もい(?:な|ませ)|一人も|何も(?:な|あり)/u,
} as const;

/** What sky, wind and leaves do: the picture shows it, or nobody misses it. */
const air = {
  en: /\b(?:sky|clouds?|stars|moon|sun|wind|breeze|leaves|grass|dew|birds?)\b[^.;]{0,40}\b(?:sh[oi]ne|shining|shone|blew|blowing|sang|singing|was|were|hung|rustl\w+|glitter\w*|gleam\w*)\b/iu,
  ja: /(?:風|雨|草|葉|穂|空|月|星|波|雲|日|鳥|虫)[はがも][^。]{0,30}(?:ひびい|響い|鳴[いっり]|光っ|晴れ|吹[いき]|照[らっ]|さし|咲)/u,
} as const;

/** Who speaks, looks or points, and no more: the balloon's tail or the picture tells it. */
const announces = {
  en: /^\P{L}*(?:[\p{L}.’']+ ){1,4}(?:(?:said|asked|answered|replied|cried|spoke|whispered|nodded)|(?:looked|pointed|turned|smiled|nodded) (?:at|to) [\p{L}.’' ]+|read (?:it )?aloud)\W*$/u,
  ja: /^[^。]{0,24}(?:言|云|聞|尋|訊|答|叫|呟|怒鳴|(?:言い|話し|口を)(?:出|開))[^、。]{0,4}(?:た|ました|だ)。?$|^[^。]{0,24}[そこ]う(?:思|おも|考え|言|云|い[っい])/u,
} as const;

const peril = {
  en: /\b(?:fell (?:short|in|into|over|off|from|through|overboard)|slipped|stumbled|went under|sank|drown\w*|(?:sea|water|waves?|flames?) (?:shut|closed|went|rolled) over|rolled (?:him|her|me) over|dragged under|lost (?:his|her|my) (?:hold|footing|balance)|hung by)\b/i,
  ja: /(?:足|手)が滑|すべって|(?:川|谷|崖|水|櫓|橋|海|屋根)[^。]{0,8}落ち|転げ落|(?<![愛恋情酒色欲]に)溺れ|沈[みん]|流され|(?:欄干|縁|崖)[^。]{0,6}を越え|濁流の上/,
} as const;

/** Whether somebody is in danger of life in a sentence: what follows tells how it ended. */
export function tellsPeril(words: string, rules: "en" | "ja"): boolean {
  return peril[rules].test(words);
}

const looking = {
  en: /\b(?:saw|peered|peeped|looked (?:in|inside|through|behind|under)|(?:opened|lifted|raised) (?:the|his|her|its) (?:\p{L}+ )?(?:door|box|lid|letter|bag|drawer|chest|cover))\b[^.!?]{0,30}[.:]$/u,
  ja: /(?:見ると|覗く|覗いた|のぞいた|のぞくと|開けると|抜くと|ひらくと)|こう(?:書|記)/,
} as const;

/** Whether somebody looks into something in a sentence: what follows tells what was there. */
export function tellsLooking(words: string, rules: "en" | "ja"): boolean {
  return looking[rules].test(words.trim());
}

/** Whether something happens in a sentence: a word of finding, coming, taking, losing, dying. */
export function tellsEvent(words: string, rules: "en" | "ja"): boolean {
  return patterns[rules].event.test(words);
}

/** Worth of a sentence as a caption, by the part of it that would be lettered: high for what a picture cannot carry. */
function captionWorth(told: Told, piece: Piece, words: string, weigh: Weigh, pace: Pace): number {
  const say = patterns[pace.rules];
  const size = pace.size(words);
  const unitSize = pace.rules === "ja" ? 2.2 : 1;
  let worth = weigh([piece]);
  if (told.first) worth += 2.2;
  if (told.last) worth += told.closes ? 1.5 : 0.8;
  if (told.introduces) worth += 1.8;
  if (say.time.test(words)) worth += 0.5;
  if (say.cause.test(words)) worth += 0.4;
  if (say.mind.test(words)) worth += 0.7;
  if (say.event.test(words)) worth += 0.5;
  if (tellsFigures(words, pace.rules)) worth += 0.25;
  if (tellsWhy(words, pace.rules)) worth += 0.5;
  const turn = turnOfPlot(words, pace.rules);
  worth += turn;
  if (unseen[pace.rules].test(words)) worth += 1.2;
  if (turn === 0 && air[pace.rules].test(words)) worth -= 0.6;
  if (told.closes) worth += 0.3;
  if (told.pointedAt) worth += 1;
  if (told.outcome) worth += 0.7;
  if (told.sight) worth += 0.9;
  // What a body does that no figure shows is told by no picture beside it either.
  if (turn === 0 && beliesPosture(words, pace.rules, "stand")) worth -= 0.6;
  if (say.vague.test(words)) worth -= 0.5;
  if (announces[pace.rules].test(words)) worth -= 2;
  if (pace.rules === "en" && /^.{0,24}\bit\b/.test(words)) worth -= 0.4;
  // The tail of a broken sentence, or 「…」と鉄蔵は吠えた after two quotes.
  if (piece.opens === undefined && /^[^\p{L}]*\p{Ll}/u.test(words)) worth -= 2;
  if (pace.rules === "ja" && /^(?:と|って)(?![きもこ])/.test(words)) worth -= 4;
  if (/[（(—;]/.test(words.slice(0, 40))) worth -= 0.3;
  // A date or a note in brackets of its own is no part of what is told.
  if (/^[（([［].*[）)\]］]$/u.test(words.trim())) worth -= 4;
  worth -= (0.6 * Math.min(size, pace.caption)) / pace.caption;
  if (size < 4 * unitSize && turn === 0) worth -= 0.6;
  // What has to break off gives way to a sentence that stands, where there is one nearly as good.
  if (piece.ending === "ellipsis") worth -= brokenOff;
  return worth;
}

/**
 * Chooses captions within `room`, the best first; a paragraph that already has one gives way to others,
 * so that what is told stays spread over the scene. What is worth less than `least` does not fill the room.
 */
export function chooseCaptions(
  text: string,
  all: readonly Told[],
  room: number,
  least: number,
  weigh: Weigh,
  pace: Pace,
): Map<Narration, Piece> {
  const chosen = new Map<Narration, Piece>();
  const crowding = openCrowding(all, pace);
  const open = all.flatMap((told) => {
    const piece = told.unit.tag ? null : captionPiece(text, told, weigh, pace);
    if (piece === null) return [];
    const worth = captionWorth(told, piece, text.slice(piece.start, piece.end), weigh, pace);
    return worth > 0 ? [{ told, piece, worth }] : [];
  });
  const lettered = new Set<string>();
  let left = room;
  while ((left > 3 || chosen.size === 0) && open.length > 0) {
    let best = 0;
    open.forEach(({ told, worth }, i) => {
      const other = open[best];
      if (other && worth - crowding.of(told) > other.worth - crowding.of(other.told)) best = i;
    });
    const [next] = open.splice(best, 1);
    if (!next) break;
    const { piece } = next;
    const telling = next.worth - crowding.of(next.told);
    // What tells most may go over the room that is left.
    const limit = left * Math.max(1.15, telling);
    const alone = sizeOf(text, piece, pace);
    const before = leadOf(text, next.told, piece, all, chosen, weigh, pace);
    const both = alone + (before === null ? 0 : sizeOf(text, before.piece, pace));
    const lead = both > limit && telling >= standsAlone ? null : before;
    const size = lead === null ? alone : both;
    // What is told in the same words again is told once.
    const words = text.slice(piece.start, piece.end);
    if (chosen.size > 0 && (size > limit || telling < least)) continue;
    if (lettered.has(words)) continue;
    lettered.add(words);
    for (const { told, piece: part } of lead === null ? [next] : [lead, next]) {
      chosen.set(told.unit, part);
      crowding.add(told);
    }
    left -= size;
  }
  return chosen;
}

/** Worth from which words are told even where there is no room for the name that they point back at. */
const standsAlone = 1.1;

/** Words that point at what the sentence before them names, or give its reason. */
const pointsBack = {
  en: /^\P{L}*(?:(?:and|but|so|then|now|there|for) )?(?:he|she|it|they|this|that|these|those|his|her|its|their|there was no other)\b/iu,
  ja: /^\P{L}*(?:けれど|しかし|だが|それで|そこで|ところが|あとの|これ|それ(?!から|に)|その(?!時|とき|後|あと|うち|まま|上)|この男|この女|彼)|(?:から|ため|せい|おかげ)(?:だ|です|である|だった|でした|であった)。?$/u,
} as const;

/** A name, or in Japanese whom は or が marks. */
const named = { en: /\P{L}(?!I\b)\p{Lu}|\b(?:the|an?) \p{Ll}/u, ja: /[はが]/u } as const;

/** The sentence right before one that points back at it, where it names what is meant and is not told yet. */
function leadOf(
  text: string,
  { unit, index }: Told,
  piece: Piece,
  all: readonly Told[],
  chosen: ReadonlyMap<Narration, Piece>,
  weigh: Weigh,
  pace: Pace,
): { told: Told; piece: Piece } | null {
  const lead = all[index - 1];
  const back = pointsBack[pace.rules];
  if (lead === undefined || !back.test(text.slice(piece.start, piece.end)) || chosen.has(lead.unit)) return null;
  const apart = lead.unit.tag || text.slice(lead.unit.end, unit.start).trim() !== "" || back.test(lead.words);
  const whole = apart || !named[pace.rules].test(lead.words) ? null : captionPiece(text, lead, weigh, pace);
  return whole === null || whole.ending === "ellipsis" ? null : { told: lead, piece: whole };
}

/** How much worse a caption is that breaks off. */
const brokenOff = 0.9;

/** What is against another caption out of a paragraph: the more of its sentences are captions already, the more, and the less it turns the story. */
function openCrowding(all: readonly Told[], { rules }: Pace): { add(told: Told): void; of(told: Told): number } {
  const sentences = new Map<number, number>();
  const chosen = new Map<number, number>();
  const count = (map: Map<number, number>, { unit }: Told) =>
    map.set(unit.paragraph, (map.get(unit.paragraph) ?? 0) + 1);
  for (const told of all) count(sentences, told);
  return {
    add: (told) => count(chosen, told),
    of: ({ unit, words }) =>
      (2 * (chosen.get(unit.paragraph) ?? 0)) /
      (Math.max(2, sentences.get(unit.paragraph) ?? 0) * (1 + turnOfPlot(words, rules))),
  };
}

/** Of a sentence what is lettered: all of it, or of one too large its beginning or its end; all where little would be saved or more lost than told. */
function captionPiece(text: string, told: Told, weigh: Weigh, pace: Pace): Piece | null {
  const { start, end } = told.unit;
  const whole: Piece = { start, end, ending: "as-is" };
  const size = sizeOf(text, whole, pace);
  const half =
    pace.rules === "en" && size > 0.7 * pace.caption && size <= pace.caption ? namedEnd(text, told, pace) : null;
  if (half !== null) return half;
  const part = size > pace.caption ? partToFit(text, told.unit, pace) : whole;
  const most = pace.rules === "ja" ? mostUpright : pace.panel;
  const loses = part !== null && weigh([whole]) > losing * weigh([part]);
  const fits = size <= nearlyFits * pace.caption || (size <= most && (part === null || loses || pace.rules === "ja"));
  const piece = fits ? whole : part;
  return piece === null || piece.ending !== "as-is" ? piece : brokenBefore(text, piece, pace);
}

/** A sentence that goes on in quotation marks breaks off before them, or ends a clause earlier where its last words only led to them. */
function brokenBefore(text: string, piece: Piece, { rules }: Pace): Piece | null {
  if (!/[\p{L}\p{N},;、—–-]$/u.test(text.slice(piece.start, piece.end))) return piece;
  const sound = rules === "ja" ? piece : soundEnd(text, piece, piece.end + 1, 3);
  return sound === null ? null : { ...sound, ending: sound.end < piece.end ? "stop" : "ellipsis" };
}

/** A Japanese sentence that cannot be cut well may run to the extreme of L3, ten characters by six. */
const mostUpright = 60;

/** A sentence so much too large is lettered whole rather than cut. */
const nearlyFits = 1.2;

/** How much more than its part a whole sentence has to carry to be lettered. */
const losing = 1.8;

function partToFit(text: string, unit: Narration, pace: Pace): Piece | null {
  const small = pace.rules === "ja" ? 10 : 4;
  const end = endToFit(text, unit, 1.25 * pace.caption, 2 * small, pace);
  const cut = cutToFit(text, unit, pace.caption, small, pace);
  if (end !== null && (cut === null || tellsMore(text, end, cut, pace))) return end;
  const sound = cut === null || pace.rules === "ja" ? cut : soundEnd(text, cut, unit.end, small);
  return sound === null ? null : sighless(text, sound);
}

/** The end of a long sentence that begins with a name and alone turns the story. */
function namedEnd(text: string, { unit, words }: Told, pace: Pace): Piece | null {
  const end = endToFit(text, unit, pace.caption, 4, pace);
  const own = end === null ? "" : text.slice(end.start, end.end);
  const turn = turnOfPlot(own, pace.rules);
  return turn > 0 && turn >= turnOfPlot(words, pace.rules) && /^\p{Lu}/u.test(own) ? end : null;
}

/** Whether the end of a sentence tells more than its beginning, or the beginning would break off. */
export function tellsMore(text: string, end: Piece, beginning: Piece, { rules }: Pace): boolean {
  const told = (piece: Piece) => {
    const words = text.slice(piece.start, piece.end);
    return turnOfPlot(words, rules) + (tellsEvent(words, rules) ? 0.5 : 0);
  };
  return told(end) > (beginning.ending === "ellipsis" ? told(beginning) / 2 - 0.3 : told(beginning) + 0.4);
}

function sighless(text: string, piece: Piece): Piece {
  const words = text.slice(piece.start, piece.end);
  const kept = withoutSigh(words);
  return kept === words ? piece : { start: piece.start, end: piece.start + kept.length, ending: "stop" };
}

/** Worth of a sentence as a picture without words: only where it surely says what somebody does, and a body can show it. */
export function pictureWorth(words: string, doing: Doers | null, loud: boolean, pace: Pace): number {
  if (doing === null || doing.actor === null || !doing.sure) return 0;
  const { pose, holds, undrawable } = deedIn(doing.deed, pace.rules);
  if (undrawable) return 0;
  let worth = 0;
  if (pose !== null) worth += small.has(pose) ? 0.9 : 1.7;
  if (holds !== null) worth += 0.8;
  if (emotionIn(doing.deed, pace.rules) !== null) worth += 0.7;
  if (loud) worth += 0.8;
  if (worth > 0) worth += 0.5 * Math.min(1, turnOfPlot(words, pace.rules));
  if (/[!！]/.test(words)) worth += 0.3;
  if (pace.size(words) > (pace.rules === "ja" ? 70 : 32)) worth -= 0.5;
  return worth;
}

/** Poses that tell little without a word beside them. */
const small: ReadonlySet<Pose> = new Set<Pose>(["walk", "hold", "hand-to-face"]);

/** Whether a sentence is one that proved somebody's looks: the figure itself shows it. */
export function showsLooks(person: Person | undefined, start: number, end: number): boolean {
  if (!person) return false;
  return traitsOf(person.looks).some((trait) => trait.start < end && trait.end > start);
}

function traitsOf(looks: Looks): { start: number; end: number }[] {
  const { clothes, marks, ...single } = looks;
  return [...Object.values(single).filter((trait) => trait !== null), ...clothes, ...marks];
}
