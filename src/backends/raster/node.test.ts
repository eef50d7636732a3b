import { afterEach, describe, expect, it } from "vitest";
import { createNodeRasterizer } from "./node.ts";
import type { Rasterizer } from "./rasterizer.ts";

let rasterizer: Rasterizer | null = null;
afterEach(() => rasterizer?.close());

function open(children: number): Rasterizer {
  rasterizer = createNodeRasterizer(children);
  return rasterizer;
}

const page = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${inside}</svg>`;
/** A clipped group far off the page ends the engine's process. */
const deadly = page(
  `<defs><clipPath id="c"><path d="M90000 90000h5v5h-5z"/></clipPath></defs><g clip-path="url(#c)"><path d="M90000 90000h9v9h-9z"/></g>`,
);

describe("the native rasteriser", () => {
  it("[T3] gives the same PNG each time, whichever child drew it", async () => {
    const { toPng } = open(2);
    const svg = page(`<path d="M3 3h20v20z"/>`);
    const [first = new Uint8Array(), ...others] = await Promise.all(Array.from({ length: 6 }, () => toPng(svg)));
    expect([...first].slice(1, 4)).toEqual([0x50, 0x4e, 0x47]);
    for (const other of others) expect(other).toEqual(first);
  });

  it("refuses a broken page and goes on with the next one", async () => {
    const { toPng } = open(1);
    await expect(toPng("<svg")).rejects.toThrow("could not be rasterised");
    expect((await toPng(page(""))).length).toBeGreaterThan(50);
  });

  it("outlives an engine that kills its process, and says so after the second try", async () => {
    const { toPng } = open(1);
    await expect(toPng(deadly)).rejects.toThrow("died twice");
    expect((await toPng(page(""))).length).toBeGreaterThan(50);
  });

  it("refuses work after it is closed, and what was waiting", async () => {
    const { toPng, close } = open(1);
    const ends = Promise.allSettled(Array.from({ length: 3 }, () => toPng(page(""))));
    await close();
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(toPng(page(""))).rejects.toThrow("closed");
  });
});
