/** English words that sound: every form → the word as it is drawn, and its loudness (1 a tick, 2 a knock, 3 a crash). */
export const englishSounds = new Map<string, { text: string; loudness: 1 | 2 | 3 }>([
  ...forms(
    3,
    "crash:crash,crashed bang:bang,banged boom:boom,boomed smash:smash slam:slam,slammed clang:clang,clanged bong:bong roar:roar thunder:thunderclap explosion:explosion blast:blast rumble:rumble,rumbled",
  ),
  ...forms(
    2,
    "thud:thud,thudded knock:knock,knocking thump:thump,thumped clatter:clatter,clattered splash:splash,splashed crack:crack,cracked snap:snap creak:creak,creaked,creaking clank:clank,clanked slap:slap whack:whack smack:smack clash:clash,clashed rattle:rattle,rattled screech:screech,screeched shriek:shriek howl:howl,howled growl:growl bark:bark,barked toot:toot ring:rang hiss:hiss,hissed buzz:buzz,buzzed plop:plop whoosh:whoosh swish:swish crunch:crunch,crunched bump:bump splat:splat wham:wham gong:gong whistle:whistle,whistled squeal:squeal,squealed snarl:snarl,snarled yelp:yelp,yelped clap:clap,clapped pound:pounded,pounding hammer:hammering jangle:jangle,jangled peal:pealed sizzle:sizzle,sizzled scrape:scraped,scraping stamp:stamped,stamping clack:clack,clacked twang:twang,twanged sneeze:sneeze,sneezed clop:clop,clopped zip:zip rip:ripped",
  ),
  ...forms(
    1,
    "tick:tick,ticking,ticked click:click,clicked tap:tap,tapped,tapping patter:patter,pattering,pattered rustle:rustle,rustled,rustling tinkle:tinkle,tinkled jingle:jingle,jingled crackle:crackle,crackled drip:drip,dripped squeak:squeak,squeaked whir:whir,whirred pop:pop clink:clink,clinked murmur:murmur gurgle:gurgle,gurgled hoot:hoot,hooted quack:quack,quacked croak:croak,croaked chirp:chirp,chirped snore:snore,snored munch:munch,munched purr:purr,purred scratch:scratching,scratched flutter:flutter,fluttered",
  ),
]);

/** Forms that are sounds only after `a`, `the` or the like, or standing alone: a slap, crack! */
export const onlyAsNouns = new Set(
  "crack snap slap ring tap bark roar knock blast bump pop smash shriek murmur growl howl rattle clash drip splash plunge toot smack patter buzz hiss squeak rang gong crash bang explosion whistle squeal snarl yelp clap hoot croak flutter rumble sneeze clack".split(
    " ",
  ),
);

function forms(loudness: 1 | 2 | 3, list: string): [string, { text: string; loudness: 1 | 2 | 3 }][] {
  return list.split(" ").flatMap((entry) => {
    const [text = "", words = ""] = entry.split(":");
    return words
      .split(",")
      .map((word): [string, { text: string; loudness: 1 | 2 | 3 }] => [word, { text: text.toUpperCase(), loudness }]);
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
