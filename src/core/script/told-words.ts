import type { Draft, Line } from "./draft.ts";

const lettered = (lines: readonly Line[], text: string): string =>
  lines.flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end))).join(" ");

/** The captions of a panel, titles apart. */
export function captionOf({ lines }: Draft, text: string): string {
  return lettered(
    lines.filter(({ kind, title }) => kind === "narration" && !title),
    text,
  );
}

/** What is said in a panel. */
export function spokenOf({ lines }: Draft, text: string): string {
  return lettered(
    lines.filter(({ kind }) => kind !== "narration"),
    text,
  );
}

/** Who is said to be gone is not in the picture. */
const gone = {
  en: /\b(?:disappeared|vanished|(?:was|were|had|is) gone|had left|no longer (?:there|to be seen)|nowhere to be seen|slipped away|made off)\b(?!.*\b(?:returned|reappeared|emerged|came back)\b)/i,
  ja: /姿を消|姿が見えな|いなくな|居なくな|見えなくな|消え(?:た|て(?:しま|い))|行方/,
} as const;

/** Who hides is not seen, or only their face. */
const hidden =
  /\b(?:hid|hidden|hiding|concealed|out of sight)\b|かく(?:れ|し)て|隠れ(?:て|た)|身をひそ|頭をひっこ|頭を引っ込/i;

/** Words of many people: one alone would belie them. */
const many =
  /\b(?:crowds?|procession|funeral|players|(?:all|whole) (?:the |of the )?(?:party|company|court)|guests|audience|jurymen|everybody|all the (?:men|women|people|boys|others|rest)|passers-by|mob|they all)\b|葬列|行列|大勢|群集|群衆|みんな(?:は|が|で)|(?:一同|連中|生徒|人々)(?:たち|ども|ら)?(?:は|が)/i;

/** Whether the words of somebody's deed say that the person is gone. */
export const tellsGone = (words: string, rules: "en" | "ja"): boolean => gone[rules].test(words);
/** Whether words say that somebody hides. */
export const tellsHidden = (words: string): boolean => hidden.test(words);
/** Whether words are of many people. */
export const tellsMany = (words: string): boolean => many.test(words);
/** Whether words are of a mind or a feeling. */
export const tellsMind = (words: string): boolean =>
  /\b(?:mind|thoughts?|thought|heart|felt|feelings?|knew|remembered|wondered|hoped|feared)\b|心|気持|思|考|意識|感じ|覚え|忘れ/i.test(
    words,
  );
