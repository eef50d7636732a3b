import type { SoundEvent } from "./sound-events.ts";
import type { Sound } from "./story.ts";

const door = "(?:doors?|gates?|lids?|shutters?|windows?|hatch|wicket)";
const his = "(?:the|his|her|my|its|their|our|a|an|that|this)";
const water = `${his} (?:\\p{L}+ ){0,1}(?:water|river|sea|pond|lake|stream|brook|pool|waves|canal|tank|moat|surf)`;
const fragile =
  "(?:glass|windows?|panes?|mirror|plates?|cups?|vase|bottles?|dish(?:es)?|jug|lamp|lantern|china|jar|bowl)";
const gun = "(?:pistols?|guns?|rifles?|muskets?|revolvers?|carbines?|fowling-piece)";

/**
 * Deeds that comics letter though prose has no word of sound for them, told in the simple past, with what American letterers
 * write for them. What had happened, might happen or always happens is no deed of the picture.
 */
export const englishEvents: readonly SoundEvent[] = [
  event(
    `(?:slammed|banged|clapped)(?: \\p{L}+){0,2} ${his} (?:\\p{L}+ )?${door}|${door} (?:slammed|banged)`,
    "SLAM",
    3,
    plain(),
  ),
  event(
    `(?:threw|flung|burst|dashed|kicked)(?: open)? ${his} (?:\\p{L}+ )?${door}(?: open)?|${door} (?:burst|flew) open`,
    "WHAM",
    3,
    plain(),
  ),
  event(`(?:broke|burst|beat|kicked|smashed) (?:in|down|through) ${his} (?:\\p{L}+ )?${door}`, "CRASH", 3),
  event(
    `(?:shut|closed|locked|bolted|barred|unlocked) ${his} (?:\\p{L}+ )?${door}|${door} (?:was )?(?:shut|closed) (?:behind|after|upon)|turned the key|shot the bolts?`,
    "CLICK",
    1,
  ),
  event(
    `(?:opened|pushed open|drew open) ${his} (?:\\p{L}+ )?(?:door|gate|lid)|(?:door|gate|lid) (?:\\p{L}+ly )?(?:opened|swung open|was opened)(?! (?:in|to|on|up))`,
    "CREAK",
    1,
  ),
  event(
    `(?:knock(?:ed|ing)?|rapp(?:ed|ing)|hammered|hammering|pounded|thumped)(?: \\p{L}+){0,2} (?:at|on|upon) ${his} (?:\\p{L}+[- ]){0,2}${door}|a (?:\\p{L}+ )?knock(?:ing)? (?:at|on|upon|came|was heard|sounded)|there (?:was|came) a (?:\\p{L}+ ){0,2}(?:knock|rap)`,
    "KNOCK KNOCK",
    2,
    plain(),
  ),
  event(
    `(?:tapped|tapping)(?: \\p{L}+){0,2} (?:at|on|upon) ${his} (?:\\p{L}+[- ]){0,2}(?:${door}|glass|table|pane)|a (?:\\p{L}+ )?tap(?:ping)? (?:at|on|upon) the ${door}|there (?:was|came) a (?:\\p{L}+ ){0,2}tap`,
    "TAP TAP",
    1,
    plain(),
  ),
  event(
    `(?:rang|pulled|jerked) ${his} (?:\\p{L}+[- ]){0,2}bell|(?:door-?)?bell (?:\\p{L}+ly )?(?:rang|jangled|sounded|tinkled|pealed)|(?:a|loud|sharp) (?:ring|peal) at the (?:\\p{L}+ )?bell`,
    "TING-A-LING",
    2,
    plain(),
  ),
  event("(?:telephone|phone)(?: bell)? (?:\\p{L}+ly )?rang", "RRRING", 2, plain()),
  event(
    "(?:bells (?:\\p{L}+ly )?(?:rang|pealed|tolled|clanged|began)|(?:church|abbey|alarm|great)[- ]bell (?:\\p{L}+ly )?(?:rang|tolled|pealed|sounded|boomed|clanged)|bell (?:was )?toll(?:ed|ing))",
    "DONG DONG",
    2,
    plain(),
  ),
  event(
    "clocks?(?: \\p{L}+){0,4} (?:struck|chimed)|struck (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|the (?:hour|half-hour))(?=[,.;:!]| \\p{Ll}+ed| and | when | as )",
    "BONG BONG",
    2,
  ),
  event(
    `(?:heard|came|were|was) (?:the )?(?:sound of )?(?:\\p{L}+ ){0,2}foot(?:steps?|falls?)|foot(?:steps?|falls?) (?:\\p{L}+ ){0,2}(?:sounded|approached|came|rang|echoed|drew|crossed)`,
    "TAP TAP TAP",
    2,
    plain(),
  ),
  event(
    "(?:ran|rushed|dashed|tore|hurried|raced|bounded|clattered|scrambled|tumbled|pounded) (?:\\p{L}+ ){0,3}(?:stairs|staircase|(?:up|down)stairs|ladder)",
    "THUMP THUMP",
    2,
  ),
  event(
    "(?:sound|clatter|beat|thud|tramp|ring|rattle) of (?:\\p{L}+['’]? ){0,3}hoo(?:fs|ves)|hoo(?:fs|ves) (?:\\p{L}+ ){0,2}(?:rang|clattered|sounded|thundered|beat|rattled|drummed)|(?:gallop|canter|trott)ed|set spurs to",
    "CLOP CLOP CLOP",
    2,
  ),
  event(
    "(?:carriage|cab|coach|cart|waggon|wagon|hansom|dog-cart|brougham|trap|gig|omnibus|wheels|fly|chaise) (?:\\p{L}+ly )?(?:rolled|rattled|rumbled|clattered|drew up|dashed|drove (?:up|off|away|on))|(?:rumble|rattle|sound|noise|roll) of (?:\\p{L}+ ){0,2}wheels",
    "RATTLE RATTLE",
    2,
  ),
  event(
    "train (?:\\p{L}+ly )?(?:started|moved (?:off|on|out)|drew (?:up|in|out)|rushed|steamed|pulled|rumbled|thundered|roared|rattled)",
    "CHUFF CHUFF",
    2,
  ),
  event(
    "(?:engine|train|locomotive|steamer) (?:whistled|shrieked|hooted)|whistle of (?:the|an) (?:engine|train|locomotive)|blew (?:the|a|his|her) (?:\\p{L}+ )?(?:whistle|horn|trumpet|bugle)|(?:horn|trumpet|bugle)s? (?:sounded|blew|rang out)",
    "TOOOT",
    2,
  ),
  event(
    `(?:fired|discharged|let off|emptied|let fly)(?=(?: \\p{L}+){0,3} (?:shots?|${gun}|volley|barrels?)\\b| (?:at (?:him|her|it|me|us|them|the)|again|twice|once|together|into the|after (?:him|her|it|them)|back\\b))|${gun} (?:cracked|rang out|went off|spoke|barked|flashed|was fired)|(?:shot|report|volley) (?:rang|cracked)|(?:a|the) (?:shot|report|pistol-shot|musket-shot|rifle-shot) (?:was (?:heard|fired)|came|sounded)|report of (?:a|the) ${gun}|heard (?:a|the) (?:\\p{L}+ )?(?:shot|report)\\b|shot (?:him|her|it|the (?:man|beast|horse|dog|bear|wolf|brute|creature)) (?:dead|through|down|in)`,
    "BANG",
    3,
    plain(),
  ),
  event(
    "(?:cannons?|guns?|batter(?:y|ies)|broadside) (?:\\p{L}+ly )?(?:boomed|roared|thundered)|(?:boom|roar|thunder) of (?:the |a )?(?:\\p{L}+ )?(?:guns?|cannons?)",
    "BOOM",
    3,
  ),
  event(
    `(?:struck|hit|smote|cuffed|punched|knocked|clubbed|felled) (?:him|her|me|it|them|the (?:man|fellow|boy|beast|brute|dog|ruffian|other|creature))(?: \\p{L}+){0,3} (?:blow|head|face|down|jaw|mouth|fist|stick|cane|club|cheek|chin|nose|senseless|shoulders?|ribs)|dealt (?:him|her|me|it|them) (?:a|such)`,
    "WHACK",
    3,
  ),
  event("boxed (?:his|her|my) ears?|slapped (?:his|her|my|him in the|her in the) (?:face|cheek)", "SLAP", 2),
  event(
    `(?:banged|thumped|pounded|struck|smote|hit|brought)(?: down)? (?:his|her|my|the|a)(?: \\p{L}+){0,2} (?:fist|table|desk)`,
    "BAM",
    2,
  ),
  event(
    "(?:man|boy|girl|he|she|I|they|it|him|her|horse|body|[A-Z]\\p{L}+) (?:fell|pitched|toppled|crashed|went|dropped|tumbled)(?: \\p{L}+ly)?(?: (?:down|back|backwards?|forwards?|heavily|headlong|flat|prone|over|senseless|dead|insensible|full length|out|from his \\p{L}+)){0,3} (?:to|on|upon|onto) (?:the|his|her|my|its) (?:floor|ground|earth|deck|stones?|pavement|back|face|grass|snow|hearth|rocks?)",
    "THUD",
    2,
  ),
  event(
    `(?:broke|smashed|shattered)(?: \\p{L}+){0,3} ${fragile}|${fragile} (?:\\p{L}+ly )?(?:smashed|shattered|crashed|broke (?:in|into|to|with|on|against))`,
    "SMASH",
    3,
  ),
  event(
    `(?:chair|table|stool|bench|bookcase|screen) (?:\\p{L}+ ){0,1}(?:overturned|crashed|toppled|went over|fell over)|(?:upset|overturned|knocked over|kicked over|overturning|upsetting) ${his} (?:\\p{L}+ ){0,2}(?:chair|table|stool|bench|candle|lamp|basket)`,
    "CRASH",
    3,
  ),
  event(
    "(?:branch|bough|twig|stick|rope|mast|plank|string|cord|ice)(?:es|s)? (?:broke|snapped|cracked|gave way|parted)",
    "SNAP",
    2,
  ),
  event(
    `(?:fell|plunged|jumped|leaped|leapt|sprang|dived|dropped|tumbled|slipped|splashed|rolled|threw \\p{L}+self|flung \\p{L}+self)(?: \\p{L}+){0,2} (?:in|into|through)(?: to)? ${water}|(?:fell|jumped|leaped|leapt|sprang|plunged) overboard`,
    "SPLASH",
    3,
  ),
  event(
    "(?:waves?|surf|breakers?|billows?) (?:\\p{L}+ ){0,1}(?:broke|crashed|beat|dashed|thundered|burst|roared)",
    "SWOOSH",
    2,
  ),
  event(
    "burst (?:out|into)(?: \\p{L}+){0,4} laugh(?:ing|ter)|laughed (?:aloud|loudly|heartily|outright|till|until|out loud|again|and laughed)|(?:roared|shouted|shook|screamed) with laughter|(?:roar|shout|burst|peal|fit)s? of laughter",
    "HA HA HA",
    2,
    by("mirth"),
  ),
  event("(?:he|she|they|I|[A-Z]\\p{L}+) laughed(?! at| scornfully| bitterly)", "HA HA", 1, by("mirth")),
  event("(?:giggled|tittered)", "HEE HEE", 1, by("mirth")),
  event("chuckled", "HEH HEH", 1, by("mirth")),
  event("gasped|caught (?:his|her|my) breath", "GASP", 1, by("fright")),
  event(
    "burst into (?:\\p{L}+ ){0,2}(?:tears|weeping|sobs)|sobbed|began to (?:cry|sob|weep)|wept (?:aloud|bitterly|like)",
    "SOB SOB",
    1,
    by("grief"),
  ),
  event("sighed|(?:heaved|drew|gave) a (?:\\p{L}+ ){0,2}sigh", "SIGH", 1, by("quiet")),
  event(
    "(?:his|her|my) heart (?:\\p{L}+ ){0,2}(?:beat(?!en)|beating|thumped|pounded|throbbed|hammered|thumping|pounding|throbbing)(?! for)",
    "BA-DUMP",
    1,
    by("fright"),
  ),
  event("cleared (?:his|her|my) throat", "AHEM", 1, by("quiet")),
  event("(?:bullets?|balls?|shots?|arrows?|spears?) (?:\\p{L}+ )?(?:whistled|whizzed|sang|hummed)", "ZING", 2),
  event(
    "(?<!(?:wind|breeze|gale|engine|train|kettle|bullets?|balls?|shots?) )whistled|gave a (?:\\p{L}+,? ){0,2}whistle",
    "FWEEET",
    1,
    by("quiet"),
  ),
  event("stamped (?:his|her|my|its|their) (?:foot|feet)|stamped (?:on|upon) the (?:floor|ground)", "STOMP", 2),
  event("coughed", "COUGH", 1, by("quiet")),
  event("sniff(?:ed|led)", "SNIFF", 1, by("quiet")),
  event("snorted", "SNORT", 1, by("quiet")),
  event("groaned|gave a (?:\\p{L}+ )?groan", "UNGH", 1, by("grief")),
  event(
    "(?:gave|uttered|let out|raised) (?:a|an|one) (?:\\p{L}+ ){0,2}(?:scream|shriek)|(?:scream|shriek) (?:rang|came|was heard|broke)|heard (?:a|the) (?:\\p{L}+ )?(?:scream|shriek)",
    "AAAAH",
    3,
    plain(),
  ),
  event(
    "(?:gave|raised|set up) (?:a|three|another) (?:\\p{L}+ )?(?:cheers?|hurrahs?|huzzas?)|burst of cheering|crowd (?:\\p{L}+ly )?(?:cheered|roared)",
    "HURRAH",
    3,
    plain(),
  ),
  event(
    "burst of applause|storm of applause|clapped (?:his|her|their|my) hands(?! (?:to|on|over))|(?:audience|crowd|house|they|everybody) (?:\\p{L}+ly )?applauded",
    "CLAP CLAP CLAP",
    2,
    plain(),
  ),
  event(
    "rain (?:\\p{L}+ ){0,2}(?:fell|beat|poured|lashed|pattered|began|drummed|came down|was falling|was beating|was pouring|streamed)|it (?:was raining|began to rain)",
    "PITTER PATTER",
    1,
  ),
  event(
    "wind (?:\\p{L}+ ){0,2}(?:howled|blew|roared|moaned|rushed|was blowing|was howling|shrieked|swept|tore)|(?:gust|blast) of wind",
    "WHOOSH",
    1,
  ),
  event(
    "thunder (?:\\p{L}+ ){0,1}(?:rolled|crashed|pealed|rumbled|roared|growled|burst)|(?:clap|peal|crash|roll)s? of thunder",
    "BOOM",
    3,
    plain(),
  ),
  event(
    "(?:fire|flames?|logs?) (?:\\p{L}+ ){0,1}(?:crackled|blazed|roared|leaped|leapt|sputtered)|burst into flames?",
    "CRACKLE",
    1,
  ),
  event("(?:struck|lit|scratched) a (?:match|light|lucifer|vesta)", "FSSST", 1),
  event(
    "swords? (?:\\p{L}+ ){0,1}(?:clashed|crossed|met|rang)|blades (?:clashed|crossed|met|rang)|(?:clash|clang|ring) of (?:swords|steel|blades|arms)",
    "CLANG",
    3,
  ),
  event(
    `(?:drew|whipped out|unsheathed|pulled out|snatched out) (?:his|her|my|their) (?:\\p{L}+ )?(?:swords?|sabre|cutlass|rapier|long-?sword|blade|dagger|knife)`,
    "SHING",
    2,
  ),
  event(`tore (?:it|them|the (?:letter|paper|note|envelope|page|sheet|cloth)|open the)(?: \\p{L}+)?`, "RIP", 1),
  event(
    "dogs? (?:\\p{L}+ ){0,1}(?:barked|bayed|began to bark|barking)|hounds? (?:barked|bayed)",
    "WOOF WOOF",
    2,
    plain(),
  ),
  event("horses? (?:\\p{L}+ ){0,1}(?:neighed|whinnied|snorted)", "NEIGH", 2, plain()),
  event("(?:cock|rooster) (?:crowed|crew)", "COCK-A-DOODLE-DOO", 2, plain()),
  event(
    "wings (?:\\p{L}+ ){0,1}(?:flapped|beat)|(?:flapped|beat) (?:its|his|her|their) (?:\\p{L}+ )?wings",
    "FLAP FLAP",
    1,
  ),
  event(
    "(?:drained|gulped down|tossed off|drank off|drained off|swallowed) (?:his|her|the|it|a|my) (?:\\p{L}+ )?(?:glass|cup|wine|whisky|brandy|rum|ale|beer|contents|draught|mug|goblet|water|milk|tea)",
    "GULP",
    1,
  ),
  event(
    "cracked (?:his|the|a) (?:\\p{L}+ )?whip|whip (?:cracked|fell|whistled)|lashed (?:the|his) (?:horses?|mules?|dogs?)",
    "CRACK",
    2,
  ),
  event(
    "poured (?:out |himself |herself |me |him )?(?:out )?(?:a|some|the) (?:\\p{L}+ )?(?:glass|cup|wine|whisky|tea|coffee|brandy|water)",
    "GLUG GLUG",
    1,
  ),
  event("munched|crunched|gobbled", "MUNCH MUNCH", 1, by("quiet")),
  event("sneezed", "ACHOO", 2, by("quiet")),
  event("yawned", "YAWN", 1, by("quiet")),
  event(
    "(?:he|she|they|we|I|and|then|but|[A-Z]\\p{Ll}+|man|boy|girl|lad|child|woman|men|boys|children|lady|fellow|servant|dog|mother|father) (?:\\p{L}+ly )?(?:ran|rushed|darted|dashed|bolted|raced|scampered|sprinted|hurried) (?:off|away|out|after|back|forwards?|towards?|to|across|through|past|along|down|up|over|round|into|from|for)",
    "TMP TMP TMP",
    1,
  ),
  event(
    "(?:paced|strode|marched|stalked|tramped|trudged|plodded|shuffled) (?:up|down|to|about|across|along|through|on|in|out|over|back|round|away|into)|walked up and down",
    "TAP TAP",
    1,
  ),
  event(
    "(?:seized|grabbed|snatched|clutched|gripped|grasped|caught hold of|laid hold of|caught) (?:him|her|me|it|them|hold|my|his|the (?:man|boy|arm|child))(?: \\p{L}+){0,2} (?:by|arm|hand|wrist|shoulders?|collar|throat|sleeve|of)",
    "GRAB",
    1,
  ),
  event(
    "(?:threw|flung|hurled|tossed|pitched|cast) (?:it|them|the|his|her|a|my)(?: \\p{L}+){0,3} (?:at|away|into|on|upon|across|down|over|aside|out|overboard|from|to)",
    "FWOOSH",
    1,
  ),
  event("(?:shoved|pushed|thrust) (?:him|her|me|them|the (?:man|boy|table|chair|boat))(?: \\p{L}+)?", "SHOVE", 1),
  event(
    "(?:dragged|hauled|tugged|jerked|pulled) (?:him|her|me|them|at|on|(?:the|his|her|my) (?:boat|rope|line|arm|sleeve|hair|body|oars?))",
    "TUG",
    1,
  ),
  event(
    "(?:sprang|leaped|leapt|jumped|bounded|vaulted) (?:\\p{L}+ )?(?:upon|over|at|across|forwards?|aside|down|out|into)",
    "WHOOSH",
    1,
  ),
  event(
    "(?:sank|dropped|fell|threw \\p{L}+self|flung \\p{L}+self)(?: \\p{L}+){0,2} (?:in|into|on|upon|onto) (?:a|the|his|her|my) (?:\\p{L}+[- ])?(?:chair|armchair|sofa|bed|seat|couch|bench|settle|cushions|pillows?)|sat down (?:heavily|with)",
    "FLUMP",
    1,
  ),
  event(
    // A thought that strikes somebody makes no sound.
    "(?<!\\b(?:it|thought|idea|notion|fact|which|what|matter|voice|sight|similarity|\\p{L}+ness)(?: (?:had|has|never|once|suddenly|chiefly)){0,2} )(?:struck|hit|beat|lashed|thrashed|smote|whipped|flogged) (?:(?:him|me|at (?:him|me|it|her))(?! (?:that|as|how)\\b)|her (?:with(?= (?:an?|the|his|her|both)\\b)|on|across|in|over))",
    "WHACK",
    2,
  ),
  event(
    "(?:rowed|paddled|swam|waded|pulled (?:hard|away|for)|oars? (?:dipped|splashed))(?: \\p{L}+)?",
    "SPLISH SPLASH",
    1,
  ),
  event(
    "(?:wrote|scribbled|scrawled) (?:a|an|the|his|her|to|out|down|it|me|something|in)|began to write",
    "SCRATCH SCRATCH",
    1,
  ),
  event(
    "(?:turned over|fluttered|flicked) the (?:pages|leaves)|(?:unfolded|tore open|broke open|opened) (?:the|his|her|a|my) (?:letter|paper|note|envelope|parcel|telegram|newspaper|packet|map)",
    "RUSTLE",
    1,
  ),
  event("blew out (?:the|his|her|my) (?:candle|light|lamp)", "PHOO", 1),
  event(
    "(?:birds?|robin|thrush|blackbird|lark|nightingale|linnet)s? (?:\\p{L}+ )?(?:sang|chirped|twittered|was singing|were singing|singing|piped|chirping)",
    "TWEET TWEET",
    1,
  ),
  event("(?:bees?|fl(?:y|ies)|gnats?|wasps?) (?:\\p{L}+ )?(?:hummed|buzzed|humming|buzzing)", "BZZZ", 1),
  event(
    "(?:wolf|wolves|hound|coyote|husk(?:y|ies)) (?:\\p{L}+ )?(?:howled|howling|bayed)|(?:howl|howling|baying) of (?:the |a )?(?:wolves|wolf|dogs?|hounds?)",
    "AROOO",
    2,
    plain(),
  ),
  event("(?:cat|kitten) (?:\\p{L}+ )?(?:mewed|miaowed|mewing)", "MEOW", 1),
  event(
    "sails? (?:\\p{L}+ )?(?:flapped|shivered|filled|flapping)|flag (?:\\p{L}+ )?(?:fluttered|flew|flapped)",
    "FLAP FLAP",
    1,
  ),
  event(
    "(?:threw|flung|tossed|laid|counted|clinked|dropped|put)(?: \\p{L}+){1,4} (?:coins?|guineas?|sovereigns?|shillings?|sixpence|gold|silver)(?: \\p{L}+){0,2} (?:table|counter|hand|down|out)",
    "CLINK",
    1,
  ),
  event("(?:dug (?:a|the) (?:hole|grave|trench|pit)|chopped (?:wood|logs|the|down)|hewed|hacked)", "CHOP CHOP", 1),
  event(
    "(?:gave|uttered|with) (?:a|one) (?:\\p{L}+,? ){0,2}(?:cry|exclamation|yell|shout)(?! of (?:joy|delight|pleasure|satisfaction))",
    "AH!",
    2,
    by("fright"),
  ),
  event(
    "(?:(?:he|she|I|they|[A-Z]\\p{Ll}+) (?:\\p{L}+ly )?(?:shuddered|shivered|trembled|shook)|teeth (?:\\p{L}+ )?chattered)(?! (?:hands|his|her|my|with (?:joy|delight|cold)))",
    "SHIVER",
    1,
    by("fright"),
  ),
  event("(?:scrambled|clambered|climbed) (?:up|over|down|out|in|on|to|through|into|aboard|from)", "SCRAPE", 1),
  event("knelt|fell (?:up)?on (?:his|her|my) knees|dropped (?:up)?on (?:his|her|my) knees", "THUMP", 1),
  event(
    "(?:men|soldiers|warriors|troops?|army|column|guards?|procession|regiment) (?:\\p{L}+ )?(?:marched|tramped|advanced)|(?:tramp|tread) of (?:\\p{L}+ ){0,2}(?:feet|men|boots|soldiers|warriors)",
    "TRAMP TRAMP TRAMP",
    2,
  ),
  event(
    "(?:rode|drove|spurred|cantered) (?:off|away|on|down|along|past|up|through|forwards?|towards?|out|back|across|over|hard|furiously|at a)",
    "CLOP CLOP CLOP",
    1,
  ),
  event(
    "(?:roar|murmur|hum|buzz|babel|sound) of (?:many |the |a )?(?:crowd|voices|multitude|conversation|talk)|(?:crowd|people|throng|mob|multitude|audience) (?:\\p{L}+ )?(?:murmured|shouted|roared|yelled|gathered|surged|pressed)",
    "MURMUR MURMUR",
    1,
  ),
  event(
    "(?:machine|engine|motor|propeller|machinery)s? (?:\\p{L}+ )?(?:hummed|throbbed|started|whirred|roared|purred)|(?:hum|throb|roar|whir) of (?:the |a )?(?:\\p{L}+ )?(?:engine|motor|propeller|machine|machinery)s?",
    "BRRRUM",
    1,
  ),
  event(
    "(?:lion|beast|bear|tiger|brute|bull|monster|creature|ape)s? (?:\\p{L}+ )?(?:roared|growled|snarled|bellowed)|(?:gave|with) a (?:\\p{L}+ ){0,2}(?:roar|snarl|growl)",
    "ROARRR",
    2,
  ),
  event(
    "(?:washed|bathed|splashed|dipped|wrung) (?:his|her|my|the) (?:face|hands|feet|clothes|linen|brush|sponge)|pumped",
    "SPLASH",
    1,
  ),
  event("(?:swept|scrubbed|polished|dusted|brushed) (?:the|his|her|out|up)", "SWISH SWISH", 1),
  event("snapped (?:his|her|the) (?:fingers|case|lid|watch|book|jaws)|snapped in two", "SNAP", 1),
  event(
    "(?:rattled|shook|tried) the (?:handle|door|latch|bars)|lifted the latch|(?:handle|latch) (?:\\p{L}+ )?(?:turned|clicked|lifted)",
    "RATTLE",
    1,
  ),
  event(
    "(?:played|striking|struck|touched)(?: \\p{L}+){0,3} (?:piano|harp|guitar|organ|keys|fiddle|violin|chords?)",
    "PLINK PLONK",
    1,
  ),
  event(
    "(?:stumbled|tripped) (?:over|and fell|against)|slipped and fell|lost (?:his|her|my) (?:footing|balance)",
    "OOF",
    1,
  ),
  event("snored|began to snore", "ZZZZ", 1),
];

function plain(): Partial<Sound> {
  return { plain: true };
}

function by(feeling: NonNullable<Sound["feeling"]>): Partial<Sound> {
  return { feeling };
}

function event(told: string, text: string, loudness: Sound["loudness"], more: Partial<Sound> = {}): SoundEvent {
  return { told: new RegExp(`\\b(?:${told})(?![\\p{L}-])`, "gu"), text, loudness, ...more };
}
