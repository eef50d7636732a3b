import {
  englishHandling,
  englishPoses,
  englishUndrawable,
  japaneseHandling,
  japanesePoses,
  japaneseUndrawable,
} from "./acting-words.ts";
import { heldWords, type HeldThing } from "./held-words.ts";
import type { Pose } from "./script.ts";
import { doneDeeds } from "./unreal-deeds.ts";
import { firstWord, tableOf } from "./word-tables.ts";

type Rules = "en" | "ja";

/** What somebody does, as far as a picture can show it. */
export interface Deed {
  pose: Pose | null;
  /** A thing in the hand. */
  holds: HeldThing | null;
  /** It is done with the body or with a thing, but no pose shows it: to ride, to swim, to slip a ring from a finger. */
  undrawable: boolean;
}

/** Reads a deed from the words that say what one person does. */
export function deedIn(told: string, rules: Rules): Deed {
  const words = rules === "en" ? doneDeeds(told) : told;
  const holds = putsDown[rules].test(words) ? null : heldIn(words, rules);
  const body = poseIn(words, rules);
  // A hand that holds what nobody can see holds nothing.
  const empty = body === "hold" && holds === null;
  const pose = empty ? null : body;
  const undrawable =
    !(pose !== null && decisive.has(pose)) &&
    (outdoes(holds === null ? words : words.replace(rising, ""), rules) ||
      (pose === null && holds === null && (empty || handles(words, rules))));
  const bodily = pose !== null && wholeBody.has(pose) && pose !== "shoulder-load";
  return { pose: holds === null || bodily ? pose : "hold", holds, undrawable };
}

/** Who gets up and takes a thing is seen with the thing. */
const rising =
  /\b(?:a?rose|stood|sprang|jumped)(?: (?:up|to (?:his|her|my) feet))?\b|(?:立ち?上|たちあが|起き上|起き直|火薬をつめ|弾をこめ)[^、。]{1,3}/giu;

/** What somebody does with the whole body, to another or alone. */
export const vigorous: readonly Pose[] = [
  "seize",
  "push",
  "strike",
  "kick",
  "felled",
  "throw",
  "leap",
  "crawl",
  "climb",
];

/** Deeds that the picture is of, whatever else is told beside them: who climbs a bank and runs is seen running. */
export const decisive: ReadonlySet<Pose> = new Set<Pose>([
  "fall",
  "fight",
  "embrace",
  "run",
  ...vigorous,
  "rise",
  "cower",
  "kneel",
]);

/** Deeds done to another: they make no sense where only one is seen. */
export const ofTwo: ReadonlySet<Pose> = new Set<Pose>(["fight", "embrace", "seize", "push", "strike", "kick", "reach"]);

/** What was held is let go in the same words: the hand is empty at the end of them. */
const putsDown = {
  en: /\b(?:put|laid|set|placed|threw|flung|tossed) (?:it|them|the|his|her|my|a|an|that|this)(?: [\p{L}-]+){0,3}? (?:down|away|aside|back|upon|on|into|in)\b|\b(?:put|laid|set|threw) down\b|\bdropp(?:ed|ing) (?:it|the|his|her|my)\b|\bhanded (?:it|them|him|her|me|the|over|back|to)\b|\bgave (?:it|them|him|her|me)\b|\b(?:re)?turned it to\b/iu,
  ja: /(?:置い|おい(?:て|とい)|おろし|下ろし|おさめ|収め|納め|しまっ|しまい|投げ|抛|なげ|ほうり|落し|おとし|渡し|わたし|返し)/u,
} as const;

/** The part of a deed that is told in words that were lettered: where a sentence was cut, the rest of it is not shown. */
export function deedWithin(deed: string, shown: string): string {
  const within = (part: string) => {
    const start = shown.indexOf(part.slice(0, 8));
    return part === "" || start < 0 ? "" : shown.slice(start, start + part.length);
  };
  return deed
    .split(/( ; |、)/)
    .map((part) => (part === " ; " || part === "、" ? part : within(part.trim())))
    .join("");
}

/** Poses that need the whole body in the picture. */
export const wholeBody: ReadonlySet<Pose> = new Set<Pose>([
  "run",
  "fall",
  "fight",
  "walk",
  "kneel",
  "crouch",
  "lie",
  "sit",
  "bow",
  "embrace",
  ...vigorous,
  "recoil",
  "rise",
  "cower",
  "shoulder-load",
]);

const poseOf = tableOf(englishPoses);
const japanesePoseWords = japanesePoses.flatMap(([, words]) => words.split(" "));
const japanesePoseOf = tableOf(japanesePoses);
const undrawableOf = tableOf([[true, englishUndrawable]]);
const handlingOf = tableOf([[true, englishHandling]]);
const japaneseUndrawableWords = japaneseUndrawable.split(" ");
const japaneseHandlingWords = japaneseHandling.split(" ");

/** Words before a verb that say it is not done here and now. */
const undone =
  /(?:\b(?:not|never|no|seldom|hardly|rarely|would|could|couldn|might|should|may|must|will|shall|can|cannot|if|without|had|have|has|having|to)|n['’]t)(?:\s+(?:not|be|have|been|again|just|ever|almost|nearly|only))*\s*$/i;
const begun = /\b(?:began|begun|started|continued|hurried|turned|managed|proceeded) to\s*$/i;
/** Was left, was carried: it is done to the person. */
const suffered =
  /\b(?:was|were|been|being|be|got|is|are)(?:\s+(?:\p{L}+ly|soon|now|then|at once|presently|again))*\s*$/iu;

function happens(before: string, verb = ""): boolean {
  if (suffered.test(before) && !/(?:ing|seated|asleep|perched|huddled|gone)$/.test(verb)) return false;
  return !undone.test(before) || begun.test(before);
}

/** What a body does in the words of one person's deed, or null where no word says it. */
export function poseIn(told: string, rules: Rules): Pose | null {
  if (rules === "ja") return japanesePoseOf.get(endsIn(told, japanesePoseWords) ?? "")?.value ?? null;
  if (/\bfell asleep\b/.test(told)) return "lie";
  const words = doneDeeds(told);
  if (/\bhands? (?:on|upon) (?:her|his|their|my) hips?\b/.test(words)) return "hands-on-hips";
  if (/\b(?:folded|crossed) (?:her|his|my) arms\b/.test(words)) return "arms-crossed";
  for (const [gesture, said] of gestures) {
    const hit = said.exec(words);
    if (hit !== null && happens(words.slice(0, hit.index))) return gesture;
  }
  const own = words.replace(likeBodies, " ").replace(seenDoing, " ");
  const pose = firstWord(own, poseOf, happens);
  return pose === "arms-crossed" ? null : pose;
}

/** What somebody sees another do: I found a gentleman seated by the table. */
const seenDoing =
  /\b(?:found|saw|see|seen|seeing|noticed|observed|watched|heard|perceived|discovered)\b(?! (?:my|him|her|your)self\b)[^,;.]*/gi;

/** Verbs of bodies that are said of something else: an eye falls, one runs out of money, a seat is taken. */
const likeBodies =
  /\b(?:an?|the|his|her|my|some|one|such|that|this) (?:\p{L}+ )?hurried (?=\p{L})|\b(?:eyes?|glance|night|silence|gaze|voice|face) (?:fell|sank|flew)\b|\bstumbled (?:\p{L}+ly )?(?:from|out|into|through|along|on|up)\b|\bfell (?:asleep|silent|in love|ill|to)\b|\bf(?:ought|ighting) (?:for|under)\b|\bran (?:out of|through (?:my|his|her) (?:mind|head))\b|\b(?:sank|sunk) (?:in|into) (?:thought|silence|sleep)\b|\b(?:lay|laid) (?:it|them|the|her|his|my|a|down)\b|\bcaught (?:sight|fire|a glimpse|cold)\b|\b(?:drew|drawn|held) (?:his|her|my) (?:breath|tongue|peace)\b|\b(?:raised|lifted) (?:his|her|my) (?:eyes|voice|eyebrows)\b|\bwent (?:on|out of)\b|\bfollowed (?:it|that|the (?:advice|example|argument))\b|\bleft (?:him|her|us|me|them|it|in)\b|\bran (?:him|her|me|them|his|my|it|one)\b|\bdashed (?:some|the|his|her|my|it|a)\b|\breturned (?:the|his|her|my|a|an)\b|\bcame (?:true|to (?:an end|pass|nothing|the conclusion))\b|\b(?:touched|struck|moved) (?:by|with)\b/giu;

/** The whole body does what no pose shows. */
const outdoes = (words: string, rules: Rules) =>
  rules === "ja" ? endsIn(words, japaneseUndrawableWords) !== null : firstWord(words, undrawableOf, happens) !== null;

/** Hands do something with a thing. */
const handles = (words: string, rules: Rules) =>
  rules === "ja" ? endsIn(words, japaneseHandlingWords) !== null : firstWord(words, handlingOf, happens) !== null;

const person =
  "(?:him|me|them|us|her(?=\\s+(?:by|from|in|up|down|away|back|and|to|on|into|with)\\b|\\s*(?:[,.;]|$))|the (?:man|woman|girl|boy|child|fellow|intruder|thief|other|prisoner|old man|old woman))(?![\\p{L}])";
const somebody = `(?:${person}|(?:his|her|my|their|the) (?:\\p{L}+ )?(?:collar|throat|shoulders?|neck|coat|arm)(?![\\p{L}]))`;
/** Where a friend is held as well as an enemy. */
const kindly = "(?:hands?|arms?|sleeve|wrists?|elbow|fingers?|shoulder)(?![\\p{L}])";
const gripped = "(?:seized|grabbed|grasped|gripped|clutched|collared|caught|took)\\s+(?:hold of\\s+)?";
/** Done to somebody in wrath: it shows where both are in the picture. */
const seizes = new RegExp(
  `\\b(?:(?:seized|grabbed|collared|grappled with|closed with|laid hold of|sprang (?:up)?on|flung (?:him|her|my)self (?:up)?on|flew at|rushed at|pounced (?:up)?on)\\s+(?:hold of\\s+)?${person}(?! by (?:the|his|her|my|both|one) (?:\\p{L}+ )?${kindly})|${gripped}(?:\\p{L}+ ){0,3}?(?:the|his|her|my|their) (?:\\p{L}+ )?(?:collar|throat|neck|hair|scruff)(?![\\p{L}]))`,
  "iu",
);
const pushes = new RegExp(`\\b(?:pushed|thrust|shoved|flung|hurled|knocked)\\s+(?:past |aside )?${somebody}`, "iu");
/** A hand on somebody's arm or shoulder. */
const touches = new RegExp(
  `\\b(?:(?:pulled|dragged|touched|tapped|shook)\\s+(?:hold of\\s+)?${somebody}|(?:${gripped}|(?:plucked|tugged) (?:at )?)(?:${person} by )?(?:the|his|her|my) (?:\\p{L}+ )?(?:arm|sleeve|wrist|elbow|shoulder)(?![\\p{L}])|(?:laid|put|placed|rested|clapped) (?:his|her|my|a) (?:\\p{L}+ )?hand (?:up)?on (?:his|her|my) (?:\\p{L}+ )?(?:arm|sleeve|shoulder)(?![\\p{L}]))`,
  "iu",
);
const kicks = new RegExp(`\\b(?:kicked|spurned) (?:at )?${somebody}`, "iu");
const strikes = new RegExp(
  `\\b(?:struck|hit|slapped|punched|smote|cuffed|boxed|beat|thrashed)\\s+(?:at )?(?:${somebody}|(?:him|her|me) (?:a|such a) (?:\\p{L}+ )?blow)`,
  "iu",
);
/** To the ground, or off the feet: not in love, silent or asleep. */
const falls =
  /\bfell (?:\p{L}+ly |right )?(?:down(?! (?:on|upon) (?:his|her|my) knees)|to the (?:ground|floor|earth)|(?:up)?on (?:the (?:ground|floor|grass|sand)|his (?:back|face)|her (?:back|face))|headlong|backwards?|flat|prostrate|(?:at )?(?:(?:his|her|my) )?(?:full )?length|over)\b|\bcollapsed\b/iu;
const throws =
  /\b(?:hurled|flung|pitched|slung|threw) (?:it|them|the|a|an|his|her|my|one|some) ?(?!(?:arms?|hands?|head|eyes?|self|door|window|glance|look|letter|note|paper|cloak|coat|shawl)\b)(?:\p{L}+ ){0,4}?(?:at|across|over|out of|into the|after)\b/iu;
const leaps =
  /\b(?:leap(?:ed|t)|jump(?:ed|ing)|sprang|bounded|vaulted) (?:over|across|down|out|into|off|through|from the (?!chair|seat|sofa|bed)|upon the|aside|back)/iu;
const stretches =
  /\b(?:reached|stretched|held|put) (?:out|forth) (?:his|her|my|both|a|one|an)(?: \p{L}+)? (?:hands?|arms?)\b/iu;
const raises =
  /\b(?:wav(?:ed|ing) (?:his|her|my|both|their)(?: \p{L}+)? (?:hands|arms)|(?:threw|flung|raised|lifted|held) (?:up )?(?:his|her|my|both)(?: \p{L}+)? (?:hands|arms)(?: up)?)\b/iu;

const embraces =
  /\b(?:clasp|press|held|hold|strain|gather|caught|catch|fold|drew|draw|took|tak)(?:ed|ing|s)? (?:\p{L}+ ){1,4}?(?:to|in|into|against|within) (?:his|her|my) (?:\p{L}+ )?(?:breast|bosom|heart|arms)\b|\bclung to (?:him|her|me|each other)\b/iu;

/** Gestures that take more than a word to tell. */
const gestures: readonly (readonly [Pose, RegExp])[] = [
  ["embrace", embraces],
  ["embrace", /\b(?:threw|flung|put) (?:her|his|my|both)?\s?(?:\p{L}+ )?arms? (?:round|around|about)\b/iu],
  ["seize", seizes],
  ["kick", kicks],
  ["strike", strikes],
  ["push", pushes],
  ["felled", falls],
  ["throw", throws],
  ["leap", leaps],
  ["reach", touches],
  ["reach", stretches],
  ["arms-up", raises],
];

/** The first word of a list in which a clause ends: Japanese says last what is done. Denied, wished and likened deeds are none. */
function endsIn(words: string, list: readonly string[]): string | null {
  const clauses = words.split(/[、。]/);
  return list.find((word) => clauses.some((clause) => isPredicate(clause, word))) ?? null;
}

function isPredicate(clause: string, word: string): boolean {
  const at = clause.lastIndexOf(word);
  if (at < 0 || (word.startsWith("来") && clause[at - 1] === "出")) return false;
  if (/^(?:来|行|いきまし)/.test(word) && /[てで]$/.test(clause.slice(0, at)) && !onTheWay.test(clause.slice(0, at)))
    return false;
  const tail = clause.slice(at + word.length);
  return tail.length <= 7 && !undoneTail.test(tail) && !/^[^るたい]*(?:事|こと|もの|ところ|人)/.test(tail);
}

/** 薄れて行く and なって来る go nowhere; 歩いて行く does. */
const onTheWay =
  /(?:歩い|あるい|走っ|駆け|かけ|出|戻っ|入っ|はいっ|近寄っ|やっ|ついて|連れ|通っ|逃げ|馳け|下り|帰っ)[てで]$/;

const undoneTail =
  /と(?:思|云|言|いう|いっ|考|聞|感)|ない|なかっ|ず(?:に)?$|ぬ$|まい|よう[とにな]|たい|たく|つもり|そうに|かも|れば|たら|べき|はず|なら/;

const english = englishHeld();

function englishHeld(): { pattern: RegExp; thingOf: ReadonlyMap<string, HeldThing> } {
  const thingOf = new Map(
    heldWords.flatMap(([thing, words]) => words.split(" ").map((word): [string, HeldThing] => [word, thing])),
  );
  const nouns = [...thingOf.keys()].toSorted((a, b) => b.length - a.length).join("|");
  const taking =
    "took|tried|taking|picked|held|holding|carried|carrying|raised|lifted|seized|grabbed|snatched|drew|drawing|lit|lighted|lighting|grasped|clutched|clutching|gripped|gripping|brought|read|reading|waved|waving|produced|unfolded|opened|poured|filled|smoking|smoked|drank|drinking|handed|fetched|swung|brandished|brandishing|nursed|glanced (?:down|at|over|through)|looking (?:at|over)|examined|studied|tapped|put up|caught up|leaned on|leant on";
  return {
    thingOf,
    pattern: new RegExp(
      `\\b(?:${taking})\\s+(?:up |out |down |back |off |from [\\p{L} ]{3,20} )?(?:(?:the|an?|his|her|my|our|their|its|another|that|this|some|one|two)\\s+)(?:[\\p{L}’'-]+,?\\s+){0,4}?(${nouns})(?!-|\\s+(?:of (?:the )?(?:house|town)|case|shop))\\b|\\b(${nouns}) in (?:his|her|my|one|either) hands?\\b`,
      "iu",
    ),
  };
}

/** The thing that somebody takes or holds in a hand, or null. */
function heldIn(words: string, rules: Rules): HeldThing | null {
  if (rules === "ja") {
    for (const { thing, taken } of japanese) if (taken.test(words)) return thing;
    return null;
  }
  const hit = english.pattern.exec(words);
  if (hit === null || !happens(words.slice(0, hit.index))) return null;
  return english.thingOf.get((hit[1] ?? hit[2] ?? "").toLowerCase()) ?? null;
}

const japanese = heldWords.map(([thing, , words]) => ({ thing, taken: japaneseTaking(words.replaceAll(" ", "|")) }));

function japaneseTaking(words: string): RegExp {
  return new RegExp(
    `(?:${words})[^、。がは]{0,5}を[^、。がは]{0,9}(?:持|もっ|握|抱え|かかえ|つか|掴|とり|とっ|取|かざ|さげ|提げ|下げ|ささげ|拾|抜|読|開|手に|飲|のん|吸|さし|差し|振|ふり|担)(?![^、。]{0,4}(?:ない|なかっ|ず))`,
    "u",
  );
}
