/**
 * `npm run bench:worker [-- --live] [BOOK …]`: makes comics in workerd as Cloudflare would, on D1, R2 and Queues, a message for each unit of work, and
 * tells what each page took: time, CPU time of the whole of workerd (its D1 and R2 with it), and what the isolate held; with `--live` without what waits
 * to be collected, which costs so much that the times mean nothing.
 */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { unstable_startWorker } from "wrangler";
import { hashesOfNode } from "../test/runtimes/node-services.ts";
import { type ProcessFigures, workerdFigures } from "./workerd-figures.ts";
import { type IsolateFigures, openInspector } from "./workerd-inspector.ts";

interface Sample extends ProcessFigures, IsolateFigures {
  /** Milliseconds since 1970. */
  at: number;
}

interface Step {
  step: string;
  unit: string;
  startedAt: string;
  duration: number;
}

const inspectorPort = 9_377;
/** MiB that objects of JavaScript may take: what the platform's 128 MB leave beside the bytes of fonts, pictures and WebAssembly. V8 ends the run where that is not enough. */
const largestHeap = 88;
process.env["MINIFLARE_WORKERD_V8_FLAGS"] ??= `--max-heap-size=${largestHeap}`;
process.env["WRANGLER_SEND_METRICS"] ??= "false";
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";
process.env["WRANGLER_LOG"] ??= "error";
const live = process.argv.includes("--live");
const asked = process.argv.slice(2).filter((argument) => argument !== "--live");
const books = asked.length > 0 ? asked : ["samples/english.epub", "samples/japanese.epub"];

for (const book of books) await benchBook(book);
process.exit(0);

/** Each book has a Worker of its own, so that its first page is a first page. */
async function benchBook(book: string): Promise<void> {
  const worker = await unstable_startWorker({
    config: "wrangler.jsonc",
    env: "production",
    entrypoint: "scripts/bench-worker-entry.ts",
    dev: {
      remote: false,
      persist: false,
      watch: false,
      logLevel: "error",
      server: { hostname: "127.0.0.1", port: 0 },
      inspector: { hostname: "127.0.0.1", port: inspectorPort },
    },
  });
  try {
    await worker.ready;
    const get = async (path: string): Promise<unknown> => (await worker.fetch(`http://bench${path}`)).json();
    const began = Date.now();
    const response = await worker.fetch("http://bench/", { method: "POST", body: readFileSync(book) });
    // The entry of this benchmark answers so.
    const job = (await response.json()) as string;
    const samples = await sampledUntil(() => isOver(get, job));
    const seconds = (Date.now() - began) / 1000;
    tell(book, seconds, (await get(`/steps/${job}`)) as Step[], samples);
    tellDifferences((await get(`/hashes/${job}`)) as Record<string, string>, await hashesOfNode(readFileSync(book)));
  } finally {
    await worker.dispose();
  }
}

async function isOver(get: (path: string) => Promise<unknown>, job: string): Promise<boolean> {
  const { status, error } = (await get(`/${job}`)) as { status: string; error: unknown };
  if (status === "failed") throw new Error(`The comic failed: ${JSON.stringify(error)}`);
  return status === "completed";
}

/** Looks every 50 ms at what is used, and once in two seconds whether it is over. */
async function sampledUntil(over: () => Promise<boolean>): Promise<Sample[]> {
  const isolate = await openInspector(inspectorPort, live);
  const samples: Sample[] = [];
  const ended = new AbortController();
  const watch = (async () => {
    while (!(await over())) await pause(2_000);
    ended.abort();
  })();
  while (!ended.signal.aborted) {
    const held = await Promise.race([isolate(), watch.then(() => null)]);
    if (held) samples.push({ at: Date.now(), ...workerdFigures(), ...held });
    await pause(50);
  }
  await watch;
  return samples;
}

function tell(book: string, seconds: number, steps: readonly Step[], samples: readonly Sample[]): void {
  const pages = steps.filter(({ step }) => step === "render").map((step) => figuresOf(step, samples));
  const [first, ...warm] = pages;
  const most = (of: (sample: Sample) => number): number => Math.max(...samples.map(of));
  const lines = [
    `${book}: ${pages.length} pages in ${seconds.toFixed(0)} s`,
    `  first page: ${first?.milliseconds} ms, ${first?.cpu} ms of CPU`,
    `  warm pages: median ${median(warm.map(({ milliseconds }) => milliseconds))} ms, ` +
      `CPU median ${median(warm.map(({ cpu }) => cpu))}, most ${Math.max(...warm.map(({ cpu }) => cpu))} ms`,
    `  isolate: at most ${most(({ heap, bytes }) => heap + bytes).toFixed(0)} MiB ` +
      `(objects ${most(({ heap }) => heap).toFixed(0)}, bytes ${most(({ bytes }) => bytes).toFixed(0)}); ` +
      `whole process: ${samples.at(-1)?.peak.toFixed(0)} MiB`,
    ...slowest(steps, samples).map(
      ({ name, milliseconds, cpu, held }) => `  ${name}: ${milliseconds} ms, ${cpu} ms of CPU, ${held.toFixed(0)} MiB`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function tellDifferences(here: Record<string, string>, onNode: Record<string, string>): void {
  const names = [...new Set([...Object.keys(here), ...Object.keys(onNode)])];
  const other = names.filter((name) => here[name] !== onNode[name]);
  const told = other.length === 0 ? "all with the bytes that Node makes" : `other than on Node: ${other.join(", ")}`;
  process.stdout.write(`  ${names.length} pictures and files, ${told}\n`);
}

function slowest(steps: readonly Step[], samples: readonly Sample[]) {
  return steps
    .filter(({ step }) => step !== "render")
    .map((step) => ({ name: `${step.step} ${step.unit}`, ...figuresOf(step, samples) }))
    .toSorted((a, b) => b.cpu - a.cpu)
    .slice(0, 6);
}

function figuresOf({ startedAt, duration }: Step, samples: readonly Sample[]) {
  const from = Date.parse(startedAt);
  const before = samples.findLast(({ at }) => at <= from) ?? samples[0];
  const after = samples.find(({ at }) => at >= from + duration) ?? samples.at(-1);
  const during = samples.filter(({ at }) => at >= from && at <= from + duration);
  return {
    milliseconds: duration,
    cpu: (after?.cpu ?? 0) - (before?.cpu ?? 0),
    held: Math.max(0, ...during.map(({ heap, bytes }) => heap + bytes)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
