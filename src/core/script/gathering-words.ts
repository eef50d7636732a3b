/** Words of many beasts, of many birds on the wing, and of many who eat. */
const beasts =
  /\b(?:(?:birds|beasts) and (?:animals|beasts)|animals and birds|(?:crowd|party|number|dozen|pack|herd|company|assembly) of (?:\p{L}+ ){0,2}(?:animals|birds|beasts|creatures)|(?:all|some of|these|several|many|other|the) (?:the |of the )?(?:little )?(?:animals|birds|creatures|beasts)\b)|獣たち|けものたち|動物たち|鳥や獣|狐ども|犬ども/iu;
const flocks =
  /\b(?:crows|rooks|gulls|birds|swallows|ravens|pigeons|geese|starlings)\b[^.]*\b(?:fl(?:ew|ying|y)|circl\w+|wheel\w+|swarm\w*|scream\w*)|(?:鴉|烏|からす|鳥(?!居)|雁|燕|鳩|雀)[^。]*(?:何羽|輪を描|飛びまわ|飛び廻|群|啄|集まっ)/iu;
const meals =
  /\b(?:students|men|people|guests|others|family|customers|(?:three|four|five|six|several|dozen) (?:of them|\p{L}+s))\b[^.]*\b(?:eating|ate|slurp\w*|dining|dined|supping|at (?:their )?(?:meal|supper|dinner|breakfast))\b|(?:[三四五六七八九十]人|連中|客|生徒|みんな|一同)[^。]*(?:食って|喰って|食べて|飲んで|啜|つるつる|ちゅうちゅう)|(?:食って|喰って|食べて|啜って)(?:い|居)?た?(?:連中|客|生徒|男達)/iu;
const company =
  /\b(?:(?:queer|strange|odd|curious|motley|large|whole|all the)[- ](?:\p{L}+[- ])?(?:party|company|assembly|crowd)|(?:quite|very|so) crowded with)\b|大勢|みんな/iu;

/** What kind of gathering words tell of, or null. `wild` where those who are there are beasts. */
export function gatheringIn(words: string, wild: boolean): "beasts" | "flock" | "diners" | null {
  if (flocks.test(words)) return "flock";
  if (beasts.test(words) || (wild && company.test(words))) return "beasts";
  return meals.test(words) ? "diners" : null;
}

/** More people than the cast has: they come, stand or sit there, and look. */
export const tellsNumber = (words: string): boolean =>
  /\b(?:half a dozen|a dozen|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a )?hundred) (?:\p{L}+ )?(?:men|boys|people|students|constables|children|girls|soldiers|policemen)\b|(?:[四五六七八九]|十[一-九]?|[二三四五]十|[五六百])人(?:ばかり|ほど|余り|あまり)?(?:が|は|を相手|も)?[^。]{0,6}(?:出て来|来た|並|立って|はいって|集ま|相手|引き揚げ)|(?:ほか|他)の(?:教師|先生|者|もの|人|連中|客)[^。]{0,4}(?:は|が|も)?みんな|\ball the (?:others|rest|other \p{L}+s) (?:were|had|are)\b|みんな申し合せたように|みんな眠そう|一度に(?:わあ|笑)/iu.test(
    words,
  );

/** A press of people in which one can hardly move. */
export const tellsThrong = (words: string): boolean =>
  /\b(?:throng\w*|press of people|bustling crowd|crowds? of (?:people|men|foot-passengers))\b|人出(?![てたし来])|人だかり|雑沓|混雑|黒山|人込|人ごみ|押し合|押し返し?たり|生徒の間/iu.test(
    words,
  );

/** Whether those many go away. */
export const tellsParting = (words: string): boolean =>
  /\b(?:left|departed|dispersed|went (?:away|off|home)|marched (?:away|off))\b|引き揚げ|帰っ(?!たら|て来|てき)|出て行/iu.test(
    words,
  );

/** A class at its lesson. */
export const tellsClass = (words: string): boolean =>
  /\b(?:class|pupils|scholars|the boys)\b|教場へ|教室へ|教場に|生徒(?:が|は|も|の一人)|授業(?:を|は|が)|講義|講釈/iu.test(
    words,
  );

/** Clothes in which people are seldom drawn: whoever wears them now is not seen in others. */
export const tellsUndress = (words: string): boolean =>
  /\b(?:night-?(?:gown|dress|shirt|clothes|things)|in (?:his|her|my) shirt-?sleeves|bare-?foot(?:ed)?|half-dressed)\b|腕まくり|裸足|跣足/iu.test(
    words,
  );

/** A gown that is worn at home by day. */
export const tellsGown = (words: string): boolean =>
  /\bin (?:his|her|my|a|an) (?:\p{L}+ )?dressing-?gown\b|\b(?:his|her|my) dressing-?gown\b/iu.test(words);

/** Nightclothes. */
export const tellsNightclothes = (words: string): boolean =>
  /\bnight-?(?:gown|dress|shirt|clothes|things)\b|寝巻|寝衣|ねまき|浴衣/iu.test(words);

/** Whether a kimono is taken off somebody by force. */
export const tellsStripping = (words: string): boolean =>
  /(?:着物|衣|羽織)を(?:剥ぎ?(?:と|取)|はぎ(?:と|取)|剥い[だで])/u.test(words);

/** Sizes that no ordinary room or neighbour may stand beside. */
export const tellsSize = (words: string): boolean =>
  /\b(?:(?:inches|feet|miles?) (?:high|tall)|telescope|(?:grew|grow|growing|grown|shr[iau]nk\w*) (?:\p{L}+ ){0,2}(?:smaller|larger|taller|bigger|small|large|again|directly|and)|head (?:\p{L}+ )?(?:struck|press\w*) (?:\p{L}+ )?against|never was so small|opening out like|shutting up like)\b/iu.test(
    words,
  );
