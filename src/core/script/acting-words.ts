import type { Emotion, Pose } from "./script.ts";

/** English words of bodies, by the pose that shows them. Earlier lines win. */
export const englishPoses: readonly (readonly [Pose, string])[] = [
  ["fall", "fell falling tripped tumbled stumbled collapsed toppled rolled sprawled plunged sank"],
  ["fight", "fought fighting struggled wrestled attacked punched kicked stabbed slapped grappled slashed"],
  ["embrace", "embraced embracing hugged hugging cuddled"],
  [
    "run",
    "ran running rushed hurried bolted dashed fled raced sprinted chased chasing darted jumped leapt leaped sprang scampered dodged",
  ],
  ["kneel", "knelt kneel kneeling crawled"],
  ["crouch", "crouched crouching squatted squatting ducked cowered huddled stooped"],
  ["lie", "lay lying slept asleep sleeping fainted"],
  ["sit", "sat sit sitting seated perched"],
  ["bow", "bowed curtsied curtseyed curtsying"],
  ["point", "pointed points pointing"],
  ["arms-up", "cheered clapped"],
  ["hold", "held holding carried carrying carries clutched clutching"],
  ["hands-on-hips", "hands-on-hips akimbo"],
  ["arms-crossed", "folded"],
  ["lean", "leaned leant leaning"],
  ["hand-to-face", "considered pondered"],
  [
    "walk",
    "walked walk walking went came strode wandered marched followed crossed returned entered left approached stepped hastened moved descended",
  ],
];

/** Words of Japanese narration, by pose. */
export const japanesePoses: readonly (readonly [Pose, string])[] = [
  ["fall", "倒れ 転が 転ん 落ち 崩れ つまず 滑っ 蹴倒 流され"],
  ["fight", "殴 斬 打ち 組み合 つかみ合 ねじ 捻 噛みつ 襲 突き飛ば 蹴 剥ぎ 剥い"],
  [
    "run",
    "走っ 走る 走り 駆け かけつけ かけてい かけだ かけ出 かけよ とび出 逃げ にげ 飛び出 跳び 跳ん 飛び上 とびあ 追っ 飛びつ 躍り",
  ],
  ["embrace", "抱きし 抱き合 抱きつ"],
  ["kneel", "跪 膝をつ 這い 這う 這っ 手をつ"],
  ["crouch", "しゃが かがめ かがん うずくま 蹲 身をちぢめ"],
  ["lie", "横たわ 寝て 寝転 伏せて 倒れたまま"],
  ["sit", "座っ 座り 坐っ 坐り 腰かけ 腰を掛け 腰をかけ 腰をおろ 腰を下ろ すわっ 尻を据え"],
  ["bow", "頭を下げ お辞儀 おじぎ 一礼"],
  ["point", "指さ 指差 指をさ"],
  ["arms-up", "手を振っ 両手を挙げ 手を上げ"],
  ["reach", "手を伸ば 手をのば 腕を伸ば 腕をつか 腕を掴 襟をつか"],
  ["hold", "抱え かかえ 握っ 握り 握る 持っ もっ 持ち 担い 取り出 手にし 受け取 かざ"],
  ["arms-crossed", "腕を組"],
  ["lean", "もたれ 寄りかか"],
  ["hand-to-face", "頬杖 頭をかか 頭を掻 考え込 考えこ"],
  ["walk", "歩い 歩き 歩く 来た 行っ 去っ 去る 帰っ 帰る 上っ 上る 下り 入っ 出た 近づ 立ち上 立上 現れ"],
];

/** What a body does that no pose can show: the picture stays with the face. */
export const englishUndrawable =
  "rode ride riding drove drive driving galloped swam swim swimming rowed row rowing sailed sailing paddled dived dive diving bathed bathing floated floating washed washing dressed dressing undressed shaved cooked cooking baked boiled danced dance dancing waltzed climbed climbing clambered dug digging ploughed sewed sewing knitted knitting flew flying scrubbed polished polishing painted painting played skated harnessed saddled mounted wriggled swung squeezed chewed ate eating drank drinking bit swallowed smoked grew growing shrank shrunk kicked kissed combed peeped peered trotting trotted rolled rolling wrote writing tied untied";

/** What hands do with a thing, or a face with itself, that no pose shows: drawn without the thing it would be a wave at nothing. */
export const englishHandling =
  "seized grabbed snatched reached reaching stretched grasped caught touched knocked opened pulled dragged tugged pushed lifted picked scooped slipped threw flung tossed hurled handed gathered collected poured filled waved waving shook rubbed wiped scratched sneezed yawned coughed hid hidden hiding concealed offered gave laid";

/** The same in Japanese narration. */
export const japaneseHandling =
  "開け つかん つかみ 掴 叩い 引っ張 つまみ 引きず 投げ 放り 振り回 ひろっ 拾 集め 鼻を掩 顔を覆 耳をふさ 目をこす くさめ 嚔 かくれ 隠れ ひっこめ 引っ込め 身をひそ 挿し 差し出 渡し 埋め ほり 掘 折っ";

/** What a body does that no pose shows, in Japanese narration. */
export const japaneseUndrawable =
  "泳い 泳ぐ 泳ぎ 乗っ 乗り 乗る 漕い 漕ぐ 洗っ 洗い 洗う といで といで とぎ 着替え 脱い 脱ぐ 炊い 煮 焼い 踊っ 踊り 踊る 掘っ 掘り 登っ 登り よじ 浴び 浸っ ひた 湯に 釣っ 釣り 縫っ 縫い 描い 書い 植え 刈っ 食っ 食べ 食う たべ 飲ん 飲み のん 剃 吸っ 吹い ゆすぶ もちあげ 持ち上げ かみ 噛 抜い 抜く 抜き 剥 はず 結っ 結ん つめ 覗い 覗き 覗く のぞい のぞき のぞく";

/** English words of feeling in tags and narration. Earlier lines win. Loudness and mere firmness are none. */
export const englishEmotions: readonly (readonly [Emotion, string])[] = [
  ["furious", "bellowed raged furious furiously fury enraged"],
  ["angry", "snapped growled angrily angry anger crossly indignantly indignant savagely scolded glared"],
  ["crying", "sobbed sobbing wept weeping tears wailed"],
  ["afraid", "trembling trembled frightened terrified terror fearfully shivered shuddered panted alarmed"],
  ["shocked", "gasped startled aghast horrified horror stunned screamed shrieked"],
  ["surprised", "surprised surprise astonished astonishment amazed amazement stared staring"],
  ["laughing", "laughed laughing chuckled giggled laugh"],
  ["happy", "smiled smiling smile delighted cheerfully happily joy joyfully gladly grinned pleased merrily eagerly"],
  ["tender", "gently kissed embraced kindly tenderly hugged patted caressed soothing"],
  ["sad", "sighed sadly sorrowfully mournfully sorrow melancholy gloomily miserable unhappy moaned groaned depressed"],
  ["ashamed", "blushed ashamed blushing humbly shame stammered faltered apologised meekly sheepishly"],
  ["suspicious", "frowned suspiciously doubtfully squinted frowning suspicion contemptuously"],
  ["smug", "smirked proudly triumphantly boasted sneered haughtily pompously"],
  ["determined", "firmly resolved determined sternly grimly boldly"],
  ["thinking", "thought thoughtfully wondered considered pondered musing remembered thinking puzzled wondering"],
  ["tired", "yawned wearily tired weary sleepily exhausted"],
  ["calm", "peacefully asleep slept"],
];

/** Japanese words of feeling in tags and narration. */
export const japaneseEmotions: readonly (readonly [Emotion, string])[] = [
  ["furious", "怒鳴 憎悪 激怒 吠え 罵"],
  ["angry", "怒 にらん 睨 憎 声を荒 険し"],
  ["crying", "泣い 泣き 泣く 涙 すすり泣 嗚咽 しゃくり"],
  ["afraid", "震え 怯え おびえ 恐怖 怖 慄 戦慄 ふるえ わななか わなわな 悲鳴 青ざめ 喘 あえぎ"],
  ["shocked", "息を呑 息をのん 愕然 はっと 呆然 茫然 凍りつ"],
  ["surprised", "驚 見開 目を見張 目を丸 眼を丸 びっくり"],
  ["laughing", "大笑い 吹き出 げらげら"],
  ["ashamed", "恥 赤くな 赤面 頭をかい すみません 申し訳"],
  ["sad", "悲し 寂し さびし 淋し ため息 溜息 うつむ 目を伏せ 肩を落と にじん しまったと"],
  ["smug", "得意 胸を張 にやり 冷然 皮肉 嘲"],
  ["happy", "笑っ 笑い 微笑 ほほえ にっこり 嬉し うれし 喜"],
  ["tender", "優し やさし 抱きし なで 撫で"],
  ["suspicious", "疑 眉をひそ いぶか 怪し"],
  ["determined", "決心 勇気 きっぱり 力強 覚悟"],
  ["thinking", "考え 思案 思っ 思い 首をかしげ 首を傾げ"],
  ["tired", "疲れ くたび 息を切ら あくび"],
  ["calm", "安らか 目を閉じ 眠っ"],
];

/** What a spoken line itself betrays. A complaint stands before thanks: no misfortune is told with a smile. */
export const englishLines: readonly (readonly [Emotion, RegExp])[] = [
  ["crying", /\bboo hoo\b/i],
  ["laughing", /\b(?:ha,? ha|hee hee|ho,? ho)\b/i],
  [
    "afraid",
    /\b(?:save me|have mercy|don[’']t (?:hurt|kill)|I(?:[’']m| am) (?:so |very |quite )?(?:frightened|scared|terrified)|help me)\b|^help\b[^.]*!/i,
  ],
  [
    "angry",
    /\b(?:liar|get out|how dare|shut up(?= ?[!.,])|hold your tongue|you (?:fool|thief|idiot|villain|scoundrel|rascal|brute|wretch|insult)|off with (?:his|her|your|their) heads?|damn|curse (?:you|him)|I hate)\b|\b(?:nonsense|rubbish|stupid|wicked)\b[^.?]*!/i,
  ],
  ["ashamed", /\b(?:I(?:[’']m| am)(?: so| very| truly| really)? sorry|forgive me|my fault|ashamed|I apologi[sz]e)\b/i],
  [
    "sad",
    /\b(?:alas|(?:is|was|are|were) dead|has died|died|drowned|murdered|never again|lonely|miss (?:him|her|you)|poor|ruined|beaten|misfortune|robbed|suffer\w*|unhappy|wretched|miserable|too late|leave me|left me|what (?:has |had )?(?:became|become) of|quarrel\w*|dreadful\w*)\b/i,
  ],
  ["tender", /\b(?:dearest|darling|love you|my child)\b/i],
  [
    "happy",
    /\b(?:hurrah|hooray|(?<!no )thank|wonderful|splendid|delighted|glad|well done|congratulations|indebted|capital)\b/i,
  ],
  [
    "surprised",
    /^(?:what|oh|why|dear me|good (?:heavens|gracious|lord)|who)\b[^.?]{0,24}!|^(?:what|why|who|how|really|indeed)\?|\b(?:impossible|incredible|astonishing|amazing|extraordinary)\b[^.]*!/i,
  ],
  ["thinking", /\b(?:I wonder|perhaps|let me see|I suppose|I think|maybe|I fancy)\b/i],
  ["determined", /\b(?:must|shall|will not|won[’']t|at once)\b[^.?]*!/i],
];

/** The same for Japanese lines. */
export const japaneseLines: readonly (readonly [Emotion, RegExp])[] = [
  ["afraid", /助けて|許して(?:くれ|下さ|くださ)|怖い|こわい/u],
  [
    "angry",
    /貴様|野郎|ふざけ|黙れ|出て行け|許さ(?:ん|な|ぬ)|(?:うそ|嘘)だ[！!]|ぬすと|盗人め|^おのれ|馬鹿(?:め|を云|を言)|畜生|こら[っッ！!]|失敬(?:千万|な奴)|(?:くせに|なぜ|どうして).*[！!]|かばい/u,
  ],
  ["laughing", /あはは|わはは|はっはっ|ハハハ/u],
  ["ashamed", /すまん|すまな|すみません|済まな|ごめん|申し訳|しなけりゃよかった|しなければよかった|悪かった/u],
  [
    "sad",
    /死んだ|死んで|亡くな|つらい|悲しい|さびしい|淋しい|ぼっち|ひどい目|(?:なぐ|殴|叩か|盗ま|ぶた|撲)られ|叩かれ|盗まれ|かわいそう|可哀|気の毒|残念|しまった|困った|葬式|饑死/u,
  ],
  ["happy", /やった[！!ぞ]|うれし|嬉し|見事|ありがと|有難う|難有う|めでた/u],
  ["surprised", /^(?:え[っッ？！?!]|なに[っ？！?!]|何[？！?!]|まさか|あっ|おお[っ！]|おや|へえ)/u],
  ["thinking", /かもしれ|だろう|かしら|はて|うむ|ちがいない/u],
  ["determined", /^(?:よし|ようし|よおし|さあ)[。！、]|[やみ]るぞ|てやる(?:ぞ|から)?[。！]?$/u],
];

/**
 * What a scene's mood leaves on faces that show nothing else, in turn: something mild,
 * for a mood is of the whole scene and not of each line in it.
 */
export const stillFaces = {
  calm: ["neutral", "neutral", "thinking"],
  joyful: ["neutral", "happy", "neutral"],
  tender: ["neutral", "thinking", "neutral"],
  sad: ["neutral", "thinking", "sad"],
  tense: ["neutral", "thinking", "neutral"],
  fearful: ["neutral", "thinking", "suspicious"],
  angry: ["neutral", "neutral", "thinking"],
  mysterious: ["thinking", "neutral", "neutral"],
  comic: ["neutral", "neutral", "thinking"],
} as const satisfies Record<string, readonly Emotion[]>;
