import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fabula-server-"));
  folders.push(folder);
  return folder;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (typeof address !== "object" || address === null) throw new Error("No port is free.");
  return address.port;
}

interface Started {
  child: ChildProcess;
  port: number;
  base: string;
  exited: Promise<number | null>;
  stderr(): string;
}

/** Starts the program, and waits until it has said its address or has ended. */
async function start(folder: string, port: number, ...options: string[]): Promise<Started> {
  const argv = ["src/entry/cli.ts", "start", "--port", String(port), ...options];
  const child = spawn(process.execPath, argv, { env: { ...process.env, FABULA_CWD: folder } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => (stdout += String(data)));
  child.stderr.on("data", (data) => (stderr += String(data)));
  const exited = once(child, "exit").then(([code]: unknown[]) => (typeof code === "number" ? code : null));
  await Promise.race([exited, until(() => stdout.includes("Fabula: "))]);
  return { child, port, base: `http://127.0.0.1:${port}`, exited, stderr: () => stderr };
}

async function until(isSo: () => boolean | Promise<boolean>, most = 120_000): Promise<void> {
  const end = Date.now() + most;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error("It did not come to pass in time.");
    await pause(50);
  }
}

/** Processes whose parent is, or was, this one. */
async function workersOf(pid: number | undefined): Promise<number[]> {
  const list = spawn("ps", ["-eo", "pid=,ppid=,args="]);
  let text = "";
  list.stdout.on("data", (data) => (text += String(data)));
  await once(list, "close");
  return text.split("\n").flatMap((line) => {
    const [, id, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid && args.includes(" work ") ? [Number(id)] : [];
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === "win32")("the server as a process", () => {
  let server: Started;
  beforeAll(async () => {
    server = await start(newFolder(), await freePort());
  }, 150_000);
  afterAll(async () => {
    server.child.kill("SIGKILL");
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("answers as healthy, and works on what is asked of it", async () => {
    expect((await fetch(`${server.base}/health`)).status).toBe(200);
    await until(async () => (await workersOf(server.child.pid)).length === 1);
  }, 150_000);

  it("says what to do where its port is taken", async () => {
    const second = await start(newFolder(), server.port);
    expect(await second.exited).toBe(1);
    expect(second.stderr()).toContain("Another program listens on this port");
    expect(second.stderr()).toContain("[port-taken]");
  }, 150_000);

  it("refuses to let others in without accounts", async () => {
    const argv = ["src/entry/cli.ts", "start", "--port", String(await freePort())];
    const env = { ...process.env, FABULA_CWD: newFolder(), HOST: "0.0.0.0" };
    const child = spawn(process.execPath, argv, { env });
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
  }, 150_000);

  it("ends its streams and its worker when it is told to stop, within ten seconds", async () => {
    const [worker = 0] = await workersOf(server.child.pid);
    const response = await fetch(`${server.base}/api/books/samples`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sample: "japanese" }),
    });
    // The schema of the answer is checked elsewhere.
    const { book } = (await response.json()) as { book: { id: string } };
    const begun = await fetch(`${server.base}/api/books/${book.id}/comics`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    const { id } = (await begun.json()) as { id: string };
    const stream = await fetch(`${server.base}/api/jobs/${id}/events`);
    const told = stream.text();
    await pause(500);
    const began = performance.now();
    server.child.kill("SIGTERM");
    expect(await told).toContain("event: job");
    expect(await server.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(isAlive(worker)).toBe(false);
    await expect(fetch(`${server.base}/health`)).rejects.toThrow();
  }, 150_000);

  it("leaves no worker behind where it is killed", async () => {
    const killed = await start(newFolder(), await freePort());
    await until(async () => (await workersOf(killed.child.pid)).length === 1);
    const [worker = 0] = await workersOf(killed.child.pid);
    killed.child.kill("SIGKILL");
    await until(() => !isAlive(worker));
  }, 150_000);
});
