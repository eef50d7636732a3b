import { createRoute, z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { Database } from "./backends/sql/database.ts";
import { Refused } from "./core/text/result.ts";
import { deletionRoutes } from "./features/accounts/deletion-routes.ts";
import { exportRoutes } from "./features/accounts/export-routes.ts";
import { mountSignIn, type StudioAccounts } from "./features/accounts/sign-in-api.ts";
import { profileRoutes } from "./features/accounts/profile-routes.ts";
import { accountRoutes } from "./features/accounts/routes.ts";
import { adminJobRoutes } from "./features/admin/job-routes.ts";
import { peopleRoutes } from "./features/admin/people-routes.ts";
import { adminRoutes } from "./features/admin/routes.ts";
import { castRoutes } from "./features/comics/cast-routes.ts";
import { type ComicDesk, comicDesk, fairDesk } from "./features/comics/comic-desk.ts";
import type { ComicTools } from "./features/comics/comic-tools.ts";
import { previews } from "./features/comics/preview.ts";
import { retryComic } from "./features/comics/retry-comic.ts";
import { comicRoutes } from "./features/comics/routes.ts";
import { sharedRoutes, shareRoutes } from "./features/comics/share-routes.ts";
import { comicJobType } from "./features/comics/tasks.ts";
import { contentMemory } from "./features/files/content-memory.ts";
import { fileRoutes, linkedFileRoutes } from "./features/files/routes.ts";
import { workGauges } from "./features/jobs/queries/work-gauges.ts";
import { jobRoutes } from "./features/jobs/routes.ts";
import type { JobPlans } from "./features/jobs/task-handler.ts";
import { bookReader } from "./features/library/read-books.ts";
import { libraryRoutes } from "./features/library/routes.ts";
import { textRoutes } from "./features/library/text-routes.ts";
import { admit, isOpen } from "./http/admission.ts";
import { docsPage, docsStyle } from "./http/api-docs.ts";
import { type Api, failures, newApi } from "./http/api.ts";
import { addressOfClients } from "./http/client-address.ts";
import { ownRequestsOnly } from "./http/foreign-requests.ts";
import { metricsAccess } from "./http/metrics-access.ts";
import { type Gauge, requestMetrics } from "./http/metrics.ts";
import type { NetworkRange } from "./http/network-address.ts";
import type { Person } from "./http/person.ts";
import { answerProblem, problemOf } from "./http/problem.ts";
import { type RateLimit, rateLimit } from "./http/rate-limit.ts";
import { smallBodies } from "./http/read-body.ts";
import { type LogLine, requestLog } from "./http/request-log.ts";
import { securityHeaders, textPagePolicy } from "./http/security-headers.ts";
import { signInLimit } from "./http/sign-in-limit.ts";
import { type WebFiles, webPages } from "./http/web-pages.ts";
import type { HealthAnswer } from "./ops/health-answer.ts";
import type { Services } from "./services.ts";

/** Everything that the studio over HTTP is made of. */
export interface AppParts {
  services: Services;
  tools: ComicTools;
  plans: JobPlans;
  /** Who sends a request; null for nobody. */
  signedIn(request: Request): Promise<Person | null>;
  /** The address of who has opened the connection, out of what the server gives with each request; null where it tells none. */
  peerOf(env: unknown): string | null;
  /** Proxies whose word about addresses is believed. */
  trustedProxies: readonly NetworkRange[];
  /** Signing in, sessions, tokens, invitations and mail. */
  accounts: StudioAccounts;
  version: string;
  /** The address that browsers see, without a slash at the end. */
  origin: string;
  /** Signs links; 32 bytes or more. */
  secret: Uint8Array<ArrayBuffer>;
  /** What a program sends that reads the measures from elsewhere; absent where none does. */
  metricsToken?: string | null;
  web: WebFiles;
  /** Hears of each person who is let in, each time, to give the sample stories; must not throw. Null where nobody is given any. */
  welcome: ((owner: string) => void) | null;
  /** Where previews and files are computed; null for this thread. */
  desk: ComicDesk | null;
  /** The folder that is watched, and for whom; null where none is. */
  watched(): { owner: string; folder: string; isThere: boolean } | null;
  samples(name: "english" | "japanese"): Promise<{ content: Uint8Array; name: string }>;
  health(): Promise<HealthAnswer>;
  /** Tells workers that jobs have work. */
  wake(jobs: readonly string[]): void;
  /** A failure of database or storage as what a person can mend; others as they are. */
  refusalOf(error: unknown): unknown;
  log(line: LogLine): void;
  /** Bytes that the process has. */
  memory(): number;
  /** Milliseconds from any moment. */
  clock(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
}

const info = {
  title: "Fabula",
  description:
    "The studio’s interface: books, comics, jobs and files of the person who is signed in. Failures are problems (RFC 9457) with a code, a title and a fix. Lists come in parts: `next` of one is `cursor` of the following.",
};

/** The studio as a function from requests to answers. */
export function createApp(parts: AppParts): Api {
  const { services, version, origin } = parts;
  const { now, newId } = services;
  const app = newApi();
  const metrics = requestMetrics();
  app.use(
    requestLog({
      newId,
      now,
      clock: parts.clock,
      tell(line) {
        metrics.count(line);
        parts.log(line);
      },
    }),
  );
  const limit = rateLimit(parts.clock);
  app.use(securityHeaders(origin));
  app.use(addressOfClients(parts.peerOf, parts.trustedProxies));
  app.use(limit.byAddress);
  app.use(ownRequestsOnly(origin));
  app.use(smallBodies);
  app.onError((error, c) => {
    const cause = error instanceof HTTPException && error.status < 500 ? new Refused("request-invalid") : error;
    const refusal = parts.refusalOf(cause);
    const problem = problemOf(refusal);
    if (problem.status >= 500) parts.log(faultLine(error, now(), c.get("requestId") ?? null));
    return answerProblem(c, problem);
  });
  app.notFound((c) => answerProblem(c, problemOf(new Refused("route-unknown"))));
  mountOperations(app, parts, metrics);
  app.use("/api/*", signInLimit(services.db, now));
  mountApi(app, parts, limit);
  const document = { openapi: "3.1.0", info: { ...info, version } };
  app.doc31("/api/openapi.json", document);
  app.get("/api/docs", async (c) => {
    c.header("Content-Security-Policy", await textPagePolicy(docsStyle));
    return c.html(docsPage(app.getOpenAPI31Document(document)));
  });
  app.use(webPages(parts.web));
  return app;
}

function mountApi(app: Api, parts: AppParts, limit: RateLimit): void {
  const { services, tools, plans, wake, origin } = parts;
  const { db, blobs, now, newId } = services;
  const books = bookReader(db, blobs);
  const files = { db, blobs, now, secret: parts.secret };
  const library = { db, blobs, now, newId, books, samples: parts.samples, watched: parts.watched };
  const comics = {
    db,
    blobs,
    pictures: contentMemory(),
    now,
    newId,
    tools,
    plans,
    books,
    wake,
    origin,
    desk: fairDesk(parts.desk ?? comicDesk({ db, tools, books, previews: previews(db, tools, parts.clock) })),
  };
  app.route("/api", linkedFileRoutes(files));
  app.use("/api/*", async (c, next) => {
    if (isOpen(c.req.path)) return next();
    const person = admit(await parts.signedIn(c.req.raw), c.req.method, c.req.path);
    c.set("person", person);
    c.set("owner", person.id);
    parts.welcome?.(person.id);
    const cookie = parts.accounts.people.renewedCookie(c.req.raw);
    if (cookie !== null) c.header("Set-Cookie", cookie);
    return limit.byAccount(c, next);
  });
  mountSignIn(app, { db, now, newId, origin }, parts.accounts);
  app.route("/api", accountRoutes({ db, now, version: parts.version, givesSamples: parts.welcome !== null }));
  app.route("/api", profileRoutes({ db, blobs, now, newId, rasterizer: () => tools.rasterizer() }));
  app.route("/api", exportRoutes({ db, blobs, now }));
  const { signIn, mail } = parts.accounts;
  const proof = { isPassword: signIn.isPassword, post: mail.post };
  app.route("/api", deletionRoutes({ db, now, newId, origin, ...proof }));
  app.route("/api", adminRoutes({ db, blobs, now, version: parts.version }));
  app.route("/api", peopleRoutes({ db, now, newId }));
  app.route("/api", libraryRoutes(library));
  app.route("/api", textRoutes(library));
  app.route("/api", castRoutes(comics));
  app.route("/api", comicRoutes(comics));
  app.route("/api", shareRoutes(comics));
  app.route("/api", sharedRoutes(comics));
  app.route("/api", fileRoutes(files));
  const retry = (logged: Database, owner: string, jobId: string, at: number): Promise<boolean> =>
    retryComic(logged, blobs, owner, { jobId, plan: plans[comicJobType] ?? [], now: at, newId });
  app.route(
    "/api",
    jobRoutes({
      db,
      now,
      wake,
      sleep: parts.sleep,
      stopping: parts.stopping,
      retry: (owner, jobId) => retry(db, owner, jobId, now()),
    }),
  );
  app.route("/api", adminJobRoutes({ db, now, newId, retry, wake }));
}

const getHealth = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether database, program, storage and queue are well",
  responses: {
    200: { description: "Healthy, or degraded", content: { "application/json": { schema: z.looseObject({}) } } },
    503: { description: "Unhealthy", content: { "application/json": { schema: z.looseObject({}) } } },
  },
});

const getMetrics = createRoute({
  method: "get",
  path: "/metrics",
  summary: "Requests, jobs, tasks and memory, as Prometheus reads them",
  responses: {
    200: { description: "Metrics", content: { "text/plain": { schema: z.string() } } },
    ...failures(401, 403),
  },
});

function mountOperations(
  app: Api,
  { health, memory, services, metricsToken = null, origin, peerOf, signedIn }: AppParts,
  metrics: ReturnType<typeof requestMetrics>,
): void {
  const admitMeter = metricsAccess({ token: metricsToken, origin, peerOf, signedIn });
  app.openapi(getHealth, async (c) => {
    const { status, body } = await health();
    c.header("Cache-Control", "no-store");
    return c.json(body, status);
  });
  app.openapi(getMetrics, async (c) => {
    await admitMeter(c);
    const bytes: Gauge = {
      name: "fabula_process_memory_bytes",
      help: "Memory of the server’s process.",
      samples: [{ labels: {}, value: memory() }],
    };
    const gauges = [bytes, ...(await workGauges(services.db, services.now()))];
    const type = { "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store" };
    return c.text(metrics.text(gauges), 200, type);
  });
}

/** A fault for the log. Messages of engines hold names of columns and files, and never the text of a book. */
function faultLine(error: Error, now: number, request: string | null): LogLine {
  const fault = error instanceof Refused ? error.code : `${error.name}: ${error.message.slice(0, 300)}`;
  return { time: new Date(now).toISOString(), level: "error", request, fault };
}
