const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Verbs that carry a line, in the forms that stand beside a quote. */
export const speechVerbs =
  words(`said says say saying muttering murmuring whispering shouting exclaiming remarking adding calling repeating cried cries crying asked asks asking replied replies replying answered answers answering returned exclaimed exclaims whispered whispers murmured muttered shouted shouts
  called calls yelled screamed shrieked roared bellowed bawled growled grumbled groaned moaned sighed sobbed wailed gasped panted laughed chuckled giggled sneered snapped snarled barked hissed croaked squeaked
  added continued proceeded resumed repeated began went observed remarked declared announced protested insisted urged begged pleaded implored entreated demanded inquired enquired questioned interrupted interposed
  interjected rejoined retorted responded explained suggested admitted confessed agreed assented objected argued persisted pursued cautioned warned commanded ordered directed told tells informed assured stammered
  stuttered faltered mumbled drawled purred cooed piped ejaculated vociferated thundered stormed complained lamented mused reflected thought thinks wondered concluded finished ended commented noted hinted ventured
  quoted read recited sang sung prompted coaxed soothed boasted swore cursed prayed corrected contradicted advised offered promised invited echoed broke burst put struck sniffed grunted spluttered
  gurgled yawned whimpered wheezed quavered trilled chimed hailed greeted volunteered conceded acknowledged remonstrated expostulated`);

/** Verbs that carry a line only with a quote that ends in a comma or with an adverb of speech: went on, put in, broke in, struck in, burst out. */
export const phrasalVerbs = words("went put broke burst struck");

/** Verbs of one who has just been spoken to, and of one who has just spoken. */
export const answerVerbs = words(
  "replied replies answered answers returned rejoined retorted responded agreed assented objected contradicted",
);
export const moreVerbs = words(
  "continued proceeded resumed repeated went added pursued persisted concluded finished ended",
);

export const thoughtVerbs = words("thought thinks wondered mused reflected");

/** Verbs of people, for telling a person's name from a place's. */
export const actVerbs =
  words(`was is had has did does could would should might must felt knew saw thought looked went came took stood ran sat rose turned smiled laughed nodded shook stared gazed wished wanted hoped seemed appeared
  began made gave put held threw drew left entered walked stepped jumped sprang leaped climbed fell rushed hurried waited stopped lay slept woke ate drank read wrote opened shut closed caught seized pulled pushed
  raised lifted dropped kept found heard listened spoke told answered bowed knelt leaned loved hated feared met watched glanced frowned blushed sighed wept grinned kissed rubbed scratched pointed cried got let`);

/** Adverbs that may stand between the subject and the verb of a tag. */
export const isAdverb = (word: { lower: string; capital: boolean } | undefined) =>
  word !== undefined && !word.capital && (word.lower.endsWith("ly") || between.has(word.lower));
const between = words(
  "then now again at last once also only had has just quite still always never even almost thus soon here there did would",
);
