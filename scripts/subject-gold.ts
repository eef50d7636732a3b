import { readdirSync, readFileSync } from "node:fs";
import type { Book, Span } from "../src/core/book/book.ts";
import { readBook } from "../src/core/book/read-book.ts";
import type { Story } from "../src/core/story/story.ts";
import { understand } from "../src/core/story/understand.ts";
import { unwrap } from "../src/core/text/result.ts";
import { bookOf } from "../test/paragraph-book.ts";

/** The beginning of a novel in which LitBank says which words mean the same person. */
export interface GoldBeginning {
  id: string;
  /** Read with the novel around it; else from the labelled stretch alone. */
  whole: boolean;
  book: Book;
  story: Story;
  /** The person whom the words between two offsets mean, as a mark of LitBank; null where it has none there. */
  meant: (start: number, end: number) => string | null;
}

/** All beginnings of novels with coreference, in the order of their names. `data` is the folder of shared data. */
export async function goldBeginnings(data: URL): Promise<GoldBeginning[]> {
  const folder = new URL("quotes/litbank/coref/tsv/", data);
  const novels = readdirSync(new URL("quotes/litbank/original/", data));
  const found: GoldBeginning[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith(".txt")) continue;
    const lines = readFileSync(new URL(file, folder), "utf8").trimEnd().split("\n");
    const sentences = lines.map((line) => line.split(" "));
    const marks = readFileSync(new URL(file.replace(/txt$/, "ann"), folder), "utf8").split("\n");
    const id = file.replace(/_brat\.txt$/, "");
    const whole = novels.includes(`${id}.txt`);
    const { book, offsets } = whole
      ? placed(sentences, unwrap(await readBook(beginning(new URL(`quotes/litbank/original/${id}.txt`, data)))))
      : printed(sentences);
    found.push({ id, whole, book, story: understand(book), meant: finderOf(marks, offsets) });
  }
  return found;
}

/** How much of a novel is read: enough to know its people. */
const beginning = (file: URL): Uint8Array => readFileSync(file).subarray(0, 150_000);

interface Placed {
  book: Book;
  /** Where each token of each sentence stands. */
  offsets: Span[][];
}

/** Tokens looked up one after the other in the novel that they are from. */
function placed(sentences: readonly (readonly string[])[], book: Book): Placed {
  const first = sentences
    .flat()
    .filter((token) => /^\p{L}+$/u.test(token))
    .slice(0, 9);
  let at = Math.max(0, book.text.search(new RegExp(first.join("[^\\p{L}]+"), "iu")));
  const offsets = sentences.map((sentence) =>
    sentence.map((token) => {
      const start = book.text.indexOf(token, at);
      if (start < 0 || start - at > 12 + token.length) return { start: at, end: at };
      at = start + token.length;
      return { start, end: at };
    }),
  );
  return { book, offsets };
}

/** Tokens of sentences as they would be printed, and where each stands. A line that begins with a mark of speech opens a paragraph. */
function printed(sentences: readonly (readonly string[])[]): Placed {
  const paragraphs: string[] = [];
  const offsets: Span[][] = [];
  let [words, base, open, spoke] = ["", 0, false, false];
  const close = () => {
    if (words === "") return;
    paragraphs.push(words);
    base += words.length + 2;
    words = "";
  };
  for (const sentence of sentences) {
    const speaks = /^[“"]/.test(sentence[0] ?? "");
    if (!open && (speaks || spoke)) close();
    spoke = speaks || open || sentence.some((token) => /^[“”"]$/.test(token));
    let glued = words === "";
    offsets.push(
      sentence.map((token) => {
        const straight = token === '"';
        const closes =
          /^(?:[,.;:?!)”’]|['’](?:s|ll|re|ve|d|m|em)?|n['’]t|\.+|['’]+)$/u.test(token) || (straight && open);
        const gap = glued || closes || token === "_" ? "" : " ";
        words += gap;
        const start = base + words.length;
        words += token === "_" ? "" : straight ? (open ? "”" : "“") : token;
        if (straight) open = !open;
        else if (token === "“") open = true;
        else if (token === "”") open = false;
        glued = /^[(“‘]$/.test(token) || (straight && open) || (token === "_" && glued);
        return { start, end: base + words.length };
      }),
    );
  }
  close();
  return { book: bookOf(paragraphs), offsets };
}

function finderOf(lines: readonly string[], offsets: readonly (readonly Span[])[]): GoldBeginning["meant"] {
  const clusters = new Map<string, string>();
  const spans: { mark: string; start: number; end: number; kind: string }[] = [];
  for (const line of lines) {
    const [what = "", mark = "", a = "", b = "", c = "", d = "", , kind = ""] = line.split("\t");
    if (what === "COREF") clusters.set(mark, a);
    if (what !== "MENTION") continue;
    const [start, end] = [offsets[Number(a)]?.[Number(b)]?.start, offsets[Number(c)]?.[Number(d)]?.end];
    if (start !== undefined && end !== undefined) spans.push({ mark, start, end, kind });
  }
  const known = spans.flatMap(({ mark, start, end, kind }) => {
    const cluster = clusters.get(mark);
    return cluster === undefined ? [] : [{ start, end, cluster, kind }];
  });
  return (start, end) => {
    const exact = known.find((one) => one.start === start && one.end === end);
    if (exact !== undefined) return exact.cluster;
    const around = known.filter(
      (one) => one.start <= start && one.end >= end && one.kind === "PER" && one.end - one.start < end - start + 60,
    );
    const same = around.filter((one) => one.end === end || one.start === start);
    return same.toSorted((x, y) => x.end - x.start - (y.end - y.start))[0]?.cluster ?? null;
  };
}
