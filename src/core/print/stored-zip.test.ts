import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type ArchiveEntry, writeStoredZip } from "./stored-zip.ts";

async function* entries(count: number): AsyncGenerator<ArchiveEntry> {
  for (let i = 0; i < count; i++) yield { name: `${i}.png`, bytes: new Uint8Array(1000 + i).fill(i) };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: number[] = [];
  for await (const chunk of chunks) parts.push(...chunk);
  return Uint8Array.from(parts);
}

describe("writeStoredZip", () => {
  it("[F1] stores entries as they are, in order", async () => {
    const zip = await collect(writeStoredZip(entries(3)));
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(["0.png", "1.png", "2.png"]);
    expect(files["2.png"]).toEqual(new Uint8Array(1002).fill(2));
    const view = new DataView(zip.buffer);
    expect(view.getUint16(8, true), "method of the first entry: stored").toBe(0);
  });

  it("[F6] gives chunks while entries are still coming", async () => {
    let made = 0;
    const slow = (async function* () {
      for await (const entry of entries(5)) {
        made++;
        yield entry;
      }
    })();
    for await (const _ of writeStoredZip(slow)) {
      expect(made).toBe(1);
      break;
    }
  });

  it("[T3] gives the same bytes in every time zone and at every time", async () => {
    const zone = process.env["TZ"];
    const once = await collect(writeStoredZip(entries(2)));
    process.env["TZ"] = "Asia/Tokyo";
    expect(await collect(writeStoredZip(entries(2)))).toEqual(once);
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });
});
