import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import axe, { type AxeResults } from "axe-core";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A browser of this machine; null where there is none, and the suites of the browser are skipped. */
export const browserPath: string | null =
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path)) ?? null;

export interface TestStudio {
  address: string;
  /** Ends the process at once, in the midst of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again at the same address, with what it left. */
  goOn(): Promise<void>;
  stop(): Promise<void>;
}

/** A studio of its own as a process, with an empty shelf, and the pages that are built. */
export async function startStudio(): Promise<TestStudio> {
  // A runner of tests names itself here, and the pages would be built for working on them.
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync(process.execPath, ["scripts/build-web.ts", "--if-stale"], { cwd: root, env, stdio: "pipe" });
  const folder = await mkdtemp(join(tmpdir(), "fabula-book-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  let child = await opened(folder, port);
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  return {
    address,
    kill: () => end("SIGKILL"),
    async goOn() {
      child = await opened(folder, port);
    },
    async stop() {
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A process of the studio that answers. */
async function opened(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(root, "src/entry/cli.ts"), "start", "--port", String(port), "--quiet", "--empty"],
    {
      cwd: folder,
      env: { ...process.env, FABULA_CWD: folder },
      stdio: "ignore",
    },
  );
  await answering(`http://localhost:${port}/health`, child);
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (place === null || typeof place === "string") throw new Error("no port is free");
  return place.port;
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    if (child.exitCode !== null) throw new Error(`the studio ended with ${child.exitCode}`);
    const isThere = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the studio does not answer");
}

/** A page of its own, without what another left in the browser. What fails in it fails loudly. */
export async function newPage(
  browser: Browser,
  { address }: TestStudio,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    // What is asked goes to the studio itself, unless a suite is about being without it.
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** Puts a sample on the shelf; gives the id of its book. */
export async function addSample(page: Page, sample: "english" | "japanese"): Promise<string> {
  const response = await page.request.post("/api/books/samples", { data: { sample } });
  const { book }: { book: { id: string } } = await response.json();
  return book.id;
}

/** What axe finds on a page that keeps somebody from using it. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // As text: what runs in the browser knows types that this program does not.
  const found = await page.evaluate<AxeResults>("axe.run(document)");
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(" | ")}`);
}
