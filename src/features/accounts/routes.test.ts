import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import type { Me, UserSettings } from "./schema.ts";

describe("the person's own", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it("says who is signed in, with the usual settings at first", async () => {
    const me = await app.json<Me>("GET", "/api/me");
    expect(me).toMatchObject({ id: app.owner, name: "Owner", isSingleUser: true, version: "0.0.0-test" });
    expect(me.settings).toMatchObject({ language: "auto", theme: "system", isWelcomed: false });
  });

  it("keeps settings one by one, each person's own", async () => {
    await app.json("PATCH", "/api/me/settings", { body: { language: "ja", theme: "dark" } });
    const changed = await app.json<UserSettings>("PATCH", "/api/me/settings", { body: { readingDirection: "rtl" } });
    expect(changed).toMatchObject({ language: "ja", theme: "dark", readingDirection: "rtl", readingMode: "single" });
    const others = await app.json<Me>("GET", "/api/me", { as: app.other });
    expect(others.settings).toMatchObject({ language: "auto", theme: "system" });
  });

  it("keeps what other versions of the program have set beside", async () => {
    const { kysely } = app.studio.db;
    await kysely
      .updateTable("user_settings")
      .set({ settings_json: JSON.stringify({ language: "ja", later: 1, readingMode: "hologram" }), theme: "sepia" })
      .where("user_id", "=", app.owner)
      .execute();
    const { settings } = await app.json<Me>("GET", "/api/me");
    expect(settings).toMatchObject({ language: "ja", theme: "system", readingMode: "single" });
    await app.json("PATCH", "/api/me/settings", { body: { isWelcomed: true } });
    const row = await kysely.selectFrom("user_settings").select("settings_json").executeTakeFirstOrThrow();
    expect(JSON.parse(row.settings_json ?? "")).toMatchObject({ later: 1, isWelcomed: true });
  });

  it("names the field of a setting that there is not", async () => {
    const problem = await app.json<ProblemAnswer>("PATCH", "/api/me/settings", { body: { theme: "red" }, status: 400 });
    expect(problem).toMatchObject({ code: "request-invalid", fields: [{ path: "theme" }] });
  });

  it("lets nobody in who is not signed in", async () => {
    const problem = await app.json<ProblemAnswer>("GET", "/api/me", { as: "nobody", status: 401 });
    expect(problem.code).toBe("sign-in-needed");
    expect(problem.fix).not.toBe("");
  });
});
