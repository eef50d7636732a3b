import { expect, it } from "vitest";
import { onPostgres } from "./engines/postgres.ts";
import { killTest } from "./kill-test.ts";

it("[J1, J8] five kills in the midst of a comic lose nothing, finish nothing twice and ask nothing again that was answered", async () => {
  const report = await killTest({ moments: 5, everyBoundary: false, quick: true });
  expect(report.faults).toEqual([]);
  expect(report.kills).toBe(5);
  expect(report.calls).toBeGreaterThan(0);
}, 120_000);

onPostgres("three workers on PostgreSQL and S3", () => {
  it("[J1, J8] three kills of one of them lose nothing, finish nothing twice and ask nothing again that was answered", async () => {
    const engines = { database: "postgres", blobs: "s3" } as const;
    const report = await killTest({ moments: 3, everyBoundary: false, engines, workers: 3, quick: true });
    expect(report.faults).toEqual([]);
    expect(report.kills).toBe(3);
    expect(report.calls).toBeGreaterThan(0);
  }, 300_000);
});
