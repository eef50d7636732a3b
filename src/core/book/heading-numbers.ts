import { cardinalWords, ordinalWords } from "./heading-words.ts";

const tenWords = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const kanjiDigits = "〇一二三四五六七八九";
const kanjiTens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a chapter number: `12`, `１２`, `XII`, `twelve`, `twenty-one`, `the first`, `erstes`, `deuxième`, `十二`; null for anything else. */
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
  const plain = words.replace(/^the /, "");
  // German ordinals end as their noun wants: erstes Kapitel, erster Teil.
  const places = [...cardinalWords, ...ordinalWords].map(
    (list) =>
      list.findIndex((word) => word === plain || (word.endsWith("te") && /^[rs]$/.test(ending(plain, word)))) + 1,
  );
  const place = places.find((value) => value > 0);
  return place ?? (plain === "last" ? 99 : englishTens(plain));
}

const ending = (word: string, stem: string): string => (word.startsWith(stem) ? word.slice(stem.length) : "");

function englishTens(words: string): number | null {
  const [ten = "", one] = words.split(/[- ]/);
  const tens = tenWords.indexOf(ten);
  if (tens < 2) return null;
  if (one === undefined) return tens * 10;
  const ones = Math.max(
    ...[...cardinalWords.slice(0, 1), ...ordinalWords.slice(0, 1)].map((list) => list.indexOf(one) + 1),
  );
  return ones > 0 && ones < 10 ? tens * 10 + ones : null;
}
