import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Rasterizer } from "../../backends/raster/rasterizer.ts";
import type { Database } from "../../backends/sql/database.ts";
import { decodePng } from "../../core/image/picture-png.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { deleteFile } from "../files/open-file.ts";
import { personQuota } from "../files/queries/person-quota.ts";
import { storeFile, type Storing } from "../files/store-file.ts";
import { pictureSize } from "./picture-size.ts";
import { pictureOf, setPicture } from "./queries/profile.ts";

/** Bytes of what a person may send as their picture. */
export const largestPicture = 8 * 2 ** 20;

/** Pixels of what is decoded at most: four bytes each in memory. */
const mostPixels = 40e6;
/** Pixels of each side of the picture that is kept. */
const side = 256;

/** What a picture is kept with. */
export interface PictureParts extends Storing {
  blobs: BlobStore;
  rasterizer(): Rasterizer;
}

/**
 * Keeps a person's picture: the middle square of what was sent, drawn anew, so that neither its size nor what else stood in the file is kept.
 * Throws `Refused`: `picture-unreadable` for what is no PNG, JPEG, WebP or GIF, or larger than 40 megapixels.
 */
export async function keepPicture(
  db: Database,
  { rasterizer, ...storing }: PictureParts,
  owner: string,
  content: Uint8Array,
): Promise<void> {
  const picture = await squareOf(rasterizer(), content);
  const limits = { types: null, size: largestPicture, quota: await personQuota(db, owner) } as const;
  const file = { category: "images", content: picture, name: null, type: "png" } as const;
  const before = await pictureOf(db, owner);
  const stored = unwrap(await storeFile(db, storing, owner, file, limits));
  await setPicture(db, owner, { file: stored.id, now: storing.now() });
  if (before !== null) await deleteFile(db, storing.blobs, owner, before, storing.now());
}

/** Takes a person's picture away. */
export async function removePicture(
  db: Database,
  { blobs, now }: Pick<Storing, "now"> & { blobs: BlobStore },
  owner: string,
): Promise<void> {
  const before = await pictureOf(db, owner);
  await setPicture(db, owner, { file: null, now: now() });
  if (before !== null) await deleteFile(db, blobs, owner, before, now());
}

const mimes = [
  { mime: "image/png", start: [0x89, 0x50] },
  { mime: "image/jpeg", start: [0xff, 0xd8] },
  { mime: "image/gif", start: [0x47, 0x49] },
  { mime: "image/webp", start: [0x52, 0x49, 0x46, 0x46] },
];

const dataOf = (mime: string, content: Uint8Array): string =>
  `data:${mime};base64,${Buffer.from(content).toString("base64")}`;

/** The engine that draws reads no WebP. */
async function pngOfWebp(rasterizer: Rasterizer, content: Uint8Array): Promise<string> {
  const picture = await rasterizer.fromWebp?.(content, 2 * side);
  if (!picture) throw new Refused("picture-unreadable");
  return dataOf("image/png", picture);
}

async function squareOf(rasterizer: Rasterizer, content: Uint8Array): Promise<Uint8Array> {
  const size = pictureSize(content);
  const type = mimes.find(({ start }) => start.every((byte, i) => content[i] === byte));
  if (size === null || !type || size.width * size.height > mostPixels || size.width * size.height === 0)
    throw new Refused("picture-unreadable");
  const data = type.mime === "image/webp" ? await pngOfWebp(rasterizer, content) : dataOf(type.mime, content);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="#fff"/><image width="${side}" height="${side}" preserveAspectRatio="xMidYMid slice" href="${data}"/></svg>`;
  const drawn = await rasterizer.toPng(svg, side);
  // What the engine cannot read it leaves out, and the paper stays as it is.
  if (decodePng(drawn).data.every((part) => part === 255)) throw new Refused("picture-unreadable");
  return drawn;
}
