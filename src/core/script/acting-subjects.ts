import type { Person } from "../story/story.ts";
import { anyOfNames } from "./name-pattern.ts";
import { calledBy } from "./people-meant.ts";

export interface SubjectTools {
  cast: ReadonlyMap<string, Person>;
  /** The I of the scene. */
  narrator: string | null;
}

/** A clause between two others, which has a subject of its own: I, when she had gone, | sat down. */
const between =
  /(?:^|,\s+|\b(?:and|but)\s+)(?:as soon as|when|while|whilst|after|before|if|though|although|until|till|as|since|because)\b[^,;.]*,/giu;

/** Whether the last subject of English words is surely somebody else than `person`: another's name, or a pronoun that cannot mean that one. */
export function isOfAnother(words: string, person: string, { cast, narrator }: SubjectTools): boolean {
  const open = words.replace(between, (clause) => " ".repeat(clause.length));
  const names = anyOfNames([...cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = [...open.matchAll(names)].findLast(({ 0: name }) => /^\p{Lu}/u.test(name));
  const pronoun = [...open.matchAll(/\b(?:I|my|he|his|she|her|they|their|we|our|it|its)\b/giu)].at(-1);
  if (named !== undefined && named.index >= (pronoun?.index ?? -1)) {
    const called = named[0].toLowerCase().replace(/\s+/g, " ");
    const own = [cast.get(person)?.name ?? "", ...(cast.get(person)?.aliases ?? [])].map((name) => name.toLowerCase());
    // A father and his son go by one name.
    if (own.some((name) => name === called || name.endsWith(` ${called}`))) return false;
    return calledBy(named[0], cast) !== undefined;
  }
  const { gender = null } = cast.get(person) ?? {};
  switch (pronoun?.[0].toLowerCase()) {
    case "i":
    case "my":
      return narrator !== null && person !== narrator;
    case "he":
    case "his":
      return person === narrator || gender === "female";
    case "she":
    case "her":
      return person === narrator || gender === "male";
    default:
      return false;
  }
}

/** Marked subjects and topics of Japanese words, without parts and states of bodies, which are their owner's. */
const marked =
  /((?:\p{Script=Han}|\p{Script=Katakana}|[ー々]){1,10}|おれ|そいつ|こいつ|あいつ|やつ|みんな)(?:たち|ども|さん|君|先生)?(?:が|は|も)/gu;
const bodily = /(?:顔|気|腹|心|胸|目|眼|声|息|涙|血|頭|手|足|口|耳|鼻|背|色|方|事|何|誰|時|所|今|日|晩|夜|朝)$/u;
const self = /^(?:おれ|俺|僕|私|己|余|自分)$/u;
/** Somebody or something that is none of the cast, or is not named. */
const anybody =
  /(?:そいつ|こいつ|あいつ|奴|やつ|相手|先方|敵|者|男|女|人|子供|婆|爺|生徒|連中|虫|バッタ|犬|猫|馬|牛|鳥|魚|狐|石|水|汽車|舟|船|車|風|雨|火|波)$/u;

/** The same of Japanese words: their last marked subject is surely somebody else. */
export function isOfAnotherJapanese(words: string, person: string, { cast, narrator }: SubjectTools): boolean {
  const sentence = words.split("。").at(-1) ?? "";
  const last = [...sentence.matchAll(marked)].map(([, noun = ""]) => noun).findLast((noun) => !bodily.test(noun));
  if (last === undefined) return false;
  if (self.test(last)) return narrator !== null && person !== narrator;
  const goesBy = (id: string): boolean =>
    [cast.get(id)?.name ?? "", ...(cast.get(id)?.aliases ?? [])].some(
      (name) => name !== "" && (last.endsWith(name) || name.endsWith(last)),
    );
  if (goesBy(person)) return false;
  return [...cast.keys()].some(goesBy) || anybody.test(last);
}
