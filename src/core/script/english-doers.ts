import type { Reference } from "../story/references.ts";
import { surelyMeant } from "./whose-words.ts";
import type { Doers } from "./who-acts.ts";

/** Where somebody or something else begins to act. */
const otherSubject =
  /(?:[,;:—–]|\b(?:and|but|while|as|when|until|till|for|because|that|which|who|whom|where|before|after|if|than|so))\s+(?:the|an?|his|her|its|their|my|our|your|this|that|these|those|some|both|all|one|another|there|it|they|you|we|nobody|nothing|every(?:body|one|thing)|which|who)\b|\b(?:it|they|there|who|which|what) (?:was|were|is|must|had|would|could|might|did|came|went|looked|seemed)\b|[“"]/iu;

const fronted =
  /\b(?:went|came|ran|rushed|sat|lay|knelt|leapt|leaped|sprang|fell|flew|walked|strode|stood|crept|marched) (?:the )?$/i;

const men =
  "man|boy|gentleman|policeman|constable|landlord|coachman|cabman|groom|sailor|father|brother|husband|son|uncle|tradesman|banker|guard|waiter|butler|footman|gardener|beggar|priest|clergyman|king|prince|fellow|lad|lord|officer|inspector|soldier|sergeant|driver|porter|boatswain|carpenter|blacksmith|gunner|surgeon|squire|magistrate|gaoler|warrior|chieftain|artilleryman";
const women =
  "woman|girl|lady|maid|landlady|mother|sister|wife|daughter|aunt|nurse|queen|princess|housekeeper|widow|lass|maiden|governess";
const either =
  "visitor|client|stranger|servant|clerk|captain|mate|child|doctor|cook|judge|witness|assistant|companion|friend|person|guest|prisoner|figure|voice|other";
const several =
  "children|people|crowd|men|women|boys|girls|party|gardeners|jury|horses?|dogs?|cats?|birds?|animals?|creatures?|guests|visitors|friends|servants|soldiers|sailors|policemen|gentlemen|ladies|others";
/** Somebody is found or seen who does what follows: found a gentleman seated by the table. */
const othersFound = new RegExp(
  `\\b(?:found|saw|seen|met|noticed|observed|perceived|heard|watched|showed|ushered|left)\\s+(?:the|an?|his|her|my|our|another|two|some)\\s+(?:[\\p{L}’'-]+,?\\s+){0,3}?(?:${men}|${women}|${either}|${several})(?![\\p{L}’'])`,
  "iu",
);

/** Somebody in a sentence; null is nobody of the cast, or nobody knows who. */
interface Mention {
  person: string | null;
  start: number;
  end: number;
  acts: boolean;
}

/** Who acts in an English sentence that begins at `from`: the first who is no object, and what that person does. */
export function englishDoers(sentence: string, from: number, references: readonly Reference[]): Doers {
  const mentions = references.flatMap((one): Mention[] => {
    if (one.kind === "several" || one.kind === "crowd" || one.part === "owns") return [];
    const person = one.sure >= surelyMeant ? one.person : null;
    return [{ person, start: one.start - from, end: one.end - from, acts: one.part === "acts" }];
  });
  const first = mentions.find(({ acts }) => acts);
  const actor = first?.person ?? null;
  const others = [...new Set(mentions.flatMap(({ person }) => person ?? []))].filter((id) => id !== actor);
  return {
    actor,
    others,
    stranger: actor === null && references.some(({ part }) => part === "acts"),
    sure: actor !== null,
    deed: actor === null ? "" : deedOf(sentence, actor, mentions),
  };
}

/** What somebody does: from each mention as the one who acts to where another begins to act. */
function deedOf(sentence: string, actor: string, mentions: readonly Mention[]): string {
  const parts = mentions
    .filter(({ person, acts }) => person === actor && acts)
    .flatMap(({ start, end }) => {
      const next = mentions.find((other) => other.start >= end && other.acts);
      const rest = sentence.slice(end, next?.start);
      const turned = fronted.exec(sentence.slice(0, start))?.[0] ?? "";
      const ends = [otherSubject.exec(rest)?.index, othersFound.exec(rest)?.index].filter((at) => at !== undefined);
      return [turned, rest.slice(0, Math.min(...ends, rest.length))];
    });
  // Holding the lamp high, she went down: what stands before the comma is hers as well.
  const opening = /^\P{L}*\p{L}+ing\b[^,;:.]*(?=,)/u.exec(sentence)?.[0] ?? "";
  const leads = opening !== "" && mentions[0]?.person === actor && mentions[0].start <= opening.length + 6;
  return [leads ? opening : "", ...parts]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ; ");
}
