const unitWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tenWords = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinalWords =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last".split(" ");
const kanjiDigits = "〇一二三四五六七八九";
const kanjiTens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a chapter number: `12`, `１２`, `XII`, `twelve`, `twenty-one`, `the first`, `十二`; null for anything else. */
export function headingNumber(text: string): number | null {
  const plain = text.trim().normalize("NFKC");
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (/^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})$/.test(plain.toUpperCase()))
    return romanNumber(plain.toUpperCase());
  if (/^[〇一二三四五六七八九十百千]+$/.test(plain)) return kanjiNumber(plain);
  return wordNumber(plain.toLowerCase());
}

function romanNumber(letters: string): number {
  const values = Array.from(letters).map((letter) => romanValues[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

function kanjiNumber(letters: string): number {
  // 二〇 and 一二 count places, 二十 and 百三 count tens.
  if (!/[十百千]/.test(letters))
    return Array.from(letters).reduce((sum, letter) => sum * 10 + kanjiDigits.indexOf(letter), 0);
  let sum = 0;
  let digit = 0;
  for (const letter of letters) {
    const ten = kanjiTens[letter];
    if (ten === undefined) digit = kanjiDigits.indexOf(letter);
    else {
      sum += Math.max(1, digit) * ten;
      digit = 0;
    }
  }
  return sum + digit;
}

function wordNumber(words: string): number | null {
  const ordinal = ordinalWords.indexOf(words.replace(/^the /, ""));
  if (ordinal > 0) return ordinal;
  const unit = unitWords.indexOf(words);
  if (unit > 0) return unit;
  const [ten = "", one] = words.split(/[- ]/);
  const tens = tenWords.indexOf(ten);
  if (tens < 2) return null;
  if (one === undefined) return tens * 10;
  const ones = unitWords.indexOf(one);
  return ones > 0 && ones < 10 ? tens * 10 + ones : null;
}
