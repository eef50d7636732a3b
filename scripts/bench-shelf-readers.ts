import { readdirSync, readFileSync } from "node:fs";
import { Agent, get } from "node:http";

/** Resident bytes at a moment. */
export interface Memory {
  server: number;
  /** The processes that it has started, and those that they have: desk, workers. */
  children: number;
}

export interface ReadComic {
  id: string;
  /** Numbers of its pages. */
  pages: readonly number[];
}

interface Reading {
  address: string;
  /** Of the server, to ask for its memory. */
  pid: number;
  readers: number;
  milliseconds: number;
}

/** Pause of a reader at a page, in milliseconds: people turn in seconds; this is a crowd in haste. */
const pause = 1_000;

/** A comic of the sample, made by the server that is asked. */
export async function finishedComic(address: string): Promise<ReadComic> {
  const ask = async (path: string, json?: unknown): Promise<unknown> => {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
    const answer = await fetch(`${address}/api${path}`, {
      headers,
      ...(json !== undefined && { method: "POST", body: JSON.stringify(json) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  // Answers of our own interface, whose schemas say so.
  const { book } = (await ask("/books/samples", { sample: "english" })) as { book: { id: string } };
  const { id } = (await ask(`/books/${book.id}/comics`, { pace: "digest" })) as { id: string };
  while (((await ask(`/jobs/${id}`)) as { status: string }).status !== "completed")
    await new Promise((later) => setTimeout(later, 500));
  const { pages } = (await ask(`/comics/${id}`)) as { pages: { number: number }[] };
  return { id, pages: pages.map(({ number }) => number) };
}

/** Each reader keeps a connection, and asks for page after page: what stands on it and its picture, which together are one time. */
export async function readPages(
  { id, pages }: ReadComic,
  { address, pid, readers, milliseconds }: Reading,
): Promise<{ times: number[]; failures: number; memory: Memory[] }> {
  const times: number[] = [];
  let failures = 0;
  const end = performance.now() + milliseconds;
  const memory = [memoryOf(pid)];
  const watch = setInterval(() => memory.push(memoryOf(pid)), 60_000);
  const reader = async (which: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 2 });
    await new Promise((later) => setTimeout(later, (pause * which) / readers));
    for (let turn = which; performance.now() < end; turn++) {
      const page = `${address}/api/comics/${id}/pages/${pages[turn % pages.length]}`;
      const began = performance.now();
      try {
        await Promise.all([fetched(page, agent), fetched(`${page}/picture`, agent)]);
        times.push(performance.now() - began);
      } catch {
        failures++;
      }
      await new Promise((later) => setTimeout(later, pause));
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: readers }, (_, which) => reader(which)));
  clearInterval(watch);
  // The last minute ends with the last reader.
  if (memory.length === Math.round(milliseconds / 60_000)) memory.push(memoryOf(pid));
  return { times, failures, memory };
}

/** Reads an answer to its end. Throws where it is no success. */
function fetched(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      answer.resume();
      answer.once("error", reject);
      answer.once("end", () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${address}: ${answer.statusCode}`)),
      );
    }).once("error", reject);
  });
}

/** Of a server and what it has started, as Linux tells it; a process that has just ended counts nothing. */
function memoryOf(server: number): Memory {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), ...standingOf(name) }));
  const below = (parent: number): number =>
    all.filter((one) => one.parent === parent).reduce((sum, { pid, bytes }) => sum + bytes + below(pid), 0);
  return { server: all.find(({ pid }) => pid === server)?.bytes ?? 0, children: below(server) };
}

function standingOf(pid: string): { parent: number; bytes: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: RegExp): number => Number(name.exec(status)?.[1] ?? 0);
    return { parent: field(/^PPid:\s+(\d+)/m), bytes: field(/^VmRSS:\s+(\d+) kB/m) * 1024 };
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return { parent: 0, bytes: 0 };
    throw error;
  }
}
