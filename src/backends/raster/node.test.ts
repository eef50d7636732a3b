import { afterEach, describe, expect, it } from "vitest";
import { describeRasterizer, smallSvg } from "../../../test/rasterizer-contract.ts";
import { createNodeRasterizer } from "./node.ts";
import type { Rasterizer } from "./rasterizer.ts";

describeRasterizer("the native one", async () => createNodeRasterizer(2));

let rasterizer: Rasterizer | null = null;
afterEach(() => rasterizer?.close());

function open(children: number): Rasterizer {
  rasterizer = createNodeRasterizer(children);
  return rasterizer;
}

/** Of a kind that is left to the engine. */
const foreign = (inside: string): string => smallSvg(`<g opacity="1">${inside}</g>`);

/** A clipped group far off the page ends the engine's process. */
const far = `<defs><clipPath id="c"><path d="M90000 90000h5v5h-5z"/></clipPath></defs><g clip-path="url(#c)"><path d="M90000 90000h9v9h-9z"/></g>`;
const deadly = foreign(far);

describe("the native rasteriser", () => {
  it("outlives an engine that kills its process, draws the picture once more and tells of it", async () => {
    const { toPng, mishaps } = open(1);
    expect(mishaps()).toEqual([]);
    await expect(toPng(deadly)).rejects.toThrow("died twice");
    expect(mishaps()).toEqual([expect.stringContaining("drawn again")]);
    expect((await toPng(smallSvg(""))).length).toBeGreaterThan(50);
  });

  it("draws a group far off the page itself, and lives", async () => {
    const { toPng, mishaps } = open(1);
    expect(await toPng(smallSvg(far))).toEqual(await toPng(smallSvg("")));
    expect(mishaps()).toEqual([]);
  });

  it("replaces a child whose engine has drawn many pictures, and loses none", async () => {
    const { toPng, mishaps } = open(2);
    const svgs = Array.from({ length: 90 }, (_, i) => foreign(`<path d="M0 0h${1 + (i % 30)}v9z"/>`));
    const pictures = await Promise.all(svgs.map((svg) => toPng(svg)));
    expect(new Set(pictures.map(String)).size).toBe(30);
    expect(pictures[31]).toEqual(pictures[1]);
    expect(mishaps()).toEqual([]);
  });

  it("refuses what was waiting when it is closed", async () => {
    const { toPng, close } = open(1);
    const ends = Promise.allSettled(Array.from({ length: 3 }, () => toPng(smallSvg(""))));
    await close();
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  });
});
