import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readVendoredFonts } from "../backends/fonts/vendored.ts";
import type { Artist } from "./art/artist.ts";
import { openFonts } from "./lettering/fonts.ts";
import type { ArtifactName, Settings } from "./pipeline.ts";
import type { Surroundings } from "./pipeline-run.ts";
import { type Progress, runPipeline } from "./run-pipeline.ts";
import type { TaskStore } from "./task-store.ts";

const source = new TextEncoder().encode(readFileSync("samples/english.txt", "utf8").slice(0, 6000));
const settings: Settings = { seed: 1, direction: "auto", roster: null, fileName: "sample" };
const fonts = openFonts(await readVendoredFonts());
/** Draws nothing, so that only the runner is at work. */
const blank: Artist = { id: "blank", sheets: () => ({ people: {}, places: {} }), draw: () => ({ defs: "", svg: "" }) };

interface MemoryStore extends TaskStore {
  work: Map<string, unknown>;
  saved: string[];
}

function memoryStore(work = new Map<string, unknown>()): MemoryStore {
  const saved: string[] = [];
  return {
    work,
    saved,
    async load(name, unit) {
      // The map is filled by `save` alone, which ties names to types.
      return (work.get(`${name} ${unit}`) ?? null) as never;
    },
    async save(name: ArtifactName, unit, value) {
      saved.push(`${name} ${unit}`);
      work.set(`${name} ${unit}`, value);
    },
  };
}

function surroundings(toPng: Surroundings["toPng"]): Surroundings {
  return { fonts, artist: blank, toPng, toWebp: async (png) => png, ask: null, concurrency: 2 };
}

const svgAsBytes = async (svg: string): Promise<Uint8Array> => new TextEncoder().encode(svg);

async function walk(store: TaskStore, around: Surroundings): Promise<Progress[]> {
  const told: Progress[] = [];
  for await (const progress of runPipeline(source, settings, around, store)) told.push(progress);
  return told;
}

describe("runPipeline", () => {
  it("goes from bytes to files, stage by stage, and tells how far it is", async () => {
    const store = memoryStore();
    const told = await walk(store, surroundings(svgAsBytes));
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual([
      "Reading",
      "Understanding",
      "Writing the script",
      "Casting",
      "Cover",
      "Laying out",
      "Drawing",
      "Binding",
    ]);
    const drawing = told.filter(({ stage }) => stage === "Drawing");
    expect(drawing.map(({ done }) => done)).toEqual(drawing.map((_, i) => i));
    expect(drawing.at(-1)?.done).toBe(drawing[0]?.total);
    expect(store.saved).toContain("print page-0000");
    expect(store.saved.at(-1)).toBe("files book");
  });

  it("finds finished work and does nothing again", async () => {
    const first = memoryStore();
    await walk(first, surroundings(svgAsBytes));
    const second = memoryStore(first.work);
    await walk(
      second,
      surroundings(() => Promise.reject(new Error("nothing is left to print"))),
    );
    expect(second.saved).toEqual([]);
  });

  it("goes on where a run was cut off", async () => {
    let printed = 0;
    const store = memoryStore();
    const failing = surroundings((svg) =>
      ++printed > 2 ? Promise.reject(new Error("the power went")) : svgAsBytes(svg),
    );
    await expect(walk(store, failing)).rejects.toThrow("the power went");
    const done = store.saved.filter((name) => name.startsWith("print"));
    expect(done.length).toBe(2);
    const again = memoryStore(store.work);
    await walk(again, surroundings(svgAsBytes));
    expect(again.saved.filter((name) => done.includes(name) || name === "book book")).toEqual([]);
  });

  it("keeps at most one page more under way than are drawn at once", async () => {
    let under = 0;
    let most = 0;
    await walk(
      memoryStore(),
      surroundings(async (svg) => {
        most = Math.max(most, ++under);
        await new Promise((done) => setTimeout(done, 5));
        under--;
        return svgAsBytes(svg);
      }),
    );
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it("refuses what is no book, with a code", async () => {
    const empty = runPipeline(new Uint8Array(), settings, surroundings(svgAsBytes), memoryStore());
    await expect(async () => {
      for await (const _ of empty);
    }).rejects.toMatchObject({ code: "empty-file" });
  });
});
