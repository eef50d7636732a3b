import type { Gender } from "./story.ts";

/** Dialects and old speech that fiction gives to one of two who talk. */
const styles: readonly (readonly [style: string, pattern: RegExp])[] = [
  ["moshi", /なもし|な、もし|ぞな|じゃけれ|けれ、|がな[。、」]?$|おくれん|とらい|げな[。」]?|じゃがな/],
  ["rural", /だべ|べ[。、！？…]|べ$|おら[はがのも]|けろ|だど/],
  ["jester", /でげす|げすな|げすよ/],
  ["samurai", /ござ(?:る|らぬ|ろう)|拙者|まする/],
  [
    "aged",
    /わし(?:[はがのもをに]|ゃ)|(?<!^|[れいで。、！？…])じゃ(?!な[いくか])(?:[。、！？…よな]|$)|(?:のう|おるわ)(?:[。、！？…]|$)/,
  ],
  ["female", /(?:のよ|わよ|わね|かしら|だわ|ですわ|ますわ)(?:[。、！？…]|$)|あたし/],
];

/** A marked way of speaking, or null for plain words. */
export const styleOf = (line: string) => styles.find(([, pattern]) => pattern.test(line))?.[0] ?? null;

const agedVoice =
  /わし(?:[はがのもをに]|ゃ)|(?:(?<!^|[れいで。、！？…])じゃ(?!な[いくか])|のう|ぬ|おる|てな|とな|いでな|うて)(?:[。、！？……よな]|$)|うておった|ておる/;
const femaleVoice = /(?:のよ|わよ|わね|かしら|[だいたす]わ|なの|てたの|いたの)(?:[。、！？…]|$)|あたし/;
const womansI = /あたし|妾(?:[はがのもをに]|です)|お(?:兄|姉)(?:さま|様)/;
const maleVoice =
  /(?:俺|おれ|僕|ぼく)(?:[はがのもをに]|たち|あ[、ぁ-ん])|(?:だぜ|だぞ|んぞ|くぞ|るぞ|ろよ?)(?:[。、！？…]|$)/;
const servantVoice = /ございます|でございま|参りま(?:す|しょう|せん)|いたしま|旦那|坊っ?ちゃん/;

/** What a child calls the old. */
const kinVoice = /(?:じい|ばあ|じっ|ばっ)(?:ちゃ|さま)|(?:父|母|とう|かあ)ちゃ/;

/** How an old person, a woman, a man, a child or a servant is made to speak in fiction: a weak sign, in log odds. */
export function voicePoints(
  line: string,
  { gender, old, child, servant }: { gender: Gender | null; old: boolean; child: boolean; servant: boolean },
): number {
  let points = 0;
  if (kinVoice.test(line)) points += old ? -2.5 : child ? 1.2 : 0;
  if (agedVoice.test(line)) points += old ? 1.6 : -0.8;
  if (femaleVoice.test(line)) points += gender === "female" && !old ? 0.8 : gender === "male" ? -1.2 : 0;
  if (womansI.test(line) && gender !== "female") points -= gender === "male" ? 1 : 2.5;
  if (maleVoice.test(line)) points += gender === "female" ? -2.5 : 0;
  if (servantVoice.test(line)) points += servant ? 1 : 0;
  return points;
}

/** 清という下女, 小使, 給仕: they say ございます and call others 旦那. */
export const servants = /^(?:下女|女中|小使|給仕|番頭|車夫|車屋|馬丁|書生|家来|下男|召使)/;
