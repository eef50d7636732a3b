import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountsApp, accountsApp, password } from "../../../test/accounts-app.ts";
import type { DeletionAnswer } from "./profile-schema.ts";

const day = 24 * 3_600_000;

describe("with accounts", () => {
  let app: AccountsApp;
  beforeAll(async () => {
    app = await accountsApp();
  });
  afterAll(() => app.close());

  it("the end of an account takes the password a day later, tells the person by mail, and ends the other sessions", async () => {
    const { browser, email } = await app.person("ann");
    const elsewhere = app.browser();
    await elsewhere.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
    app.pass(day);
    expect(await browser.json("GET", "/api/account/deletion")).toMatchObject({ needs: "password" });
    await browser.json("POST", "/api/account/deletion", { body: { password: "wrong horse battery" }, status: 401 });
    const body = { password };
    const { deletionAt } = await browser.json<DeletionAnswer>("POST", "/api/account/deletion", { body });
    await elsewhere.json("GET", "/api/me", { status: 401 });
    const [mail] = await app.mails(email);
    expect(mail).toContain(deletionAt?.slice(0, 10));
    expect(mail).toContain("/settings/data");
    await browser.json("DELETE", "/api/account/deletion");
    expect((await app.mails(email))[0]).toContain("called off");
  });

  it("who is kept out or gets another role is signed out at once", async () => {
    const { id, browser, email } = await app.person("bob");
    const change = (body: unknown) => app.admin.json("PATCH", `/api/admin/people/${id}`, { body });
    await change({ roles: ["USER", "ADMIN"] });
    await browser.json("GET", "/api/me", { status: 401 });
    await browser.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
    await browser.json("GET", "/api/admin/people");
    await change({ isActive: false });
    await browser.json("GET", "/api/me", { status: 401 });
    await browser.json("POST", "/api/auth/sign-in/email", { body: { email, password }, status: 403 });
    await change({ isActive: true });
    await browser.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
  });
});
