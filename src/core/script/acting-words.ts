import type { Emotion, Pose } from "./script.ts";

/** English words of bodies, by the pose that shows them. Earlier lines win. */
export const englishPoses: readonly (readonly [Pose, string])[] = [
  ["fall", "tripped tumbled stumbled toppled"],
  ["seize", "grappled grappling wrestled wrestling collared"],
  ["fight", "fought fighting struggled attacked stabbed slashed"],
  ["crawl", "crawled crawling"],
  ["cower", "cowered cowering"],
  ["embrace", "embraced embracing hugged hugging cuddled"],
  ["run", "ran running rushed dashed fled raced sprinted chased chasing darted scampered"],
  ["kneel", "knelt kneel kneeling"],
  ["crouch", "crouched crouching squatted squatting ducked huddled stooped"],
  ["lie", "lay lying slept asleep sleeping fainted"],
  ["sit", "sat sit sitting seated seating perched"],
  ["bow", "bowed curtsied curtseyed curtsying"],
  ["point", "pointed points pointing"],
  ["arms-up", "cheered"],
  ["hold", "held holding carried carrying carries clutched clutching"],
  ["hands-on-hips", "hands-on-hips akimbo"],
  ["arms-crossed", "folded"],
  ["lean", "leaned leant leaning"],
  ["hand-to-face", "considered pondered"],
  [
    "walk",
    "walked walk walking went came strode wandered marched entered approached stepped hastened hurried paced strolled",
  ],
];

/** Words of Japanese narration, by pose. */
export const japanesePoses: readonly (readonly [Pose, string])[] = [
  ["kick", "蹴倒 蹴飛 蹴っ 蹴り"],
  ["fall", "つまず 滑っ"],
  ["felled", "倒れ たおれ 転ん 尻餅 尻持"],
  [
    "seize",
    "つかみ合 組み合 組み伏 取り押え 捻じ上 ねじ上 剥ぎと 剥ぎ取 襟をつか 襟を掴 腕をつか 腕を掴 引き倒 引き据え",
  ],
  ["push", "突き飛ば つきのけ 突きのけ 突き倒 押し倒 突きやっ"],
  ["strike", "殴 擲 なぐっ なぐり"],
  ["fight", "斬り 斬っ 打ちかか 打ちのめ ねじ 捻 噛みつ 襲"],
  [
    "leap",
    "飛びかか とびかか 飛び越 とび越 跳び越 躍りかか 飛び上 とびあが 飛びあが 跳び上 飛びおり 飛び下り とびおり とびこえ",
  ],
  ["run", "走っ 走る 走り 駆け 馳け かけつけ かけてい かけだ かけ出 かけよ とび出 逃げ にげ 飛び出 追っ"],
  ["embrace", "抱きし 抱き合 抱きつ"],
  ["crawl", "這い 這う 這っ"],
  ["cower", "すくみ 竦ん 身をちぢめ 縮こま"],
  ["kneel", "跪 膝をつ 手をつ"],
  ["crouch", "しゃが かがめ かがん うずくま 蹲"],
  ["lie", "横たわ 寝て 寝転 伏せて 倒れたまま"],
  ["sit", "座っ 座り 坐っ 坐り 腰かけ 腰を掛け 腰をかけ 腰をおろ 腰を下ろ すわっ 尻を据え"],
  ["bow", "頭を下げ お辞儀 おじぎ 一礼"],
  ["point", "指さ 指差 指をさ"],
  ["arms-up", "手を振っ 両手を挙げ 手を上げ"],
  ["reach", "手を伸ば 手をのば 腕を伸ば"],
  ["shoulder-load", "背負っ 背負い 背おっ 担いで"],
  ["hold", "抱え かかえ 握っ 握り 握る 持っ もっ 持ち 担い 取り出 手にし 受け取 かざ"],
  ["arms-crossed", "腕を組"],
  ["lean", "もたれ 寄りかか"],
  ["hand-to-face", "頬杖 頭をかか 頭を掻 考え込 考えこ"],
  [
    "walk",
    "歩い 歩き 歩く あるき あるい 来た 来まし 行っ いきまし 去っ 去る 帰っ 帰る かえっ 入っ 出た 出まし 近づ 出かけ 出掛け",
  ],
];

/** What a body does that no pose can show: the picture stays with the face. */
export const englishUndrawable =
  "jumped leapt leaped sprang rose arose risen stood crept followed crossed bustled glided descended ascended plunged sprawled sank dodged bolted rode ride riding drove drive driving galloped swam swim swimming rowed row rowing sailed sailing paddled dived dive diving bathed bathing floated floating washed washing dressed dressing undressed shaved cooked cooking baked boiled danced dance dancing waltzed climbed climbing clambered dug digging ploughed sewed sewing knitted knitting flew flying scrubbed polished polishing painted painting played skated harnessed saddled mounted wriggled swung squeezed chewed ate eating drank drinking bit swallowed smoked grew growing shrank shrunk kicked kissed combed peeped peered trotting trotted rolled rolling wrote writing tied untied";

/** What hands do with a thing, or a face with itself, that no pose shows: drawn without the thing it would be a wave at nothing. */
export const englishHandling =
  "seized grabbed snatched reached reaching stretched grasped caught touched knocked opened pulled dragged tugged pushed lifted picked scooped slipped threw flung tossed hurled handed gathered collected poured filled waved waving shook rubbed wiped scratched sneezed yawned coughed hid hidden hiding concealed offered gave laid";

/** The same in Japanese narration. */
export const japaneseHandling =
  "開け つかん つかみ 掴 叩い 引っ張 つまみ 引きず 投げ 放り 振り回 ひろっ 拾 集め 鼻を掩 顔を覆 耳をふさ 目をこす くさめ 嚔 かくれ 隠れ ひっこめ 引っ込め 身をひそ 挿し 差し出 渡し 埋め ほり 掘 折っ";

/** What a body does that no pose shows, in Japanese narration. */
export const japaneseUndrawable =
  "立ち上 立上 たちあが 起き上 起き直 跳び 跳ん 飛び上 とびあ 飛びつ 躍り 飛び込 とび込 下り 降り おり上 上っ 上り 上る のぼ 這 忍び 転が 落ち 崩れ 泳い 泳ぐ 泳ぎ 乗っ 乗り 乗る 漕い 漕ぐ 洗っ 洗い 洗う といで といで とぎ 着替え 脱い 脱ぐ 炊い 煮 焼い 踊っ 踊り 踊る 掘っ 掘り 登っ 登り よじ 浴び 浸っ ひた 湯に 釣っ 釣り 縫っ 縫い 描い 書い 植え 刈っ 食っ 食べ 食う たべ 飲ん 飲み のん 剃 吸っ 吹い ゆすぶ もちあげ 持ち上げ かみ 噛 抜い 抜く 抜き 剥 はず 結っ 結ん つめ 覗い 覗き 覗く のぞい のぞき のぞく";

/** English words of feeling in tags and narration. Earlier lines win. Loudness and mere firmness are none. */
export const englishEmotions: readonly (readonly [Emotion, string])[] = [
  ["furious", "bellowed raged furious furiously fury enraged rage wrath thundered snarled snarling"],
  [
    "angry",
    "snapped growled growl growling snarl bristled bristling hackles wrathful hatred loathing angrily angry anger crossly indignantly indignant savagely scolded glared scowled scowling glaring irritably sulkily",
  ],
  ["crying", "sobbed sobbing wept weeping tears wailed weep sob sobs"],
  [
    "afraid",
    "fears terrors panic consternation dismay dismayed foreboding trembling trembled shiver shivering frightened terrified terror fearfully shivered shuddered shudder shuddering palsy quaked quaking quailed alarmed scared tremulous dread fear fright cowered alarm whined whimpered cringed cringing",
  ],
  [
    "shocked",
    "startled aghast horrified horror stunned screamed shrieked horror-stricken horrified aghast thunderstruck petrified",
  ],
  [
    "surprised",
    "gasped surprised surprise astonished astonishment amazed amazement stared staring bewildered wonder stupefied",
  ],
  ["laughing", "laughed laughing laughs laugh laughingly chuckled chuckling chuckle chuckles giggled giggling giggle"],
  [
    "happy",
    "glee gleeful gleefully rapture ecstasy exultation exultant rejoiced smiled smiling smile delighted cheerfully happily joy joyfully gladly grinned grinning grin pleased merrily glad cheerful happy delight beaming beamed smilingly amused",
  ],
  ["tender", "gently kissed embraced kindly tenderly hugged patted caressed soothing"],
  [
    "sad",
    "nervously nervous anxiously anxious uneasily uneasy worried sighed sighing sigh sadly sorrowfully mournfully sorrow melancholy misery miseries anguish agony wretched wretchedness remorse gloom gloomy gloomily miserable unhappy moaned groaned depressed grief grieved wearisome lonely despair despairing hopelessly hopeless dismally dejected dejectedly unhappily disappointed heartbroken bitterly",
  ],
  [
    "ashamed",
    "timidly timid shyly blushed ashamed blushing humbly shame stammered faltered apologised meekly sheepishly shamefaced embarrassed embarrassment awkwardly abashed sheepish",
  ],
  [
    "suspicious",
    "frowned frowning frown suspiciously doubtfully squinted suspicion contemptuously doubtful mistrustful distrust narrowly",
  ],
  ["smug", "smirked proudly triumphantly boasted sneered haughtily pompously"],
  ["determined", "intent intently firmly resolved determined sternly grimly boldly severely impatiently"],
  [
    "thinking",
    "thought thoughtfully wondered considered pondered musing remembered thinking puzzled wondering reflected reflecting pensive pensively meditation meditating meditated absorbed thoughtful brooding reverie",
  ],
  [
    "tired",
    "yawned wearily tired weary sleepily exhausted fatigue languid languidly drowsily drowsy sleepy panting breathless",
  ],
  ["calm", "peacefully asleep slept"],
];

/** Japanese words of feeling in tags and narration. */
export const japaneseEmotions: readonly (readonly [Emotion, string])[] = [
  ["furious", "怒鳴 憎悪 激怒 吠え 罵"],
  [
    "angry",
    "噛みつくよう かみつくよう 怒 憎 声を荒 険し 腹が立 腹を立 憤 癇癪 ぷんぷん 忌々し いまいまし 癪 不埒 けしからん 卑怯 失敬な",
  ],
  ["crying", "泣い 泣き 泣く 涙 すすり泣 嗚咽 しゃくり"],
  ["afraid", "震え 怯え おびえ 恐怖 怖 慄 戦慄 ふるえ わななか わなわな 悲鳴 青ざめ 喘 あえぎ 怖気 びくびく びくっと"],
  ["shocked", "息を呑 息をのん 愕然 凍りつ ぎょっと 仰天 眼を、一層大きく 目を、一層大きく"],
  ["surprised", "驚 弾かれたよう はっと 呆然 茫然 ぽかん あっけに 見開 目を見張 目を丸 眼を丸 眼を大きく びっくり"],
  ["laughing", "大笑い 吹き出 げらげら"],
  ["ashamed", "恥 赤くな 赤面 頭をかい すみません 申し訳 きまりが悪 極りが悪 恐縮 閉口 痛み入 恐る恐る"],
  [
    "sad",
    "悲し 寂し さびし 淋し ため息 溜息 うつむ 目を伏せ 肩を落と にじん しまったと しょんぼり 落胆 失望 情ない 情け",
  ],
  ["smug", "得意 胸を張 にやり 嘲"],
  ["happy", "笑っ 笑い 微笑 ほほえ にっこり 嬉し うれし 喜ん 喜び よろこ 大喜び 愉快"],
  ["tender", "優し やさし 抱きし なで 撫で"],
  ["suspicious", "疑 眉をひそ いぶか 怪し"],
  ["determined", "決心 勇気 きっぱり 力強 覚悟 にらん 睨 むっと"],
  ["thinking", "考え 思案 思っ 思い 首をかしげ 首を傾げ 妙だ 不思議 見当がつ 気味が悪 気味の悪"],
  ["tired", "疲れ くたび 息を切ら あくび 草臥 へとへと 眠くな ねむ 退屈 うんざり 嫌い 馬鹿馬鹿し 馬鹿げ 馬鹿気"],
  ["calm", "安らか 目を閉じ 眠っ"],
];

/** Comfort and advice: the grief in them is denied. */
export const comfort =
  /\b(?:not|n[’']t|never|without|no)\b(?: \p{L}+){0,3} (?:unhapp\p{L}+|despair\p{L}*|lament\p{L}*|mourn\p{L}*|suffer\p{L}*|miser\p{L}+|wretched|sad|misfortune|quarrel\p{L}*|troubles?)\b/giu;

/** What a spoken line itself betrays. A complaint stands before thanks: no misfortune is told with a smile. */
export const englishLines: readonly (readonly [Emotion, RegExp])[] = [
  [
    "crying",
    /\bmy (?:poor |dear |own |dear, dear )*(?:child|boy|girl|son|daughter|husband|wife|father|mother|darling|baby)(?: is)? (?:gone|dead)\b|\bboo hoo\b|\boh[,!]? (?:what shall I do|my (?:poor )?(?:child|boy|girl|son|husband|father|mother))\b/i,
  ],
  ["laughing", /\b(?:ha,? ha|hee hee|ho,? ho)\b/i],
  [
    "afraid",
    /\b(?:(?:spare|save|protect) (?:me|us|my life)|tell me (?:that )?(?:it|this|you|he|she) (?:is|are|was|were|has|have|did|does) not\b|do not tell me that \p{L}+ ha(?:s|ve)\b|God help (?:me|us)|(?:is|are|am|he[’']s|she[’']s|\p{Lu}\p{L}+[’']s|I[’']m) dying(?=!)|come quick|(?<=^|[.!?] )(?:murder|fire|thieves|dying)(?=!)|have mercy|let (?:me|us) go(?=!)|take (?:him|it|her|them) away(?=!)|what was that(?=[?!])|(?<!\b(?:they|we|I|you|who) )don[’']t (?:hurt|kill)|I(?:[’']m| am) (?:so |very |quite |half )?(?:frightened|scared|terrified|dying of fear)|(?<!so )help me(?= ?[!.])|it is (?:horrible|fear|terror|horror)|makes me (?:shiver|shudder)|I am lost(?! without))\b|^help\b[^.]*!/iu,
  ],
  [
    "angry",
    /(?:^|[.!?—,]\s*)(?:you |thou |vile |base |foul |abhorred |accursed |infernal |cowardly |hideous )*(?:villain|fiend|devil|scoundrel|monster|wretch|traitor|traitress|murderer|ruffian|rascal|blackguard|brute|coward|hypocrite)s?[!,.;]|\b(?:begone|be off with you|out of my sight|confound (?:the|you|him|it|them)|away with (?:you|him|her)|curse (?:be|the|your|their|them)|cursed|accursed|abhorred (?:monster|devil|fiend)|detested|(?:I|we)(?:[’']ll| will| shall| could|[’']d) (?:kill|murder|crush|break|strangle|thrash|teach|destroy|punish) (?:you|him|her|them|thee)|(?:you|he|they) shall (?:repent|pay|suffer|regret|rue|die)|you[’']?(?: wi)?ll (?:regret|repent|pay for|be sorry)|I (?:detest|loathe|despise|abhor)|burning hell|my (?:revenge|vengeance|rage))\b|\b(?:silence|cease)!|\b(?:liar|get out(?! of (?:this|here|it))|how dare|shut up(?= ?[!.,])|hold your tongue|you (?:fool|thief|idiot|villain|scoundrel|rascal|brute|wretch|blackguard|insult|meddler|busybody|shall answer)|off with (?:his|her|your|their) heads?|damn|curse (?:you|him)|I hate(?! to)|insolence|none of your|mind your own|keep yourself out|I(?:[’']ll| will| must) (?:thank|trouble) you to)\b|\b(?:nonsense|rubbish|you stupid|wicked)\b[^.?]*!/i,
  ],
  [
    "ashamed",
    /\b(?:I(?:[’']m| am)(?: so| very| truly| really)? sorry|forgive me|my fault|(?:I am|I[’']m|I feel) (?:\w+ )?ashamed|I apologi[sz]e|beg (?:your )?pardon)\b/i,
  ],
  [
    "sad",
    /\b(?:what a fool I (?:have been|was)|how (?:mad|blind|foolish) I (?:was|have been)|(?:can[’']t|cannot) bear (?:to think|the thought|it|this)|I wish I had never|(?:have|[’']ve) (?:spoil(?:ed|t)|ruined|broken) (?:the \p{L}+ of )?my (?:life|heart)|I (?:beseech|implore|entreat)|I beg (?:of )?you\b(?!r)|(?:please|oh|pray),? (?:do not|don[’']t) (?:go|leave|tell|send|let|be angry)|so (?:cruel|hard)(?=[!.])|(?:how|was|is) cruel(?=[!.])|(?:let me|we) (?:beseech|implore|entreat)|have pity|for (?:God|heaven|pity|mercy|goodness)[’']?s? sake|farewell|(?<!not |never |n[’']t )despair\w*|misery|miseries|wretchedness|anguish|agony|remorse|mourn\w*|lament\w*|solitary|forsaken|hopeless\w*|our darling|ouch|it hurts|hurts me|you[’']ll kill me|(?:when )?I[’']m gone\b|I(?:[’']m| am) dying|(?:I(?:[’']m| am)|we are) (?:so |very |truly |deeply |much )?(?:grieved|distressed|shocked)|poor,? (?:dear|old|little|unhappy|(?=my ))|alas|(?:is|was|are|were) dead(?! (?:with|to|tired|set|against|right))|has died|died|drowned|murdered|never again|lonely|(?<!must )miss (?:him|her|you|me)|wish (?:you|he|she) were|(?<!\b(?:these|those) )poor (?:soul|creature|thing|fellow|child|girl|boy|man|woman|mother|father|wretch|me)|(?:a|so|very|and a) sad|ruined|ruin|beaten|misfortune|robbed|suffer\w*|unhappy|wretched|miserable|too late|(?:not|never|n[’']t) leave me|left me|what (?:has|had|will) become of|quarrel\w*|dreadful\w*|oh,? dear|I have lost|I[’']ve lost|gone for ever|heart[- ]?broken|in despair|what shall I do|I wish I had(?:n[’']t| not|\b)|trouble is|great trouble|(?:I(?:[’']m| am)|we are) (?:\w+,? ){0,2}hungry|(?<!half-)starv\w+|sorrow|grief|tears)\b/iu,
  ],
  ["tired", /\b(?:tired|weary|worn out|exhausted|so sleepy)\b/i],
  ["tender", /\b(?:dearest|darling|love you|my child|don[’']t be afraid|you must not fear|never mind)\b/i],
  [
    "happy",
    /\b(?:hurrah|hooray|good! good|God bless you|I rejoice|what (?:joy|happiness|a joy)|thank (?:you|heaven|God)(?! (?:for nothing|but|to))|splendid[.!]|well done|congratulat\w+|bravo|excellent[.!]|how nice|what fun|I[’'](?:m|ve) got it|I have it|(?:I am|I[’']m|we are) (?:(?:so|very|most|truly|heartily) )?(?:glad|delighted|happy|pleased)|shall be delighted)(?![\p{L}])/iu,
  ],
  [
    "surprised",
    /^(?:what(?! an? )|oh(?=[!,] (?:how|what|my|the|there)\b|!$)|dear me|good (?:heavens|gracious|lord)|great (?:heavens?|scott)|my god|curiouser|well,? I never)\b[^.?]{0,24}!|^(?:what|dead|murdered|gone|you)\?|^(?:look|behold|see|lord(?:y| bless me)?|(?:my )?goodness|gracious|heavens)!|\b(?:is it|how (?:was|is) (?:it|that)) possible\b|\bnever heard of such\b|\bit is (?:he|she|(?:the|that) (?:man|woman)|\p{Lu}\p{L}+)(?: (?:himself|herself|itself))?!|\b(?:impossible|incredible|astonishing|amazing)\b[^.]{0,12}!|^(?:how|what an?) (?:\p{L}+ )?(?:curious|strange|queer|odd|extraordinary|wonderful)\b[^.]*!/iu,
  ],
  ["thinking", /\b(?:I wonder|how I wish|I only wish|let me see|I suppose|it is possible that|I fancy)\b/i],
  [
    "determined",
    /\b(?:(?:I|we|you) (?:must(?! (?:have|be)\b)|shall)|will not|won[’']t|at once)\b[^.?]*!|\b(?:I (?:(?:won[’']t|will not|sha[’']?n[’']t|shall not)(?! (?:insult|deny|trouble|detain|keep|bore|pretend|say that))|refuse|insist|don[’']t care)|(?:certainly|decidedly) not|on no account|never again)\b|^(?:sha[’']?n[’']?t|never)[.!]|^(?:no[!,.] ){2,}/i,
  ],
  [
    "suspicious",
    /\b(?:I don[’']t (?:believe|think they|trust)|what do you mean|do you mean to say|are you (?:quite |perfectly )?sure|is that all|you expect me|not fair|at all fairly|I doubt)\b/i,
  ],
  ["smug", /\b(?:elementary[.!]|I told you so|serves? (?:him|her|them|you) right)\b/i],
  [
    "calm",
    /\b(?:good (?:morning|evening)|how do you do|pray (?:take|sit|come|be|draw)|with pleasure|at your service|you are (?:very )?welcome)\b/i,
  ],
];

/** The same for Japanese lines. */
export const japaneseLines: readonly (readonly [Emotion, RegExp])[] = [
  ["afraid", /助けて|(?:怖|こわ|おそろし|恐ろし)い(?:よ|なあ|わ|[！。]?$)|食われる|食べられる|殺される/u],
  [
    "angry",
    /貴様|野郎|ふざけ|黙れ|出て行け|許さ(?:ん|な|ぬ)|(?:うそ|嘘)だ[！!]|ぬすと|盗人め|^おのれ[、！!っ]|馬鹿(?:め|を云|を言|にする)|畜生|こら[っッ！!]|失敬(?:千万|な奴)|くせに[^。]*[！!]|かばい|けしからん|怪しからん|不埒|卑怯|奸物|ペテン|イカサマ|いかさま師|胡魔化せる|馬鹿(?:だ|あ|者)|阿呆|乱暴だ|狼藉|無法|生意気|(?:居る|ある|する|なる|来る|くれる|たまる)(?:もの|もん)か|なぐら|承知しない|ハイカラ野郎|云わぬと|いいかげんにし|恨むまい|引剥を|これだぞ/u,
  ],
  ["laughing", /あはは|わはは|はっはっ|ハハハ|ホホホ|ほほほ/u],
  [
    "ashamed",
    /すまん|すまな|すみません|済まな|ごめん(?!だ|です|蒙|こうむ)|御免なさ|申し訳|しなけりゃよかった|しなければよかった|悪かった|あやまり(?:ます|まし)|謝り(?:ます|まし)|(?:私|僕|おれ)が(?:悪い|わるい)|全く(?:悪い|わるい)|面目(?:ない|次第)|謝罪(?:します|いたし|申し)|慚愧|申訳(?:ない|あり)|お恥ずかし/u,
  ],
  [
    "determined",
    /(?:ご|御|ごめん)(?:免|めん)?(?:蒙|こうむ|です|だ[。！]?$)|(?:いや|嫌|厭)(?:だ|です)(?:[。！よ]|$)|反対です|不同意|出来ません(?![かが])|できません(?![かが])|断じて|大嫌い|決して[^。]*(?:ない|ません)|不都合|(?:出|返|捨て|やめ|止め|待|帰|行|来|見|云|言)(?:せ|れ|て|ろ|め|い)[！!]|(?:いら|要ら)(?:ない|ん)[。よ]?$|(?:しろ|するな|来るな|行くな|云うな|言うな)(?:[。！]|$)/u,
  ],
  [
    "sad",
    /死んだ|死んで|死ん(?:じ|で)ゃ|亡くな|つらい|辛い|悲しい|さびしい|淋しい|ぼっち|ひどい目|(?:なぐ|殴|叩か|盗ま|ぶた|撲)られ|叩かれ|盗まれ|かわいそう|可哀|気の毒|残念|しまった|困った|弱った|葬式|饑死|餓死|もう駄目|情ない|情けな|ひきあわない|引き合わない|つまらな|つまらん|損だ|損な/u,
  ],
  ["tired", /くたびれ|草臥|(?<![お御])疲れ|腹(?:が|も)(?:減|空|へ)|もうあるきた/u],
  [
    "happy",
    /やった[！!ぞ]|(?:うれし|嬉し)(?!く(?:ない|は))|見事(?:だ|です)|ありがとう|有難う|難有う|めでたい(?![^。]*ない)|愉快(?:だ|です)[。！]?|大歓迎/u,
  ],
  [
    "surprised",
    /^(?:え[っッ？！?!]|なに[っ？！?!]|何[？！?!]|まさか|あっ|おお[っ！]|おや[っ！？。]?$|へえ[？！]|ほんとかい|本当か)|こいつ[^。]{0,4}驚い|驚い(?:た|ちまった)[！!]/u,
  ],
  ["suspicious", /(?:妙|変|へん|おかし)(?:だ|い)(?:な|ぞ|[。、！]|$)|怪しい|あやしい/u],
  ["thinking", /かもしれ|かしら|はて|うむ|ちがいない|に違いない/u],
  [
    "determined",
    /^(?:よし|ようし|よおし|さあ)[。！、]|[やみ]るぞ|てやる(?:ぞ|から)?[。！]?$|構うもん|勝手だ|断わ(?:る|り)|ぜひ|是非とも/u,
  ],
  ["smug", /ざま(?:を|あ)?見|それ見ろ|思った通り/u],
  ["calm", /おはよう|今日は[、。]|こんにちは|ようこそ|いらっしゃい|お入り|ご機嫌よ/u],
];

/** Words of blame, refusal, threat, doubt, trouble and excuse: nobody says them with a smile. */
export const sternWords = {
  en: /\b(?:not|never|no|nor|nothing|nobody|cannot|but|though|sorry|afraid|fear\w*|pardon|forgive|apolog\w+|blame|fault|shame|guilt\w*|wrong|wicked|bad|worse|worst|trouble\w*|difficult\w*|mistaken?|lost|lose|theft|thief|stole\w*|crim\w+|fate|warn\w*|threat\w*|beware|must|refuse|debt|pay|poor|sad|unfortunate\w*|sleepless|trap|strange|leave off|hurt|wicked|sceptic)\b|n[’']t\b|\?/i,
  ja: /ない|ません|なかっ|まい[。と]|ず[。、]|悪い|わるい|あやま|謝|嫌|厭|いやだ|反対|不同意|駄目|だめ|困|損|詐欺|泥棒|盗|嘘|うそ|喧嘩|険呑|危|注意し|迷惑|不都合|辞職|免職|転任|別れ|罰|仇|敵|馬鹿|畜生|けれども|ものか|もんか|なぜ|どうして|[?？]|か$/u,
} as const;

/** Grave words: beside them nobody smiles in the picture, unless the words say so. */
export const sorrowWords = {
  en: /\b(?:dead|death|died|die|dying|kill(?:s|ed|ing)?|murder\w*|funeral|grave|buried|corpses?|blood|bloodstain\w*|gallows|hang(?:ed|ing)?|prison\w*|drown\w*|starv\w+|hunger|hungry|poor|wretched|misery|sorrow\w*|grief|weep\w*|wept|sobb\w+|tears|crying|despair|ruin\w*|wound\w*|pain|suffer\w*|alone|lonely|danger\w*|terror|horror|horribl[ey]|dreadful|fear\w*|afraid|serious\w*|gravely|gravest|gravity|risk\w*|peril\w*|god|lives|life|alas|never|slight|insult\w*|disgrace\w*|asham\w*|shame\w*|lost|ill|illness|sick|cruel\w*|bitter\w*|curse\w*|troubl\w*|anxi\w*|sigh\w*|groan\w*|shudder\w*|trembl\w*|refus\w*|betray\w*|traitors?|crimes?|enem(?:y|ies)|scoundrels?|villain\w*|damned|sinister|victims?|evil|guilt\w*|thie(?:f|ves)|theft|robber\w*|burglar\w*|hurts?|aches?|aching|painful\w*|pains|poison\w*|wretch|witch|fools?|angry|threat\w*)\b/i,
  ja: /死|殺|葬|墓|血|饑|飢|餓|泣|涙|悲|淋し|さびし|寂し|ぼっち|苦し|辛|つらい|哀|痛|恐|怖|気の毒|ひどい|かわいそう|困|犯人|犯罪|盗|悪人|悪党|曲者|毒(?!見|舌)|倒れそう/u,
} as const;

/** Words of the dead and of great sorrow: they are said with a grave face, even where the voice is level. */
export const graveWords = {
  en: /\b(?:(?:sudden|sad|his|her|their|of|to|the|whose|terrible) (?:\p{L}+ )?death|dead (?:man|woman|body|child|boy|girl)|died|dying|murder(?:ed|er)?|funeral|corpse|(?:his|her|the|my) grave|misery|tragedy|tragic|calamity|catastrophe|bereave\p{L}*|mourn\p{L}*|grief)\b/iu,
  ja: /死ん|亡くな|葬式|葬ら|墓|殺され/u,
} as const;

/** Words of pursuit, fight and death: nobody laughs among them. */
export const dangerWords = {
  en: /\b(?:pursu\w+|chas(?:e|ed|ing)|fled|flee\w*|flight|escap\w+|enem(?:y|ies)|danger\w*|peril\w*|death|dead|dying|kill\w*|murder\w*|slain|slew|fight\w*|fought|battle|blood\w*|wound\w*|attack\w*|terror|horror|horrible|prison\w*|captive|rescue\w*|swords?|pistols?|rifles?|guns?|weapons?|corpses?|funeral|weep\w*|wept|sobb\w+|tears|grief|torture\w*)\b/giu,
  ja: /追[いっわ]|逃げ|敵|危|死|殺|斬|血|傷|襲|恐|怖|牢|泣|涙|葬/gu,
} as const;

/**
 * What a scene's mood leaves on faces that show nothing else, in turn. Next to nothing: a mood is of the whole scene
 * and not of each line in it, and a quarrel in a tender chapter is not had with a smile.
 */
export const stillFaces = {
  calm: ["calm", "neutral"],
  joyful: ["neutral", "calm"],
  tender: ["neutral", "calm"],
  sad: ["neutral"],
  tense: ["neutral", "neutral", "thinking"],
  fearful: ["neutral", "thinking", "neutral"],
  angry: ["neutral"],
  mysterious: ["neutral", "thinking", "neutral", "neutral"],
  comic: ["neutral", "calm"],
} as const satisfies Record<string, readonly Emotion[]>;

/** Words of somebody else within a line: in inner quotation marks, up to their end or the line's. */
export const innerQuotes = {
  en: /(?<![\p{L}\p{N}])[‘'](?=\p{Lu})[^’']*(?:[’'](?=\p{Ll})[^’']*)*(?:[’']|$)/gu,
  ja: /[『「][^』」]*(?:[』」]|$)/gu,
} as const;

/** A line that tells what was said: a mark that closes inner words with their tag, or a tag that opens them. */
export const retoldWords = {
  en: /[,.!?—][’'] (?:he|she|I|they|said|says|cried|answered|asked|\p{Lu}\p{Ll}+ said)\b|\b(?:said|cried|answered|asked|says|remarked|shouted|replied)(?: (?:he|she|I|to (?:me|him|her|a|the)(?: \p{L}+)?))?[,:]? ?[^.!?]{0,30}[,:—] ?[‘']\p{Lu}|\bI (?:answered|replied|said|told (?:him|her|them)|asked (?:him|her|them)) (?:that|I|him|if|whether|so)\b/iu,
  ja: /[」』]と(?:云|言|いっ|聞|答|叫)/u,
} as const;

/** Courtesies, and the face that each is said with; the first that a line holds counts. */
export const courtesies: Record<"en" | "ja", readonly (readonly [Emotion, RegExp])[]> = {
  en: [
    [
      "happy",
      /\b(?:thank you(?! to)|thanks|much obliged|very grateful|so kind of you|delighted|with (?:much )?pleasure)\b/i,
    ],
    [
      "ashamed",
      /\b(?:beg (?:your )?pardon|I(?:[’']m| am) (?:so |very )?sorry|forgive me|I(?:[’']m| am) afraid,? I)\b/i,
    ],
    [
      "calm",
      /\b(?:please|sir|ma[’']?am|madam|your (?:majesty|honou?r|highness|grace|lordship|ladyship|worship)|yer honou?r|pardon|afraid|thank(?! you to)|may I|might I|would you (?:mind|kindly|be so)|could you|kindly|pray (?!for\b)|at your service|if you will)\b/i,
    ],
  ],
  ja: [
    ["happy", /ありがと|有難う|有り難う|難有う|かたじけな|忝/u],
    ["ashamed", /すみませ|済みませ|申し訳|恐れ入|おそれ入|ご免なさ|ごめんなさ|御免なさ|失礼(?:しま|いたし)/u],
    [
      "calm",
      /ございま|御座いま|ください(?![！])|下さい(?![！])|ましょうか|でしょうか|いらっしゃ|かしこまり|承知(?:しま|いた)|いただ(?:き|け)|頂(?:き|け)|でござ|なもし/u,
    ],
  ],
};

/** Questions, doubts and guesses: the brow goes up with them. */
export const doubtWords = {
  en: /\?|\b(?:perhaps|hardly|I think|however|seems?|strange|singular|curious|wonder|possibl\w+|probabl\w+|might|suppose|puzzl\w+|remember|let me|odd|queer)\b/i,
  ja: /[?？]|(?:か|かね|かい|かな|かしら|かなもし|のだい)(?:[。、]|$)|だろう|でしょう|らしい|よう(?:だ|です)|妙|変だ|へえ|ふうん|けれど|思う|考え/u,
} as const;
