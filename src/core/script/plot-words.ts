/**
 * Words of what turns a story, by kind: a sentence that holds one is missed by whoever asks what happened. Death and blows come first; then
 * kin and marriage and who lives where, what is taken or given, what is found out, who is who, what is resolved, who is caught or gets away, what changes; then who saves whom and how, and what is drawn out of its hiding-place, read, written or painted.
 */
const turning = {
  en: [
    /\b(?:dead|die[sd]?|dying|deaths?|kill(?:ed|s|ing)?|murder\w*|shot|stabbed|drown(?:ed|ing)?|poison\w*|hanged|buried|funeral|found (?:in|at the bottom of|floating in) the (?:river|water|lake|sea|pond|well)|(?:never|did not|didn[’']t) (?:come|came) (?:back|home)|breathed (?:his|her) last|wound(?:ed)?|fainted|ill|fever|blood|struck (?:him|her|me|them)|knocked (?:him|her|me|them) (?:down|out|over)|lay still|blind)\b/iu,
    /\b(?:married|marry|marriage|wedding|wife|husband|widow|orphan|born|heir(?:ess)?|inherit\w*|son of|daughter of|named|whose name|lived (?:in|at|by|alone|with)|years old|[’']s (?:nephew|niece|uncle|aunt|brother|sister|cousin)|last will|(?:leave|left)s? (?:it|all|everything|nothing|[^.;]{2,40}) to (?:me|my|his|her|him|them))\b/i,
    /\b(?:stole|stolen|thief|robb\w+|gave (?:him|her|me|us|them|up|back|away)|given (?:him|her|me|us|them|to|up|away)|gift|handed|snatched|seized|bought|sold|paid|threw|turned off|put out|lost|left (?:him|her|me|them|behind)|put (?:on|it|them))\b/i,
    /\b(?:discover\w*|found|recogni[sz]ed?|reali[sz]ed?|turned out|proved to be|secrets?|confess\w*|forged|false|lied|lies|proof|prove[sd]?|dated|signature|warned|rotten|truth|it was (?:he|she|you|the|his|her|my)|struck (?:her|him|me) that|told (?:him|her|me|them) (?:that|how|of|about))\b/i,
    /\b(?:[Ii]t (?:was|is) [^.,;]{2,40} (?:who|that)\b|[Ww]hat (?:I|he|she|they|we|you) [^.,;]{2,40} (?:was|were) (?:an? |the |his |her |my )|(?:[Ii]t (?:was|is)|I am|I[’']m|[Hh]e (?:was|is)|[Ss]he (?:was|is)|[Yy]ou (?:were|are)) (?:the |Mr\.? |Mrs\.? |Miss |Dr\.? )*\p{Lu}\p{Ll}+)/u,
    /\b(?:decided|resolved|determined (?:to|that)|made up (?:my|his|her|their) minds?|swore|vow(?:ed)?|promised?|refused|agreed|in (?:trouble|danger)|wanted (?:to|him|her|me)|meant to|in order to)\b/i,
    /\b(?:escap\w+|fled|arrest\w*|captur\w+|caught|rescu\w+|saved|locked|turned the key|(?:shut|closed) the (?:\p{L}+ ){0,2}door|jail|prison\w*|constables?|chained|free(?:d)?|hid(?:den)?|ran away|gone|never (?:came|saw|went|again))\b/iu,
    /\b(?:became|turned (?:in)?to|changed into|vanished|disappeared|grew|shr[aui]nk\w*|burst|broke|broken|burn(?:ed|t)|destroyed|fell|sank|(?:lamps?|lights?|candles?|fires?|lanterns?)\b[^.;]{0,24}\b(?:went out|out))\b/i,
    /\b(?:(?:pulled|hauled|dragged|lifted|drew|fished) (?:him|her|me|us|them|\p{Lu}\p{L}+) (?:out|up|ashore|aboard|back|on|in)|heaved|came after (?:him|her|me|us|them)|closed on (?:his|her|my)|caught (?:him|her|me|hold)|held (?:him|her|me) (?:up|back|fast))\b/iu,
    /\b(?:(?:fell|slipped|slid|dropped|came) out of|came away|inside (?:it|the \w+),? (?:was |lay |were )?an? |took out|drew out|pulled out|unfolded|opened (?:it|the (?:letter|box|envelope))|read (?:it|out|aloud|the)|signed|painted|carved|engraved)\b/i,
  ],
  ja: [
    /死|亡[くき]|(?:帰|戻|もど)(?:ら|って[来こ])なかっ|沈[みんめ]|沈没|生きて(?:い|お)|盾|脅|息を引き取|(?:川|海|井戸|池|沼|水の中)で[^。]{0,6}(?:見つか|浮[いか])|殺|撃|うちました|うった|射|刺[しさ]|倒れ|たおれ|斬|切[らり](?:れ|落)|溺|血|葬|病/,
    /嫁|結婚|祝言|生まれ|夫|妻|主人に|暇を出|という[^、。]{1,10}が(?:い|居)|住んで|一人ぼっち|ひとりぼっち|名は|名前|形見|姪|甥|伯父|叔父|伯母|叔母|[はの](?:父|母|祖父|祖母|孫|娘|息子|弟|兄|妹|姉|女房|亭主)(?:だ|です|である|であ|の[一-龠ァ-ヶ])|はじめて(?:の|[^。、]{0,6})(?:仕事|勤め|任)|(?:新人|新入り|先輩|課長|部長|社長|大家|大工|庄屋|小僧|番頭|主人|世話役|技師|医者|教師|先生|巡査|刑事|船頭|漁師|猟師|百姓|職人|浪人|侍|女中|下女|弟子|師匠|学生)の[一-龠ァ-ヶ]+(?:[はがもと]|という)/,
    /盗|ぬす|奪|剥[ぎい]|もらっ|もらい|くれ[たるて]|渡[しせす]|投げ|なげ|ほうり|持って(?:い[きけ]|来|行[きけ])|もって(?:いき|来)|とり落|取り落|いたずら|悪戯|だま[しさ]|騙|借り|貸し|質に|捨て|燃し|返[しすせさ]|預け|届け|差し出|差し上げ|押し戻|金を/,
    /見つけ|気がつ|気づ|わかっ|分か[っり]|知った|正体|実は|証拠|嘘|うそ|白状|申し立て|見覚え|手紙(?:だ|で)|だったのです|目につ|[たるい](?:の|もの|人|者)は、?[^。、]{1,24}(?:だ|です|である|であった|なの|だった|でした|なんで)|(?:わた[くし]+|わし|ぼく|僕|おれ|俺|おいら|あたし|私)(?:が|です|なの)[^。]{0,8}(?:や(?:った|り)|した|しま|間違|です|なの)/,
    /決心|決め|きめ|覚悟|約束|誓|つぐない|つもり|その代わり|代わりに|無念|仇|復讐|恨[みん]|に来(?:た|まし)|ねばなら|なければなら|しようと|したくな|たいと思|[りみきしびい]たかった|勇気|から(?:です|だ)。|[てで]も?(?:いい|よい|結構|構わ)(?:よ|ぞ|です|ので|。|$)|(?:こと|事)に(?:した|しまし|決)|帳消し|許[しす]/,
    /逃[げが]|捕|つかまえ|助[けか]|救[いっわ]|間に合|残らず|乗り遅|かば[いっう]|守[るっり]|国を追|追われ|人質|連れて(?:行|い)|取られ|はずして|飛び降り|駈け下り|駆け下り/,
    /消え|化け|変わ|抜け(?:た|て)|割れ|灰に|真っ?[黒白赤青]に|[一-龠ん]に(?:は)?な(?:った|りまし|っていた)|なってしま|いなくな|燃え|破れ|壊れ|こわれ|遅[らくれ]|[^ま]され(?:た|て)|止ま[っり]|止めた|動き出|泣い[たて]|泣き出|笑わなく|初めて笑|はじめて笑/,
    /抱きと|引き上げ|引きあげ|引き戻|背負って|しがみつい|飛びこ(?:ん|み)|飛び込(?:ん|み)|綱を/,
    /(?:すべり|滑り|転がり|こぼれ|取り)出|中から[^。]{0,24}(?:現れ|出[たてし]|落ち)|抜くと|抜き取|墨を|描[いか]|書きつけ|書き留|読み上げ|彫/,
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

const reason = {
  en: /\b(?:because|(?:that|this)(?:[’']s| is| was) why|so that|if I (?:had|did|were)(?:n[’']t)?|I thought|for fear|or else)\b/iu,
  ja: /(?:だ|た|い|る)から(?:[。、]|で(?:す|ある|あった|した)|だ|な。|ね)|だから|^\P{L}*だって、|なぜなら|ので、|ために|せいで|おかげ|(?:と|れば(?:いい|よい)と)思っ|たくなかった|わけ(?:は|を)|のに、/u,
} as const;

/** Whether words say why, or what somebody had wrongly believed. */
export function tellsWhy(words: string, rules: "en" | "ja"): boolean {
  return reason[rules].test(words);
}

const figures = {
  en: /\d|\b(?:\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half[- ]past|a quarter (?:past|to)|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:hours|days|weeks|months|years|o[’']clock|miles|pounds|shillings|dollars|guineas))\b/iu,
  ja: /[0-9０-９]|[一二三四五六七八九十百千万]+(?:年|月|日|時|歳|円|両|里|番|枚|人|本|匹|頭|羽|軒|杯|文|分|銭|丁|度|倍|週|か月|ヶ月)/u,
} as const;

/** Whether words tell how many, how much or when: what is counted is asked for later. */
export function tellsFigures(words: string, rules: "en" | "ja"): boolean {
  return figures[rules].test(words);
}
