import { sternWords } from "./acting-words.ts";
import type { Emotion } from "./script.ts";

/** What is cried out in one English sentence, and the face it is cried with; earlier lines win. */
const cries: readonly (readonly [Emotion, RegExp])[] = [
  [
    "angry",
    /\b(?:the|you|that|this|an?|what an?|oh,?) (?:(?!poor\b)\p{L}+ ){0,2}(?:villain|rascal|scoundrel|brute|coward|fool(?! \p{L})|idiot|liar|thief|traitor|impostor|hypocrite|swine|cur|blackguard|ruffian|cheat|sneak)s?\b(?!-)|\b(?:(?:the|what|such) (?:impudence|insolence|impertinence|cheek)|how dares?|(?:is|[’']s) (?:outrageous|disgraceful|shameful|abominable|intolerable|infamous)|go away|(?:leave|let) (?:me|him|her|them|us) (?:alone|be)|don[’']t you dare|you dare|I[’']ll (?:lick|show|learn|teach|fix) (?:you|him|her|them)|answer me|take that|you shan[’']t)\b|^(?:can it|get out)$/iu,
  ],
  [
    "afraid",
    /\b(?:they|he|she|it|somebody|something)(?:[’']s|[’']re| is| are) (?:coming|after us|in there|behind us|at the door|got (?:me|us))\b|\b(?:look out|run for|a ghost|haunted|footprints? of|we(?:[’']re| are) (?:lost|caught|done for|dead))\b/iu,
  ],
  [
    "shocked",
    /^(?:(?:oh|o|ah),? )?(?:(?:my|good|great|merciful|almighty) )?(?:god|heavens)(?:$|,| (?:in heaven|above|almighty))|^(?:my |good |great |merciful )?god\b(?! (?:bless|grant|knows?|be|help|forbid|save|speed|will))/iu,
  ],
  [
    "happy",
    /\b(?:hurrah|hooray|bravo|splendid|capital|glorious|lovely|beautiful(?:ly)?|wonderful|delightful|magnificent|corking|bully|first-rate|jolly|thank (?:god|heaven|goodness)|I love (?!you\b)|(?:nicest|nicer) \p{L}+|an angel|at last|I(?:[’']m| am) (?:so |quite )?(?:glad|well|happy|alive|strong)|we(?:[’']ve| have) (?:done|got|found) it|good news|this is (?:great|fine|grand|jolly|the life)|what a (?:lark|treat|joy)|we(?:[’']s|[’']re| are) safe|you(?:[’']re| are) (?:the finest|all right|an? (?:brick|trump|angel)))\b/iu,
  ],
  [
    "surprised",
    /^(?:what(?! an?\b)|why,|how (?:she|he|they|you|it)\b|well,? (?:I (?:never|declare)|upon)|upon my|fancy|to think|who(?:ever)? (?:would|ever|on earth)|my dear \p{L}+$|(?:oh,? )?indeed$|look(?:[ye]e?)? ?here|there (?:it|he|she|they) (?:is|are|goes?)\b|sh+$|hark|(?:my |de )?goodness|gracious|great (?:godfrey|guns)|wow$|well,? well|hall?oa?$|lordy?(?=,|$)|by (?:jove|gad|george|hokey|gum|jingo))/iu,
  ],
  [
    "determined",
    /^(?:and |but |now,? |so |then )?(?:(?:come(?! in\b)|go(?! on)|apply|answer|push|pull|quick|on|forward|bring|open|hold|tell|follow|stand|drop|obey|remember|now|after (?:him|her|them|[’']em)|clea?r out|pull yourself)\b.{0,24}$|never\b|I (?:promise|swear|will|shall|must|am going)\b|we (?:will|shall|must)\b)/iu,
  ],
];

/** The face that goes with what an English line cries out: by the words of its exclaimed sentences; null where they say nothing of it. */
export function exclaimedFace(line: string): Emotion | null {
  const sentences = [...line.matchAll(/[^.!?]*[.!?]+/gu)].map(([sentence]) => sentence.trim());
  const exclaimed = sentences.filter((each) => each.endsWith("!")).map((each) => each.replace(/!+$/u, "").trim());
  for (const [face, words] of cries)
    if (exclaimed.some((each) => words.test(each) && !(face === "happy" && sternWords.en.test(each)))) return face;
  return null;
}
