import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { workerIsDead, workerName } from "./worker-name.ts";

describe("the name of a worker", () => {
  it("tells that this process lives", () => {
    expect(workerIsDead(workerName())).toBe(false);
  });

  it("tells that a process of this machine is gone", async () => {
    const child = spawn(process.execPath, ["--eval", ""]);
    await once(child, "exit");
    expect(workerIsDead(`${hostname()}#${child.pid}#1`)).toBe(true);
  });

  it.skipIf(process.platform !== "linux")("tells another process with the same number by its start", () => {
    expect(workerIsDead(`${hostname()}#${process.pid}#1`)).toBe(true);
  });

  it("knows nothing of other machines, and nothing of names that it did not make", () => {
    expect(workerIsDead(`elsewhere${hostname()}#1#1`)).toBe(false);
    expect(workerIsDead("0190c1d2-0000-7000-8000-000000000000")).toBe(false);
  });
});
