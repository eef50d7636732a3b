import type { MiddlewareHandler } from "hono";
import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import type { ApiEnv } from "./api.ts";
import { fewAtOnce } from "./few-at-once.ts";
import { refuseFor } from "./rate-limit.ts";

const minute = 60_000;

/** How many requests count together, and how many may be in a stretch of time. */
interface Counter {
  of: "address" | "account" | "account and address";
  most: number;
  /** Milliseconds. */
  within: number;
}

interface SignInRule {
  name: string;
  path: RegExp;
  counters: readonly Counter[];
}

/**
 * Trying passwords is counted by account and address together, so that nobody can lock out the owner of an account, who comes from elsewhere; and by
 * address alone, for whoever tries many accounts. What sends mail is counted by the account as well, so that nobody's letter box is flooded.
 */
export const signInRules: readonly SignInRule[] = [
  {
    name: "password",
    path: /^\/api\/auth\/sign-in\/email$/,
    counters: [
      { of: "account and address", most: 10, within: 15 * minute },
      { of: "address", most: 100, within: 15 * minute },
    ],
  },
  {
    name: "mail",
    path: /^\/api\/auth\/(?:sign-up\/email|sign-in\/magic-link|request-password-reset|forget-password|send-verification-email|change-email)$/,
    counters: [
      { of: "account and address", most: 5, within: 60 * minute },
      { of: "account", most: 20, within: 60 * minute },
      { of: "address", most: 50, within: 60 * minute },
    ],
  },
  // A code that was printed once, and passwords that whoever has found an open session may try.
  {
    name: "secret",
    path: /^\/api\/(?:auth\/(?:setup|reset-password|change-password|set-password)|account\/(?:claim|deletion))$/,
    counters: [{ of: "address", most: 20, within: 15 * minute }],
  },
  { name: "other", path: /^\/api\/auth\//, counters: [{ of: "address", most: 300, within: 15 * minute }] },
];

/** Routes that hash a password: each takes a tenth of a second of a processor, and much memory. */
const hashing =
  /^\/api\/(?:auth\/(?:setup|sign-in\/email|sign-up\/email|reset-password|change-password|set-password)|account\/(?:claim|deletion))$/;

/** Hashes at once: each keeps a processor busy, and small servers have two, on which readers wait for their pages. */
const mostHashes = 1;
/** Who waits longer than for some hashes is better told to come again. */
const mostWaiting = 8;
/** Milliseconds after which somebody who found no place to wait may come again. */
const crowded = 2_000;

/**
 * Refuses ways to sign in that are tried too often. What was tried is counted in the table of the cache, so that it holds for all processes of a server, and
 * before the password is looked at, so that many at once find out no more. Signing in forgets what was tried before.
 * `now` in milliseconds since 1970. Throws `Refused("too-many-requests")` and `SqlError`.
 */
export function signInLimit(db: Database, now: () => number): MiddlewareHandler<ApiEnv> {
  const turns = fewAtOnce(mostHashes, mostWaiting);
  // What is over is refused from memory: a flood must not make the database write.
  const over = new Map<string, number>();
  return async (c, next) => {
    const rule = c.req.method === "POST" ? signInRules.find(({ path }) => path.test(c.req.path)) : undefined;
    const hashes = c.req.method !== "GET" && hashing.test(c.req.path);
    const tried = rule ? await triedBy(rule, c.req.raw, c.get("address"), now()) : [];
    refuseFor(c, Math.max(0, ...tried.map(({ key }) => (over.get(key) ?? 0) - now())));
    if (hashes && turns.isFull()) refuseFor(c, crowded);
    const late = tried.length > 0 ? await countTries(db, tried) : [];
    for (const { key, ends } of late) remember(over, key, ends);
    refuseFor(c, Math.max(0, ...late.map(({ ends }) => ends - now())));
    if (!hashes) await next();
    else if ((await turns.run(next)) === null) refuseFor(c, crowded);
    if (rule?.name === "password" && c.res.status < 300) await forgetTries(db, tried);
  };
}

interface Tried extends Counter {
  key: string;
  /** When the stretch of time ends that is counted in. */
  ends: number;
}

async function triedBy(
  { name, counters }: SignInRule,
  request: Request,
  address: string,
  now: number,
): Promise<Tried[]> {
  const account = counters.some(({ of }) => of !== "address") ? await accountIn(request) : null;
  return counters
    .filter(({ of }) => of === "address" || account !== null)
    .map((counter) => {
      const stretch = Math.floor(now / counter.within);
      const who = { address, account, "account and address": `${account} ${address}` }[counter.of];
      return { ...counter, key: `tries ${name} ${counter.of} ${who} ${stretch}`, ends: (stretch + 1) * counter.within };
    });
}

/** A hash of the e-mail address that a request names, however it is written; null where it names none. */
async function accountIn(request: Request): Promise<string | null> {
  const email = emailIn(await request.clone().text());
  if (email === null) return null;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(email));
  return [...new Uint8Array(hash).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function emailIn(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    const named =
      typeof body === "object" && body !== null ? ["email", "newEmail"].map((key) => Reflect.get(body, key)) : [];
    const email: unknown = named.find((value) => typeof value === "string");
    return typeof email === "string" ? email.normalize("NFKC").trim().toLowerCase() : null;
  } catch (error) {
    // What is no JSON names nobody; the route says what is wrong with it.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keys that are remembered as over: some megabytes at most. */
const mostOver = 20_000;

function remember(over: Map<string, number>, key: string, ends: number): void {
  over.set(key, ends);
  const [oldest] = over.keys();
  if (over.size > mostOver && oldest !== undefined) over.delete(oldest);
}

/** Counts one more of each; those of which it is more than may be. */
async function countTries({ kysely, atomic }: Database, tried: readonly Tried[]): Promise<Tried[]> {
  const counted = await atomic(
    tried.map(({ key, ends }) =>
      kysely
        .insertInto("cache")
        .values({ key, value: "1", expires_at: timeText(ends) })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet({ value: sql<string>`cast(cast(cache.value as integer) + 1 as text)` }),
        )
        .returning("value"),
    ),
  );
  return tried.filter(({ most }, i) => Number(counted[i]?.[0]?.["value"]) > most);
}

async function forgetTries({ kysely }: Database, tried: readonly Tried[]): Promise<void> {
  const own = tried.filter(({ of }) => of === "account and address").map(({ key }) => key);
  if (own.length > 0) await kysely.deleteFrom("cache").where("key", "in", own).execute();
}
