import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountsDesk, password } from "./accounts-desk.ts";

/** Signing in over HTTP on a database of one engine. */
export function signInContract(engine: string, open: () => Promise<AccountsDesk>): void {
  describe(`signing in on ${engine}`, () => {
    let studio: AccountsDesk;
    beforeAll(async () => {
      studio = await open();
      await studio.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "open" } });
      // An engine in the process takes seconds to start.
    }, 60_000);
    afterAll(() => studio.close());

    it("the first account is ADMIN and is what the owner was", async () => {
      const me = await studio.admin.json("GET", "/api/me");
      expect(me).toMatchObject({
        id: studio.adminId,
        email: "ada@example.org",
        roles: ["USER", "ADMIN"],
        by: "session",
      });
    });

    it("who signs up comes in only when the address has answered", async () => {
      const bob = studio.browser();
      const account = { name: "Bob", email: "Bob@Example.org", password };
      expect(await bob.json("POST", "/api/auth/sign-up/email", { body: account })).toEqual({ status: true });
      const refused = await bob.json("POST", "/api/auth/sign-in/email", { body: account, status: 403 });
      expect(refused).toMatchObject({ code: "address-unverified" });
      const followed = await bob.send("GET", await studio.link("bob@example.org"));
      expect([followed.status, followed.headers.get("Location")]).toEqual([302, "/sign-in?verified=1"]);
      expect(await bob.json("GET", "/api/me", { status: 401 })).toMatchObject({ code: "sign-in-needed" });
      await bob.json("POST", "/api/auth/sign-in/email", { body: account });
      expect(await bob.json("GET", "/api/me")).toMatchObject({ name: "Bob", roles: ["USER"], isSingleUser: false });
      const row = await studio.db.kysely
        .selectFrom("users")
        .select(["email_verified as verified", "email_verified_at as at", "last_login_at as login"])
        .where("email", "=", "bob@example.org")
        .executeTakeFirstOrThrow();
      expect([row.verified, typeof row.at, typeof row.login]).toEqual([1, "string", "string"]);
    });

    it("a known address, an unknown one and a wrong password answer alike", async () => {
      const account = { name: "Bob", email: "bob@example.org", password: "another long password" };
      expect(await studio.browser().json("POST", "/api/auth/sign-up/email", { body: account })).toEqual({
        status: true,
      });
      const answers = [account, { ...account, email: "nobody@example.org" }].map((body) =>
        studio.browser().json("POST", "/api/auth/sign-in/email", { body, status: 401 }),
      );
      const [known, unknown] = await Promise.all(answers);
      expect(known).toEqual(unknown);
      for (const path of ["request-password-reset", "sign-in/magic-link", "send-verification-email"])
        for (const email of ["bob@example.org", "nobody@example.org"])
          expect(await studio.browser().json("POST", `/api/auth/${path}`, { body: { email } })).toEqual({
            status: true,
          });
    });

    it("a forgotten password is set anew by a link, once, and all sessions end", async () => {
      const { email, browser } = await studio.person("Fay");
      await browser.json("POST", "/api/auth/request-password-reset", { body: { email } });
      const page = (await browser.send("GET", await studio.link(email))).headers.get("Location") ?? "";
      const token = new URL(page, "http://x").searchParams.get("token");
      expect(page).toBe(`/reset-password?token=${token}`);
      const body = { token, newPassword: "a password that is new" };
      await browser.json("POST", "/api/auth/reset-password", { body });
      await browser.json("GET", "/api/me", { status: 401 });
      expect(await browser.json("POST", "/api/auth/reset-password", { body, status: 410 })).toMatchObject({
        code: "link-ended",
      });
      await browser.json("POST", "/api/auth/sign-in/email", { body: { email, password: body.newPassword } });
      const used = (await browser.send("GET", await studio.link(email, { least: 1 }))).headers.get("Location");
      expect(used).toBe("/reset-password?error=link-ended");
    });

    it("a magic link signs in once, makes an account, and leaves no word of its token in a row", async () => {
      const [email, browser] = ["gil@example.org", studio.browser()];
      await browser.json("POST", "/api/auth/sign-in/magic-link", { body: { email, callbackURL: "/library" } });
      const link = await studio.link(email);
      const token = new URL(link, "http://x").searchParams.get("token") ?? "";
      const rows = await studio.db.kysely.selectFrom("verification_tokens").selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(token);
      const followed = await browser.send("GET", link);
      expect([followed.status, followed.headers.get("Location")]).toEqual([302, "/library"]);
      expect(await browser.json("GET", "/api/me")).toMatchObject({ email });
      const again = await studio.browser().send("GET", link);
      expect(again.headers.get("Location")).toBe("/sign-in?error=link-ended");
    });

    it("a magic link to an address that was never confirmed takes the password of somebody else away", async () => {
      const [attacker, owner] = [studio.browser(), studio.browser()];
      const account = { name: "not me", email: "hal@example.org", password };
      await attacker.json("POST", "/api/auth/sign-up/email", { body: account });
      await owner.json("POST", "/api/auth/sign-in/magic-link", { body: { email: account.email } });
      await owner.send("GET", await studio.link(account.email, { kind: "magic-link" }));
      await owner.json("GET", "/api/me");
      await attacker.json("POST", "/api/auth/sign-in/email", { body: account, status: 401 });
    });

    it("another address counts when the old and the new one have answered; all sessions end but that which confirms, renewed", async () => {
      const { id, email, browser } = await studio.person("Ivy");
      const other = studio.browser();
      await other.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
      await browser.json("POST", "/api/auth/change-email", { body: { newEmail: "ivy@new.example.org" } });
      await browser.send("GET", await studio.link(email));
      expect(await browser.json("GET", "/api/me")).toMatchObject({ email });
      const before = browser.cookie();
      const followed = await browser.send("GET", await studio.link("ivy@new.example.org"));
      expect([followed.status, followed.headers.getSetCookie().length]).toEqual([302, 1]);
      expect(await browser.json("GET", "/api/me")).toMatchObject({ id, email: "ivy@new.example.org", by: "session" });
      expect(browser.cookie()).not.toBe(before);
      await studio.browser().json("GET", "/api/me", { headers: { Cookie: before }, status: 401 });
      await other.json("GET", "/api/me", { status: 401 });
      await other.json("POST", "/api/auth/sign-in/email", { body: { email: "ivy@new.example.org", password } });
    });

    it("another address that is confirmed in a browser without a session ends all sessions, and signs nobody in there", async () => {
      const { email, browser } = await studio.person("Jon");
      const elsewhere = studio.browser();
      await browser.json("POST", "/api/auth/change-email", { body: { newEmail: "jon@new.example.org" } });
      await elsewhere.send("GET", await studio.link(email));
      await elsewhere.send("GET", await studio.link("jon@new.example.org"));
      expect(elsewhere.cookie()).toBe("");
      await elsewhere.json("GET", "/api/me", { status: 401 });
      await browser.json("GET", "/api/me", { status: 401 });
    });

    it("options for passkeys are bound to the studio's name", async () => {
      const made = await studio.admin.json("GET", "/api/auth/passkey/generate-register-options?name=key");
      expect(made).toMatchObject({ rp: { id: "localhost", name: "Fabula" } });
      const asked = await studio.browser().json("GET", "/api/auth/passkey/generate-authenticate-options");
      expect(asked).toMatchObject({ rpId: "localhost" });
      await studio.browser().json("GET", "/api/auth/passkey/generate-register-options", { status: 401 });
      const body = { response: { id: "unknown", rawId: "unknown", type: "public-key", response: {} } };
      const refused = await studio
        .browser()
        .json("POST", "/api/auth/passkey/verify-authentication", { body, status: 401 });
      expect(refused).toMatchObject({ code: "passkey-refused" });
    });
  });
}
