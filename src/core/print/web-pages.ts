import { type Binder, type Bindery, utf8 } from "./comic.ts";
import { pageJson } from "./page-json.ts";
import { type ArchiveEntry, writeStoredZip } from "./stored-zip.ts";

/** Pages as PNG with their JSON, in one ZIP (F5). */
export const bindPng: Binder = picturesBinder("png", ({ printOf }, page) => printOf(page));

/** Pages as WebP with their JSON, in one ZIP (F5): the same pixels in fewer bytes. */
export const bindWebp: Binder = picturesBinder("webp", async ({ printOf, toWebp }, page) =>
  toWebp(await printOf(page)),
);

function picturesBinder(ending: string, pictureOf: (bindery: Bindery, page: number) => Promise<Uint8Array>): Binder {
  return (comic, bindery, name) => {
    const pictures = [comic.cover, ...comic.pages].map((page, index) => ({
      page,
      file: `${String(index).padStart(4, "0")}.${ending}`,
    }));
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      yield { name: "pages.json", bytes: utf8(`${JSON.stringify(pageJson(comic, pictures), null, 1)}\n`) };
      for (const { page, file } of pictures) yield { name: file, bytes: await pictureOf(bindery, page.number) };
    }
    return [{ path: `${name}-${ending}.zip`, chunks: () => writeStoredZip(entries()) }];
  };
}
