import { goesOn } from "./japanese-quotes.ts";
import type { JapaneseTag } from "./japanese-subjects.ts";
import { japaneseSpeech } from "./japanese-words.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { QuoteKind } from "./story.ts";

/** Speech, thought, letter or mere mention (title) of every quote. */
export function japaneseKinds(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  tags: readonly (JapaneseTag | null)[],
): QuoteKind[] {
  const kinds = quotes.map((quote, i) => kindOf(text, passages, quote, tags[i] ?? null));
  // A lone line after a thought, with nobody else about, is thought on.
  for (const [i, quote] of quotes.entries()) {
    const [before, after] = [quotes[i - 1], quotes[i + 1]];
    if (goesOn(quotes, i)) kinds[i] = kinds[i - 1] ?? "speech";
    if (kinds[i] !== "speech" || kinds[i - 1] !== "thought" || before === undefined) continue;
    if (tags[i]?.explicit === true || tags[i]?.stranger === true || quote.passage - before.passage > 1) continue;
    const alone =
      after === undefined ||
      after.passage - quote.passage > 1 ||
      kinds[i + 1] === "thought" ||
      kinds[i + 1] === "title";
    const own = passages[quote.passage];
    if (alone && own !== undefined && own.start === quote.start && own.end <= quote.end + 1) kinds[i] = "thought";
  }
  return kinds;
}

function kindOf(text: string, passages: readonly Passage[], quote: RawQuote, tag: JapaneseTag | null): QuoteKind {
  if (quote.mark === "（" || tag?.thought === true) return "thought";
  const passage = passages[quote.passage];
  if (passage !== undefined && isWritten(text, passages, passage, quote)) return "letter";
  const lead = text.slice(passage?.start ?? 0, quote.start);
  const after = text.slice(quote.end, quote.end + 12);
  const whole = /[。！？…]$/.test(text.slice(quote.inner.start, quote.inner.end));
  if (!voice.test(text.slice(quote.end, quote.end + 20)) && isMention(after)) return "title";
  const ownWords = /^[^。]*/.exec(text.slice(quote.end, quote.end + 40))?.[0] ?? "";
  // 「…」と慰めた: any verb after と makes a line of it; 「すれば」であった is none.
  const said = /^と[、，]?[^。]/.test(after) && (japaneseSpeech.test(ownWords) || ownWords.includes("声を"));
  const ends = passage !== undefined && quote.end >= passage.end - 1 && (whole || quote.end - quote.start > 12);
  const long = after.startsWith("と") && quote.end - quote.start > 12;
  if (lead.trim() !== "" && tag?.explicit !== true && !said && !ends && !long && !/[。、！？…―」]\s*$/.test(lead))
    return "title";
  const loose = /^(?:[のはもを]|が(?!た)|とか)/.test(after);
  return loose && (lead.trim() !== "" || (quote.end - quote.start < 12 && !whole)) ? "title" : "speech";
}

/** 「…」という老婆の声. */
const voice = /^と(?:いう|云う|言う)[^。、]{0,10}の(?:声|悲鳴|叫)/;

/** 「とぼん」と音を立てながら, 「…」と云う方が, 「…」ように, 「…」という狐: words that are spoken about. */
const isMention = (after: string) =>
  /^と(?:いう|云う|言う)?[^。、]{0,4}(?:音|響き|ひびき)/.test(after) ||
  /^と(?:いい|言い|云い|呼び)た[いく]|^と(?:書|かい|名付|名づ|題|称|銘|喝破|標題)|^(?:ように|らしい|式の)|^に(?:も|は)?なる/.test(
    after,
  ) ||
  /^と(?:いう|云う|言う)(?!声|叫|唸|うな)(?:[一-龠々]|より|こと|もの|よう|の[はがも])/.test(after);

const writtenThere =
  /(?:書い|かい|書かれ|しるし|記し)て(?:あり|い|お)[^。、]{0,6}。?$|(?:文字|字|札)(?:で|に|は)[^。]{0,8}(?:なっ|あり|出)[^。、]{0,6}。?$|(?:裏側|表|扉|札)(?:に|には|は)、?$/;
/** それは、弟にあてた手紙だった。 手紙にはこうあった。 その文句はこうである。 */
const letterBefore =
  /(?:手紙|葉書|はがき|電報|遺書|書き置き)(?:(?:だった|であった|でした|です|である)|には?[^。「」]{0,14}(?:あった|ありました|ある))。$|(?:文句|文面)は[^。「」]{0,6}(?:こう|次|左)[^。「」]{0,8}。$/;
const writtenAfter = /^[^「」]{0,60}?」?\s*と(?:書い|かい|書か)て/;

/** A notice on a door, a letter: it is read, not said. */
function isWritten(text: string, passages: readonly Passage[], passage: Passage, quote: RawQuote): boolean {
  if (writtenAfter.test(text.slice(quote.end, quote.end + 90)) && quote.start === passage.start) return true;
  if (quote.mark === "『" && quote.start === passage.start && quote.end - quote.start > 60) return true;
  const before = passages[passage.index - 1];
  if (quote.start !== passage.start || before === undefined) return false;
  const words = text.slice(before.start, before.end);
  if (
    quote.mark === "『" &&
    /(?:手紙|葉書|はがき|便箋|紙)を[^。]{0,6}(?:ひろげ|広げ|ひらい|開い|よみ|読み|読ん|あけ)[^。]{0,6}。\s*$/.test(
      words,
    )
  )
    return true;
  // と書いてありました。 closes the notice before it; what follows is said.
  if (/^\s*[　]*と(?:書|かい)/.test(words)) return false;
  if (writtenThere.test(words.trimEnd()) || letterBefore.test(words.trimEnd())) return true;
  // 次の戸がありました。 and a polite line that nobody says.
  return (
    /(?:扉|戸|札|看板|貼紙|貼り紙|額)が[^。]{0,8}(?:あり|出て|かか|下が)[^。]{0,6}。\s*$/.test(words) &&
    /(?:ください|下さい|くださいませ|ます|ません|ました)。?(?:\n|$)/.test(
      text.slice(quote.inner.start, quote.inner.end),
    ) &&
    !/^\s*と/.test(text.slice(quote.end, quote.end + 3))
  );
}
