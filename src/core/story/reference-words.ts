const men =
  "man|boy|gentleman|policeman|constable|landlord|coachman|cabman|groom|sailor|father|brother|husband|son|uncle|nephew|grandfather|tradesman|banker|guard|waiter|butler|footman|valet|keeper|gardener|beggar|priest|clergyman|monk|king|prince|emperor|fellow|lad|lord|officer|inspector|detective|soldier|sergeant|corporal|lieutenant|colonel|driver|porter|boatswain|carpenter|blacksmith|gunner|surgeon|squire|magistrate|gaoler|warrior|chieftain|chief|jeddak|martian|artilleryman|painter|professor|messenger|sheriff|parson|curate|vicar|bishop|farmer|shepherd|miller|hunter|trapper|skipper|harpooneer|thief|robber|villain|ruffian|peasant|monster|giant|old one|redskin|negro|chap|youth|bridegroom|widower|knight|baronet|duke|earl|count|baron|urchin|rascal|hermit|pirate|buccaneer|blind man|seaman|helmsman";
const women =
  "woman|girl|lady|maid|landlady|mother|sister|wife|daughter|aunt|niece|nurse|queen|princess|empress|duchess|countess|housekeeper|widow|lass|maiden|governess|bride|hostess|grandmother|gipsy woman|housemaid|actress|witch|nun|mistress";
const either =
  "visitor|client|stranger|servant|clerk|captain|mate|child|baby|infant|doctor|cook|judge|witness|assistant|companion|friend|person|guest|prisoner|figure|creature|cousin|pupil|teacher|host|savage|indian|victim|patient|lunatic|madman|passenger|traveller|sleeper|slave|voice|lover|neighbour|neighbor|orphan|newcomer|spy|murderer|culprit|invalid|corpse|kidnapper|deputy|attendant|counsel|minister|preacher|foreman|pedlar|peddler|tramp|burglar|smuggler|spectator|bystander|reporter|editor|lawyer|solicitor|barrister|agent|guide|scout|barber|tailor|baker|butcher|grocer|merchant|dealer|student|scholar|poet|artist|musician|gambler|drunkard|settler|miner|fisherman|boatman|ferryman|trader|convict|undertaker|sexton|enemy|leader|singer|speaker|being|wretch|fiend|ghost|spirit";
const beasts =
  "dog|hound|puppy|bull|cow|ox|wolf|horse|mare|pony|bear|cat|kitten|fox|lion|tiger|ape|monkey|snake|serpent|whale|bird|parrot|eagle|owl|rabbit|hare|rat|mouse|moose|deer|stag|calf|goat|pig|sheep|lamb|donkey|ass|mule|camel|elephant|beast|brute|animal|husky|thoat|frog|toad|mole|badger|otter|hen|cock|duck|goose";
const several =
  "children|people|crowd|men|women|boys|girls|ladies|gentlemen|party|crew|gardeners|jury|horses|dogs|cats|birds|animals|creatures|guests|visitors|friends|servants|soldiers|sailors|policemen|others|warriors|savages|villagers|peasants|officers|brothers|sisters|wolves|strangers|parents|family|company|couple|pair|martians|indians|neighbours|prisoners|figures|natives|hunters|guards|two|three|rest|ones|fellows|lads|citizens|attendants|audience|spectators|bystanders|onlookers|mourners|townspeople|townsfolk|settlers|miners|workmen|labourers|passengers|pupils|students|scholars|comrades|companions|mates|fishermen|drivers|travellers|huskies|pirates|robbers|thieves|troops|congregation|assembly|multitude|mob|gang|throng|teachers|clerks|sons|daughters|constables|detectives|inspectors|doctors|waiters|maids|ministers|gossips|listeners";

/** Words that stand between an article and its noun; no preposition, conjunction or verb does. */
const between = String.raw`(?:(?!(?:of|to|at|in|on|with|by|from|for|and|or|but|that|who|which|whom|was|were|is|are|had|has|have|did|would|could|should|when|where|as|than|into|upon|over|under|like|he|she|they|it|I|him|them|said|the|an?|his|her|my|their|our|its)\b)[\p{L}’'-]+,?\s+){0,4}?`;

const bothCases = (words: string): string =>
  words
    .split("|")
    .map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`)
    .join("|");

const articles = bothCases(
  "the|an?|my|our|his|her|their|your|its|another|one|this|that|these|those|some|two|three|four|both|all|every|each|no|any|many|several",
);

/** A noun phrase for somebody: the article, then the noun as a man's, a woman's, anybody's, a beast's or that of several. */
export const nounPhrase = String.raw`(?<article>${articles})\s+${between}(?:(?<man>${men})|(?<woman>${women})|(?<either>${either})|(?<beast>${beasts})|(?<several>${several}))(?![\p{L}])`;

/** Several without an article at the head of a sentence: Kind-hearted citizens caught the dogs. */
export const bareSeveral = String.raw`(?<=^\P{L}*)(?<bare>(?:(?!(?:When|While|As|If|Of|To|At|In|On|With|By|From|For|And|Or|But|That|Where|Than|Like|What|How|Then|So|After|Before)\b)\p{Lu}[\p{Ll}-]+\s+)?(?:${bothCases(several)}))(?=\s+\p{Ll})`;

/** Somebody with a title and a name who is nobody of the cast. */
export const titledName = String.raw`(?:(?<lord>Mr|Lord|Sir|Colonel|Major|Captain|Inspector|Uncle|Father|Brother|Count|King|Prince)|(?<dame>Mrs|Miss|Lady|Madame|Aunt|Sister|Queen|Princess)|(?<title>Dr|Professor|Sergeant|Old))\.?\s\p{Lu}[\p{L}’-]+`;

/** What stands before a noun or name that does nothing in its clause. */
export const objectBefore =
  /(?:\b(?:of|to|at|for|from|with|by|in|on|upon|over|under|behind|beside|after|about|like|as|than|against|into|onto|towards?|past|near|around|round|before|without|between|through|across|among|beyond|except|toward|called|named|nor)\s+|[’']s\s+)$/iu;

/** Somebody behind `and` does something only where his verb follows, or a clause begins. */
export const besideBefore = /[^,;]\s(?:and|or)\s+$/iu;
export const verbAfter =
  /^ (?:\p{L}+ly )?(?:\p{Ll}+ed|was|were|had|has|is|went|came|saw|sat|stood|ran|took|made|got|did|could|would|should|might|must|fell|left|felt|knew|began|gave|found|rose|heard|threw|told|thought|shook|spoke|drew|held|kept|lay|led|let|met|put|read|sent|set|slept|struck|wrote|broke|brought|caught|leapt|sprang|rode|drove|ate|drank|flew|lost|bent|bowed|grew|paid|sang|shot|swung|won|wore|woke)\b/u;

/** A verb right before it: saw him, told Tom. */
export const doneTo =
  /\b(?:\p{L}+(?:ed|ing)|saw|took|found|left|held|met|caught|brought|told|gave|knew|heard|made|sent|led|let|bade|kept|lost|see|take|find|leave|hold|meet|catch|bring|tell|give|know|hear|make|send|lead|follow|help|watch|kill|struck|hit|shot|drew|threw|shook|bit|fed|bore|beheld|was|were|is|be|been|became|call|ask|love|forgot|forgotten|seen|taken|given|known|left|sought|thought)\s+(?:\p{L}+ly\s+)?$/iu;

const spoken =
  "said|says|cried|answered|replied|asked|returned|added|exclaimed|remarked|continued|murmured|whispered|shouted|called|laughed|muttered|inquired|observed|went on|repeated|began|demanded|suggested|retorted|responded|screamed|growled|sighed|ejaculated|interrupted|snapped|thought";
/** A verb of speech before somebody, or behind him. */
export const spokeBefore = new RegExp(`(?:^|[\\ufffc,.!?—]\\s*)(?:${spoken})\\s+$`, "iu");
export const spokeAfter = new RegExp(`^ (?:\\p{L}+ly )?(?:${spoken})\\b`, "iu");

/** Words with which a sentence turns round: there stood a man, in came a girl. */
export const turnedRound =
  /(?:^|[;,—]\s*|\b(?:and|but)\s+)(?:[^,;]{0,60}\s)?(?:stood|sat|lay|came|ran|walked|rode|went|rose|hung|knelt|sprang|appeared|emerged|advanced|followed|entered|strode|leaped|leapt|crouched|there\s+(?:was|were))\s+$/iu;
