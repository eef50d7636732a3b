import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeWhole } from "./whole-file.ts";

it("writes a file, in folders that it makes, over an older one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-"));
  const path = join(folder, "a", "page.html");
  await writeWhole(path, "old");
  await writeWhole(path, "new");
  expect(await readFile(path, "utf8")).toBe("new");
  expect(await readdir(join(folder, "a"))).toEqual(["page.html"]);
});

it("leaves nothing half written beside what it may not replace", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-"));
  await mkdir(join(folder, "page.html"));
  await writeFile(join(folder, "page.html", "kept.txt"), "kept");
  await expect(writeWhole(join(folder, "page.html"), "new")).rejects.toMatchObject({ code: "out-unwritable" });
  expect(await readdir(folder)).toEqual(["page.html"]);
  expect(await readFile(join(folder, "page.html", "kept.txt"), "utf8")).toBe("kept");
});
