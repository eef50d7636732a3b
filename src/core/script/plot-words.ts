/**
 * Words of what turns a story, by kind: a sentence that holds one is missed by whoever asks what happened. Death and blows come first; then
 * kin and marriage and who lives where, what is taken or given, what is found out, who is who, what is resolved, who is caught or gets away, what changes; then who saves whom and how, and what is drawn out of its hiding-place, read, written or painted.
 */
const turning = {
  en: [
    /\b(?:dead|die[sd]?|dying|deaths?|kill(?:ed|s|ing)?|murder\w*|shot|stabbed|drown(?:ed|ing)?|poison\w*|hanged|buried|funeral|found (?:in|at the bottom of|floating in) the (?:river|water|lake|sea|pond|well)|(?:never|did not|didn[’']t) (?:come|came) (?:back|home)|breathed (?:his|her) last|wound(?:ed)?|fainted|ill|fever|blood)\b/i,
    /\b(?:married|marry|marriage|wedding|wife|husband|widow|orphan|born|heir(?:ess)?|inherit\w*|son of|daughter of|named|whose name|lived (?:in|at|by|alone|with)|years old)\b/i,
    /\b(?:stole|stolen|thief|robb\w+|gave (?:him|her|me|us|them|up|back|away)|given (?:him|her|me|us|them|to|up|away)|gift|handed|snatched|seized|bought|sold|paid|lost|left (?:him|her|me|them|behind)|put (?:on|it|them))\b/i,
    /\b(?:discover\w*|found|recogni[sz]ed?|reali[sz]ed?|turned out|proved to be|secrets?|confess\w*|truth|it was (?:he|she|you|the|his|her|my)|struck (?:her|him|me) that|told (?:him|her|me|them) (?:that|how|of|about))\b/i,
    /\b(?:[Ii]t (?:was|is)|I am|I[’']m|[Hh]e (?:was|is)|[Ss]he (?:was|is)|[Yy]ou (?:were|are)) (?:the |Mr\.? |Mrs\.? |Miss |Dr\.? )*\p{Lu}\p{Ll}+/u,
    /\b(?:decided|resolved|determined (?:to|that)|made up (?:my|his|her|their) minds?|swore|vow(?:ed)?|promised?|refused|agreed|wanted (?:to|him|her|me)|meant to|in order to)\b/i,
    /\b(?:escap\w+|fled|arrest\w*|captur\w+|caught|rescu\w+|saved|locked|prison\w*|chained|free(?:d)?|ran away|gone|never (?:came|saw|went|again))\b/i,
    /\b(?:became|turned (?:in)?to|changed into|vanished|disappeared|grew|shr[aui]nk\w*|burst|broke|broken|burn(?:ed|t)|destroyed|fell|sank)\b/i,
    /\b(?:(?:pulled|hauled|dragged|lifted|drew|fished) (?:him|her|me|us|them|\p{Lu}\p{L}+) (?:out|up|ashore|aboard|back|on|in)|heaved|came after (?:him|her|me|us|them)|closed on (?:his|her|my)|caught (?:him|her|me|hold)|held (?:him|her|me) (?:up|back|fast))\b/iu,
    /\b(?:(?:fell|slipped|slid|dropped|came) out of|took out|drew out|pulled out|unfolded|opened (?:it|the (?:letter|box|envelope))|read (?:it|out|aloud|the)|signed|painted|carved|engraved)\b/i,
  ],
  ja: [
    /死|亡くな|息を引き取|(?:川|海|井戸|池|沼|水の中)で[^。]{0,6}(?:見つか|浮[いか])|殺|撃|うちました|うった|射|刺[しさ]|倒れ|たおれ|斬|溺|血|葬|病/,
    /嫁|結婚|祝言|生まれ|夫|妻|主人に|暇を出|という[^、。]{1,10}が(?:い|居)|住んで|一人ぼっち|ひとりぼっち|名は|名前/,
    /盗|ぬす|奪|剥[ぎい]|もらっ|もらい|くれ[たるて]|渡し|投げ|なげ|ほうり|持って(?:いき|来)|もって(?:いき|来)|とり落|取り落|いたずら|悪戯|だま[しさ]|騙/,
    /見つけ|気がつ|気づ|わかっ|分か[っり]|知った|正体|実は|だったのです|目につ/,
    /決心|決め|きめ|覚悟|約束|誓|つぐない|ねばなら|なければなら|しようと|したくな|たいと思|勇気|から(?:です|だ)。/,
    /逃[げが]|捕|つかまえ|助け|救[いっわ]|はずして|飛び降り|駈け下り|駆け下り/,
    /消え|化け|変わ|なってしま|いなくな|燃え|破れ|壊れ|こわれ/,
    /抱きと|引き上げ|引きあげ|引き戻|背負って|しがみつい|飛びこ(?:ん|み)|飛び込(?:ん|み)|綱を/,
    /(?:すべり|滑り|転がり|こぼれ|取り)出|中から[^。]{0,12}(?:現れ|出[たて])|抜くと|抜き取|墨を|描[いか]|書きつけ|読み上げ|彫/,
  ],
} as const;

/** What is only thought of, feared or compared did not happen. */
const unreal = {
  en: /\b(?:as if|as though|would have|might have|if (?:I|he|she|they|you))\b/i,
  ja: /かのよう|ようであ|かもしれ|だろう/,
};

/** How much a sentence turns the story: 0 where it does not, 1 for one kind of turn, somewhat more for several, most for death and blows. */
export function turnOfPlot(words: string, rules: "en" | "ja"): number {
  const [deadly, ...others] = turning[rules];
  const kinds = others.filter((kind) => kind.test(words)).length;
  const most = deadly.test(words) ? 1.5 + 0.3 * Math.min(2, kinds) : kinds === 0 ? 0 : 0.7 + 0.3 * Math.min(3, kinds);
  return most * (unreal[rules].test(words) ? 0.5 : 1);
}
