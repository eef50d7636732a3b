import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";

it("who stays at work tells of a database that is held by another, and goes on when it is free", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fabula-trouble-"));
  const path = join(folder, "data", "fabula.sqlite");
  const env = { ...process.env, FABULA_CWD: folder };
  const child = spawn(process.execPath, ["src/entry/cli.ts", "work", "--stay", "--quiet"], { env });
  const exited = once(child, "exit");
  let told = "";
  child.stderr.on("data", (data) => (told += String(data)));
  try {
    // The backup of a new day is the first thing that a worker does.
    await until(() => told.includes("Backup:"));
    const other = new DatabaseSync(path, { timeout: 10_000 });
    other.exec("begin immediate");
    await until(() => told.includes("! "));
    other.exec("rollback");
    other.close();
    expect(told).toMatch(/database/i);
    expect(told).not.toContain("ReferenceError");
    await pause(1_500);
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    await exited;
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 50_000; !isSo(); await pause(100))
    if (Date.now() > end) throw new Error("It did not come to pass in time.");
}
