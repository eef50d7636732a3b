import { vi } from "vitest";
import type { Database } from "../src/backends/sql/database.ts";
import type { OpenedAccounts } from "../src/entry/accounts.ts";
import type { MailKind } from "../src/features/accounts/mail-words.ts";
import type { Api } from "../src/http/api.ts";

/** What a browser keeps of a studio: its cookies. */
export interface Browser {
  /** Sends a request with the cookies, and keeps those that come back. */
  send(method: string, path: string, options?: BrowserOptions): Promise<Response>;
  /** The same, with the JSON of the answer; fails where the status is another than 200, or `status`. */
  json<Answer>(method: string, path: string, options?: BrowserOptions & { status?: number }): Promise<Answer>;
  /** The Cookie header as it is now. */
  cookie(): string;
}

export interface BrowserOptions {
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** The address of who has opened the connection. */
  peer?: string;
}

/** What tests of accounts do in a studio. */
export interface AccountsDesk {
  db: Database;
  accounts: OpenedAccounts;
  /** A clock that goes with the real one, and can be put forward by milliseconds. */
  pass(milliseconds: number): void;
  browser(): Browser;
  /** The first account, ADMIN, signed in. Its password is `password`. */
  admin: Browser;
  adminId: string;
  /** A person with a verified address and the password `password`, signed in. Sign-up is open afterwards. */
  person(name: string): Promise<{ id: string; email: string; browser: Browser }>;
  /** Texts of the mails to an address that were not sent, newest first; waits for a new one. */
  mails(to: string, wanted?: WantedMail): Promise<string[]>;
  /** The newest link in the mails to an address, as a path; waits for a new mail. */
  link(to: string, wanted?: WantedMail): Promise<string>;
  close(): Promise<void>;
}

export interface WantedMail {
  /** Only mails of this kind. */
  kind?: MailKind;
  /** How many mails must have come; one more than were given before where it is left out. */
  least?: number;
}

export const password = "correct horse battery";

/** Milliseconds in which a mail must be in the outbox. */
const longestWait = 15_000;

export interface DeskParts {
  app: Api;
  db: Database;
  accounts: OpenedAccounts;
  origin: string;
  owner: string;
  isFresh?: boolean | undefined;
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

/** Browsers, people and mail of a studio; the first account is made, unless it `isFresh`. */
export async function accountsDesk({
  app,
  db,
  accounts,
  origin,
  owner,
  isFresh = false,
  pass,
  close,
}: DeskParts): Promise<AccountsDesk> {
  const browser = (): Browser => newBrowser(app, origin);
  const admin = browser();
  if (!isFresh) {
    const account = { code: accounts.setupCode, name: "Ada", email: "ada@example.org", password };
    await admin.json("POST", "/api/auth/setup", { body: account });
  }
  // Mails are not awaited by what sends them, so that no answer tells by its time whether an address is known.
  const given = new Map<string, number>();
  const mails: AccountsDesk["mails"] = async (to, { kind, least: asked } = {}) => {
    const query = db.kysely.selectFrom("mails").select(["sealed_text as sealedText", "key_id as keyId"]);
    const own = query
      .where("recipient", "=", to)
      .$if(kind !== undefined, (rows) => rows.where("template", "=", kind ?? ""));
    const ordered = own.orderBy("created_at", "desc").orderBy("id", "desc");
    const least = asked ?? (given.get(`${to} ${kind}`) ?? 0) + 1;
    const rows = await vi.waitFor(
      async () => {
        const found = await ordered.execute();
        if (found.length < least) throw new Error(`Of ${least} mails to ${to} only ${found.length} came.`);
        return found;
      },
      { timeout: longestWait, interval: 10 },
    );
    given.set(`${to} ${kind}`, rows.length);
    return Promise.all(rows.map(async (row) => (await accounts.mail.textOf(row)) ?? ""));
  };
  const link: AccountsDesk["link"] = async (to, wanted) => {
    const [newest = ""] = await mails(to, wanted);
    const found = /https?:\/\/\S+/.exec(newest)?.[0];
    if (found === undefined) throw new Error(`No link came to ${to}: ${newest}`);
    return found.replace(origin, "");
  };
  return {
    db,
    accounts,
    pass,
    browser,
    admin,
    adminId: owner,
    mails,
    link,
    async person(name) {
      const [email, own] = [`${name.toLowerCase()}@example.org`, browser()];
      await own.json("POST", "/api/auth/sign-up/email", { body: { name, email, password } });
      await own.send("GET", await link(email));
      await own.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
      const { id } = await own.json<{ id: string }>("GET", "/api/me");
      return { id, email, browser: own };
    },
    close,
  };
}

function newBrowser(app: Api, origin: string): Browser {
  const jar = new Map<string, string>();
  const cookie = (): string => Array.from(jar, ([name, value]) => `${name}=${value}`).join("; ");
  const send: Browser["send"] = async (method, path, { body, headers = {}, peer = "127.0.0.1" } = {}) => {
    const all = new Headers({ Cookie: cookie(), "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" });
    if (method !== "GET" && method !== "HEAD") all.set("Origin", origin);
    if (body !== undefined) all.set("Content-Type", "application/json");
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    const init = { method, headers: all, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await app.request(`${origin}${path}`, init, peer);
    for (const each of response.headers.getSetCookie()) keep(jar, each);
    return response;
  };
  return {
    send,
    cookie,
    async json(method, path, { status = 200, ...options } = {}) {
      const response = await send(method, path, options);
      const text = await response.text();
      if (response.status !== status) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text === "" ? "null" : text);
    },
  };
}

/** Keeps a cookie, or forgets one that has ended. */
function keep(jar: Map<string, string>, line: string): void {
  const [pair = "", ...flags] = line.split(";");
  const at = pair.indexOf("=");
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === "" || flags.some((flag) => /^\s*max-age=0$/i.test(flag))) jar.delete(name);
  else jar.set(name, value);
}
