import { deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { randomFrom } from "../geometry/random.ts";
import { deflateRows } from "./deflate-rows.ts";

const bytesOf = (length: number, byte: (at: number) => number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => byte(i));

/** Dots on paper with a frame and noise: what pages are made of. */
function plane(width: number, height: number, seed: number): Uint8Array {
  const random = randomFrom(seed);
  return bytesOf(width * height, (i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 3 || y === 5) return 0;
    if (x > width / 2) return (x * 10) % 54 < 20 && (y * 10) % 54 < 20 ? 34 : 255;
    return y > height / 2 && random() < 0.2 ? Math.floor(256 * random()) : 255;
  });
}

describe("deflateRows", () => {
  it("is read by zlib as what it was: nothing, one byte, all bytes, noise, runs of every length, matches as far as may be", () => {
    const random = randomFrom(7);
    const rows: readonly [Uint8Array, number][] = [
      [new Uint8Array(0), 10],
      [Uint8Array.of(7), 1],
      [bytesOf(3, () => 9), 3],
      [bytesOf(100_000, () => 255), 621],
      [bytesOf(256, (i) => i), 16],
      [bytesOf(70_000, () => Math.floor(256 * random())), 621],
      [bytesOf(70_000, () => (random() < 0.02 ? 1 : 0)), 621],
      [bytesOf(90_000, (i) => ((i % 32_768) * 7919) >> 5), 621],
      [bytesOf(90_000, (i) => ((i % 32_767) * 7919) >> 5), 40_000],
    ];
    const runs = Array.from({ length: 530 }, (_, run) => bytesOf(run, () => run));
    const all = [...rows, [Uint8Array.from(runs.flatMap((run) => [...run])), 621] as const];
    for (const [bytes, stride] of all)
      expect(Buffer.compare(inflateSync(deflateRows(bytes, stride)), bytes), `${bytes.length} bytes`).toBe(0);
  });

  it("writes at most a tenth more than zlib does with its usual effort", () => {
    const rows = plane(621, 900, 3);
    expect(deflateRows(rows, 621).length).toBeLessThan(1.1 * deflateSync(rows).length);
  });

  it("[T3] gives the same bytes each time", () => {
    const rows = plane(311, 400, 1);
    expect(deflateRows(rows, 311)).toEqual(deflateRows(rows, 311));
  });
});
