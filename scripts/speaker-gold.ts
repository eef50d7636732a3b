import { readdirSync, readFileSync } from "node:fs";
import { readText } from "../src/core/book/read-text.ts";
import type { Span } from "../src/core/book/book.ts";
import type { RosterEntry } from "../src/core/story/cast.ts";
import { type SignedRun, runsOf, signsOfRun } from "../src/core/story/decide-speakers.ts";
import { readEnglish } from "../src/core/story/english-reading.ts";
import { passagesOf } from "../src/core/story/passages.ts";
import { talkersOf } from "../src/core/story/talkers.ts";

interface GoldQuote {
  spans: Span[];
  speaker: string;
}

/** A novel whose quotes were labelled by hand; offsets are UTF-16 units. */
export interface GoldNovel {
  id: string;
  text: string;
  characters: (RosterEntry & { name: string })[];
  quotes: GoldQuote[];
}

/** A conversation with its signs, and which choices of each turn are right; null where nothing is labelled. */
export interface Example extends SignedRun {
  novel: string;
  right: (readonly number[] | null)[];
  /** Labelled quotes of each turn. */
  quotes: number[];
  /** Turns that a tag settles. */
  tagged: boolean[];
}

interface RawGold {
  characters: { name: string; aliases: string[] }[];
  quotes: { spans: [number, number][]; speaker: string }[];
}

function readGold(file: URL): RawGold {
  // The shape is that of data/quotes/README.md; a wrong one shows at once in the figures.
  return JSON.parse(readFileSync(file, "utf8")) as RawGold;
}

/** The three novels of QuoteLi3. `data` is the folder of shared data. */
export function quoteLiNovels(data: URL): GoldNovel[] {
  return ["emma", "pp", "steppe"].map((id) => goldNovel(id, new URL(`quotes/gold/quoteli3/quoteli3-${id}.json`, data)));
}

/** The extracts of LitBank as they stand, a sentence on each line, but those of the novels of QuoteLi3. */
export function litBankExtracts(data: URL): GoldNovel[] {
  const folder = new URL("quotes/gold/litbank/", data);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && !/_(?:emma|pride_and_prejudice)\./.test(file))
    .map((file) => goldNovel(file.replace(/^litbank-\d+_|\.json$/g, ""), new URL(file, folder)))
    .filter(({ quotes }) => quotes.length > 0);
}

function goldNovel(id: string, file: URL): GoldNovel {
  const text = readFileSync(new URL(file.href.replace(/json$/, "txt")), "utf8");
  const { characters, quotes } = readGold(file);
  const at = unitsOf(text);
  return {
    id,
    text,
    characters: characters.map(({ name, aliases }) => ({ name: name.replaceAll("_", " "), aliases })),
    quotes: quotes.map(({ spans, speaker }) => ({
      speaker: speaker.replaceAll("_", " "),
      spans: spans.map(([start, end]) => ({ start: at[start] ?? 0, end: at[end] ?? 0 })),
    })),
  };
}

/** Extracts of LitBank have one sentence a line; where the whole novel is there, its first part has the paragraphs. */
const read = 90_000;

/** The beginnings of the novels of LitBank, as they were printed, with the labels of the extracts. */
export function litBankNovels(data: URL): GoldNovel[] {
  const extracts = new URL("quotes/gold/litbank/", data);
  const novels = new URL("quotes/litbank/original/", data);
  const files = readdirSync(extracts);
  return readdirSync(novels).flatMap((novel): GoldNovel[] => {
    const name = files.find(
      (file) => file.startsWith(`litbank-${novel.split("_")[0] ?? ""}_`) && file.endsWith(".json"),
    );
    if (name === undefined) return [];
    const extract = readFileSync(new URL(name.replace(/json$/, "txt"), extracts), "utf8");
    const text = readFileSync(new URL(novel, novels), "utf8")
      .replace(/^\ufeff/, "")
      .slice(0, read);
    const { characters, quotes } = readGold(new URL(name, extracts));
    return [
      {
        id: novel.replace(/^\d+_|\.txt$/g, ""),
        text,
        characters: characters.map((one) => ({ ...one, name: one.name.replaceAll("_", " ") })),
        quotes: carriedOver(extract, text, quotes),
      },
    ];
  });
}

/** Finds the quotes of an extract, whose spaces and lines differ, in the novel, letter by letter. */
function carriedOver(extract: string, text: string, quotes: RawGold["quotes"]): GoldQuote[] {
  const at = unitsOf(extract);
  const whole = lettersOf(text);
  let from = Math.max(0, whole.letters.indexOf(lettersOf(extract).letters.slice(200, 260)) - 300);
  return [...quotes]
    .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0))
    .flatMap(({ spans, speaker }) => {
      const found = spans.flatMap(([start, end]): Span[] => {
        const { letters } = lettersOf(extract.slice(at[start], at[end]));
        const place = letters === "" ? -1 : whole.letters.indexOf(letters, from);
        if (place < 0) return [];
        from = place + letters.length;
        return [{ start: whole.at[place] ?? 0, end: (whole.at[from - 1] ?? 0) + 1 }];
      });
      return found.length === 0 ? [] : [{ spans: found, speaker: speaker.replaceAll("_", " ") }];
    });
}

function lettersOf(text: string): { letters: string; at: number[] } {
  const found = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]/gu)];
  return { letters: found.map(([letter]) => letter).join(""), at: found.map(({ index }) => index) };
}

/** The UTF-16 offset of every code point. */
function unitsOf(text: string): number[] {
  const at = [0];
  for (const point of text) at.push((at.at(-1) ?? 0) + point.length);
  return at;
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/-\d+$/, "")
    .replaceAll(/[^\p{L}\p{N} ]/gu, " ")
    .replaceAll(/\b(?:the|a|an)\b/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Which character of the list each member is: by most names in common, the main name counting twice. */
function charactersOf(cast: readonly { name: string; aliases: readonly string[] }[], { characters }: GoldNovel) {
  const holders = new Map<string, Set<string>>();
  for (const { name, aliases = [] } of characters)
    for (const form of [name, ...aliases]) holders.set(plain(form), (holders.get(plain(form)) ?? new Set()).add(name));
  return cast.map(({ name, aliases }) => {
    const votes = new Map<string, number>();
    for (const [i, form] of [name, ...aliases].entries()) {
      const all = holders.get(plain(form)) ?? new Set();
      for (const one of all) votes.set(one, (votes.get(one) ?? 0) + (i === 0 ? 2 : 1) / all.size);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  });
}

/** Reads a novel, with its list of characters given or not, and labels its conversations; `all` counts its labelled quotes. */
export function examplesOf(novel: GoldNovel, listed: boolean): { examples: Example[]; all: number } {
  const book = readText(novel.text);
  const reading = readEnglish(book.text, passagesOf(book), book.marks, listed ? novel.characters : null);
  const people = talkersOf(reading.members, reading.mentions, reading.turns);
  const names = charactersOf(reading.members, novel);
  const said = speakersOfTurns(novel, reading);
  const examples: Example[] = [];
  let first = 0;
  for (const run of runsOf(reading.turns)) {
    const signed = signsOfRun(run, people);
    const labels = run.turns.map((_, i) => (i < run.back ? undefined : said.get(first + i - run.back)));
    examples.push({
      ...signed,
      novel: novel.id,
      quotes: labels.map((label) => label?.quotes ?? 0),
      tagged: run.turns.map(({ fixed }) => fixed !== null),
      right: signed.choices.map((choices, i) => {
        const label = labels[i];
        if (label === undefined) return null;
        const known = names.includes(label.speaker);
        return choices.flatMap((who, k) => ((who === null ? !known : names[who] === label.speaker) ? [k] : []));
      }),
    });
    first += run.turns.length - run.back;
  }
  return { examples, all: novel.quotes.length };
}

/** Turn → who says most of its labelled quotes, and how many these are. A quote is found where half of it is. */
function speakersOfTurns(novel: GoldNovel, { quotes, turns }: ReturnType<typeof readEnglish>) {
  const turnOf = new Map(turns.flatMap(({ quotes: own }, t) => own.map((i) => [i, t] as const)));
  const votes = new Map<number, Map<string, number>>();
  for (const { spans, speaker } of novel.quotes) {
    const shares = quotes
      .map(({ start, end }, i) => ({
        i,
        share: spans.reduce((sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0),
      }))
      .filter(({ share }) => share > 0);
    const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
    const [most] = shares.toSorted((a, b) => b.share - a.share);
    const turn = turnOf.get(most?.i ?? -1);
    if (turn === undefined || shares.reduce((sum, { share }) => sum + share, 0) < length / 2) continue;
    const all = votes.get(turn) ?? new Map<string, number>();
    all.set(speaker, (all.get(speaker) ?? 0) + 1);
    votes.set(turn, all);
  }
  return new Map(
    [...votes].map(([turn, all]) => {
      const [most] = [...all].sort((a, b) => b[1] - a[1]);
      return [turn, { speaker: most?.[0] ?? "", quotes: [...all.values()].reduce((sum, n) => sum + n, 0) }] as const;
    }),
  );
}
