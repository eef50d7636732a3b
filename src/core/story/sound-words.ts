/** English words that sound: every form → the word as it is drawn, and its loudness (1 a tick, 2 a knock, 3 a crash). */
export const englishSounds = new Map<string, { text: string; loudness: 1 | 2 | 3 }>([
  ...forms(
    3,
    "CRASH:crash,crashed BANG:bang,banged BOOM:boom,boomed SMASH:smash SLAM:slam,slammed CLANG:clang,clanged BONG:bong ROAR:roar BOOM:thunderclap BLAST:blast RUMBLE:rumble,rumbled",
  ),
  ...forms(
    2,
    "THUD:thud,thudded KNOCK_KNOCK:knocking THUMP:thump,thumped CLATTER:clatter,clattered SPLASH:splash,splashed CRACK:crack SNAP:snap CREAK:creak,creaked,creaking CLANK:clank,clanked SLAP:slap WHACK:whack SMACK:smack CLASH:clash,clashed RATTLE:rattle,rattled SCREECH:screech,screeched SHRIEK:shriek HOWL:howl,howled GRRR:growl,growled,snarl,snarled BARK:bark,barked TOOT:toot HISSS:hiss,hissed BZZZ:buzz,buzzed PLOP:plop WHOOSH:whoosh SWISH:swish CRUNCH:crunch,crunched BUMP:bump SPLAT:splat WHAM:wham GONG:gong SQUEAL:squeal,squealed YELP:yelp,yelped CLAP:clap JANGLE:jangle,jangled SIZZLE:sizzle,sizzled CLACK:clack,clacked TWANG:twang,twanged CLOP:clop,clopped ZIP:zip",
  ),
  ...forms(
    1,
    "TICK_TOCK:tick,ticking,ticked CLICK:click,clicked TAP_TAP:tap,tapping PITTER_PATTER:patter,pattering,pattered RUSTLE:rustle,rustled,rustling TINKLE:tinkle,tinkled JINGLE:jingle,jingled CRACKLE:crackle,crackled DRIP:drip,dripped SQUEAK:squeak,squeaked WHIRR:whir,whirred POP:pop CLINK:clink,clinked GURGLE:gurgle,gurgled HOOT:hoot,hooted QUACK:quack,quacked CROAK:croak,croaked CHIRP:chirp,chirped PURR:purr,purred",
  ),
]);

/** Forms that are sounds only as what is heard, or standing alone: with a slap, a loud crack, crack! */
export const onlyAsNouns = new Set(
  "crack snap slap tap bark roar blast bump pop smash shriek growl howl rattle clash clack drip splash swish toot smack patter buzz hiss squeak gong crash bang boom squeal snarl yelp clap hoot croak rumble zip tick thump creak".split(
    " ",
  ),
);

/** Nouns that are heard where they are of something: the crash of glass. */
export const ofThings = new Set("crash rattle splash patter clash creak howl buzz hiss thump crunch".split(" "));

/** Forms that as well say how somebody speaks. */
export const voices = new Set(
  "growled snarled howled barked hissed squealed yelped croaked squeaked chirped purred rumbled boomed hooted".split(
    " ",
  ),
);

function forms(loudness: 1 | 2 | 3, list: string): [string, { text: string; loudness: 1 | 2 | 3 }][] {
  return list.split(" ").flatMap((entry) => {
    const [text = "", words = ""] = entry.split(":");
    return words
      .split(",")
      .map((word): [string, { text: string; loudness: 1 | 2 | 3 }] => [
        word,
        { text: text.replaceAll("_", " "), loudness },
      ]);
  });
}

/** Japanese sound words; kana of either row, the other row is matched too. */
export const japaneseSounds: readonly { word: string; loudness: 1 | 2 | 3 }[] = [
  ...loud(
    3,
    "どかん どーん どん どしん どすん ばたん ばーん がしゃん がしゃーん がらがら ごろごろ ごうごう ごうっ どうどう どど ずどん がたん ざばん ざぶん ざんぶ ばりばり めりめり ぎぎぎ ぎぎ ぐわっ どさり どさっ がらり",
  ),
  ...loud(
    2,
    "ざあざあ ざあっ ざあ ばたばた がたがた ごとん ごとごと がちゃん がちゃり がちゃがちゃ ばしゃ ぴしゃり ぴしゃ ぱちん ぱちぱち ぱたん ぱたぱた ぽかり どきどき どきん どきり どき どきっ がしっ がぶり ずるり ごつん こつん とんとん どんどん かんかん からん からから じゃらん じゃらり じゃらじゃら りんりん ちりん びゅう びゅうびゅう ひゅう ひゅうひゅう ごくり ごくん ぐん ぎゃあ がさがさ がさり がさ ざわざわ みしみし ぎしぎし ぎい ぎいい ぶるぶる わあわあ わんわん",
  ),
  ...loud(
    1,
    "ぽたり ぽたぽた ぽつり ぽつぽつ こつ こつこつ しとしと さらさら かさり かさかさ かさこそ ころころ ちくたく しゅんしゅん しゅう さくさく ひたひた ことこと ことり ぱらぱら そよそよ ちょろちょろ ふっ くすくす しくしく ちゃぷちゃぷ ぱきり ぴちゃり ぴちゃぴちゃ",
  ),
];

function loud(loudness: 1 | 2 | 3, list: string): { word: string; loudness: 1 | 2 | 3 }[] {
  return list.split(" ").map((word) => ({ word, loudness }));
}
