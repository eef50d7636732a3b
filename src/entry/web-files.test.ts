import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { webFilesIn } from "./web-files.ts";

it("gives the built web file by file with its type, and nothing beside it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fabula-web-"));
  mkdirSync(join(folder, "web/assets"), { recursive: true });
  for (const name of ["web/index.html", "web/assets/page-1.webp", "web/assets/note.exe", "secret.txt"])
    writeFileSync(join(folder, name), name);
  const files = webFilesIn(new URL("web/", `${pathToFileURL(folder).href}/`));
  expect(await files("assets/page-1.webp")).toMatchObject({ mime: "image/webp", isForever: true });
  expect(await files("index.html")).toMatchObject({ mime: "text/html; charset=utf-8", isForever: false });
  for (const path of ["assets/none.js", "assets/note.exe", "../secret.txt", "assets", "index.html/x.js"])
    expect(await files(path), path).toBeNull();
  rmSync(folder, { recursive: true });
});
