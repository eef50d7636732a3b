import type { Mood } from "./story.ts";

/** A mood, the words that point to it (ends left open where a star stands), and what one of them weighs. */
type MoodWords = readonly (readonly [Mood, RegExp, number])[];

const english = (list: string) =>
  new RegExp(
    `\\b(?:${list
      .trim()
      .split(/\s*,\s*/)
      .map((word) => word.replaceAll("*", "\\w*"))
      .join("|")})\\b`,
    "gi",
  );

export const moods: { en: MoodWords; ja: MoodWords } = {
  en: [
    [
      "joyful",
      english(
        "laugh*, joy*, delight*, happy, happily, happiness, merry, merrily, merriment, cheer*, gaily, gay, danced, dancing, smil*, hurrah, hurray, bravo, applause, applaud*, glad*, triumph*, pleased, three cheers, splendid, sang, holiday",
      ),
      0.9,
    ],
    [
      "tender",
      english(
        "tender*, gentle, gently, softly, kiss*, embrace*, affection*, dearest, beloved, caress*, loved, lovingly, blush*, fond*, hand in hand, darling, sweetheart, stroked, nestle*, leaned over, closed her fingers, closed his fingers, in her arms, in his arms, carried you, forgive*, lap of her, with great care",
      ),
      1.1,
    ],
    [
      "sad",
      english(
        "sad*, wept, weep*, sobb*, sob, sobs, sorrow*, grief, griev*, mourn*, melancholy, lonely, loneliness, wretched, miserable, misery, funeral, cried bitterly, crying bitterly, in tears, tears, unhappy, alas, drowned, widow*, poor thing, low-spirited, despair*, sighed, deeply hurt, dead man, tired of, offended",
      ),
      0.9,
    ],
    [
      "tense",
      english(
        "hurried, hurrying, breathless*, suddenly, held her breath, held his breath, danger*, hasten*, rushed, ran, running, desperate*, struggl*, pursu*, escape*, seized, waited, climb*, jump*, leap*, leapt, bolted, dodged, burst, panted, gasp*, chased, clutch*, sprang, hunt*, pull, quick, in a great hurry, hold your tongue, heaved",
      ),
      0.6,
    ],
    [
      "fearful",
      english(
        "terror, terrified, terrible, terribly, horror, horrible, fear*, afraid, frighten*, scream*, trembl*, shudder*, dread*, pale, ghastly, corpse, shiver*, nightmare, haunted, fright, scared, shriek*",
      ),
      0.9,
    ],
    [
      "angry",
      english(
        "angr*, rage, furious*, fury, indignant*, indignation, shout*, yell*, snapped, stamped, quarrel*, scowl*, fierce*, insult*, temper, roared, bellow*, thief, robbed, liar, you[’']re lying, get out, how dare, off with (?:his|her|their) heads?, beheaded, savagely, rude, sharply, severely, rudeness",
      ),
      0.8,
    ],
    [
      "mysterious",
      english(
        "myster*, strange, strangely, secret*, curious, curiously, curiouser, singular, puzzl*, ghost*, shadow*, unknown, whisper*, clue*, wonder*, riddle*, hidden, queer, remarkable, problem, vanished, extraordinary, stranger, suspicio*, detective",
      ),
      0.7,
    ],
    [
      "comic",
      english(
        "absurd*, ridiculous*, comic*, funny, nonsense, sneez*, tumbl*, bucket, grinn*, grin, giggl*, silly, frying pan, apron, butter, soup, pepper, saucepan*, tea-?cup, treacle, stupid*, clang, somersault, wig",
      ),
      0.6,
    ],
    [
      "calm",
      english(
        "quiet*, peace*, calm*, still as, stillness, silent*, silence, drowsy, sleepy, rest, rested, resting, serene*, dreamy, pipe, breakfast*, kettle, by the fire, blanket, leisure*, breeze, sat down, soothing, slept, sunshine",
      ),
      0.7,
    ],
  ],
  ja: [
    ["joyful", /笑(?:っ|い|う|み|顔)|喜|よろこ|うれし|嬉し|楽し|たのし|歓声|にこ|吹き出し|愉快|いい(?:お)?天気/g, 0.9],
    [
      "tender",
      /優し|やさし|そっと|抱き(?:しめ|とめ)|手を重ね|ほほえ|微笑|愛し|なでる|なでた|手を引いて|ゆっくり飲|親切|いたわ/g,
      1.1,
    ],
    [
      "sad",
      /泣|涙|悲し|かなし|さびし|寂し|淋し|死(?:ん|な)|しずくが落ち|哀|葬|かわいそう|かわいそ|一人ぼっち|ひとりぼっち|気の毒|うなだれ|ぐったり|心細/g,
      0.9,
    ],
    [
      "tense",
      /駆け|走っ|急(?:い(?:で|だ)|げ)|つかん|しがみつ|飛びこ|とびこ|叫ん|濁流|逃げ|にげ|塞い|追っ|追い|危な|火縄銃|うちました|太刀|飛び上|すばや|じりじり/g,
      0.8,
    ],
    ["fearful", /恐|怖|こわ|おっかね|震え|ふるえ|わなわな|死骸|死人|ぞっと|青ざめ|悲鳴|気味|びくっ|がたがた/g, 0.9],
    [
      "angry",
      /怒|憎|罵|ののし|どな|怒鳴|にらん|睨|恨|嘲|ぬすと|盗人|ぬすみ|ばかな|馬鹿|怪しから|けしからん|いまいまし|畜生/g,
      0.9,
    ],
    [
      "mysterious",
      /不思議|ふしぎ|怪し|奇妙|へんな|謎|影(?!響)|闇|誰も(?:い|居)|神(?:さま|様)のしわざ|だれだか|どうして|なぜ|ふと|秘密/g,
      0.7,
    ],
    ["comic", /おかし|滑稽|舌を出|ずっこけ|転ん|がぶり|間抜け|いたずら|腹が(?:空|減)|くすり(?:と|を)|ひょい/g, 0.8],
    ["calm", /静か|静ま|のどか|ゆっくり|黙っ|ぼんやり|おだやか|穏やか|ぶらぶら|ひっそり|風がやん|月のいい/g, 0.8],
  ],
};
