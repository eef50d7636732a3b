import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personNamed } from "../../../test/people.ts";
import { describeRasterizer, smallSvg, wasmOf } from "../../../test/rasterizer-contract.ts";
import { inkArtist } from "../../core/art/ink-artist.ts";
import { flatSheets } from "../../core/art/palette-people.ts";
import { openFonts } from "../../core/lettering/fonts.ts";
import { portraitSvg } from "../../core/print/portrait.ts";
import { readVendoredFonts } from "../fonts/vendored.ts";
import { createNodeRasterizer } from "./node.ts";
import type { Rasterizer } from "./rasterizer.ts";
import { createWasmRasterizer } from "./wasm.ts";
import { webpProgram } from "./webp.ts";

const resvgProgram = "@resvg/resvg-wasm/index_bg.wasm";

const open = (): Promise<Rasterizer> =>
  createWasmRasterizer({ resvg: wasmOf(resvgProgram), webp: wasmOf(webpProgram) });

describeRasterizer("the one in WebAssembly", open);

describe("the rasteriser in WebAssembly", () => {
  let native: Rasterizer;
  let wasm: Rasterizer;
  beforeAll(async () => {
    native = createNodeRasterizer(1);
    wasm = await open();
  });
  afterAll(() => native.close());

  it.each(["ink", "flat"])("[T3] draws a portrait in %s as the native one does, byte by byte", async (colour) => {
    const fonts = openFonts(await readVendoredFonts());
    const inked = inkArtist.sheets([personNamed("marta", "Marta", "female")], [], 1);
    const sheets = colour === "flat" ? flatSheets(inked) : inked;
    const svg = portraitSvg("marta", { artist: inkArtist, sheets, fonts, seed: 1 });
    // Scaled pictures are where engines would differ most; `scripts/bench-raster.ts` compares whole pages.
    const [a, b] = await Promise.all([native.toPng(svg, 250), wasm.toPng(svg, 250)]);
    expect(Buffer.from(a).equals(b)).toBe(true);
    expect(Buffer.from(await native.toWebp(a)).equals(await wasm.toWebp(b))).toBe(true);
  });

  it("goes without everything that only Node has", async () => {
    const svg = smallSvg(`<path d="M3 3h20v20z"/>`);
    const programs = [resvgProgram, webpProgram].map((name) => import.meta.resolve(name));
    const hex = execFileSync(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", program(programs, svg)],
      { encoding: "utf8" },
    );
    const png = await native.toPng(svg);
    expect(hex).toBe(`${Buffer.from(png).toString("hex")} ${Buffer.from(await native.toWebp(png)).toString("hex")}`);
  });
});

/** A program that takes Node's own names away before it loads the rasteriser, and writes PNG and WebP in hexadecimal. */
function program(programs: readonly string[], svg: string): string {
  return `
    import { readFileSync, writeSync } from "node:fs";
    const [resvg, webp] = ${JSON.stringify(programs)}.map((url) => new WebAssembly.Module(readFileSync(new URL(url))));
    // Names of the web that Node makes of its own ones when they are first said.
    void [Request, Response];
    for (const name of ["process", "Buffer", "global", "setImmediate", "clearImmediate", "performance"])
      delete globalThis[name];
    const { createWasmRasterizer } = await import(${JSON.stringify(new URL("./wasm.ts", import.meta.url).href)});
    const rasterizer = await createWasmRasterizer({ resvg, webp });
    const png = await rasterizer.toPng(${JSON.stringify(svg)});
    writeSync(1, png.toHex() + " " + (await rasterizer.toWebp(png)).toHex());
  `;
}
