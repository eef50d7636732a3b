// `node scripts/shoot-studio.ts [--out FOLDER] [--only NAME,…] [--studio ADDRESS]`: pictures of every screen of the studio, on a desk and on a
// phone, light and dark, in English and Japanese. Starts a studio of its own in a folder of its own, unless one is named; the pages must be built.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { arrivingScreens, emptyScreens, fullScreens, pagesOf, type Screen } from "./studio-screens.ts";
import { stateScreens } from "./studio-states.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const { values } = parseArgs({
  options: { out: { type: "string" }, only: { type: "string" }, studio: { type: "string" } },
});
const to = resolve(process.env["FABULA_CWD"] ?? process.cwd(), values.out ?? "out/studio");
const devices = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const work = mkdtempSync(join(tmpdir(), "fabula-shots-"));
mkdirSync(to, { recursive: true });

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("no port");
      server.close(() => found(address.port));
    });
  });
}

async function startStudio(): Promise<{ address: string; stop: () => void }> {
  const port = await freePort();
  const program = spawn(
    process.execPath,
    [join(root, "src/entry/cli.ts"), "start", "--port", String(port), "--quiet", "--empty", "--watch", watchedFolder()],
    {
      env: { ...process.env, FABULA_CWD: work },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const address = `http://localhost:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(`${address}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { address, stop: () => void program.kill("SIGTERM") };
    await new Promise((later) => setTimeout(later, 100));
  }
  program.kill("SIGKILL");
  throw new Error("the studio did not start within a minute");
}

/** A folder to be watched, with a file that is no book. */
function watchedFolder(): string {
  const folder = join(work, "watched");
  mkdirSync(folder);
  writeFileSync(join(folder, "holiday.bin"), new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]));
  return folder;
}

/** Fonts for Japanese, which a bare machine does not have: those of the house. */
function fontSettings(): string {
  const file = join(work, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${root}fonts</dir><cachedir>${work}/fonts</cachedir></fontconfig>`,
  );
  return file;
}

async function ask(address: string, path: string, method = "GET", json?: unknown): Promise<unknown> {
  const response = await fetch(`${address}/api${path}`, {
    method,
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
}

/** Every look of the screens, one picture each. */
async function shoot(browser: Browser, address: string, screens: readonly Screen[]): Promise<void> {
  const wanted = values.only?.split(",");
  const shown = screens.filter(({ name }) => wanted === undefined || wanted.includes(name));
  if (shown.length === 0) return;
  for (const language of ["en", "ja"] as const)
    for (const theme of ["light", "dark"] as const) {
      await ask(address, "/me/settings", "PATCH", { language, theme });
      for (const [device, viewport] of Object.entries(devices)) {
        const context = await browser.newContext({
          viewport,
          hasTouch: device === "phone",
          locale: language,
          serviceWorkers: "block",
        });
        const page = await context.newPage();
        for (const screen of shown)
          await shootOne(page, address, screen, `${screen.name}-${device}-${theme}-${language}`);
        await context.close();
      }
    }
}

async function shootOne(page: Page, address: string, screen: Screen, name: string): Promise<void> {
  const { path, settings, before, act, isWhole = false } = screen;
  if (settings !== undefined) await ask(address, "/me/settings", "PATCH", settings);
  await before?.(page);
  await page.goto(address + path, { waitUntil: "load" });
  await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
  await act?.(page);
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(to, `${name}.png`), fullPage: isWhole });
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().setOffline(false);
  process.stderr.write(`${name}\n`);
}

const studio = values.studio === undefined ? await startStudio() : { address: values.studio, stop: () => undefined };
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
  env: { ...process.env, FONTCONFIG_FILE: fontSettings() },
});
try {
  if (values.studio === undefined) {
    await shoot(browser, studio.address, emptyScreens);
    await shoot(browser, studio.address, arrivingScreens(readFileSync(join(root, "samples/english.epub"))));
    await ask(studio.address, "/books/samples", "POST", { sample: "english" });
    await ask(studio.address, "/books/samples", "POST", { sample: "japanese" });
  }
  const books = await pagesOf((path, method, json) => ask(studio.address, path, method, json));
  await shoot(browser, studio.address, [...fullScreens(books), ...stateScreens(books[0])]);
} finally {
  await browser.close();
  studio.stop();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
