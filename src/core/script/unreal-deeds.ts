/**
 * Deeds of which English words tell without anybody doing them: what would have happened, what almost did, what the mind does,
 * and manners of speaking that borrow the verbs of bodies.
 */
const unreal = [
  // What would have happened, and on what condition; it goes on to the next clause.
  /\b(?:would|should|could|might|must)(?: \p{L}+ly)? (?:not )?have (?:\p{L}+ly )?\p{L}+[^.;!?]*/giu,
  /\b(?:as if|as though) [^,.;!?]*/giu,
  /\b(?:if|unless|but for|lest)\b[^,.;!?]*\b(?:had|were|would)\b[^,.;!?]*/giu,
  /\b(?:almost|nearly|all but|half|as good as) (?!at once\b)\p{L}+(?:ed|ll|ng|w|pt|nt|de|an|ot|k|ke)\b/giu,
  // What a mind, an eye or the blood does.
  /\b(?:mentally|inwardly|in (?:imagination|fancy|thought|spirit|dreams?|memory)),? \p{L}+(?: \p{L}+){0,2}/giu,
  /\b(?:mind|thoughts?|memory|memories|fancy|imagination|heart|spirits?|blood|eyes?|glance|hopes?|rumou?r|story|news|voice|conversation|talk) (?:\p{L}+ly |now |then |had |was |were )?(?:ran|running|flew|flying|jumped|leap(?:ed|t)|leaping|rushed|raced|sank|sinking|fell|wandered|went|turned|dwelt|strayed|travell?ed|climbed|sprang|danced|crept|rose)\b/giu,
  // Eyes and heads swim, and moods drown, in no water.
  /\b(?:eyes?|head|brain|senses?|sight|mind|room|everything) (?:\p{L}+ly |now |still |to |was |were )?(?:swim|swims|swam|swum|swimming)\b/giu,
  /\b(?:sunk|sank|drown(?:ed|ing)|immersed|plunged|up to (?:his|her|my) (?:chin|neck)) in(?:to)? (?:(?:the|a|an|his|her|my|this|such) )?(?:\p{L}+ )?(?:torpor|languor|thoughts?|grief|griefs|sorrows?|despair|gloom|melancholy|misery|misfortunes?|tears|debts?|reverie|sleep|slumber|dejection|stud(?:y|ies)|work|business|meditation|reflections?|trouble|horrors?)\b/giu,
  // Who runs on talks.
  /\b(?:ran|rattled|running) on(?=,? (?:little|talking|in (?:this|that|the same)|about|without|like|as if|for)\b)/giu,
  // Who goes over something does so in words or thoughts.
  /\b(?:ran|went|running|going) (?:\p{L}+ly )?over (?:the|his|her|my|all|in|it|them|these|those) (?:\p{L}+ ){0,3}?(?:days?|dates?|names?|list|events|facts?|figures|accounts?|story|reasons?|details|names|years|past|matter|mind|points?|evidence|case|words?)\b/giu,
  // Who runs across or into somebody meets him; the letter that tells a name from a thing is a capital.
  /\b(?:[Rr]an|[Rr]un|[Rr]unning) (?:across|into|up against) (?:(?:the )?\p{Lu}|(?:him|her|me|them|us|an (?:old|other) |another |a (?:man|boy|girl|friend|woman|fellow))\b)/gu,
  /\b(?:jump|leap|rush|fl[ey])\p{L}* (?:to|at|into) (?:(?:the|a|an|that|this|any|such|his|her|my) )?(?:\p{L}+ )?(?:conclusions?|offer|chance|idea|opportunity|proposal|suggestion|rage|passion|fury|temper|matrimony|print|verse)\b/giu,
  /\b(?:fell|fallen|falling) (?:\p{L}+ly )?(?:silent|quiet|dumb|ill|sick|lame|short|foul|victim|prey|heir|due|a (?:victim|prey)|in love|in with|out with|behind|under the (?:spell|influence|eye)|into (?:a |an |the )?(?:\p{L}+ )?(?:talk|conversation|silence|reverie|habit|disgrace|error|line|step|decay|thought|dream|doze|slumber|temptation|rage|passion)|to (?:talking|thinking|wondering|musing|pieces|work))\b/giu,
] as const;

/** English words with every deed in them blanked that nobody does; each letter keeps its place. */
export const doneDeeds = (words: string): string =>
  unreal.reduce((text, deed) => text.replace(deed, (hit) => " ".repeat(hit.length)), words);

/** A fall or a blow that does not happen: whoever is seen at ease beside its words would deny the danger. */
export const tellsAverted = (words: string): boolean =>
  /\b(?:would|should|might|must) (?:\p{L}+ly )?have (?:\p{L}+ly )?(?:fallen|sunk|dropped|been (?:killed|crushed|drowned|dashed|thrown|lost|swept|struck)|died|drowned|perished|fainted|collapsed|plunged)\b/iu.test(
    words,
  );
