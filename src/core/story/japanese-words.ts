import { japaneseSurnames } from "./japanese-surnames-data.ts";
import type { Gender } from "./story.ts";

/** Endings that follow a name in speech and in narration; the gender they hint at, or null. */
export const honorifics = new Map<string, Gender | null>([
  ...list(null, "さん 様 さま 殿 どの 先生 博士 教授 氏 ちゃん 公"),
  ...list("male", "君 くん じい じいさん 爺 爺さん 兄さん 兄 おじさん"),
  ...list("female", "ねえ ねえさん 姉さん 姉 ばあ ばあさん 婆 婆さん 嬢 姫 夫人 おばさん"),
]);

/** Nouns that stand for a person without a name. */
export const japaneseRoles = new Map<string, Gender | null>([
  ...list(
    "male",
    "下人 老人 男 大男 若者 青年 少年 男の子 侍 武士 浪人 和尚 坊主 僧 旦那 紳士 爺さん じいさん 祖父 お爺さん おじいさん 父 父親 お父さん 兄 弟 息子 親方 王 王様 殿様 若殿 老爺 漁師 猟師 大工 床屋 理髪師 亭主 父さん お父ちゃん 兄さん お兄さん お兄ちゃん 兄ちゃん おじいちゃん じいちゃん 叔父 伯父 叔父さん 伯父さん おじさん 供の者 国王 皇帝 騎士 中年男 庄屋 奉行 家老 殿 小使 書生 番頭 神父 牧師 住職 執事 神主 王子",
  ),
  ...list(
    "female",
    "老婆 女 少女 娘 女の子 婆さん ばあさん お婆さん おばあさん 祖母 母 母親 お母さん 姉 妹 妻 女房 奥さん 下女 女中 尼 姫 王女 女王 老女 女将 芸者 おかみさん お嬢さん 看護婦 女給 婦人 令嬢 女学生 乳母 魔女 女王様 看護師 老婦人 若い女 仲居 母さん お母ちゃん 母ちゃん 姉さん お姉さん お姉ちゃん 姉ちゃん おばあちゃん ばあちゃん 叔母 伯母 叔母さん 伯母さん おばさん",
  ),
  ...list(
    null,
    "主人 役人 医者 先生 校長 教頭 生徒 学生 巡査 車夫 子供 子ども 客 旅人 百姓 商人 店員 番人 門番 狐 犬 猫 山猫 狸 熊 猿 鬼 龍 博士 院長 記者 医師 刑事 警官 警部 探偵 画家 社長 部長 船長 隊長 車掌 給仕 店主 運転手 船頭 盗人 使者 家来 若い紳士 課長 係長 店長 部下 上司 同僚 先輩 後輩 友人 仲間 助手 弟子 師匠 長老 目付 大家 管理人 編集者 作家 学者 弁護士 兵士 将軍 狼 うさぎ 兎 きつね ふくろう 梟 リス ねずみ 鼠 たぬき くま さる 鹿 烏 からす 雀 すずめ 蛙 かえる 大臣 羊飼い 駅員 警備員 教師 担任 配達員 薬屋 住人 隣人 主治医 看守 衛兵 番兵 商売人",
  ),
]);

/** Roles that only say he or she where the people of a book have names. */
export const passingRoles = new Set(
  "男 女 老人 大男 少年 少女 娘 男の子 女の子 若者 青年 子供 子ども 父 母 兄 姉 弟 妹 祖父 祖母 息子 妻 侍 客 主人 門番 役人 猿 鬼 龍 犬 熊".split(
    " ",
  ),
);

/** Words that stand where names stand and are none. */
export const notJapaneseNames = new Set(
  `それ これ あれ どれ ここ そこ あそこ どこ いま もう みんな わたし わたくし わし おれ ぼく そう こう とき ひと もの こと だれ なに かれ かの よう ほう ため うち あと まえ なか あなた おまえ きみ じぶん つぎ あいだ たち
  今 声 誰 皆 二人 三人 一人 五人 者 人 自分 私 僕 俺 己 彼 彼女 我 余 吾輩 何 事 物 時 所 方 風 雨 空 月 日 夜 朝 昼 手 目 顔 足 頭 口 胸 心 体 声音 音 色 水 火 木 山 川 海 道 町 村 家 門 戸 城 店 部屋 外 中 上 下 前 後 今日 明日 お前 お客 お礼 お城 お宮 お寺 お茶 お金 お経 お月 お日 お医者 お婆 お爺 お母 お父 お兄 お姉 お嬢 お宅 お上 お供 お盆 お坊 お役 お侍 お手 お腹 お蔭 お互 お国 お使 お神 お祭 お宿 お家 お庭 お山 お堂 お湯 お酒 お昼 お米 お話 お顔 お墓 お寺 お声 お言葉 お方 お店
  昨日 今度 最初 最後 返事 言葉 話 名前 気 息 涙 指 髪 眼 鼻 唇 耳 眉 腕 肩 背 腰 膝 腹 首 額 頬 脚 歯 舌 肌 骨 血 汗 咽 咽喉 全身 身体 神経 脳髄 頭脳 背中 両手 両眼 糸 凧 杭 目玉 一同 両人 相手 連中 世間 学校 東京 日本 京都 実際 勿論 結局 時間 今朝 今夜 本当 問題 次 先 元 他 外国 西洋 糸口 次第 両方 片方 全体 人間 世の中 当時 昔 今時 彼等 我々 諸君 君 貴方 お前 貴様 奴 奴ら 此方 其方 誰か 又 只 唯
  説明 返事 挨拶 質問 注意 命令 反対 賛成 相談 報告 忠告 冷笑 苦笑 微笑 独言 独語 一言 標題 主任 大学 御本尊 若旦那
  ところ すると しかし そして それから けれど だから ただ また まだ もし なぜ いつ すぐ やがて さて つい やっぱり ちょっと きっと どう そんな こんな あんな`.split(
    /\s+/,
  ),
);

/** Stems of verbs of speech; a と before them makes the sentence a tag. */
export const japaneseSpeech =
  /言|云|いっ(?:た|て)|いい(?:ました|ながら)|叫|さけ|答|こたえ|聞い|訊|きい|尋|たずね|問う|問い|問っ|呟|つぶや|囁|ささや|怒鳴|どな|罵|ののし|吠|笑|泣|呼|頼|続け|返し|促|命じ|説明|息を切らし|申し|喚|わめ|繰り返|唸|うな|述べ|話し|語|告げ|思っ|思い|おもっ|おもい|考え|教え|注意|挨拶|ご?うなず|嘲|催促|相談|批評|とめ/;

/** Ways of speaking that one person keeps to; learnt per person from tagged lines. */
export const speechHabits: readonly { habit: RegExp; gender: Gender | null }[] = [
  { habit: /わし(?:[はがのもをに]|ゃ)/, gender: null },
  { habit: /(?:俺|おれ|オレ)(?:[はがのもをに]|たち)/, gender: "male" },
  { habit: /(?:僕|ぼく|ボク)(?:[はがのもをに]|も)/, gender: "male" },
  { habit: /(?:あたし|アタシ|わたくし)/, gender: "female" },
  { habit: /(?:私|わたし)(?:[はがのもをに])/, gender: null },
  { habit: /己(?:[はがのもをに])/, gender: null },
  { habit: /(?:じゃ(?!な[いくか])|のう|ぬ|おる|よい|うておった)(?:[。、！？……よな]|$)/, gender: null },
  { habit: /(?:です|ます|ました|ません|でした|ください)(?:[。、！？かねよが…]|$)/, gender: null },
  { habit: /(?:のよ|わよ|わね|かしら|だわ|なの)(?:[。、！？…]|$)/, gender: "female" },
  { habit: /(?:だぜ|だぞ|ぞ|ぜ)(?:[。、！？…]|$)/, gender: "male" },
  { habit: /(?:べ|だべ|けろ|ねえ|ねえべ|ど|おら|だと)(?:[。、！？…よ]|$)/, gender: null },
  { habit: /(?:だよ|だね|んだ|なんだね|よ)(?:[。、！？…]|$)/, gender: null },
  { habit: /(?:お父|父|とう)(?:さん|ちゃん)/, gender: null },
  { habit: /(?:お母|母|かあ)(?:さん|ちゃん)/, gender: null },
  { habit: /(?:じい|ばあ|じっ)ちゃ/, gender: null },
  { habit: /(?:兄|にい|姉)(?:さん|ちゃん)/, gender: null },
  { habit: /(?:ござ|御座)(?:い|る)|まする|拙者/, gender: null },
  { habit: /吾輩|我輩|わが輩/, gender: null },
  { habit: /(?:君|きみ)(?:[はがのもをに、。！？]|たち)|たまえ|給え/, gender: null },
  { habit: /あなた|貴方|貴下|貴女/, gender: null },
  { habit: /お前|おまえ|貴様|てめえ/, gender: null },
  { habit: /(?:や|ねん|へん|やろ|ぞな|もし)(?:[。、！？…]|$)/, gender: null },
];

/** First persons of a narrator, with the particle that makes them the subject. */
export const narratorWords = "私 わたし 僕 ぼく 俺 おれ 吾輩 余 わたくし 自分".split(" ");

const numerals = "一二三四五六七八九";

/** 七十一 → 71; null where it is no number below a thousand. */
export function kanjiNumber(text: string): number | null {
  const match = /^(?:([一二三四五六七八九])?百)?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === "") return null;
  const digit = (unit: string | undefined, empty: number) => (unit === undefined ? empty : numerals.indexOf(unit) + 1);
  return (
    (text.includes("百") ? digit(match[1], 1) * 100 : 0) +
    (text.includes("十") ? digit(match[2], 1) * 10 : 0) +
    digit(match[3], 0)
  );
}

/** What the last kanji of a first name says. */
export function genderOfName(name: string): Gender | null {
  if (japaneseSurnames.has(name)) return null;
  if (/^[お御][一-龠々]{1,2}$|^お[ぁ-ん]{2}$|^[恵静梢瞳葵]$/.test(name)) return "female";
  if (/^[修誠茂進勇弘豊聡剛健徹守稔昇武博浩淳翔隆]$/.test(name)) return "male";
  if (/(?:子|美|代|江|恵|花|香|奈|梅|菊|枝|乃|里|織|菜|穂|帆|紗|葉|佳|世|音羽|ゑ|え)$/.test(name) && name.length > 1)
    return "female";
  if (
    /(?:郎|蔵|助|丞|介|之助|平|吉|衛門|衛|太|一|二|三|男|夫|雄|彦|次|造|作|市|十|哉|斎|丸|六|七|八|吾|志|樹|輝|也|亮|浩|健|剛|隆|誠)$/.test(
      name,
    ) &&
    name.length > 1
  )
    return "male";
  return null;
}

function list<G extends Gender | null>(gender: G, words: string): [string, G][] {
  return words.split(" ").map((word) => [word, gender]);
}

/** Roles that are beasts: they speak in some stories only. */
export const japaneseBeasts = new Set(
  "狐 犬 猫 山猫 狸 熊 猿 馬 牛 狼 うさぎ 兎 きつね ふくろう 梟 リス ねずみ 鼠 たぬき くま さる 鹿 烏 からす 雀 すずめ 蛙 かえる".split(
    " ",
  ),
);
