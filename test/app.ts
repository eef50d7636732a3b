import { setTimeout as pause } from "node:timers/promises";
import { readFile } from "node:fs/promises";
import type { BlobStore } from "../src/backends/blobs/blob-store.ts";
import { type AppParts, createApp } from "../src/app.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { comicPlan } from "../src/features/comics/tasks.ts";
import type { LogLine } from "../src/http/request-log.ts";
import { type TestStudio, testStudio } from "./comic-studio.ts";
import { addPerson } from "./job-fixture.ts";
import { testAccounts } from "./test-accounts.ts";

/** A studio over HTTP, without a network: two people, and nobody. */
export interface TestApp {
  app: ReturnType<typeof createApp>;
  studio: TestStudio;
  /** Who sits at the machine, and somebody else. */
  owner: string;
  other: string;
  log: LogLine[];
  /** Jobs that workers were told of. */
  woken: string[];
  stopping: AbortController;
  /** Sends a request as `owner`, unless `as` says who. */
  send(method: string, path: string, options?: SendOptions): Promise<Response>;
  /** The same, with the JSON of the answer; fails where the status is another. */
  json<Answer>(method: string, path: string, options?: SendOptions & { status?: number }): Promise<Answer>;
  close(): Promise<void>;
}

export interface SendOptions {
  /** A person's id, or `nobody`. */
  as?: string;
  body?: unknown;
  /** Sent as it is. */
  bytes?: Uint8Array<ArrayBuffer>;
  headers?: Readonly<Record<string, string>>;
  /** The address of who has opened the connection. */
  peer?: string;
}

export const testOrigin = "http://localhost:8787";

export async function testApp(
  changes: Partial<AppParts> = {},
  kept: { db?: Database; blobs?: BlobStore } = {},
): Promise<TestApp> {
  const studio = await testStudio(kept);
  const { db, blobs, tools, owner } = studio;
  const other = tools.newId();
  await addPerson(db, other);
  const [log, woken, stopping] = [[] as LogLine[], [] as string[], new AbortController()];
  const app = createApp({
    services: { db, blobs, now: tools.now, newId: tools.newId, close: async () => undefined },
    tools,
    plans: { manga: comicPlan(tools) },
    signedIn: async ({ headers }) => {
      const id = headers.get("X-Person") ?? owner;
      const isAdmin = id === owner;
      return id === "nobody" ? null : { id, isAdmin, by: "session", sessionId: null, scopes: null };
    },
    // Tests say who has opened the connection with the request itself.
    peerOf: (env) => (typeof env === "string" ? env : "127.0.0.1"),
    trustedProxies: [],
    accounts: await testAccounts(db, { now: tools.now, newId: tools.newId }),
    version: "0.0.0-test",
    origin: testOrigin,
    secret: new Uint8Array(32).fill(7),
    web: async () => null,
    desk: null,
    watched: () => null,
    welcome: () => undefined,
    samples: async (name) => ({
      content: new Uint8Array(await readFile(`samples/${name}.epub`)),
      name: `${name}.epub`,
    }),
    health: async () => ({
      status: 503,
      body: { status: "unhealthy", timestamp: "", error: "", checks: noChecks },
    }),
    wake: (jobs) => void woken.push(...jobs),
    refusalOf: (error) => error,
    log: (line) => void log.push(line),
    memory: () => 1_000,
    clock: () => performance.now(),
    sleep: async (milliseconds, signal) => {
      await pause(Math.min(milliseconds, 10), null, { signal }).catch(() => null);
    },
    stopping: stopping.signal,
    ...changes,
  });
  const send = async (method: string, path: string, options: SendOptions = {}): Promise<Response> =>
    app.request(`${testOrigin}${path}`, requestOf(method, options), options.peer ?? "127.0.0.1");
  return {
    app,
    studio,
    owner,
    other,
    log,
    woken,
    stopping,
    send,
    async json(method, path, { status = 200, ...options } = {}) {
      const response = await send(method, path, options);
      const text = await response.text();
      if (response.status !== status) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text);
    },
    close: () => db.close(),
  };
}

const noCheck = { status: "unhealthy", response_time: 0, details: "" } as const;
const noChecks = { database: noCheck, application: { ...noCheck, version: "" }, storage: noCheck, queue: noCheck };

function requestOf(method: string, { as, body, bytes, headers = {} }: SendOptions): RequestInit {
  return {
    method,
    headers: {
      ...(as === undefined ? {} : { "X-Person": as }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(bytes ? { body: bytes } : body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** What a refused request answers. */
export interface ProblemAnswer {
  status: number;
  code: string;
  title: string;
  fix: string;
  fields?: { path: string; message: string }[];
}
