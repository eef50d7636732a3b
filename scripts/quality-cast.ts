// `npm run quality:cast`: the English cast against QuoteLi3's lists of characters, the gender of the ten most named people
// of each novel against test/gold/genders.json, and looks against test/gold/looks.json. docs/quality.md tells the measures.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readBook } from "../src/core/book/read-book.ts";
import type { Person, Story } from "../src/core/story/story.ts";
import { understand } from "../src/core/story/understand.ts";
import { unwrap } from "../src/core/text/result.ts";
import { judgedBooks, scoreLooks } from "../test/looks-gold.ts";

interface GoldCast {
  characters: { name: string; aliases: string[] }[];
  quotes: { speaker: string }[];
}

const data = new URL("../../shared/data/quotes/", import.meta.url);
/** Quotes that make a gold character one of the main or secondary ones. */
const leastQuotes = 10;
/** Lines of his own that make one of ours count: the lists hold who speaks. */
const leastLines = 5;
/** Names of the gold lists that are no single person. */
const nobody = /^(?:none|unknown|someone|anyone|we|a_voice|this_sound|several_voices|children)$|_and_/;

async function storyOf(path: string): Promise<Story> {
  return understand(unwrap(await readBook(new Uint8Array(readFileSync(new URL(path, data))))));
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .replace(/\b(?:the|an?)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The gold character that most of a person's names belong to, or null. */
function goldOf({ name, aliases }: Person, gold: GoldCast): string | null {
  const votes = new Map<string, number>();
  for (const [i, form] of [name, ...aliases].entries())
    for (const { name: who, aliases: forms } of gold.characters)
      if ([who, ...forms].some((one) => plain(one) === plain(form)))
        votes.set(who, (votes.get(who) ?? 0) + (i === 0 ? 2 : 1));
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;

const total = { wanted: 0, found: 0, listed: 0, right: 0 };
for (const novel of ["emma", "pp", "steppe"]) {
  // The gold files are ours to read: QuoteLi3 in the one form of shared/data/quotes/README.md.
  const gold = JSON.parse(readFileSync(new URL(`gold/quoteli3/quoteli3-${novel}.json`, data), "utf8")) as GoldCast;
  const story = await storyOf(`gold/quoteli3/quoteli3-${novel}.txt`);
  const quotes = new Map<string, number>();
  for (const { speaker } of gold.quotes) quotes.set(speaker, (quotes.get(speaker) ?? 0) + 1);
  const lines = new Map<string | null, number>();
  for (const { speaker } of story.quotes) lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
  const listed = story.cast.filter(({ id, role }) => role !== "minor" && (lines.get(id) ?? 0) >= leastLines);
  const faces = listed.map((person) => goldOf(person, gold));
  const wanted = [...quotes]
    .filter(([name, count]) => count >= leastQuotes && !nobody.test(name))
    .map(([name]) => name);
  const missing = wanted.filter((name) => !faces.includes(name));
  const wrong = listed.filter((_, i) => faces[i] === null || faces.indexOf(faces[i] ?? null) < i);
  total.wanted += wanted.length;
  total.found += wanted.length - missing.length;
  total.listed += listed.length;
  total.right += listed.length - wrong.length;
  console.log(
    `${novel.padEnd(8)} recall ${percent(wanted.length - missing.length, wanted.length)} of ${wanted.length}, precision ${percent(listed.length - wrong.length, listed.length)} of ${listed.length}` +
      `; missing: ${missing.join(", ") || "–"}; wrong: ${wrong.map(({ name }) => name).join(", ") || "–"}`,
  );
}
console.log(`cast     recall ${percent(total.found, total.wanted)}, precision ${percent(total.right, total.listed)}`);

// Written by hand in this repository: file name → name of a person → gender, null where the book leaves it open.
const genders = JSON.parse(readFileSync(new URL("../test/gold/genders.json", import.meta.url), "utf8")) as Record<
  string,
  Record<string, string | null>
>;
let [known, right] = [0, 0];
for (const folder of ["gold/quoteli3", "litbank/original"])
  for (const file of existsSync(new URL(folder, data)) ? readdirSync(new URL(folder, data)) : []) {
    const judged = genders[file];
    if (judged === undefined) continue;
    const { cast } = await storyOf(`${folder}/${file}`);
    const ten = cast.toSorted((a, b) => b.mentions - a.mentions).slice(0, 10);
    const told = ten.filter(({ name }) => judged[name] !== undefined && judged[name] !== null);
    const wrong = told.filter(({ name, gender }) => gender !== judged[name]);
    known += told.length;
    right += told.length - wrong.length;
    const strange = ten.filter(({ name }) => judged[name] === undefined);
    if (wrong.length + strange.length > 0)
      console.log(
        `${file}: wrong ${wrong.map(({ name, gender }) => `${name} (${gender ?? "?"})`).join(", ") || "–"}; not judged ${strange.map(({ name }) => name).join(", ") || "–"}`,
      );
  }
console.log(`gender   ${percent(right, known)} of ${known} people`);

const looks = { right: 0, wrong: 0, unknown: 0, lost: 0 };
for (const path of judgedBooks(1)) {
  const score = await scoreLooks(path);
  looks.right += score.right;
  looks.wrong += score.wrong.length;
  looks.unknown += score.unknown.length;
  looks.lost += score.lost.length;
}
console.log(
  `looks    ${percent(looks.right, looks.right + looks.wrong)} right of ${looks.right + looks.wrong} judged by hand; ${looks.unknown} found and not judged, ${looks.lost} judged and not found`,
);
