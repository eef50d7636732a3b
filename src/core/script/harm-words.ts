type Rules = "en" | "ja";

/** Words of killing and dying, and of wounds that bleed. */
const harms = {
  en: /\b(?:(?:was|were|lay|fell|dropped|struck|found|is|be|him|her|them|laid|shot) (?:(?!not|half|almost|nearly|as|like|never)\p{L}+ )?(?:stone[- ])?dead(?! (?:level|calm|silen\p{L}+|tired|drunk|asleep|set|against|aback|city|white|to))|lifeless(?! (?:body|clay|form|hand|face)\b)|(?:was|were|been|being|got|lad|man|boy) (?:(?!not|half|almost|nearly|never|to)\p{L}+ )?(?:killed|slain|murdered|stabbed|hanged|beheaded|slaughtered|butchered|strangled|drowned|shot (?:dead|down|through))|(?:killed|slew|stabbed|murdered|strangled|beheaded|slaughtered) (?:him|her|them|the|his|a|an|two|three|four|\p{Lu})|(?:cut|struck|hacked|sliced) off (?:his|her|the|\p{L}+[’']s) (?:head|hands?)|(?:hands?|heads?) (?:\p{L}+ ){0,3}(?:was|were) (?:removed|cut|struck|severed|hacked)|(?:breathed|gasped) (?:his|her|their) last|(?:he|she|they|\p{Lu}\p{Ll}+) (?:had )?died\b(?! (?:away|out|down))|expired|torn and bl\p{L}+|pool of blood|(?:stream|drip|gush)ing (?:with )?blood|bleeding|blood (?:was |came )?(?:flow|stream|pour|spurt|gush|running|ran|dripp)\p{L}*|cut (?:his|her) (?:own )?throat|throat (?:was )?cut|mangled|mutilated|dying (?:man|woman|boy|girl|love|breath)|(?:in|round|of) (?:its|his|her|their) death[- ](?:agony|throes))/giu,
  ja: /死んだ(?!よう|つもり|ふり|気)|死んで(?:い|し|お|居|倒)|息(?:が)?絶え|息を引き取|殺さ?れ?(?:た|て)|血まみれ|血だらけ|血に染|首を(?:斬|切|刎)|(?:撃|打|斬|刺|叩)ち?き?し?殺/gu,
} as const;

/** Words of the dead as of things that lie there. */
const corpses = {
  en: /\b(?:corpses?|lifeless (?:body|clay|form)|dead (?:man|men|woman|body|bodies|boy|girl|child|captain|sailor|\p{L}+[’']s))(?!\p{L})/iu,
  ja: /死骸|屍骸|死体/u,
} as const;

/** Not done, only feared, or long over. */
const undone = {
  en: /\b(?:not|never|nor|would|could|might|should|may|must|will|if|lest|as|like|half|almost|nearly|unless|until|whether|fear\p{L}*|threat\p{L}*|want\p{L}*|wish\p{L}*|going|about|dreamt|thought|supposed|maybe|perhaps|probably|pretend\p{L}*|feign\p{L}*|n[’']t)\b[^.;,]{0,24}$/iu,
  ja: /(?!)/u,
} as const;
const undoneAfter = {
  en: /(?!)/u,
  ja: /^[^。、]{0,8}(?:ない|なかっ|そう|よう|たら|れば|たい|つもり|かも|だろう|でしょう)/u,
} as const;

/** Whether words tell that somebody dies, is killed, bleeds or lies dead. */
export function tellsHarm(words: string, rules: Rules): boolean {
  return [...words.matchAll(harms[rules])].some(
    ({ 0: hit, index }) =>
      !undone[rules].test(words.slice(Math.max(0, index - 40), index)) &&
      !undoneAfter[rules].test(words.slice(index + hit.length)),
  );
}

/** Whether words tell of somebody dead as of a thing that lies there. */
export const tellsCorpse = (words: string, rules: Rules): boolean => corpses[rules].test(words);

/** Whether words tell that somebody is laid into the earth: only ground is seen beside them. */
export const tellsBurial = (words: string, rules: Rules): boolean =>
  (rules === "ja"
    ? /葬られ|埋葬|葬った|土に埋め/u
    : /\b(?:was|were|been|be) (?:\p{L}+ly )?(?:buried|interred|laid (?:to rest|in (?:the|his|her) (?:grave|tomb|vault)))\b(?! from (?:sight|view)| (?:in|under) (?:thought|sleep|(?:his|her|my|the) (?:hands|book|papers?|newspaper|chair|thoughts?|work|pillow|snow)))|\blowered into the (?:grave|earth)\b/iu
  ).test(words);

/** Whether a name is that of the dead: the body of Tom, Tom’s hands. */
export const namesCorpse = (before: string, after: string): boolean =>
  /\b(?:dead|(?:body|corpse|remains|head|hands|form) of)(?: the)? $/iu.test(before) ||
  /^[’']s (?:dead |lifeless )?(?:body|corpse|remains|form)\b/iu.test(after);

/** Whether whoever is harmed lies there. */
export const tellsLying = (words: string, rules: Rules): boolean =>
  (rules === "ja"
    ? /死んで(?:い|お|居|倒)|倒れ/u
    : /\b(?:lay|lies|lying|fell|fallen|dropped|sank|rolled|stretched|slipped|prostrate|dead|lifeless|corpse|body)\b/iu
  ).test(words);

/** Whether the words are only of what was long before. */
export const tellsBygone = (words: string): boolean =>
  /\bhad (?:\p{L}+ )?(?:died|been (?:killed|slain|murdered|hanged|shot)|killed|slain)\b/iu.test(words);

/** Whether the dead are only named beside what is told, or the I has killed them himself: nobody looks on aghast. */
export const tellsIncidentally = (words: string): boolean =>
  /\b(?:man|men|warrior|woman|beast|brute|creature|one|fellow|thing)s? (?:whom |that |which )?(?:I|he|she|they|we) (?:had )?(?:killed|slain|slew|shot)\b|\bdead \p{L}+[’']s (?!face|body|hands?|eyes|head|form|lips)\p{L}+|\bI (?:had )?(?:killed|slew|slain|dispatched)\b/iu.test(
    words,
  );

/** A verb of killing after a name: the one who is named kills. */
export const kills =
  /^,? (?:(?:had|then|and|at once|instantly|himself|herself) )?(?:killed|slew|stabbed|murdered|strangled|shot|beheaded|struck|cut|slaughtered|ran|leaped|sprang|plunged|drove|fired)\b/iu;
