// `npm run fuzz [-- --runs 2000 --seed 1 --only NAME --at N]`: reads mutated books of every format. Every failure names the book and the
// seed; `--only NAME --seed S --at N` makes it happen again and writes the file to out/fuzz.
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { parseArgs } from "node:util";
import { fuzzSeeds } from "./fuzz-seeds.ts";
import { mutateBook } from "./mutate-book.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    at: { type: "string" },
  },
});

/** Longest time of the processor for one book: other work on the machine is no fault of the reader. */
const mostMilliseconds = 5000;

/** Takes the answer to the job that runs. */
let answered: (fault: string | null) => void = () => {};
let worker = await startWorker();
const seeds = fuzzSeeds();
const names = [...seeds.keys()].filter((name) => values.only === undefined || name === values.only);
let failures = 0;
for (const name of names) {
  const began = performance.now();
  let slowest = 0;
  const runs =
    values.at === undefined ? Array.from({ length: Number(values.runs) }, (_, index) => index) : [Number(values.at)];
  for (const index of runs) {
    const job = { name, seed: `${values.seed} ${name} ${index}` };
    if (values.at !== undefined) keep(job);
    const start = performance.now();
    const fault = await read(job);
    slowest = Math.max(slowest, performance.now() - start);
    if (fault === null) continue;
    failures += 1;
    console.log(
      `FAILED ${name}: --only "${name}" --seed ${values.seed} --at ${index}\n  ${fault.split("\n", 3).join("\n  ")}`,
    );
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.log(`${name}: ${runs.length} mutated books in ${seconds} s, slowest ${Math.round(slowest)} ms`);
}
await worker.terminate();
console.log(`${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;

async function startWorker(): Promise<Worker> {
  const started = new Worker(new URL("fuzz-worker.ts", import.meta.url));
  await once(started, "message");
  started.on("message", (fault: string | null) => answered(fault));
  started.on("error", (error) => answered(`the thread broke: ${String(error)}`));
  return started;
}

/** What went wrong, or null. A thread that gives no answer in time is replaced. */
async function read(job: { name: string; seed: string }): Promise<string | null> {
  const answer = Promise.withResolvers<string | null>();
  answered = answer.resolve;
  const before = await worker.cpuUsage();
  const timer = setInterval(() => {
    void worker.cpuUsage(before).then(({ user, system }) => {
      if ((user + system) / 1000 > mostMilliseconds) answer.resolve(`no answer in ${mostMilliseconds} ms`);
    });
  }, mostMilliseconds / 10);
  worker.postMessage(job);
  const fault = await answer.promise;
  clearInterval(timer);
  if (fault !== null && /^(?:no answer|the thread)/.test(fault)) {
    await worker.terminate();
    worker = await startWorker();
  }
  return fault;
}

function keep({ name, seed }: { name: string; seed: string }): void {
  const bytes = seeds.get(name);
  if (!bytes) return;
  mkdirSync("out/fuzz", { recursive: true });
  writeFileSync(`out/fuzz/${name.replaceAll(/\W+/g, "-")}`, mutateBook(bytes, seed));
}
