import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Chromium on this machine; null where there is none, and what needs it is skipped. */
export const chromiumPath =
  [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/** A studio of its own with empty shelves, and a browser before it. */
export interface StudioBrowser {
  address: string;
  browser: Browser;
  /** Asks the studio itself, past the pages. Throws where it refuses. */
  ask(path: string, method?: string, json?: unknown): Promise<unknown>;
  /** Where it keeps everything. */
  folder: string;
  /** What it has written where it was started. */
  said(): string;
  stop(): Promise<void>;
}

/** Starts the studio as `npm start` does, in a folder of its own, with its pages built, and with what `envAt` gives for its address beside the environment. */
export async function openStudio(
  envAt: (address: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<StudioBrowser> {
  buildPages();
  const folder = mkdtempSync(join(tmpdir(), "fabula-e2e-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const studio = spawn(
    process.execPath,
    [join(root, "src/entry/cli.ts"), "start", "--port", String(port), "--quiet", "--empty"],
    {
      cwd: root,
      env: { ...process.env, FABULA_CWD: folder, ...envAt(address) },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const lines: string[] = [];
  for (const said of [studio.stdout, studio.stderr]) said.on("data", (part) => lines.push(String(part)));
  const ended = new Promise<void>((resolve) => studio.once("exit", () => resolve()));
  await answering(`${address}/health`, studio, lines);
  const browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
  return {
    address,
    browser,
    folder,
    said: () => lines.join(""),
    async ask(path, method = "GET", json) {
      const response = await fetch(`${address}/api${path}`, {
        method,
        headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === "" ? null : JSON.parse(text);
    },
    async stop() {
      await browser.close();
      studio.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Builds the pages where they are older than their sources; one suite at a time, while the others wait. */
function buildPages(): void {
  const lock = join(tmpdir(), "fabula-e2e-build.lock");
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      // Of a run that was killed while it built.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 60_000)
        rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    const { status } = spawnSync(process.execPath, [join(root, "scripts/build-web.ts"), "--if-stale"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0) throw new Error("the pages could not be built; see above");
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("a port has a number");
      server.close(() => found(address.port));
    });
  });
}

async function answering(address: string, studio: ChildProcess, lines: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (studio.exitCode !== null) throw new Error(`the studio ended with ${studio.exitCode}: ${lines.join("")}`);
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error("the studio did not start within a minute");
}
