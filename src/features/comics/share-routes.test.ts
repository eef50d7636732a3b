import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { someSettings, someText } from "../../../test/comic-studio.ts";
import type { ComicFileView, ComicView } from "./schema.ts";

interface Share {
  id: string;
  link: string | null;
  scope: string;
  revokedAt: string | null;
  lastAccessedAt: string | null;
}

describe("a shared comic", () => {
  let app: TestApp;
  let job: string;
  const nobody = { as: "nobody" };
  beforeAll(async () => {
    app = await testApp();
    job = await app.studio.begin(someText, { ...someSettings, formats: ["cbz"] });
    await app.studio.workOn();
  }, 60_000);
  afterAll(() => app.close());
  const share = async (body: object): Promise<{ id: string; token: string }> => {
    const made = await app.json<Share>("POST", `/api/comics/${job}/shares`, { body, status: 201 });
    const [, token = ""] = /^http:\/\/localhost:8787\/s\/([\w-]{43})$/.exec(made.link ?? "") ?? [];
    expect(token).not.toBe("");
    return { id: made.id, token };
  };
  const listed = async (): Promise<Share[]> =>
    (await app.json<{ items: Share[] }>("GET", `/api/comics/${job}/shares`)).items;

  it("is read by whoever has the link, without signing in", async () => {
    const { id, token } = await share({});
    const comic = await app.json<ComicView>("GET", `/api/shared/${token}`, nobody);
    expect(comic).toMatchObject({ id: job, isFinished: true });
    expect((await app.send("GET", `/api/shared/${token}/pages/1`, nobody)).status).toBe(200);
    expect((await app.send("GET", `/api/shared/${token}/pages/1/picture?width=300`, nobody)).status).toBe(200);
    expect((await app.send("GET", `/api/shared/${token}/pages/999/picture`, nobody)).status).toBe(404);
    const seen = (await listed()).find((each) => each.id === id);
    expect(seen?.lastAccessedAt).not.toBeNull();
    expect(seen?.link).toBeNull();
  });

  it("keeps no token, so that nobody finds one in the rows", async () => {
    const { token } = await share({});
    const rows = await app.studio.db.kysely.selectFrom("shares").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is downloaded only where the link allows it", async () => {
    const [reading, loading] = [await share({ scope: "read" }), await share({ scope: "download", days: null })];
    const files = async ({ token }: { token: string }): Promise<ComicFileView[]> =>
      (await app.json<{ items: ComicFileView[] }>("GET", `/api/shared/${token}/files`, nobody)).items;
    expect(await files(reading)).toEqual([]);
    const [cbz] = await files(loading);
    expect(cbz?.format).toBe("cbz");
    const loaded = await app.send("GET", `/api/shared/${loading.token}/files/${cbz?.id}`, nobody);
    expect(loaded.headers.get("Content-Disposition")).toContain("attachment");
    expect((await loaded.arrayBuffer()).byteLength).toBe(cbz?.size);
    expect((await app.send("GET", `/api/shared/${reading.token}/files/${cbz?.id}`, nobody)).status).toBe(404);
  });

  it("gives no other file of its owner's", async () => {
    const { token } = await share({ scope: "download" });
    const original = await app.studio.db.kysely
      .selectFrom("storage_files")
      .select("id")
      .where("category", "=", "novels")
      .executeTakeFirstOrThrow();
    expect((await app.send("GET", `/api/shared/${token}/files/${original.id}`, nobody)).status).toBe(404);
    expect((await app.send("GET", `/api/blobs/${original.id}`, nobody)).status).toBe(401);
  });

  it("ends when it is revoked, for pages and pictures too", async () => {
    const { id, token } = await share({});
    // What was read a moment ago is still in the memory of the server.
    const picture = await app.send("GET", `/api/shared/${token}/pages/1/picture`, nobody);
    expect([picture.status, picture.headers.get("X-Robots-Tag")]).toEqual([200, "noindex"]);
    expect((await app.send("DELETE", `/api/comics/${job}/shares/${id}`, { as: app.other })).status).toBe(404);
    expect((await app.send("DELETE", `/api/comics/${job}/shares/${id}`)).status).toBe(204);
    for (const rest of ["", "/pages/1", "/pages/1/picture", "/files"]) {
      const problem = await app.json<ProblemAnswer>("GET", `/api/shared/${token}${rest}`, { ...nobody, status: 410 });
      expect(problem.code).toBe("share-ended");
    }
    expect((await listed()).find((each) => each.id === id)?.revokedAt).not.toBeNull();
  });

  it("has pictures that nobody sees who is signed out, or somebody else, or asks for what was deleted", async () => {
    const path = `/api/comics/${job}/pages/1/picture`;
    const before = await app.send("GET", path);
    expect([before.status, (await app.send("GET", path)).status]).toEqual([200, 200]);
    expect((await app.send("GET", path, nobody)).status).toBe(401);
    expect((await app.send("GET", path, { as: app.other })).status).toBe(404);
    const { kysely } = app.studio.db;
    const hidden = (at: string | null) =>
      kysely.updateTable("storage_files").set({ deleted_at: at }).where("artifact", "=", "print").execute();
    await hidden("2026-01-01T00:00:00.000Z");
    expect((await app.send("GET", path)).status).toBe(404);
    await hidden(null);
    const part = await app.send("GET", path, { headers: { Range: "bytes=0-7" } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 8]);
    const known = { "If-None-Match": before.headers.get("ETag") ?? "" };
    expect((await app.send("GET", path, { headers: known })).status).toBe(304);
  });

  it("is open as long as the account is: also while its end is planned, and not while its person is deactivated", async () => {
    const { token } = await share({ scope: "download" });
    const person = (values: { is_active?: number; deletion_at?: string | null }) =>
      app.studio.db.kysely.updateTable("users").set(values).where("id", "=", app.owner).execute();
    await person({ deletion_at: new Date(Date.now() + 86_400_000).toISOString() });
    await app.json("GET", `/api/shared/${token}`, nobody);
    await person({ deletion_at: null, is_active: 0 });
    for (const rest of ["", "/pages/1", "/pages/1/picture", "/files"]) {
      const problem = await app.json<ProblemAnswer>("GET", `/api/shared/${token}${rest}`, { ...nobody, status: 404 });
      expect(problem.code).toBe("share-unknown");
    }
    await person({ is_active: 1 });
    await app.json("GET", `/api/shared/${token}`, nobody);
  });

  it("ends by itself after its days", async () => {
    const { id, token } = await share({ days: 1 });
    await app.studio.db.kysely
      .updateTable("shares")
      .set({ expires_at: new Date(Date.now() - 1_000).toISOString() })
      .where("id", "=", id)
      .execute();
    await app.json("GET", `/api/shared/${token}`, { ...nobody, status: 410 });
  });

  it("is not found by a token that nobody was given", async () => {
    for (const token of ["x", "A".repeat(43)])
      expect((await app.json<ProblemAnswer>("GET", `/api/shared/${token}`, { ...nobody, status: 404 })).code).toBe(
        "share-unknown",
      );
  });
});
