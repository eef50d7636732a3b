import { expect, it } from "vitest";
import { killTest } from "./kill-test.ts";

it("[J1, J8] five kills in the midst of a comic lose nothing, finish nothing twice and ask nothing again that was answered", async () => {
  const report = await killTest({ moments: 5, everyBoundary: false, quick: true });
  expect(report.faults).toEqual([]);
  expect(report.kills).toBe(5);
  expect(report.calls).toBeGreaterThan(0);
}, 120_000);
