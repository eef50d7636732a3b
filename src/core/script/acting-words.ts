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
  ["arms-up", "waved waving cheered threw flung tossed clapped"],
  [
    "reach",
    "seized grabbed snatched reached reaching stretched grasped caught touched knocked opened pulled dragged tugged pushed lifted picked scooped",
  ],
  ["hold", "held holding carried carrying carries clutched clutching"],
  ["hands-on-hips", "hands-on-hips akimbo"],
  ["arms-crossed", "folded"],
  ["lean", "leaned leant leaning peeped peered"],
  ["hand-to-face", "rubbed scratched wept sobbed wondered considered pondered wiped sneezed yawned coughed"],
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
  ["arms-up", "手を振 振り回 両手を挙げ 手を上げ 投げ 放り"],
  ["reach", "手を伸ば 手をのば 腕を伸ば 開け つかん つかみ 掴 叩い 引っ張 つまみ 引きず"],
  ["hold", "抱え かかえ 握っ 握り 握る 持っ もっ 持ち 担い 取り出 手にし 受け取 かざ"],
  ["arms-crossed", "腕を組"],
  ["lean", "もたれ 覗 のぞ 寄りかか"],
  ["hand-to-face", "頬を 涙を 額を 顔を覆 鼻を掩 頭をかか 頭を掻 考え くさめ 嚔"],
  ["walk", "歩い 歩き 歩く 来た 行っ 去っ 去る 帰っ 帰る 上っ 上る 下り 入っ 出た 近づ 立ち上 立上 現れ"],
];

/** What a body does that no pose can show: the picture stays with the face. */
export const englishUndrawable =
  "rode ride riding drove drive driving galloped swam swim swimming rowed row rowing sailed sailing paddled dived dive diving bathed bathing floated floating washed washing dressed dressing undressed shaved cooked cooking baked boiled danced dance dancing waltzed climbed climbing clambered dug digging ploughed sewed sewing knitted knitting flew flying scrubbed polished polishing painted painting played skated harnessed saddled mounted wriggled swung squeezed chewed ate eating drank drinking bit swallowed smoked grew growing shrank shrunk kicked kissed combed trotting trotted rolled rolling wrote writing tied untied";

/** The same in Japanese narration. */
export const japaneseUndrawable =
  "泳い 泳ぐ 泳ぎ 乗っ 乗り 乗る 漕い 漕ぐ 洗っ 洗い 洗う といで といで とぎ 着替え 脱い 脱ぐ 炊い 煮 焼い 踊っ 踊り 踊る 掘っ 掘り 登っ 登り よじ 浴び 浸っ ひた 湯に 釣っ 釣り 縫っ 縫い 描い 書い 植え 刈っ 食っ 食べ 食う たべ 飲ん 飲み のん 剃 吸っ 吹い ゆすぶ もちあげ 持ち上げ かみ 噛 抜い 抜く 抜き 剥 はず 結っ 結ん つめ";

/** English words of feeling in tags and narration. Earlier lines win. */
export const englishEmotions: readonly (readonly [Emotion, string])[] = [
  ["furious", "roared bellowed raged furious furiously fury enraged thundered"],
  [
    "angry",
    "snapped growled angrily angry anger crossly indignantly indignant savagely sharply scolded offended severely glared yelled",
  ],
  ["crying", "sobbed sobbing wept weeping tears wailed"],
  [
    "afraid",
    "screamed shrieked trembling trembled frightened terrified terror afraid fear fearfully shivered shuddered panted alarmed timidly nervously",
  ],
  ["shocked", "gasped startled aghast horrified horror stunned"],
  ["surprised", "surprised surprise exclaimed astonished astonishment amazed stared staring wondering"],
  ["laughing", "laughed laughing chuckled giggled laugh grinning"],
  ["happy", "smiled smiling smile delighted cheerfully happily joy joyfully gladly grinned pleased merrily eagerly"],
  ["tender", "gently kissed embraced softly kindly tenderly hugged patted caressed soothing"],
  ["sad", "sighed sadly sorrowfully mournfully sorrow melancholy gloomily miserable unhappy moaned groaned"],
  ["ashamed", "blushed ashamed blushing humbly shame stammered faltered apologised meekly sheepishly"],
  ["suspicious", "frowned suspiciously doubtfully squinted muttered frowning suspicion contemptuously"],
  ["smug", "smirked proudly triumphantly boasted sneered haughtily pompously"],
  ["determined", "firmly insisted resolved decided determined declared demanded sternly boldly"],
  ["thinking", "thought thoughtfully wondered considered pondered musing remembered thinking puzzled"],
  ["tired", "yawned wearily tired weary sleepily exhausted"],
  ["calm", "quietly calmly murmured peacefully nodded coolly"],
];

/** Japanese words of feeling in tags and narration. */
export const japaneseEmotions: readonly (readonly [Emotion, string])[] = [
  ["furious", "怒鳴 憎悪 激怒 吠え 罵"],
  ["angry", "怒 にらん 睨 憎 声を荒 険し"],
  ["crying", "泣 涙 すすり 嗚咽 しゃくり"],
  ["afraid", "震え 怯え おびえ 恐怖 恐れ 怖 慄 戦慄 ふるえ わななか わなわな 悲鳴 青ざめ 喘 あえぎ"],
  ["shocked", "息を呑 息をのん 愕然 はっと 呆然 茫然 凍りつ"],
  ["surprised", "驚 目を見開 目を見張 目を丸 びっくり"],
  ["laughing", "笑い声 大笑い 吹き出 げらげら 嘲"],
  ["happy", "笑っ 笑い 微笑 ほほえ にっこり 嬉し うれし 喜"],
  ["tender", "優し やさし 抱きし なで 撫で"],
  ["sad", "悲し 寂し さびし ため息 溜息 うつむ 目を伏せ 肩を落と にじん"],
  ["ashamed", "恥 赤くな 赤面 頭をかい すみません 申し訳 しまったと"],
  ["suspicious", "疑 眉をひそ いぶか 怪し"],
  ["smug", "得意 胸を張 にやり 冷然 皮肉"],
  ["determined", "叫 決心 勇気 きっぱり 力強 命じ 覚悟"],
  ["thinking", "考え 思案 思っ 思い 首をかしげ 首を傾げ"],
  ["tired", "疲れ くたび 息を切ら あくび"],
  ["calm", "静かに 囁 ささや つぶや 呟 うなず 頷 落着 安らか 満足"],
];

/** What a spoken line itself betrays. */
export const englishLines: readonly (readonly [Emotion, RegExp])[] = [
  ["crying", /\b(?:boo hoo|my poor)\b/i],
  ["laughing", /\b(?:ha,? ha|hee hee|ho ho)\b/i],
  ["afraid", /\b(?:help|save me|mercy|don[’']t hurt|afraid|frightened)\b/i],
  [
    "angry",
    /\b(?:liar|lying|get out|how dare|nonsense|shut up|hold your tongue|fool|thief|stupid|rubbish|hate|wicked|idiot|you will not)\b/i,
  ],
  ["ashamed", /\b(?:sorry|forgive|beg your pardon|my fault|ashamed|apologi[sz]e)\b/i],
  ["tender", /\b(?:my dear|dearest|darling|love you|my child|dear lady)\b/i],
  ["sad", /\b(?:alas|dead|died|drowned|lost|never again|lonely|miss (?:him|her|you)|poor)\b/i],
  [
    "happy",
    /\b(?:hurrah|hooray|thank|wonderful|splendid|delighted|glad|well done|beautiful|good morning|congratulations)\b/i,
  ],
  ["thinking", /\b(?:I wonder|perhaps|let me see|I suppose|I think|maybe)\b/i],
  ["surprised", /^(?:what|oh|why|dear me|good heavens|who)\b[^.]*[!?]/i],
  ["determined", /\b(?:must|shall|will not|won[’']t|I[’']ll|at once|listen|come on|now)\b.*!/i],
];

/** The same for Japanese lines. */
export const japaneseLines: readonly (readonly [Emotion, RegExp])[] = [
  ["afraid", /助けて|許して|怖い|こわい|嫌だ|いやだ/u],
  ["angry", /(?:貴様|この野郎|ふざけ|黙れ|出て行け|許さ|うそだ|嘘だ|くせに|なぜ|どうして).*[！!]|かばい/u],
  ["laughing", /あはは|わはは|はっはっ|ふふ/u],
  ["ashamed", /すまん|すみません|ごめん|申し訳|失礼/u],
  ["tender", /ありがと|大丈夫|風邪をひく|ゆっくり/u],
  ["sad", /死んだ|亡くな|つらい|悲しい|さびしい|もういない/u],
  ["happy", /やった|うれし|嬉し|見事|きれい|うまい/u],
  ["thinking", /かもしれ|だろうか|かしら|はて|うむ/u],
  ["surprised", /^(?:え|なに|何|まさか|あっ|おお).*[！？!?]/u],
];

/** What a scene's mood leaves on faces that show nothing else, in turn. */
export const stillFaces = {
  calm: ["calm", "neutral"],
  joyful: ["happy", "neutral", "calm"],
  tender: ["tender", "calm", "neutral"],
  sad: ["sad", "neutral", "thinking"],
  tense: ["neutral", "determined", "suspicious"],
  fearful: ["suspicious", "afraid", "determined", "neutral"],
  angry: ["suspicious", "neutral", "determined"],
  mysterious: ["thinking", "neutral", "suspicious"],
  comic: ["neutral", "surprised", "neutral"],
} as const satisfies Record<string, readonly Emotion[]>;
