// `npm run bench:reading [-- BOOK …]`: processor time and memory of reading books, and of books made longer and longer: the slope
// says how the time grows with the length (1 is linear).
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readBook } from "../src/core/book/read-book.ts";
import { unwrap } from "../src/core/text/result.ts";
import { makeEpub } from "../test/epub-fixture.ts";

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
/** Characters of the made books. */
const lengths = [400_000, 800_000, 1_600_000, 3_200_000, 6_500_000];

for (const book of books) await report(basename(book), new Uint8Array(readFileSync(resolve(folder, book))));
// The first book pays for the compiler; it is read once for nothing.
await readBook(madeBook(lengths[0] ?? 0));
const times: number[] = [];
for (const length of lengths) times.push(await report("made", madeBook(length)));
const [first = 0, last = 0] = [times[0], times.at(-1)];
const slope = Math.log(last / first) / Math.log((lengths.at(-1) ?? 1) / (lengths[0] ?? 1));
process.stdout.write(`slope ${slope.toFixed(2)} over ${lengths.length} lengths\n`);

async function report(name: string, bytes: Uint8Array): Promise<number> {
  const from = process.cpuUsage();
  const { text, blocks } = unwrap(await readBook(bytes));
  const { user, system } = process.cpuUsage(from);
  const time = (user + system) / 1000;
  const memory = process.memoryUsage.rss() / 1024 / 1024;
  process.stdout.write(
    `${name}: ${text.length.toLocaleString("en")} characters in ${blocks.length} blocks, ${time.toFixed(0)} ms, ${memory.toFixed(0)} MB\n`,
  );
  return time;
}

/** Chapters of paragraphs with emphasis, notes and page numbers, as a novel has them. */
function madeBook(length: number): Uint8Array {
  const paragraph =
    '<p>It was <i>late</i> when the boat came in, and nobody stood on the pier but the old keeper<a epub:type="noteref" href="#n">1</a>, who said: “You are the last, and the <b>sea</b> is not waiting.”<span epub:type="pagebreak" title="1"/></p>\n';
  const chapter = `<h2>A Chapter</h2>${paragraph.repeat(150)}<aside epub:type="footnote" id="n">A note.</aside>`;
  const count = Math.ceil(length / 24_000);
  return makeEpub({ pages: Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}.xhtml`, chapter])) });
}
