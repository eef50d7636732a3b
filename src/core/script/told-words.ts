import type { Draft, Line } from "./draft.ts";

/** The words of lines; where a book of hard lines breaks one is no matter to any rule. */
const lettered = (lines: readonly Line[], text: string): string =>
  lines
    .flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)))
    .join(" ")
    .replaceAll(/\s*\n\s*/gu, " ");

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
  en: /\b(?:disappeared|vanished|(?:was|were|had|is) gone|had left(?! (?:my|his|her|the|our|their) (?:chair|seat|place|bed))|no longer (?:there|to be seen)|nowhere to be seen|slipped away|made off)\b(?!.*\b(?:returned|reappeared|emerged|came back)\b)/i,
  // 兵十がいなくなると、ごんは…: who does the rest is there.
  ja: /(?:姿を消|姿が見えな|いなくな|居なくな|見えなくな|消え(?:た|て(?:しま|い)))(?!ると|った(?:ら|ので|から)|って|かった)|行方/,
} as const;

/** Who hides is not seen, or only their face. */
const hidden =
  /\b(?:hid|hidden|hiding|concealed|out of sight)\b|かく(?:れ|し)て|隠れ(?:て|た)|身をひそ|頭をひっこ|頭を引っ込/i;

/** Words of many people: one alone would belie them. */
const many =
  /\b(?:crowds?|procession|(?<!\b(?:after|before|since|until) (?:the|his|her|their) )funeral|players|(?:all|whole) (?:the |of the )?(?:party|company|court)|guests|audience|jurymen|everybody|all the (?:men|women|people|boys|others|rest)|passers-by|mob)\b|葬列|行列|大勢|群集|群衆|みんな(?:は|が|で)|(?:一同|連中|生徒|人々)(?:たち|ども|ら)?(?:は|が)/i;

/** Whether the words of somebody's deed say that the person is gone; the door whence another had gone is no matter. */
export const tellsGone = (words: string, rules: "en" | "ja"): boolean =>
  gone[rules].test(words.replaceAll(/\b(?:whence|where|which|through whom)\b[^,.;:]*/giu, ""));
/** Whether words say that somebody hides. */
export const tellsHidden = (words: string): boolean => hidden.test(words);
/** Whether words are of many people. */
export const tellsMany = (words: string): boolean => many.test(words);
/** Whether words are of more people than are drawn: whoever is shown small in an empty place would belie them. */
export const tellsCompany = (words: string): boolean =>
  /\b(?:they|them|we|us|men|women|people|others|boys|girls|children|friends|officers|policemen|everyone)\b|[二三四五六七八九十百両]人|みんな|皆|生徒|寄宿生|連中|奴等|一同|たち|達|ども/iu.test(
    words,
  );
/** Whether those many look at somebody, or cry, laugh or clap at him: then they are seen from before. */
export const tellsFaces = (words: string): boolean =>
  /\b(?:star(?:ed|ing)|gap(?:ed|ing)|gazed|gazing|looked|looking|laugh|cheer|shout|cried|crying|clapped|applau|grinn|whisper|murmur)|見て|見た|見つめ|眺め|あきれ|呆|ぽかん|笑|囃|はやし|拍手|喝采|騒|叫|ささや|囁|うなず/i.test(
    words,
  );
/** Whether words are of a mind or a feeling. */
export const tellsMind = (words: string): boolean =>
  /\b(?:mind|thoughts?|thought|heart|felt|feelings?|knew|remembered|wondered|hoped|feared)\b|心|気持|思|考|意識|感じ|覚え|忘れ/i.test(
    words,
  );

/**
 * States in which no figure is drawn: without clothes, of another size, in the water, lying dead, upside down, changed,
 * the head against a roof.
 */
const states =
  /\b(?:naked|undressed|upside down|head over heels|up to (?:her|his|my|their) (?:chin|neck|waist|knees)|(?:inches|feet|miles?) (?:high|tall|long)|(?:grew|grow|growing|grown|shrank|shrink\w*|shrunk)(?: \p{L}+)? (?:smaller|larger|taller|bigger|directly|again|up|rapidly|and)|(?:head|chin|elbow|neck)(?: \p{L}+){0,3} (?:struck|pressed|against|entangled)|(?:her|his|my) (?:chin|neck|foot|feet)|dead body|corpses?|lay (?:dead|dying|still|senseless)|expiring|drown(?:ed|ing)(?! (?:in (?:love|sleep|tears|sorrow|grief|drink|work|a|the (?:noise|roar|din|sound))|out|by))|sw[aiu]m(?:ming)?|float(?:ed|ing)|turn(?:ed|ing) into|changed into|telescope|opium)\b|裸|逆さ|首まで|腰まで|腰のところまで|水に(?:つか|ひた|浸)|湯の中|泳[いぐぎ]|(?<![愛恋情酒色欲]に)溺れ|縮ん|死んだように|倒れて(?:い|お)|化け(?:て|た)|ぶらさが|宙に|宙返/iu;

/** Whether words put people into the water, and whether they take them out of it. */
export const tellsSwimming = (words: string): boolean =>
  /\b(?:swam|swimming|swim|up to (?:her|his|my|their) (?:chin|neck|waist)|in the (?:water|sea|waves))\b|泳[いぐぎ]|水の中|腰まで|首まで/iu.test(
    words,
  );
export const tellsLanding = (words: string): boolean =>
  /\b(?:shore|ashore|land(?:ed)?|bank|on deck|aboard|dry|dried|climbed out|out of the water)\b|岸|上が|(?:川|水|湯|海)から[^。]{0,4}上|陸|浜/iu.test(
    words,
  );

/** Whether words are of a state that a drawn figure would belie. */
export const tellsState = (words: string): boolean => states.test(words);

/** Whether the state is one in which not even a face is shown: naked, or dead. */
export const tellsGrave = (words: string): boolean =>
  /\b(?:naked|undressed|dead body|corpses?|lay (?:dead|dying|still|senseless)|expiring)\b|裸|死/iu.test(words);

const sights = {
  en: /\b(?:sky|sun|moon|stars?|rain|snow|wind|fog|mist|clouds?|sea|waves?|river|trees?|garden|hills?|street|road|houses?|walls?|roof|windows?|rooms?|hall|ceiling|stairs|light|dark|darkness|shadows?|silence|silent|quiet|church|tower|harbour|shore|rocks?|door|doors|building|smoke|sounds?|noise|empty|deserted)\b/iu,
  ja: /空(?!っ)|月(?![給日謝末])|星|雨|雪|風(?!呂)|霧|雲|海|川|森|庭|道(?!具|理|楽)|町|屋根|壁|門|石段|梯子|楼|部屋|畳|灯|光|闇|影|音|聞こえ|きこえ|静|暗|煙|匂|におい|柱|窓|戸/u,
} as const;

/** Whether words are of what is to be seen or heard of a place. */
export const tellsSights = (words: string, rules: "en" | "ja"): boolean => sights[rules].test(words);

/** Whether words are of leaving: whoever leaves a place is not to be seen in it, nor is it any longer of interest. */
export const tellsLeaving = (words: string): boolean =>
  /\b(?:(?:we|they|I|he|she) (?:soon |then )?(?:left|departed|set out|set off|started)|on (?:my|his|her|our|their) way)\b|離れ|出立|出発|発った|立ち去|引き払|出かけ(?:た|まし)|出掛け(?:た|まし)/iu.test(
    words,
  );

const somebody = {
  en: /\b(?:he|she|they|we|I|you|who|man|men|woman|women|lady|gentleman|girl|boy|child|people|visitor|friend|voices?|somebody|someone|everybody|nobody|himself|herself)\b/iu,
  ja: /人|者|男|女|子|奴|やつ|彼|誰|みんな|生徒|先生|おれ|私|僕|己|君|あなた|さん|婆|爺|亭主|云|言|聞い|思|考/u,
} as const;

/** Whether words are of people in whatever way: an empty place would belie them. */
export const tellsPeople = (words: string, rules: "en" | "ja"): boolean => somebody[rules].test(words);
