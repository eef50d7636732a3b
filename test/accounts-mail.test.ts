import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { smtpMailer } from "../src/backends/mail/smtp.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { Secret } from "../src/config-secret.ts";
import { type MailPost, mailPost, type OutgoingMail } from "../src/features/accounts/mail-post.ts";
import { mailPage, mailText } from "../src/features/accounts/mail-text.ts";
import { mailWords } from "../src/features/accounts/mail-words.ts";
import { resealKeys } from "../src/features/accounts/reseal-keys.ts";
import { sealer } from "../src/features/accounts/sealed-text.ts";
import { accountsApp } from "./accounts-app.ts";
import { testDatabase } from "./database.ts";
import { addPerson, countedIds, heldClock } from "./job-fixture.ts";
import { testSecret } from "./test-accounts.ts";

const minute = 60_000;
const master = (seed: number) => new Secret(testSecret(seed)).bytes();

/** A server of SMTP in this process. */
function smtpServer() {
  const [taken, logins] = [[] as string[], [] as string[]];
  let fault: { responseCode: number } | null = null;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    logger: false,
    onAuth({ username = "", password = "" }, _, done) {
      logins.push(`${username}:${password}`);
      done(null, { user: username });
    },
    onRcptTo(_, __, done) {
      done(fault === null ? null : Object.assign(new Error("not now"), fault));
    },
    onData(stream, _, done) {
      text(stream).then(
        (mail) => {
          taken.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  return new Promise<{
    url: string;
    taken: string[];
    logins: string[];
    fail(code: number | null): void;
    close(): Promise<void>;
  }>((resolve) => {
    server.on("error", () => undefined);
    server.listen(0, "127.0.0.1", () =>
      resolve({
        url: `smtp://studio:secret@127.0.0.1:${server.server.address().port}`,
        taken,
        logins,
        fail: (code) => (fault = code === null ? null : { responseCode: code }),
        close: () => new Promise((closed) => server.close(closed)),
      }),
    );
  });
}

describe("mail", () => {
  const clock = heldClock();
  let [db, server]: [Database, Awaited<ReturnType<typeof smtpServer>>] = [null as never, null as never];
  let post: MailPost;
  let close = async () => {};
  const letter: OutgoingMail = {
    kind: "reset-password",
    to: "ann@example.org",
    userId: "ann",
    language: "ja",
    facts: { name: "アン <b>", link: "http://localhost:8787/api/auth/reset-password/abc?x=1&y=2" },
  };
  const rows = () => db.kysely.selectFrom("mails").selectAll().orderBy("id").execute();

  beforeEach(async () => {
    [db, server] = [await testDatabase(), await smtpServer()];
    await addPerson(db);
    const mailer = smtpMailer({ url: server.url, from: "Fabula <fabula@example.org>", host: "comics.example.org" });
    post = mailPost({
      db,
      now: clock.now,
      newId: countedIds(),
      sealer: sealer([master(2)], "mail"),
      mailer,
      trouble: (error) => {
        throw error;
      },
    });
    close = () => mailer.close();
  });
  afterEach(async () => {
    await Promise.all([close(), server.close(), db.close()]);
  });

  it("goes out as text and as a page, in the language of the person, and leaves no link behind", async () => {
    await post.post(letter);
    const [kept] = await rows();
    expect([kept?.sealed_text?.includes("reset-password"), kept?.key_id]).toEqual([false, expect.any(String)]);
    await post.settled();
    const [mail = ""] = server.taken;
    expect(server.logins).toEqual(["studio:secret"]);
    for (const line of [
      "From: Fabula <fabula@example.org>",
      "To: ann@example.org",
      "Content-Language: ja",
      "multipart/alternative",
    ])
      expect(mail).toContain(line);
    const parts = [...mail.matchAll(/Content-Transfer-Encoding: base64\r\n\r\n([\w+/=\r\n]+)/g)].map(([, part = ""]) =>
      Buffer.from(part, "base64").toString(),
    );
    expect(parts[0]).toContain("http://localhost:8787/api/auth/reset-password/abc?x=1&y=2");
    expect((await rows())[0]).toMatchObject({ sealed_text: null, key_id: null, attempts: 1, next_attempt_at: null });
    expect((await rows())[0]?.sent_at).not.toBeNull();
  });

  it("that a server does not take stays in the outbox with the reason, and is tried again later", async () => {
    server.fail(451);
    await post.post(letter);
    await post.settled();
    expect((await rows())[0]).toMatchObject({ attempts: 1, sent_at: null, error_message: "EENVELOPE 451" });
    expect(await post.sendDue()).toBe(0);
    expect((await rows())[0]?.attempts).toBe(1);
    clock.pass(minute);
    await post.sendDue();
    expect((await rows())[0]?.attempts).toBe(2);
    server.fail(null);
    clock.pass(2 * minute);
    expect(await post.sendDue()).toBe(1);
    expect([server.taken.length, await post.sendDue()]).toEqual([1, 0]);
  });

  it("to an address that does not exist is not tried again", async () => {
    server.fail(550);
    await post.post(letter);
    await post.settled();
    expect((await rows())[0]).toMatchObject({ attempts: 1, next_attempt_at: null, error_message: "EENVELOPE 550" });
  });

  it("is sent once by two processes that look at the same moment", async () => {
    server.fail(451);
    await post.post(letter);
    await post.settled();
    server.fail(null);
    clock.pass(minute);
    expect((await Promise.all([post.sendDue(), post.sendDue()])).toSorted()).toEqual([0, 1]);
  });

  it("that waits and keys of other services can be read after the master secret was replaced, and after the old one has gone", async () => {
    server.fail(451);
    await post.post(letter);
    await post.settled();
    const old = sealer([master(2)], "api-keys");
    const key = await old.seal("sk-of-ann");
    const keyRow = { id: "k1", user_id: "ann", provider: "claude", encrypted_key: key.sealed, key_id: key.keyId };
    const times = { created_at: "2026-01-01T00:00:00.000Z", updated_at: "2026-01-01T00:00:00.000Z" };
    await db.kysely
      .insertInto("api_keys")
      .values({ ...keyRow, last_four: "-ann", ...times })
      .execute();
    const parts = { db, now: clock.now, newId: countedIds(), mailer: null, trouble: () => undefined };
    const both = mailPost({ ...parts, sealer: sealer([master(3), master(2)], "mail") });
    expect([await both.reseal(), await both.reseal()]).toEqual([1, 0]);
    const bothKeys = sealer([master(3), master(2)], "api-keys");
    expect([await resealKeys(db, bothKeys), await resealKeys(db, bothKeys)]).toEqual([1, 0]);
    const fresh = mailPost({ ...parts, sealer: sealer([master(3)], "mail") });
    const [row] = await rows();
    expect(await fresh.textOf({ sealedText: row?.sealed_text ?? null, keyId: row?.key_id ?? null })).toContain(
      "/reset-password/abc",
    );
    const again = await db.kysely.selectFrom("api_keys").selectAll().executeTakeFirstOrThrow();
    expect(await sealer([master(3)], "api-keys").open({ sealed: again.encrypted_key, keyId: again.key_id })).toBe(
      "sk-of-ann",
    );
    // Without the old secret nothing is lost that another could still open.
    const lost = sealer([master(4)], "api-keys");
    expect([await resealKeys(db, lost), await lost.open({ sealed: again.encrypted_key, keyId: again.key_id })]).toEqual(
      [0, null],
    );
  });

  it("has the same words to fill in, in both languages", () => {
    const facts = (words: { subject: string; paragraphs: readonly string[] }) =>
      [...`${words.subject} ${words.paragraphs.join(" ")}`.matchAll(/\{\w+\}/g)].map(([fact]) => fact).toSorted();
    for (const [kind, { en, ja }] of Object.entries(mailWords)) expect([kind, facts(ja)]).toEqual([kind, facts(en)]);
  });

  it("is a page without anything that is fetched, in which names are text", () => {
    const { text: words } = mailText("reset-password", "ja", letter.facts);
    const page = mailPage(words, "ja");
    expect(page).toContain("アン &lt;b&gt; 様");
    expect(page).toContain('<a href="http://localhost:8787/api/auth/reset-password/abc?x=1&amp;y=2">');
    expect(page).not.toMatch(/<(?:img|link|script|iframe)|src=/);
  });

  it("takes no line of its own from a name", () => {
    const { subject } = mailText("invitation", "en", { name: "Eve\r\nBcc: all@example.org", link: "http://x" });
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe("the outbox", () => {
  it("shows ADMIN what no server has taken, newest first and in parts", async () => {
    const own = await accountsApp();
    await own.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "open" } });
    for (const email of ["a@example.org", "b@example.org", "c@example.org"]) {
      await own.browser().json("POST", "/api/auth/sign-in/magic-link", { body: { email } });
      await own.mails(email);
    }
    interface Part {
      items: { to: string; text: string | null; error: string | null }[];
      next: string | null;
    }
    const first = await own.admin.json<Part>("GET", "/api/admin/mail?limit=2");
    expect(first.items.map(({ to }) => to)).toEqual(["c@example.org", "b@example.org"]);
    expect(first.items[0]?.text).toContain("/api/auth/magic-link/verify?token=");
    const rest = await own.admin.json<Part>("GET", `/api/admin/mail?limit=2&cursor=${first.next}`);
    expect([rest.items.map(({ to }) => to), rest.next]).toEqual([["a@example.org"], null]);
    await own.close();
  });
});
