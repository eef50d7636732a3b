/** How chapters are called and counted in the languages whose headings are known in plain text. Words in lower case. */
export interface HeadingWords {
  /** Words for parts and books, which hold chapters. */
  parts: string;
  chapters: string;
  /** Headings without a number. */
  named: string;
  /** What may stand between the word and its number (`the`). */
  article: string;
}

export const headingWords: readonly HeadingWords[] = [
  {
    parts: "book|part|volume|vol\\.",
    chapters: "chapter|chap\\.|letter|stave|canto|act|scene|section|adventure|episode|story|night",
    named:
      "prologue|epilogue|preface|introduction|foreword|afterword|contents|table of contents|dedication|appendix|interlude|conclusion|finale|postscript|author[’']s note|list of illustrations|transcriber[’']s notes?|footnotes|the end",
    article: "the",
  },
  {
    parts: "teil|buch|band",
    chapters: "kapitel|abschnitt|akt|aufzug|szene|auftritt|brief|gesang|abenteuer|nacht",
    named:
      "prolog|epilog|vorwort|vorrede|nachwort|einleitung|einführung|inhalt|inhaltsverzeichnis|widmung|anhang|zwischenspiel|schluss|anmerkungen|ende",
    article: "das|der|die",
  },
  {
    parts: "partie|livre|tome|volume",
    chapters: "chapitre|chap\\.|acte|scène|lettre|chant|épisode|section|nuit|aventure",
    named:
      "prologue|épilogue|préface|avant-propos|introduction|postface|table des matières|dédicace|annexe|conclusion|notes|fin",
    article: "le|la|l[’']",
  },
  {
    parts: "parte|libro|tomo|volumen",
    chapters: "capítulo|capitulo|cap\\.|acto|escena|carta|canto|jornada|tratado|episodio|sección|noche",
    named: "prólogo|epílogo|prefacio|introducción|índice|dedicatoria|apéndice|conclusión|notas|fin",
    article: "el|la",
  },
];

const words = (list: string): readonly string[] => list.split(" ");

/** Number words from one on, by language; ordinals with every ending that stands before a chapter word. */
export const cardinalWords: readonly (readonly string[])[] = [
  words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
  ),
  words(
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
  ),
  words(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
  ),
  words(
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
  ),
];

export const ordinalWords: readonly (readonly string[])[] = [
  words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  ),
  words(
    "erste zweite dritte vierte fünfte sechste siebente achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste",
  ),
  words("erste zweite dritte vierte fünfte sechste siebte"),
  words(
    "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
  ),
  words("premier second"),
  words("première seconde"),
  words("primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima"),
  words("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo"),
  words("primer segundo tercer"),
];
