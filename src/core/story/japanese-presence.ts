import * as steady from "../geometry/steady-math.ts";
import { mentionFrom } from "./mention-index.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

/** What the narration around a line is read from. */
interface Told {
  text: string;
  mentions: readonly Mention[];
  members: readonly Member[];
  narrator: number | null;
  /** One byte for each unit of the text: 1 inside a quote. */
  quoted: Uint8Array;
}

/** How far behind a line the narration may first name its speaker, in UTF-16 units. */
const firstNamedWithin = 120;

/** Whom the narration names for the first time only after a line and the sentence after it. */
export function comesLater({ text, mentions, members, narrator }: Told, quote: RawQuote): number[] {
  const end = quote.end + (/^[^。]*/.exec(text.slice(quote.end, quote.end + firstNamedWithin))?.[0].length ?? 0);
  const named = new Set<number>();
  for (const { member, quoted, start } of mentions) {
    if (start > end) break;
    if (!quoted) named.add(member);
  }
  return members.flatMap((_, who) => (named.has(who) || who === narrator ? [] : [who]));
}

/** その晩、, 翌朝、, 部屋に入ると、, 傘屋では、 at the start of a passage: another hour or place, and other people there. */
const elsewhen =
  /^[　\s]*(?:(?:その|ある|次の|あくる|[一二三四五六七八九十数]+日目の|(?:冬|夏|秋|春)?祭りの)(?:日|朝|晩|夜|夕方|夕|午後|昼|週|年|[月火水木金土日]曜日?)|翌(?:朝|日|週|晩|年)|[一二三四五六七八九十数]+(?:日|週間|年|か月|ヶ月)(?:ほど)?(?:が)?(?:たっ|経っ|して|後)|(?:午後|夕方|夜)(?:の|に|、)|[^。、はがを]{1,12}(?:に入ると|に行くと|へ行くと|に着くと|へ着くと|へ戻ると|に戻ると|まで来ると|では、|には、))/;

/** ばあさんのうちへ行きました, 川をわたりました: whoever goes there finds other people. */
const elsewhere =
  /(?:のうち|の家|のいえ|のところ|の店|のもと)(?:へ|に|まで)[^。、]{0,6}(?:行き|いき|行っ|いっ|むかい|向かい)(?:まし|た)|(?:川|山|橋|森|野原|谷|海|峠|坂)を[^。、はが]{0,4}(?:わた|渡|のぼ|登|こえ|越え|ぬけ|抜け)(?:り|っ)?(?:まし|た)/;

/** Where the narration between two lines turns to another hour or place. */
export function movedAt(
  text: string,
  passages: readonly Passage[],
  mentions: readonly Mention[],
  before: RawQuote | undefined,
  { passage: own, start }: RawQuote,
): number | null {
  for (let i = own; i > (before?.passage ?? own); i--) {
    const passage = passages[i];
    if (passage === undefined || passage.start === start) continue;
    if (bringsIn(text, mentions, passage)) return passage.start;
    const sentences = [...text.slice(passage.start, Math.min(start, passage.end)).matchAll(/[^。]+/g)].reverse();
    for (const { 0: sentence, index } of sentences)
      if (elsewhen.test(sentence) || elsewhere.test(sentence)) return passage.start + index;
  }
  return null;
}

/** ふくろうはかせは、大きな木のてっぺんで、本を読んでいました: somebody new is told of where he is; the others were elsewhere. */
function bringsIn(text: string, mentions: readonly Mention[], { start, end }: Passage): boolean {
  const at = mentionFrom(mentions, start);
  const topic = mentions[at];
  if (topic === undefined || topic.quoted || /\S/.test(text.slice(start, topic.start))) return false;
  if (mentions.slice(0, at).some(({ member, quoted }) => member === topic.member && !quoted)) return false;
  return /^は、?[^。「」]{2,40}(?:で|に)[^。「」]{0,30}[てで]い(?:まし)?た。/.test(text.slice(topic.end, end));
}

/** Where the chapter of a passage begins. */
export function chapterStart(passages: readonly Passage[], from: number): number {
  let i = from;
  while (i > 0 && passages[i]?.opens !== "chapter") i -= 1;
  return passages[i]?.start ?? 0;
}

/** 山嵐に出っ喰わした, 婆さんが出て来た: the talk will be with them. */
const meeting =
  /^(?:に[、，]?(?:出っ?喰|見つか|呼び止め|出くわ|出逢|出会|逢|会|あっ|ぶつか|捕|つかま)|の顔を[、，]?(?:見|眺)|が[、，]?[^、。]{0,3}(?:出て来|はいって来|入って来|入ってき|やって来|来た|進み出|顔を出し|現れ)|(?:である|であった|だった)。)/;

const meetsByName = (text: string, { end, quoted }: Mention) =>
  !quoted && /^(?:である|であった|だった|だ)。/.test(text.slice(end, end + 5));

/** Who has just turned out to be there: 戸が開いた。高木だった。 */
export function cameByName(text: string, mentions: readonly Mention[], start: number, least: number): number | null {
  for (let i = mentionFrom(mentions, start) - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < Math.max(start - 100, least)) return null;
    if (meetsByName(text, mention)) return mention.member;
  }
  return null;
}

const leaves =
  /^[はが][^。「」]{0,30}(?:消え|立ち去|去って|出て(?:行|い)っ|行ってしま|帰って(?:行|い)|走り去|引っ込|駆け出し|走り出)/;

/** Who has gone away since the line before: 男は吹雪の中に消えた. */
export function goneBefore(text: string, mentions: readonly Mention[], start: number, least: number): number[] {
  const gone = new Set<number>();
  for (let i = mentionFrom(mentions, least); (mentions[i]?.start ?? start) < start; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.quoted) continue;
    if (leaves.test(text.slice(mention.end, Math.min(start, mention.end + 50)))) gone.add(mention.member);
    else if (/^[はが]/.test(text.slice(mention.end, mention.end + 1))) gone.delete(mention.member);
  }
  return [...gone];
}

/** The last one met or come in within 200 units before a line. */
export function metBefore(text: string, mentions: readonly Mention[], start: number, least: number): number | null {
  for (let i = mentionFrom(mentions, start) - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < Math.max(start - 200, least)) return null;
    if (!mention.quoted && meeting.test(text.slice(mention.end, mention.end + 12))) return mention.member;
  }
  return null;
}

const person =
  /(?:一人の|ひとりの|[一-龠々ァ-ヶ]{1,4}(?:の|な|い|た))?[一-龠々ァ-ヶ]{0,4}(?:男|女|老人|老婆|婦|婦人|師|生徒|学生|客|僧|坊主|娘|小僧|さん|奴|子供|紳士|番人|門番|番頭|手代|人足|人夫|役人|役|兵|者|弟|兄)(?=[がは]|の声)/g;

/** Whether the narration around a line names a person. */
export function isNear(mentions: readonly Mention[], who: number, { start, end }: RawQuote): boolean {
  for (let i = mentionFrom(mentions, start - 900); (mentions[i]?.start ?? Infinity) < end + 400; i++)
    if (mentions[i]?.member === who && mentions[i]?.quoted === false) return true;
  return false;
}

/** 0–1: how near before a line somebody acts whom the cast does not hold. */
export function outsider({ text, mentions, quoted }: Told, quote: RawQuote): number {
  const from = Math.max(0, quote.start - 250);
  let strength = 0;
  for (const match of text.slice(from, quote.start).matchAll(person)) {
    const [start, end] = [from + match.index, from + match.index + match[0].length];
    if (/^が(?:なくな|亡くな|死)/.test(text.slice(end, end + 4))) continue;
    const known = mentions[mentionFrom(mentions, end) - 1];
    if ((known !== undefined && known.end > start) || quoted[start] === 1) continue;
    // 若い女が入って来た。おゆきである: the stranger has a name after all.
    if (mentions.slice(mentionFrom(mentions, end)).some((one) => one.start < quote.start && meetsByName(text, one)))
      continue;
    strength = steady.exp((end - quote.start) / 120);
  }
  return strength;
}

/** How much it says that somebody was named before the narration turned to another hour or place. */
const leftBehind = 0.3;

/** Who is named in the narration just before, the weightiest first: a topic weighs more than an owner, the nearer the more. */
export function near(
  text: string,
  mentions: readonly Mention[],
  start: number,
  least: number,
  moved: number | null,
  narrator: number | null,
): number[] {
  const found = new Map<number, number>();
  for (let i = mentionFrom(mentions, start) - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < Math.max(start - 500, least)) break;
    if (mention.quoted || mention.member === narrator) continue;
    const after = text.slice(mention.end, mention.end + 3);
    const part = meeting.test(text.slice(mention.end, mention.end + 8))
      ? 2.5
      : /^[はがも]/.test(after)
        ? 1
        : /^(?:[にとをへ]|の顔|の方)/.test(after)
          ? 0.8
          : after.startsWith("の")
            ? 0.25
            : 0.4;
    const there = mention.start < (moved ?? 0) ? leftBehind : 1;
    found.set(
      mention.member,
      (found.get(mention.member) ?? 0) + part * there * steady.exp((mention.end - start) / 250),
    );
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 4)
    .map(([who]) => who);
}
