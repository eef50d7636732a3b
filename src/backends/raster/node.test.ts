import { afterEach, describe, expect, it } from "vitest";
import { createNodeRasterizer } from "./node.ts";
import type { Rasterizer } from "./rasterizer.ts";

let rasterizer: Rasterizer | null = null;
afterEach(() => rasterizer?.close());

const page = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${inside}</svg>`;
/** A clipped group far off the page ends the engine's process. */
const deadly = page(
  `<defs><clipPath id="c"><path d="M90000 90000h5v5h-5z"/></clipPath></defs><g clip-path="url(#c)"><path d="M90000 90000h9v9h-9z"/></g>`,
);

describe("the native rasteriser", () => {
  it("[T3] gives the same PNG each time, whichever child drew it", async () => {
    rasterizer = createNodeRasterizer(2);
    const svg = page(`<path d="M3 3h20v20z"/>`);
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => rasterizer?.toPng(svg)));
    expect([...(first ?? [])].slice(1, 4)).toEqual([0x50, 0x4e, 0x47]);
    for (const other of others) expect(other).toEqual(first);
  });

  it("refuses a broken page and goes on with the next one", async () => {
    rasterizer = createNodeRasterizer(1);
    await expect(rasterizer.toPng("<svg")).rejects.toThrow("could not be rasterised");
    expect((await rasterizer.toPng(page(""))).length).toBeGreaterThan(50);
  });

  it("outlives an engine that kills its process, and says so after the second try", async () => {
    rasterizer = createNodeRasterizer(1);
    await expect(rasterizer.toPng(deadly)).rejects.toThrow("died twice");
    expect((await rasterizer.toPng(page(""))).length).toBeGreaterThan(50);
  });

  it("refuses work after it is closed, and what was waiting", async () => {
    rasterizer = createNodeRasterizer(1);
    const work = Array.from({ length: 3 }, () => rasterizer?.toPng(page("")) ?? Promise.reject(new Error("none")));
    const ends = Promise.allSettled(work);
    await rasterizer.close();
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(rasterizer.toPng(page(""))).rejects.toThrow("closed");
  });
});
