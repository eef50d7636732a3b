import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Bundle {
  script: string;
  /** KiB of all that is uploaded, compressed together as the platform counts them. */
  size: number;
}

/** KiB that a Worker may have on the free plan; on the paid one it is 10,240. https://developers.cloudflare.com/workers/platform/limits/ */
const limit = 3_072;

/** Routes of development, and words that only their answers and variables have. */
const developmentOnly = [
  "/dev/config",
  "/dev/migrate",
  "/dev/backup",
  "/dev/restore",
  "DEV_WRANGLER_VERSION",
  "Invalid migration request",
];
/** What only Node has, and programs that would not run in a Worker. */
const nodeOnly = ["node:sqlite", "node:fs", "child_process", "worker_threads", "resvg-js", "createRequire", "pg-boss"];

describe("the Worker as it is uploaded", () => {
  const folder = mkdtempSync(join(tmpdir(), "fabula-worker-"));
  let production: Bundle;
  let development: Bundle;
  beforeAll(() => {
    production = bundle("production", "worker.js");
    development = bundle("development", "worker-dev.js");
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function bundle(environment: string, name: string): Bundle {
    const out = join(folder, environment);
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ["node_modules/wrangler/bin/wrangler.js", "deploy", "--dry-run", "--env", environment, "--outdir", out],
      { encoding: "utf8", env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: folder } },
    );
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
    const uploaded = readdirSync(out).filter((file) => /\.(js|wasm)$/.test(file));
    const bytes = Buffer.concat(uploaded.map((file) => readFileSync(join(out, file))));
    const size = Math.ceil(gzipSync(bytes).length / 1024);
    return { script: readFileSync(join(out, name), "utf8"), size };
  }

  it("has no routes of development in production, and has them in development", () => {
    expect(developmentOnly.filter((word) => production.script.includes(word))).toEqual([]);
    expect(developmentOnly.filter((word) => !development.script.includes(word))).toEqual([]);
  });

  it("has nothing that only Node has", () => {
    expect(nodeOnly.filter((word) => production.script.includes(word))).toEqual([]);
    const imported = [...production.script.matchAll(/["'`](node:[\w/]+)["'`]/g)].map(([, name]) => name);
    expect([...new Set(imported)]).toEqual(["node:crypto"]);
  });

  it("fits the smaller of the platform's limits", () => {
    process.stdout.write(`The Worker: ${production.size} KiB compressed (limit ${limit})\n`);
    expect(production.size).toBeLessThan(limit);
  });
});
