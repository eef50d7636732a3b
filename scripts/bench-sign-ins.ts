/**
 * `node scripts/bench-sign-ins.ts [SECONDS]`: how long fifty readers wait for finished pages, first by themselves and then while fifty sign-ins
 * arrive in each second; most of those are of a few addresses, and limited. The studio is a process of its own, on a database and files on disk.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const seconds = Number(process.argv[2] ?? 30);
const [readers, signInsPerSecond, mostWait] = [50, 50, 200];
const person = { name: "Ann", email: "ann@example.org", password: "a long and quiet password" };
const folder = mkdtempSync(join(tmpdir(), "fabula-sign-ins-"));
const root = fileURLToPath(new URL("../", import.meta.url));
const port = await freePort();
const address = `http://localhost:${port}`;
const studio = spawn(
  process.execPath,
  [join(root, "src/entry/cli.ts"), "start", "--port", String(port), "--quiet", "--empty"],
  {
    cwd: folder,
    env: { ...process.env, FABULA_CWD: folder, TRUSTED_PROXIES: "127.0.0.0/8, ::1" },
    stdio: ["ignore", "ignore", "inherit"],
  },
);

try {
  await answering();
  const pictures = await drawnPictures();
  const cookie = await claimed();
  const signedIn = { Cookie: cookie };
  // Small pictures are made when they are first asked for.
  for (const picture of pictures) await (await fetch(picture, { headers: signedIn })).arrayBuffer();
  const alone = await readAll(pictures, signedIn, Math.min(seconds, 10), async () => []);
  told("readers alone", alone.times);
  const crowded = await readAll(pictures, signedIn, seconds, signInAll);
  told("with sign-ins", crowded.times);
  process.stdout.write(`sign-ins: ${counted(crowded.statuses)}; all of them ${p(crowded.waits, 0.95)} ms p95\n`);
  process.stdout.write(
    `readers' p95 ${(p(crowded.times, 0.95) / p(alone.times, 0.95)).toFixed(2)} times as long as alone\n`,
  );
  if (p(crowded.times, 0.95) >= mostWait || crowded.failed > 0 || alone.failed > 0) {
    process.stdout.write(
      `asked: under ${mostWait} ms and no refusal; ${alone.failed + crowded.failed} pages were refused\n`,
    );
    process.exitCode = 1;
  }
} finally {
  const ended = new Promise((resolve) => studio.once("exit", resolve));
  studio.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** Addresses of the pictures of a comic of some pages. */
async function drawnPictures(): Promise<string[]> {
  const text = readFileSync(new URL("../samples/english.txt", import.meta.url), "utf8").slice(0, 4_000);
  const { book } = await asked<{ book: { id: string } }>("/api/books", text, "application/octet-stream");
  const { id } = await asked<{ id: string }>(`/api/books/${book.id}/comics`, "{}");
  for (;;) {
    const job: { status: string } = JSON.parse(await (await fetch(`${address}/api/jobs/${id}`)).text());
    if (job.status === "completed") break;
    if (job.status === "failed") throw new Error("the comic failed");
    await pause(500);
  }
  const comic: { pages: { number: number }[] } = JSON.parse(await (await fetch(`${address}/api/comics/${id}`)).text());
  return comic.pages.flatMap(({ number }) => {
    const picture = `${address}/api/comics/${id}/pages/${number}/picture`;
    return [picture, `${picture}?width=400`];
  });
}

async function asked<Answer>(path: string, body: string, type = "application/json"): Promise<Answer> {
  const headers = { "Content-Type": type, "X-File-Name": "bench.txt" };
  const response = await fetch(address + path, { method: "POST", headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** The cookie of the first account, which takes over what there is. */
async function claimed(): Promise<string> {
  const response = await fetch(`${address}/api/account/claim`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(person),
  });
  const cookie = response.headers.get("Set-Cookie")?.split(";")[0];
  if (!response.ok || cookie === undefined) throw new Error(`claim: ${response.status} ${await response.text()}`);
  return cookie;
}

interface Load {
  /** Milliseconds of pictures, whole. */
  times: number[];
  failed: number;
  statuses: number[];
  /** Milliseconds of sign-ins. */
  waits: number[];
}

/** Reads for some seconds, as fifty people who turn a page each second, while something else goes on. */
async function readAll(
  pictures: readonly string[],
  headers: Record<string, string>,
  length: number,
  meanwhile: (end: number) => Promise<{ status: number; wait: number }[]>,
): Promise<Load> {
  const end = performance.now() + length * 1000;
  const load: Load = { times: [], failed: 0, statuses: [], waits: [] };
  const read = async (_: unknown, reader: number): Promise<void> => {
    await pause((reader * 1000) / readers);
    for (let turn = reader; performance.now() < end; turn++) {
      const began = performance.now();
      const response = await fetch(pictures[turn % pictures.length] ?? "", {
        headers: { ...headers, "X-Forwarded-For": `198.51.100.${reader}` },
      });
      await response.arrayBuffer();
      load.times.push(performance.now() - began);
      if (!response.ok) load.failed += 1;
      await pause(1000);
    }
  };
  const [others] = await Promise.all([meanwhile(end), ...Array.from({ length: readers }, read)]);
  load.statuses = others.map(({ status }) => status);
  load.waits = others.map(({ wait }) => wait);
  return load;
}

/** Sign-ins at their pace, however long answers take: four of five come from ten addresses, each fifth from one of its own, and each tenth is right. */
async function signInAll(end: number): Promise<{ status: number; wait: number }[]> {
  const begun = performance.now();
  const answers: Promise<{ status: number; wait: number }>[] = [];
  for (let i = 0; performance.now() < end; i++) {
    // One that finds no connection is counted as 0.
    const began = performance.now();
    answers.push(signIn(i).catch(() => ({ status: 0, wait: performance.now() - began })));
    await pause(Math.max(0, begun + ((i + 1) * 1000) / signInsPerSecond - performance.now()));
  }
  return Promise.all(answers);
}

async function signIn(i: number): Promise<{ status: number; wait: number }> {
  const from = i % 5 === 0 ? `10.1.${(i >> 8) & 255}.${i & 255}` : `203.0.113.${i % 10}`;
  const password = i % 10 === 0 ? person.password : "wrong wrong wrong";
  const email = i % 3 === 0 ? `nobody${i % 7}@example.org` : person.email;
  const began = performance.now();
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": from },
    body: JSON.stringify({ email, password }),
  });
  await response.arrayBuffer();
  return { status: response.status, wait: performance.now() - began };
}

function told(what: string, times: readonly number[]): void {
  process.stdout.write(
    `${what}: ${times.length} pictures, p50 ${p(times, 0.5)} ms, p95 ${p(times, 0.95)} ms, longest ${p(times, 1)} ms\n`,
  );
}

/** The time below which a part of all lies, in milliseconds. */
function p(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
}

function counted(statuses: readonly number[]): string {
  const kinds = [...new Set(statuses)].toSorted((a, b) => a - b);
  return kinds.map((kind) => `${statuses.filter((status) => status === kind).length} answered ${kind}`).join(", ");
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const place = server.address();
      if (place === null || typeof place === "string") throw new Error("a port has a number");
      server.close(() => found(place.port));
    });
  });
}

async function answering(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isUp = await fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    if (studio.exitCode !== null) throw new Error("the studio ended");
    await pause(100);
  }
  throw new Error("the studio did not start within a minute");
}
