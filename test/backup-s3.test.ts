import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { examineStudio } from "../src/ops/doctor.ts";
import { startS3, type S3Server } from "./engines/s3.ts";
import { openStudio, textIn } from "./placed-studio.ts";
import { addPerson } from "./job-fixture.ts";

let s3: S3Server;
let folder = "";
beforeAll(async () => {
  s3 = await startS3();
  folder = mkdtempSync(join(tmpdir(), "fabula-s3-"));
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

it("a studio with its rows in a file and its files in S3 is put back, and what was there before is kept", async () => {
  const studio = await openStudio(folder, "file:data/fabula.sqlite", s3.bucket);
  await addPerson(studio.db);
  const [first, hurt] = [await studio.store("Once upon a time"), await studio.store("in a wood")];
  const backup = await studio.backUp();
  expect(backup).toMatchObject({ files: 2, missing: [] });
  const second = await studio.store("The end");
  await studio.blobs.delete(hurt.key);
  await studio.blobs.put(hurt.key, new TextEncoder().encode("IN A WOOD"));
  await studio.close();
  await expect(studio.restore(backup.location)).rejects.toMatchObject({ code: "restore-occupied" });
  const { kept } = await studio.restore(backup.location, { force: true });

  const again = await openStudio(folder, "file:data/fabula.sqlite", s3.bucket);
  const rows = await again.db.kysely.selectFrom("storage_files").select("key").orderBy("id").execute();
  expect(rows.map(({ key }) => key)).toEqual([first.key, hurt.key]);
  expect(await textIn(again.blobs, hurt.key)).toBe("in a wood");
  const aside = /(kept\/.+\/) \(2 files\)$/.exec(kept.at(-1) ?? "")?.[1];
  expect(kept.at(-1)).not.toMatch(/[^:]\/\//);
  expect(await textIn(again.blobs, `${aside}${second.key}`)).toBe("The end");
  expect(await textIn(again.blobs, `${aside}${hurt.key}`)).toBe("IN A WOOD");
  expect(kept[0]).toMatch(/fabula\.[\dTZ-]+\.old\.sqlite$/);
  const doctor = { fix: false, deep: true, now: Date.now(), jitter: () => 0, maker: () => again.maker };
  expect(await examineStudio(again.place, doctor)).toEqual([]);
  // What is lost is taken from a backup that the rows know.
  await again.backUp();
  await again.blobs.delete(first.key);
  const mended = await examineStudio(again.place, { ...doctor, fix: true });
  expect(mended).toMatchObject([{ check: "files-lost", examples: [first.key], mended: 1 }]);
  expect(await textIn(again.blobs, first.key)).toBe("Once upon a time");
  await again.close();
});
