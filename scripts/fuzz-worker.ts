// Reads mutated books for `fuzz-books.ts`, which ends this thread when a book takes too long.
import { parentPort } from "node:worker_threads";
import { faultOfReading } from "./fuzz-reading.ts";
import { fuzzSeeds } from "./fuzz-seeds.ts";
import { mutateBook } from "./mutate-book.ts";

const seeds = fuzzSeeds();

parentPort?.on("message", (job: { name: string; seed: string }) => {
  const bytes = mutateBook(seeds.get(job.name) ?? new Uint8Array(), job.seed);
  void faultOfReading(bytes).then((fault) => parentPort?.postMessage(fault));
});

parentPort?.postMessage("ready");
