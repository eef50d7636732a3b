import type { Doers } from "./who-acts.ts";

const stranger =
  /(?:男|女|老人|老婆|婆さん|爺さん|ばあさん|じいさん|お客|客|主人|亭主|番頭|女将|かみさん|おかみ|下女|女中|車夫|子供|少年|少女|娘|兵隊|兵士|巡査|医者|教師|先生|生徒|校長|教頭|家内|母|父|おやじ|おっ母|兄|弟|姉|妹|犬|猫|馬|人々|人|者|もの|やつ|奴|連中|一人|二人|三人|みんな|皆|一同|紳士|船頭|芸者|小僧)(?:たち|達|ども|等|ら)?(?:は|が|も)/u;
/** Somebody or something else is the subject of the clause. */
const otherSubject =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,12}?(?:(?<![にとはをへでもっ])が(?![、。らっりるれろ])|(?<![にでとへのれ])は(?![いじっ]))/u;

interface Mention {
  person: string;
  particle: string | undefined;
  end: number;
}

/**
 * Who acts in a Japanese sentence: 兵十がいなくなると、ごんは… — whom は marks acts, whoever が marks before it does not.
 * 校長が呼びに来たから、出掛けて行った: who goes is not named, and is the I where an I tells the story.
 */
export function japaneseDoers(
  sentence: string,
  pattern: RegExp,
  names: ReadonlyMap<string, string>,
  narrator: string | null,
): Doers {
  const pair = bothIn(sentence, names);
  if (pair !== null) return pair;
  const mentions: Mention[] = [];
  for (const hit of sentence.matchAll(pattern)) {
    const person = names.get(hit[0]);
    if (person === undefined) continue;
    const after = sentence.slice(hit.index + hit[0].length);
    const marked = /^(?:さん|様|殿|君|先生)?(は|が|も|だけが|を|に|と|へ|から|の|、)/.exec(after);
    mentions.push({ person, particle: marked?.[1], end: hit.index + hit[0].length + (marked?.[0].length ?? 0) });
  }
  const topic = mentions.find(({ particle }) => particle === "は");
  const marked = mentions.filter(({ particle }) => particle !== undefined && /^(?:が|も|だけが)$/.test(particle));
  const lead = topic ?? marked.find(({ end }) => !within.test(sentence.slice(end))) ?? marked[0];
  if (lead && topic === undefined && passesOn(sentence.slice(lead.end))) {
    const others = [...new Set(mentions.map(({ person }) => person))].filter((person) => person !== narrator);
    return { actor: narrator, others, stranger: false, sure: false, deed: "" };
  }
  const actor = lead?.person ?? null;
  const others = mentions.filter(({ person, particle }) => person !== actor && particle !== undefined);
  return {
    actor,
    others: [...new Set(others.map(({ person }) => person))],
    stranger: actor === null && stranger.test(sentence),
    sure: actor !== null,
    deed: lead ? deedAfter(sentence.slice(lead.end), topic !== undefined) : "",
  };
}

/** 二人は, 二人の若い紳士が: both of two whom the text does not tell apart (紳士, もう一人の紳士). */
function bothIn(sentence: string, names: ReadonlyMap<string, string>): Doers | null {
  const topic = /(?:二人|ふたり)(?:の[^、。はがも]{1,8})?(?:とも|は|が|も)/.exec(sentence);
  const other = [...names].find(([name]) => name.startsWith(another));
  const actor = names.get(other?.[0].slice(another.length) ?? "");
  if (topic === null || other === undefined || actor === undefined || actor === other[1]) return null;
  const deed = deedAfter(sentence.slice(topic.index + topic[0].length), true);
  return { actor, others: [other[1]], stranger: false, sure: true, deed };
}

const another = "もう一人の";

/** After a clause that ends so, whoever is not named is somebody else. */
const handsOver = /(?:から|ので|たら|れば|と|けれど|けれども|のに|ところ|時|とき|うち|最中|つもりか)$/;

/** 赤シャツが座に復するのを待って、山嵐が: a clause within that of another. */
export const within = /^[^、。]{0,20}[るたい](?:の|こと|ところ)[をにはがで]/;

/** Whether the clause of the one whom が marks ends before the main clause, whose subject is not named. */
export function passesOn(rest: string): boolean {
  const clauses = rest.split(/[、。]/).filter(Boolean);
  const end = clauses.findIndex((clause) => handsOver.test(clause));
  return end >= 0 && end < clauses.length - 1 && !clauses.slice(end + 1).some((clause) => otherSubject.test(clause));
}

/**
 * The clauses whose predicate is the actor's: those in which nobody else is marked as the subject. Whom は marks acts to the end
 * of the sentence, whom が marks only to the end of that clause and of those that go on from it.
 */
function deedAfter(rest: string, isTopic: boolean): string {
  const clauses = rest.split(/[、。]/);
  const end = isTopic ? -1 : clauses.findIndex((clause) => handsOver.test(clause) || finite.test(clause));
  return (end < 0 ? clauses : clauses.slice(0, end + 1)).filter((clause) => !otherSubject.test(clause)).join("、");
}

/** A clause that is over: 眼に付く、 and not 起きて、. */
const finite = /(?:[うくすつぬむぶぐ]|[^つと]る|[^っ]た|だ|ない|ても|でも)$/;
