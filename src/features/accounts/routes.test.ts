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
    expect(me).toMatchObject({ id: app.owner, name: "Owner", email: "owner@localhost", version: "0.0.0-test" });
    expect(me).toMatchObject({ roles: ["USER", "ADMIN"], by: "session", isSingleUser: false, deletionAt: null });
    expect(me.givesSamples).toBe(true);
    expect(me.settings).toMatchObject({ language: "auto", theme: "system", isWelcomed: false, timeZone: "auto" });
  });

  it("keeps settings one by one, each person's own", async () => {
    await app.json("PATCH", "/api/me/settings", { body: { language: "ja", theme: "dark" } });
    const changed = await app.json<UserSettings>("PATCH", "/api/me/settings", { body: { readingDirection: "rtl" } });
    expect(changed).toMatchObject({ language: "ja", theme: "dark", readingDirection: "rtl", readingMode: "single" });
    const others = await app.json<Me>("GET", "/api/me", { as: app.other });
    expect(others.settings).toMatchObject({ language: "auto", theme: "system" });
  });

  it("keeps time zone, day, keyboard, notifications and times of focus, in columns where others look for them", async () => {
    const body = {
      timeZone: "Asia/Tokyo",
      dayStartHour: 4,
      keyboardLayout: "windows",
      selectedProduct: "comics",
      emailNotifications: false,
      focusDuration: 3_000,
    };
    expect(await app.json("PATCH", "/api/me/settings", { body })).toMatchObject({ ...body, breakDuration: 300 });
    const row = await app.studio.db.kysely.selectFrom("user_settings").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ time_zone: "Asia/Tokyo", keyboard_layout: "windows", day_start_hour: 4 });
    expect(row).toMatchObject({ email_notifications: 0, notifications_enabled: 1, focus_default_duration: 3_000 });
    const back = { timeZone: "auto", keyboardLayout: "auto", selectedProduct: null };
    expect(await app.json("PATCH", "/api/me/settings", { body: back })).toMatchObject({ ...back, dayStartHour: 4 });
  });

  it.each([
    { timeZone: "Moon/Tranquility" },
    { dayStartHour: 24 },
    { focusDuration: 59 },
    { keyboardLayout: "dvorak" },
    { selectedProduct: "" },
  ])("refuses %j", async (body) => {
    const problem = await app.json<ProblemAnswer>("PATCH", "/api/me/settings", { body, status: 400 });
    expect(problem.fields?.[0]?.path).toBe(Object.keys(body)[0]);
  });

  it("writes mails in the language that was chosen for the pages", async () => {
    await app.json("PATCH", "/api/me/settings", { body: { language: "ja" }, as: app.other });
    expect(await app.json<Me>("GET", "/api/me", { as: app.other })).toMatchObject({ language: "ja" });
    await app.json("PATCH", "/api/me/settings", { body: { language: "auto" }, as: app.other });
    expect(await app.json<Me>("GET", "/api/me", { as: app.other })).toMatchObject({ language: "ja" });
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
