import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAreas } from "../../../scripts/schema-tables.ts";
import { wayToOwner } from "../../../scripts/schema-document.ts";
import { type TestApp, testApp } from "../../../test/app.ts";
import { someSettings, someText, testStudio } from "../../../test/comic-studio.ts";
import { testDatabase } from "../../../test/database.ts";
import { storeFile } from "../files/store-file.ts";
import { exportArchive } from "./export.ts";
import { writeLargeZip, type ZipEntry } from "./export-zip.ts";
import { derivedTables, ownedTables, secretColumns } from "./queries/export-rows.ts";

const tables = readAreas()
  .flatMap((area) => area.tables)
  .filter(({ kind }) => kind === "table");

type Archive = Record<string, Uint8Array>;

describe("an export", () => {
  let app: TestApp;
  const utf8 = new TextDecoder();
  const exported = async (as = app.owner): Promise<Archive> => {
    const response = await app.send("GET", "/api/account/export/archive", { as });
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="fabula-.*\.zip"$/);
    return unzipSync(new Uint8Array(await response.arrayBuffer()));
  };
  const rowsIn = (archive: Archive, table: string): Record<string, unknown>[] =>
    Object.keys(archive)
      .filter((name) => new RegExp(String.raw`^data/${table}(-\d+)?\.json$`).test(name))
      .flatMap((name) => JSON.parse(utf8.decode(archive[name])));

  beforeAll(async () => {
    app = await testApp();
    await app.studio.begin(someText, someSettings);
    await app.json("POST", "/api/books/samples", { body: { sample: "japanese" }, as: app.other, status: 201 });
  }, 60_000);
  afterAll(() => app.close());

  it("holds every row and every file of the person, and none of another’s", async () => {
    const archive = await exported();
    const { kysely } = app.studio.db;
    for (const table of ["novels", "jobs", "tasks", "storage_files"] as const) {
      const all = await kysely.selectFrom(table).select("id").execute();
      const mine = rowsIn(archive, table).map(({ id }) => String(id));
      expect(mine.length, table).toBeGreaterThan(0);
      expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(mine));
      if (table === "tasks") expect(mine.length, table).toBe(all.length);
    }
    const files = await kysely.selectFrom("storage_files").selectAll().execute();
    for (const { id, key, user_id, size } of files) {
      const name = Object.keys(archive).find((each) => each.startsWith("files/") && each.includes(id));
      expect(name === undefined, key).toBe(user_id !== app.owner);
      if (name !== undefined) expect(archive[name]?.length).toBe(size);
    }
    const text = Object.values(archive)
      .map((bytes) => utf8.decode(bytes))
      .join("\n");
    expect(text).not.toContain(app.other);
  });

  it("begins with a page that leads to each file, and says what is left out", async () => {
    const archive = await exported();
    const page = utf8.decode(archive["index.html"]);
    const links = Array.from(page.matchAll(/href="([^"]+)"/g), ([, path]) => decodeURIComponent(path ?? ""));
    const rest = Object.keys(archive).filter((name) => !["index.html", "README.txt"].includes(name));
    expect(links.toSorted()).toEqual(rest.toSorted());
    expect(page).not.toMatch(/<script|https?:/);
    expect(utf8.decode(archive["README.txt"])).toContain("Passwords, keys, tokens");
  });

  it("is in Japanese for who reads Japanese", async () => {
    await app.json("PATCH", "/api/account/profile", { body: { language: "ja" }, as: app.other });
    expect(utf8.decode((await exported(app.other))["index.html"])).toContain("あなたのすべて");
  });

  it("leaves out secrets", async () => {
    const at = "2026-01-01T00:00:00.000Z";
    const who = { user_id: app.owner, created_at: at, updated_at: at };
    const { kysely } = app.studio.db;
    const later = "2099-01-01T00:00:00.000Z";
    await kysely
      .insertInto("accounts")
      .values({ ...who, id: "a1", provider: "credential", provider_account_id: "a", password_hash: "CANARY-1" })
      .execute();
    await kysely
      .insertInto("sessions")
      .values({ ...who, id: "s1", token: "CANARY-2", expires_at: later })
      .execute();
    const archive = await exported();
    expect(rowsIn(archive, "accounts")).toMatchObject([{ id: "a1", provider: "credential" }]);
    expect(rowsIn(archive, "sessions")).toMatchObject([{ id: "s1" }]);
    expect(
      Object.values(archive)
        .map((bytes) => utf8.decode(bytes))
        .join("\n"),
    ).not.toContain("CANARY");
  });

  it("works for a thousand files, of which one is lost", async () => {
    const { db, blobs, tools } = app.studio;
    const limits = { types: null, size: 1_000, quota: null };
    const lost: string[] = [];
    for (let i = 0; i < 1_000; i++) {
      const file = { category: "images", content: new TextEncoder().encode(`picture ${i}`) } as const;
      const stored = await storeFile(db, tools, app.other, { ...file, name: `../a/${i}.txt`, type: "text" }, limits);
      if (stored.ok && i === 500) lost.push(stored.value.key);
    }
    for (const key of lost) await blobs.delete(key);
    expect(await app.json("GET", "/api/account/export", { as: app.other })).toMatchObject({ files: 1_001 });
    const archive = await exported(app.other);
    const names = Object.keys(archive).filter((name) => name.startsWith("files/images/"));
    expect(names.length).toBe(999);
    expect(names.every((name) => name.split("/").length === 3)).toBe(true);
    const page = utf8.decode(archive["index.html"]);
    expect(lost.every((key) => page.includes(key))).toBe(true);
  });
});

describe("an export of large files", () => {
  it("passes on each piece as it comes, and has none of them in memory", async () => {
    const [megabyte, pieces] = [new Uint8Array(2 ** 20), 12];
    const { db, blobs, owner, tools } = await testStudio();
    let [read, written, most] = [0, 0, 0];
    async function* content() {
      for (let i = 0; i < pieces; i++) {
        read += 1;
        most = Math.max(most, read - written);
        yield megabyte;
      }
    }
    const limits = { types: null, size: 1e9, quota: null };
    const file = { category: "outputs", content: megabyte, name: null, type: "binary" } as const;
    await storeFile(db, tools, owner, file, limits);
    await db.kysely
      .updateTable("storage_files")
      .set({ size: pieces * megabyte.length })
      .execute();
    const large = { ...blobs, get: async (key: string) => ({ head: await sized(key), content: content() }) };
    const sized = async (key: string) => ({ key, size: pieces * megabyte.length, putAt: 0 });
    for await (const piece of exportArchive(db, large, owner, 0)) {
      if (piece !== megabyte) continue;
      // Each is read once for the check sum before, and once for the archive.
      if (written === 0) [read, most] = [1, 1];
      written += 1;
    }
    expect([written, most]).toEqual([pieces, 1]);
    await db.close();
  });
});

describe("what an export knows of the tables", () => {
  it("is every table whose rows go with an account, each by the way that the documents say, too", async () => {
    const db = await testDatabase();
    const known = await ownedTables(db);
    await db.close();
    const byDocument = tables.flatMap((table) => {
      const [column] = wayToOwner(table, tables) ?? [];
      return column === undefined ? [] : [`${table.name}.${column}`];
    });
    const ways = known.map(({ name, way }) => `${name}.${way?.column}`);
    // What is missing here is followed by a column that may be empty, or by none: say in `followed` which one it is.
    expect(byDocument.filter((way) => !ways.includes(way))).toEqual([]);
    const names = byDocument.map((way) => way.split(".")[0] ?? "");
    // A mail may be for an address without an account, so that its column may be empty.
    expect(known.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual(["mails", "users"]);
    expect(derivedTables.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("tells secrets from what only sounds like them, column by column", () => {
    const harmless = new Set(
      `storage_key thumbnail_key key unit_key idempotency_key input_hash content_hash imported_hash blob_key cover_key
      prompt_tokens completion_tokens total_tokens token_type refresh_token_expires_at keyboard_layout visual_keywords musical_key`.split(
        /\s+/,
      ),
    );
    const doubtful = tables.flatMap(({ name, columns }) =>
      columns
        .filter(({ name: column }) => /token|hash|secret|password|encrypt|sealed|key/.test(column))
        .filter(({ name: column }) => !(secretColumns[name] ?? []).includes(column) && !harmless.has(column))
        .map(({ name: column }) => `${name}.${column}`),
    );
    expect(doubtful).toEqual(["verification_tokens.token", "coin_codes.code_hash", "schema_migrations.schema_hash"]);
  });

  it("reads tables by keys that tell their rows apart", async () => {
    const db = await testDatabase();
    const owned = (await ownedTables(db)).filter(({ name }) => !derivedTables.includes(name));
    await db.close();
    const without = owned.filter(({ name }) => {
      const columns = tables.find((table) => table.name === name)?.columns ?? [];
      return !columns.some((column) => column.name === "id" && column.primaryKey);
    });
    expect(without.map(({ name }) => name)).toEqual([
      "album_images",
      "page_versions",
      "scene_characters",
      "streaks",
      "user_settings",
    ]);
  });
});

describe("a ZIP of any size", () => {
  const piece = new Uint8Array(2 ** 26);
  async function* entries(): AsyncGenerator<ZipEntry> {
    const many = Array.from({ length: 80 }, () => piece);
    yield { name: "large", size: 80 * piece.length, crc: 1, content: many };
    yield { name: "behind", size: 3, crc: 2, content: [new Uint8Array(3)] };
  }

  it("says in fields of ZIP64 what does not fit", async () => {
    const pieces = (await Array.fromAsync(writeLargeZip(entries()))).map((bytes) =>
      Buffer.from(bytes.subarray(0, 200)),
    );
    const [first, second, end] = pieces.slice(-3);
    const large = BigInt(80 * piece.length);
    expect([first?.readUInt32LE(24), first?.readUInt32LE(42), first?.readBigUInt64LE(46 + 5 + 4)]).toEqual([
      0xffffffff,
      0,
      large,
    ]);
    const header = 30 + 5 + 20;
    expect([second?.readUInt32LE(24), second?.readUInt32LE(42)]).toEqual([3, 0xffffffff]);
    expect(second?.readBigUInt64LE(46 + 6 + 4)).toBe(large + BigInt(header));
    expect([end?.readUInt32LE(0), end?.readUInt32LE(56), end?.readUInt32LE(76)]).toEqual([
      0x06064b50, 0x07064b50, 0x06054b50,
    ]);
    expect(end?.readBigUInt64LE(48)).toBe(large + BigInt(header + 30 + 6 + 3));
  });

  it("breaks off where an entry is not as long as it said", async () => {
    const wrong = async function* (): AsyncGenerator<ZipEntry> {
      yield { name: "a", size: 3, crc: 0, content: [new Uint8Array(2)] };
    };
    await expect(Array.fromAsync(writeLargeZip(wrong()))).rejects.toThrow("An entry of 3 bytes has 2.");
  });
});
