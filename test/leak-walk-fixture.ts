import { encodeGreyPng } from "../src/core/image/grey-png.ts";
import { unwrap } from "../src/core/text/result.ts";
import { storeFile } from "../src/features/files/store-file.ts";
import type { TestApp } from "./app.ts";
import { someSettings, someText } from "./comic-studio.ts";
import type { Crowd } from "./leak-walk-crowd.ts";
import type { OwnedValues } from "./leak-walk-requests.ts";

/** Words that stand in nothing but what is the first person's. */
export const canary = {
  title: "Quillonbrax",
  author: "Vesperine Ottolune",
  name: "Marwenna Tost",
  email: "marwenna@thrumwick.example",
  tag: "zinnobergruen",
  file: "glimmerkiste",
  sentence: "The kettle of Thrumwick sang backwards until noon.",
} as const;

/** What the first person has: a row of each kind, told to requests, and what nobody else may read. */
export interface WalkFixture {
  owned: OwnedValues;
  /** Words of the person's things, and secrets, which nobody is told. */
  words: readonly string[];
  /** The person's name and ids, which an ADMIN may see as well. */
  ids: readonly string[];
  /** The token of a shared comic. */
  shareToken: string;
}

/** A picture of four pixels by four. */
const tinyPng = encodeGreyPng({ width: 4, height: 4, data: new Uint8Array(16).fill(7) });
/** A book that can be read. */
const smallBook = new TextEncoder().encode("A walk\n\nNobody was there when the door opened.\n");

/** Gives the first person a book with a finished comic, files, a link to it, notifications, tags, settings and progress. */
export async function walkFixture(
  app: TestApp,
  crowd: Pick<Crowd, "first" | "ids" | "secrets"> | null = null,
): Promise<WalkFixture> {
  const { studio, owner } = app;
  const headers = crowd?.first ?? {};
  const text = new TextDecoder().decode(someText);
  const source = new TextEncoder().encode(`${text}\n\n${canary.sentence}\n`);
  const comic = await studio.begin(source, { ...someSettings, fileName: canary.file, formats: ["cbz"] });
  await studio.workOn();
  const [book] = (await app.json<{ items: { id: string }[] }>("GET", "/api/books", { headers })).items;
  if (!book) throw new Error("The shelf is empty.");
  await app.json("PATCH", `/api/books/${book.id}`, {
    headers,
    body: { title: canary.title, author: canary.author, tags: [canary.tag], series: canary.title },
  });
  await studio.db.kysely
    .updateTable("users")
    .set({ name: canary.name, email: canary.email })
    .where("id", "=", owner)
    .execute();
  const share = await app.json<{ id: string; link: string }>("POST", `/api/comics/${comic}/shares`, {
    headers,
    body: { scope: "download" },
    status: 201,
  });
  const progress = { comicId: comic, page: 1, offset: null, percent: 40 };
  await app.send("PUT", `/api/books/${book.id}/progress`, { headers, body: progress });
  const upload = { category: "images", content: tinyPng, name: `${canary.file}.png`, type: null } as const;
  const limits = { types: null, size: 1e6, quota: null };
  const blob = unwrap(await storeFile(studio.db, studio.tools, owner, upload, limits));
  const cast = await app.json<{ people: { id: string }[] }>("GET", `/api/books/${book.id}/cast`, { headers });
  const output = (await app.json<{ items: { id: string }[] }>("GET", `/api/comics/${comic}/files`, { headers }))
    .items[0];
  const person = cast.people[0];
  if (!person || !output) throw new Error("The comic has no person or no file.");
  const shareToken = share.link.split("/").at(-1) ?? "";
  return {
    shareToken,
    words: [
      canary.title,
      canary.author,
      canary.tag,
      canary.file,
      canary.sentence,
      shareToken,
      ...(crowd?.secrets ?? []),
    ],
    ids: [
      canary.name,
      canary.email,
      book.id,
      comic,
      share.id,
      blob.id,
      output.id,
      person.id,
      owner,
      ...Object.values(crowd?.ids ?? {}),
    ],
    owned: {
      places: {
        "books/{id}": book.id,
        "comics/{id}": comic,
        "jobs/{id}": comic,
        "blobs/{id}": blob.id,
        "shares/{share}": share.id,
        "people/{person}": person.id,
        "shared/{token}": shareToken,
        "files/{id}": output.id,
        "pages/{number}": "1",
        "people/{id}": owner,
        "reset-password/{token}": "A".repeat(24),
        ...(crowd
          ? {
              "sessions/{id}": crowd.ids.session,
              "tokens/{id}": crowd.ids.token,
              "invitations/{id}": crowd.ids.invitation,
              "passkeys/{id}": crowd.ids.passkey,
            }
          : {}),
      },
      fields: {
        start: 0,
        end: 40,
        book: book.id,
        bookId: book.id,
        comicId: comic,
        jobId: comic,
        page: 1,
        chapters: null,
        totalPages: null,
        q: canary.title,
        tag: canary.tag,
        email: canary.email,
      },
      bodies: {
        "POST /api/books": smallBook,
        "PUT /api/books/{id}/cover": tinyPng,
        "PUT /api/account/picture": tinyPng,
        "POST /api/auth/passkey/update-passkey": { id: crowd?.ids.passkey, name: "Mine now" },
        "POST /api/auth/passkey/delete-passkey": { id: crowd?.ids.passkey },
        // Another role would end the sessions of the walk.
        "PATCH /api/admin/people/{id}": { storageQuota: null },
      },
    },
  };
}
