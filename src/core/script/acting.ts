import type { Mood } from "../story/story.ts";
import {
  graveWords,
  comfort,
  englishEmotions,
  englishLines,
  japaneseEmotions,
  japaneseLines,
  sorrowWords,
  sternWords,
  stillFaces,
} from "./acting-words.ts";
import { exclaimedFace } from "./acting-exclamations.ts";
import { courtesyOf, isRetold, mildFace, ownWords, rememberedFace, scowls } from "./mild-faces.ts";
import { firstWord, tableOf } from "./word-tables.ts";
import type { Emotion, TextKind } from "./script.ts";

type Rules = "en" | "ja";

const emotionOf = tableOf(englishEmotions);
const japaneseEmotionList = listOf(japaneseEmotions);

function listOf<T>(rows: readonly (readonly [T, string])[]): [string, T][] {
  return rows.flatMap(([value, words]) => words.split(" ").map((word): [string, T] => [word, value]));
}

/** What a face shows in a sentence of narration or a speech tag, or null. A feeling that is denied is none. */
export function emotionIn(sentence: string, rules: Rules): Emotion | null {
  if (rules === "ja")
    return japaneseEmotionList.find(([word]) => isFelt(sentence, word) && !ofOthers(sentence, word))?.[1] ?? null;
  if (weeps.test(sentence)) return "crying";
  if (starts.test(sentence)) return "surprised";
  const feared = fears.exec(sentence);
  if (feared !== null) return (feared[1] ?? feared[2]) === undefined ? "sad" : "afraid";
  const felt = firstWord(
    unfelts.reduce((text, words) => text.replace(words, " "), sentence),
    emotionOf,
    (before) =>
      !/(?:\b(?:not|never|no|nor|without|hardly|would|could|might|may|if|lest)(?: (?:longer|at all|in the least|a bit|by any means|so|very|particularly|really))*(?: (?:be|have|been|get|feel|taste|know|find|hope for|takes?|took|an?|any))?|n['’]t|\b(?:not|n['’]t)(?: \w+){0,3} into an?|\b(?:no|nothing|little|neither|without)(?: \w+){0,4} (?:to|or|of|in|with))\s*$/i.test(
        before,
      ),
  );
  if (felt !== null) return felt;
  if (rouses.test(sentence) || drawsUp.test(sentence)) return "determined";
  return raisesBrows.test(sentence) ? "thinking" : highSpirits.test(sentence) ? "happy" : null;
}

/** What somebody is said not to feel, or not to remember having felt. */
const deniedFeeling =
  /\b(?:should|would|could|might|must) (?:not )?have (?:\p{L}+ly )?(?:felt|been|had|shown|looked)\b[^.;!?]*|\b(?:nor|neither) (?:am|was|is|did|do|had|have|were|are)\b[^.;!?]*|\b(?:do|did|does|can|could|have|had)(?: not|n[’']t| never)(?: ever)? (?:remember|recall|recollect|know what it is)\b[^.;!?]*/giu;

/** Of a change the last state counts. */
const formerState =
  /\b(?:chang|turn|pass|transform|wak|rous|recover|awoke|roused)\p{L}* (?:\p{L}+ )?(?:from|out of) [^.;]*?(?=\b(?:in)?to\b|[,.;]|$)|\b(?:happy|joy\p{L}*|smil\p{L}*|laugh\p{L}*|gladness|cheerful\p{L}*|delight\p{L}*|merriment|amusement)\b[^.;,]{0,12}\b(?:left|died|faded|vanished|fled|froze|gone|disappeared|passed)\b/giu;

/** Who was at rest and is now up and doing. */
const rouses =
  /\b(?:(?:in)?to (?:the|a) (?:man|woman) of action|(?:was |were |became |instantly |all |on the )alert\b|sprang to life)/iu;

/** Who makes himself tall. */
const drawsUp =
  /\b(?:drew|drawing|pulled|pulling) (?:him|her|my)self (?:\p{L}+ly )?(?:up|erect)\b|\b(?:drew|drawn) up to (?:his|her|my) (?:\p{L}+ )?height\b/iu;

/** Joy that no single word tells. */
const highSpirits =
  /(?<!\b(?:not|never|hardly|from) )\b(?:full of (?:\p{L}+,? (?:and )?){0,2}(?:hope|life|joy|courage|spirits)|in (?:high|good|great|excellent) spirits)\b/iu;

/** A cry is loud, to cry is to weep. */
const weeps =
  /\b(?:(?:began|begin|going|ready|about) to cry\b|cr(?:ied|ying) (?:bitterly|again|like)\b|burst (?:out crying|into (?:\p{L}+ ){0,5}(?:tears|crying|weeping|sobs))|(?:frenzy|fit|storm|passion|flood|paroxysm) of (?:crying|weeping|tears|sobs|sobbing))/iu;

/** Who stares into the fire or out of a window sees nothing strange. */
const looksAway =
  /\bstar(?:ed|ing) (?:\p{L}+ly )?(?:into|out|through|straight|down|before|at the (?:fire|wall|ceiling|sky|sea|window))\b/giu;

/** A laugh without mirth, a smile that is forced, and what only snaps like anger. */
const falseJoy =
  /\b(?:laugh|smil)\p{L}*\b[^.;]{0,3}\ba (?:mirthless|bitter|hollow|forced)\b[^.;]*|\bnot a very cheerful laugh\b|\b(?:check|suppress|stifl|conceal|hid|repress)\p{L}* (?:his|her|my|a) (?:laugh|smile)\b|\blaugh\p{L}* an? (?:\p{L}+, ){0,2}(?:evil|wicked|cruel|savage|wild|horrible) (?:\p{L}+ )?laugh\b|\b[Tt]hough (?:he|she|I) (?:laugh|smil)\p{L}*[^.;]*?,(?= (?:he|she|I)\b)|\b(?:they|all|others|everybody|men|people) (?:\p{L}+ ){0,3}(?:laugh|smil|cheer)\p{L}*|\b(?:mirthless|bitter|contemptuous|scornful|forced?|hollow|reluctant|sardonic|grim|nervous|cruel|horrible|horrid|evil|wicked|wild|mocking|mad|hysterical|hideous|unholy|derisive)\b,? (?:\p{L}+,? ){0,4}(?:laugh|smile|chuckle)\b|\bsnapped (?:up|off|at|shut|the|his|her|it)\b/giu;

/** Weather, flames and mere haste rage without a face; a door is opened gently. */
const ofThings =
  /(?<!\p{L}ed (?:the )?)\b(?:winds?|storm|sea|waves|snow|rain|tempest|gale|flames|fire|torrent|billows|surf|battle|cigar|pipe|pen|horses?|dogs?|wolves)\b[^.;,]*\b(?:fury|furious\p{L}*|rage[ds]?|raging|angry|angrily|savage\p{L}*|thundered|moan\p{L}*|sob\p{L}*|sigh\p{L}*|wail\p{L}*|snarl\p{L}*|growl\p{L}*|fiercely)\b|\b(?:fury|rage) of the\b|\b(?:work|wr[io]t|scribbl|gallop|r[io]d|dr[io]v|row|pump|knock|rang|ring|bark|beat|burn|puff|smok|struggl)\p{L}* (?:\p{L}+ ){0,2}(?:furiously|savagely|angrily)\b|\b(?:rais|lift|open|rapp|clos|shut|push|pull|draw|drew|mov|rock|sway|blew|la[iy]|put|set|turn|took|tap)\p{L}* (?:\p{L}+ ){0,3}gently\b/giu;

/** What is seen or heard of others is not felt by who sees it. */
const seenInOthers =
  /\b(?:caught (?:a )?(?:glimpse|sight) of|saw|heard|watched|noticed|observed|perceived|listen(?:ed|ing) to)\b(?!,? (?:with|in|to (?:my|his|her)|that (?:I|he|she)|himself|herself|myself)\b)[^.,;!?]*/giu;

/** The look of another at which somebody laughs, smiles or wonders, and a feeling that is only hoped or waited for. */
const answeredTo =
  /\bat (?:my|his|her|their|our|your|the(?: \p{L}+){0,2} \p{L}+[’']s|\p{Lu}\p{L}+[’']s|the) (?:\p{L}+ ){0,2}(?:expression|face|look|surprise|astonishment|amazement|bewilderment|alarm|fears?|terrors?|anger|confusion|dismay|indignation|embarrassment|horror|grief|distress|perplexity|wonder)\b|\b(?:hope|expectation|chance) of (?:\p{L}+ )*?(?:dread|horror|terror|fear)\b|\bdread (?=(?:master|lord|chief|secret|name|king|companion)\b)|\bwonder(?:s|ed)? at (?:how|what|which)\b|\b(?:an?|another) (?:\p{L}+ ){0,2}wonder\b(?! (?:and|at|that)\b)|\b(?:to|began to) (?:wonder (?=what|how|why|who|whether|if|where|when)|(?:surprise|astonish|amaze|startle|frighten|alarm|terrify|shock) (?=him|her|them|me|us|you|\p{Lu}))/giu;

/** Moods of places and hours, a voice that is heard, a mere resolve, and what is done lest something come. */
const ofPlaces =
  /\b(?:melancholy|gloomy|lonely|dismal|wretched|miserable|cheerful|happy|merry|angry|furious|savage|weary|tired) (?:\p{L}+ )?(?:downs?|moors?|roads?|days?|nights?|evening|house|place|room|hall|street|sea|sky|country|land|landscape|valley|hills?|path|scene|spot|hours?|weather|waste|marsh|forest|garden|hamlet|village|hut|cabin|inn|town|island|coast|shore|lane|morning|winter|autumn|state of|condition)\b|\b(?:shadows? and|approaching|gathering|deepening|growing|thick|evening|in(?:to)? the|through the|of the|from the) gloom\b|\b(?:an?|the|his|her) (?:\p{L}+ )?(?:laugh|cry|scream|sob|groan|shriek|sigh|chuckle|voice) (?:rang|came|broke|burst|sounded|was heard|reached|behind|from)\b|\bseemed to (?:see|hear)\b[^.!?]*|(?<!\b(?:was|were|grew|am|is|firmly|all) )\b(?:determined|resolved) (?:to|that|upon|on)\b|\bfor fear (?=of|that|lest)\b/giu;

/** What is not felt: less than something else, told of in a tale, a wonder of the world, another's joy, a manner of speaking. */
const unfeltWords =
  /\b(?:such \p{L}+(?: and \p{L}+)?|I wonder(?= (?:how|if|whether|what|why|who|where|when|that|at)\b)|I (?:do )?fear(?=,| (?:that|I|he|she|it|we|they|you|the|this|there)\b)|(?:more|rather) (?=\p{L}+ than\b)|than \p{L}+|(?:tale|story|stories|account|history|scene|picture|days?) of (?:\p{L}+ and )?\p{L}+|(?:an?|the|no|little|small) wonders?\b|whose (?:\p{L}+ )?(?:joy|delight|grief|sorrow|terror)|anxious as)\b/giu;

/** The face that thinks has a brow up. */
const raisesBrows = /\b(?:rais|lift|arch)(?:ed|ing) (?:his|her|my|an?) (?:eye)?brows?\b/iu;

/** Who was afraid, and not merely of the opinion; for what may come the brow is only worried. */
const fears =
  /(?<!\b(?:not|never|nor|longer|hardly|n[’']t|if|I) )\b(?:was|were|felt|grew|became|looked) (?:(?:(sore(?:ly)?|so|very|terribly|mortally|desperately|dreadfully|horribly|much|half|all) )?afraid(?= (?:that|lest|he|she|it|they|the|his|her)\b|,? \p{Lu}\p{L}+ )|(?:(?!not|never|no|nothing)\p{L}+ )?(afraid)(?! (?:that|to)\b))/u;

/** Words of feelings that nobody feels who does or tells the rest. */
const unfelts = [
  deniedFeeling,
  formerState,
  looksAway,
  falseJoy,
  unfeltWords,
  ofThings,
  seenInOthers,
  answeredTo,
  ofPlaces,
] as const;

/** A body that starts, and not something that is begun. */
const starts =
  /\b(?:gave|with) an? (?:\p{L}+ )?(?:start|jump)\b|\bstarted (?:violently|back|up|in|with)\b|\bcr(?:y|ied out) (?:of|in|with) (?:surprise|astonishment|amazement)\b/iu;

function isFelt(sentence: string, word: string): boolean {
  const at = sentence.lastIndexOf(word);
  return (
    at >= 0 &&
    !/^[^、。]{0,6}?(?:ない|なかっ|ず(?!つ)|ぬ)|^[^、。]{0,14}(?:消え|薄れ|去っ|忘れ|解け)|^って(?:い?る|い?た)から|^[^、。]{0,6}(?:と|とも)思(?:わ|って(?:い|居)?)な|^[^、。]{0,2}しそう|^鳴?[りっ]?(?:つけ)?(?:られ|われ)|^鳴?(?:り|り込んで|りつけて|って|いかけて)(?:来|き)(?:た|て)/.test(
      sentence.slice(at + word.length),
    ) &&
    !/(?:には|のに|のは|[お御])$/.test(sentence.slice(0, at))
  );
}

/** What a company, or whoever is only spoken of, feels in the clause is not the feeling of the one whom the sentence is about. */
function ofOthers(sentence: string, word: string): boolean {
  const clause = sentence
    .slice(0, sentence.lastIndexOf(word))
    .split(/[、。]/)
    .at(-1);
  return /(?:一同|みんな|皆|生徒|連中|人々|校長|先生|誰か|者|もの|奴|やつ|たち|ども)(?:が|は|も)/u.test(clause ?? "");
}

/** What is known when somebody speaks. */
export interface Spoken {
  line: string;
  /** Narration around the line that belongs to its speaker. */
  tag: string;
  kind: TextKind;
  /** The face that the speaker made last in this scene. */
  before: Emotion | null;
}

/**
 * The face that goes with a spoken line (D5): the tag first, then the words, then the marks. A strong face needs words
 * that say so; with a courtesy on the lips, or with somebody else's words, nobody scowls.
 */
export function faceOf(spoken: Spoken, rules: Rules): Emotion {
  const line = ownWords(spoken.line, rules);
  if (isRetold(spoken.line, rules) || line.trim() === "") return mildFace(line, rules);
  const told = spoken.tag === "" ? null : emotionIn(ofSpeaker(spoken.tag, rules), rules);
  const face = strongFace({ ...spoken, line }, told, rules);
  const courtesy = courtesyOf(line, rules);
  if (courtesy !== null && face !== null && scowls.has(face))
    return told === "angry" || told === "furious" ? "determined" : told === face ? face : courtesy;
  return (
    face ??
    courtesy ??
    (graveWords[rules].test(line) ? "sad" : spoken.kind === "thought" ? "thinking" : mildFace(line, rules))
  );
}

/** What in a tag is of the one who speaks: no feeling of who tells it, nor what comes only after the line. */
function ofSpeaker(tag: string, rules: Rules): string {
  if (rules === "ja") return tag;
  return tag
    .replace(
      /\bto (?:my|our|the|\p{Lu}\p{L}+[’']s) (?:\p{L}+ )?(?:surprise|astonishment|amazement|horror|alarm|delight|joy|relief)\b/giu,
      " ",
    )
    .replace(/(?<=[.!?]["”’]? |^)(?:Then|Suddenly|At (?:this|that|last)|Presently|When|After)\b[^.!?]*/gu, " ");
}

/** A face for which the tag, the words or the marks of a line give a reason; null where none does. */
function strongFace({ line, kind, before }: Spoken, told: Emotion | null, rules: Rules): Emotion | null {
  const betrayed = heardIn(line, rules);
  const heard = betrayed !== null && smiles.has(betrayed) && sternWords[rules].test(line) ? null : betrayed;
  if (heard === "laughing") return heard;
  // Nobody shakes with laughter over sober talk: the laugh was before it.
  if (told === "laughing" && heard === null && (line.length > 70 || sternWords[rules].test(line)))
    return sternWords[rules].test(line) || /\bif you\b/i.test(line) ? "calm" : "happy";
  // Who is said to laugh may do so before or after; words of shame, anger or fear are not said with that laugh.
  if (told !== null && smiles.has(told) && heard !== null && !smiles.has(heard)) return heard;
  if (kind === "shout" && (told === null || cries.has(told)))
    return heard === "angry" || told === "angry" || told === "furious" ? "furious" : (told ?? heard ?? "determined");
  if (told !== null && told !== "thinking") return told;
  // Misfortune that is cried out is alarm rather than grief.
  if (heard !== null && !(heard === "sad" && /[!！]/.test(line) && !yearns.test(line))) return heard;
  const own = rules === "en" ? ownFeeling(line) : null;
  if (own !== null) return own;
  if (told === "thinking") return "thinking";
  if (/[!！]/.test(line) && orders.test(line)) return "determined";
  if (/[!！]/.test(line) && marvels.test(line)) return "surprised";
  const exclaimed = rules === "en" ? exclaimedFace(line) : null;
  if (exclaimed !== null) return exclaimed;
  return faded(before, line);
}

/** Grief that is cried out: somebody is missed. */
const yearns =
  /\b(?:alas|oh|miss (?:me|him|her|you|them)|wish (?:you|he|she|they) were|poor|farewell|beseech|implore|entreat|beg (?:of )?you|sake|pity|misery|despair|wretched|cruel|our darling|ouch|hurts|gone|dying|what a fool I|how (?:mad|blind|foolish) I|bear to think|wish I had never)\b/i;

/** Somebody is told what to do, or something is refused. */
const orders =
  /(?:^|[.!?—]\s*)(?:(?:well|now|then|here|there),?\s+)?(?:stop|hold|keep|get|run|silence|hush|quick|be off|off with|don[’']t|never (?!mind)|catch|out|stand back|give it|let (?:me|him|her|it) go)\b[^.?]*!|(?:ろ|れ|け|せ|め|て|な)[！!]/i;
/** Something is wondered at. */
const marvels =
  /(?:^|[.!?—]\s*)(?:oh(?![,!—]* (?:yes|no|that|indeed|you|certainly|it|well|I|we|he|she|they|very|nothing|never|please|pray|of course)\b)|how (?:very |queer|strange|curious))\b[^.?]*!|^(?:あ[っ！]|おや|まあ|なんと)/i;

/** The feeling that words betray when they are somebody's own, or null. */
export function heardIn(words: string, rules: Rules): Emotion | null {
  if (rules === "ja") return japaneseLines.find(([, told]) => told.test(words))?.[0] ?? null;
  const own = words.replace(comfort, " ");
  return englishLines.find(([, told]) => told.test(own))?.[0] ?? null;
}

/** What a line of talk tells of an own feeling: the face has it again, or a shade of it where it is long over. */
function ownFeeling(line: string): Emotion | null {
  const told = feelingTold(line);
  return told && (bygone.test(told.clause) ? rememberedFace(told.felt) : told.felt);
}

/** What somebody who tells the story felt at what is told, or cries out at it: there and then it is no memory. */
export function tellersFeeling(caption: string): Emotion | null {
  const felt = feelingTold(caption)?.felt ?? null;
  if (felt !== null) return felt;
  const cry = caption.split(/(?<=[.!?])\s+/).find((part) => part.includes("!"));
  const heard = cry === undefined ? null : heardIn(cry, "en");
  return heard === null || smiles.has(heard) ? null : heard;
}

/** The first clause in which an I tells of a feeling. */
function feelingTold(line: string): { clause: string; felt: Emotion } | null {
  const clause = line
    .split(/[.;!?]/)
    .find(
      (part) =>
        /\bI\b|\b(?:made|gave|filled|struck|startled|frightened|surprised) me\b|\bmy (?:heart|blood|feelings|nerves|hair|face|cheeks|eyes)\b/.test(
          part,
        ) &&
        !unfelt.test(part) &&
        emotionIn(part, "en") !== null,
    );
  const felt = clause === undefined ? null : emotionIn(clause, "en");
  return clause === undefined || felt === null || !retold.has(felt) ? null : { clause, felt };
}

/** It was felt at another time. */
const bygone = /\b(?:was|were|had|felt|made|gave|did|looked|became|grew|\p{L}+ed me)\b/iu;

/** A mere manner of speaking (I fear that it is late, I am surprised that he is not here), or what somebody might feel. */
const unfelt =
  /\byour (?:fears?|terror|anger|grief|tears|surprise)\b|\bI(?:[’']m| am)? (?:(?:very|much|only|greatly|rather|quite|do) )*(?:fear|afraid|surprised)(?:,| (?:that|not|so|I|you|he|she|it|we|they|there|to)\b)|\b(?:should|would|could|might|never|not|if)\b|n[’']t\b/i;

const retold: ReadonlySet<Emotion> = new Set<Emotion>([
  "afraid",
  "shocked",
  "surprised",
  "sad",
  "crying",
  "ashamed",
  "tired",
  "angry",
  "furious",
]);

/** Feelings of a tag that only say that a voice is loud. */
const cries: ReadonlySet<Emotion> = new Set<Emotion>(["determined", "afraid", "angry", "shocked", "furious"]);

/** What a mood leaves on a face that shows nothing else: not the same on every panel. */
function stillFace(mood: Mood | null, turn: number): Emotion {
  const faces = mood === null ? (["neutral"] as const) : stillFaces[mood];
  return faces[turn % faces.length] ?? "neutral";
}

/** A strong feeling does not vanish with the next line, unless that is a question, a wish or a greeting; after a mere crossness the face is its own again. */
function faded(before: Emotion | null, line: string): Emotion | null {
  if (before === "furious") return /[?？]|\boh\b/i.test(line) ? null : "angry";
  return before === "crying" ? "sad" : null;
}

/** How somebody looks who listens to a line said with that face. */
export function listeningFace(speaker: Emotion, own: Emotion | null, mood: Mood | null, turn: number): Emotion {
  if (speaker === "furious") return own === "angry" || own === "furious" ? "angry" : "surprised";
  if (speaker === "angry" && (own === "angry" || own === "furious")) return "angry";
  if (speaker === "crying") return "sad";
  if (speaker === "afraid" || speaker === "shocked") return "thinking";
  const shaken = own === "crying" || (own !== null && mood !== null && heavy.has(mood) && struck.has(own));
  return shaken ? "sad" : stillFace(mood, turn);
}

/** Moods in which a blow is not over with the next panel, and the faces that show such a blow. */
const heavy: ReadonlySet<Mood> = new Set<Mood>(["sad", "fearful", "tense"]);
const struck: ReadonlySet<Emotion> = new Set<Emotion>(["surprised", "shocked", "afraid", "sad"]);

/** Faces that smile. */
export const smiles: ReadonlySet<Emotion> = new Set<Emotion>(["happy", "laughing", "tender", "smug", "calm"]);

/**
 * No face smiles beside words of death, hunger or sorrow, nor of what startles or angers. Japanese narration seldom says
 * whose laughter it is: beside blame, refusal or doubt it is somebody else's.
 */
export function soberFace(face: Emotion, words: string, rules: Rules): Emotion {
  if (!smiles.has(face)) return face;
  const told = emotionIn(words, rules);
  const moved = told !== null && !smiles.has(told) && !mild.has(told);
  const stern = rules === "ja" && sternWords.ja.test(words);
  return moved || stern || sorrowWords[rules].test(words) ? "neutral" : face;
}

const mild: ReadonlySet<Emotion> = new Set<Emotion>(["thinking", "determined", "tired"]);

/** Kind of balloon for a line: how loud the tag, the letters and the marks make it. */
export function voiceOf(line: string, tag: string, rules: Rules): "speech" | "shout" | "whisper" {
  const whispered =
    rules === "ja"
      ? /囁|ささや|小声|つぶや|呟|低い声/
      : /\b(?:whisper\w*|murmur\w*|under (?:his|her) breath|mutter\w*|low voice)\b/i;
  const shouted =
    rules === "ja"
      ? /怒鳴|叫|絶叫|わめ|喚|大声|吠え/
      : /\b(?:shout\w*|yell\w*|scream\w*|shriek\w*|roar\w*|bellow\w*|thunder\w*)\b/i;
  if (whispered.test(tag) && !/[!！]{2}/.test(line)) return "whisper";
  if (shouted.test(tag) && /[!！—]/.test(line)) return "shout";
  if (rules === "ja") return /[！!]{2}/.test(line) ? "shout" : "speech";
  // A line in capitals is a shout; a few words of an inscription in it are not.
  const letters = line.match(/[A-Za-z]/g)?.length ?? 0;
  const capitals = line.match(/[A-Z]/g)?.length ?? 0;
  return /!!/.test(line) || (letters > 5 && capitals > letters * 0.6 && /!/.test(line)) ? "shout" : "speech";
}
