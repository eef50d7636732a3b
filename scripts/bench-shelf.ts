/**
 * `node scripts/bench-shelf.ts [--books 10000] [--readers 200] [--soak MINUTES] [--only lists|scroll|readers]`: a shelf of many books as people feel it, over HTTP from a server of its
 * own: how long each list takes, how smoothly Chromium scrolls all of it, and finished pages read by many at once, with the server’s memory as time goes on.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { finishedComic, type Memory, readPages } from "./bench-shelf-readers.ts";
import { fillShelf } from "./bench-shelf-rows.ts";
import { scrollShelf } from "./bench-shelf-scroll.ts";
import { processorTime, startServer } from "./bench-shelf-server.ts";

const { values } = parseArgs({
  options: {
    books: { type: "string", default: "10000" },
    readers: { type: "string", default: "200" },
    soak: { type: "string", default: "0.25" },
    only: { type: "string" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "fabula-shelf-"));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const place = process.env["DATABASE_URL"] ?? `file:${join(folder, "fabula.sqlite")}`;

await fill();
const server = await startServer(folder, place);
try {
  const runs = (name: string): boolean => values.only === undefined || values.only === name;
  if (runs("lists")) await benchLists(server.address, server.pid);
  if (runs("scroll")) {
    const scrolled = await scrollShelf(server.address, Number(values.books));
    say(
      `${scrolled.books} books scrolled end to end: longest task ${scrolled.longest} ms (asked: under 100), ` +
        `${scrolled.frames} frames, slowest ${scrolled.slowestFrame} ms, median ${scrolled.medianFrame} ms`,
    );
  }
  if (runs("readers")) await benchReaders(server.address, server.pid);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill(): Promise<void> {
  const services = await openServices(databaseAt(place, "0.0.0-bench"), join(folder, "storage"));
  const owner = await localOwner(services.db, services);
  await fillShelf(services.db, owner, services.newId, Number(values.books));
  await services.close();
}

/**
 * Every list, part after part. Beside the time that each took, the processor’s time that the server spent on it, which is the same on a busy machine. The
 * first one of each prepares the statement and does not count.
 */
async function benchLists(address: string, pid: number): Promise<void> {
  const rounds = 25;
  const every: number[] = [];
  let [slowest, costliest] = [0, 0];
  for (const query of lists()) {
    const taken: number[] = [];
    let [cursor, before]: [string | null, number] = [null, 0];
    for (let round = 0; round <= rounds; round++) {
      if (round === 1) before = processorTime(pid);
      const began = performance.now();
      const answer = await fetch(
        `${address}/api/books?limit=100&${query}${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      // An answer of our own interface, whose schema says so.
      const { next } = (await answer.json()) as { next: string | null };
      if (!answer.ok) throw new Error(`${query}: ${answer.status}`);
      if (round > 0) taken.push(performance.now() - began);
      cursor = next;
    }
    const cost = (processorTime(pid) - before) / rounds;
    every.push(...taken);
    [slowest, costliest] = [Math.max(slowest, Number(part(taken, 0.95))), Math.max(costliest, cost)];
    const times = `${part(taken, 0.5).padStart(7)} ms p50 ${part(taken, 0.95).padStart(7)} ms p95`;
    say(`${times} ${cost.toFixed(1).padStart(7)} ms of processor  ${decodeURIComponent(query)}`);
  }
  say(
    `all lists: p95 ${part(every, 0.95)} ms, of the slowest list ${slowest} ms (asked: under 20); the costliest takes ` +
      `${costliest.toFixed(1)} ms of processor`,
  );
}

function lists(): string[] {
  const sorts = ["added", "title", "author", "read"].map((sort) => `sort=${sort}`);
  const filters = [
    "shelf=reading",
    "shelf=comics",
    "shelf=trash",
    "tag=to%20read",
    `tag=${encodeURIComponent("第一")}`,
  ].concat(["series=sea%20saga%203", "language=en", "language=ja", "language=ko"]);
  const words = [
    "the",
    "sea",
    "se",
    "1",
    "12",
    "the sea",
    "sea winter ada",
    "海",
    "海の",
    "saga",
    "captain far",
    "zzz",
  ];
  return [
    ...sorts,
    ...sorts.flatMap((sort) => filters.map((filter) => `${sort}&${filter}`)),
    ...words.map((word) => `q=${encodeURIComponent(word)}`),
  ];
}

/** All readers begin together and turn pages for the time of the soak; memory is asked each minute. */
async function benchReaders(address: string, pid: number): Promise<void> {
  const comic = await finishedComic(address);
  const minutes = Number(values.soak);
  const { times, failures, memory } = await readPages(comic, {
    address,
    pid,
    readers: Number(values.readers),
    milliseconds: minutes * 60_000,
  });
  say(
    `${values.readers} readers for ${minutes} min: ${times.length} pages with their pictures, p50 ${part(times, 0.5)} ms, ` +
      `p95 ${part(times, 0.95)} ms (asked: under 200), ${failures} failures`,
  );
  const inMegabytes = ({ server: own, children }: Memory): string =>
    `${Math.round(own / 1e6)} + ${Math.round(children / 1e6)}`;
  say(`resident MB by minute, of the server + its desk and workers: ${memory.map(inMegabytes).join(", ")}`);
  const [second, tenth] = [memory[2], memory[10]];
  if (second === undefined || tenth === undefined) return;
  const growth = (of: (at: Memory) => number): string => (of(tenth) / of(second)).toFixed(3);
  say(
    `memory of the tenth minute over that of the second: ${growth(({ server: own }) => own)} of the server, ` +
      `${growth(({ server: own, children }) => own + children)} of all (asked: at most 1.1)`,
  );
}

function part(times: readonly number[], which: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * which))] ?? 0).toFixed(1);
}
