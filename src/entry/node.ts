import { readFile } from "node:fs/promises";
import { IncomingMessage, type Server } from "node:http";
import { resolve as pathFrom } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "../app.ts";
import { errorLines } from "../cli/error-lines.ts";
import type { OpenedServer, ServerChoice } from "../cli/host.ts";
import type { OwnStudio } from "../cli/studio.ts";
import type { Config } from "../config.ts";
import { ConfigRefused } from "../config-problem.ts";
import { redirectProblems, withPort } from "../config-rules.ts";
import { Refused } from "../core/text/result.ts";
import type { SampleName } from "../features/comics/first-shelf.ts";
import { bookReader } from "../features/library/read-books.ts";
import type { LogLine } from "../http/request-log.ts";
import { health, type HealthSubject } from "../ops/health.ts";
import { openAccounts } from "./accounts.ts";
import { openDesk } from "./desk.ts";
import { type FolderWatching, openFolderWatch } from "./folder-watch.ts";
import { openWelcome } from "./first-shelf.ts";
import { webFilesIn } from "./web-files.ts";

/** Milliseconds in which answers that were begun may end when the server stops. */
const grace = 5_000;

export interface ServerParts {
  config: Config;
  version: string;
  /** Folder of the program, with a slash at the end. */
  root: URL;
  /** Where paths start from. */
  folder: string;
  health: HealthSubject;
  refusalOf(error: unknown): unknown;
  /** Writes a line of the log. */
  write(line: string): void;
}

/** The studio as a server of HTTP for the one who sits at this machine. Throws `Refused` where it may not or cannot listen. */
export async function openServer(
  { services, owner, plans, tools }: OwnStudio,
  { config, version, root, folder, health: subject, refusalOf, write }: ServerParts,
  { port: asked, isQuiet, isEmpty, watch, wake }: ServerChoice,
): Promise<OpenedServer> {
  const stopping = new AbortController();
  const desk = openDesk(version);
  let watching: FolderWatching | null = null;
  const samples = (name: SampleName) => sampleIn(root, name);
  const books = bookReader(services.db, services.blobs);
  const first = openWelcome({ ...services, books, plans, wake, samples }, (error) =>
    write(`! no samples: ${errorLines(refusalOf(error))}`),
  );
  const welcome = config.samples && !isEmpty ? first.welcome : null;
  const port = asked ?? config.port;
  const origin =
    new URL(config.origin).port === String(config.port) ? withPort(config.origin, String(port)) : config.origin;
  const misplaced = config.twitter === null ? [] : redirectProblems(origin, config.twitter.redirectUri);
  if (misplaced.length > 0) throw new ConfigRefused(misplaced);
  const trouble = (error: unknown): void => write(`! accounts: ${errorLines(refusalOf(error))}`);
  const accounts = await openAccounts(services, { config, origin, trouble });
  const app = createApp({
    services,
    tools,
    plans,
    wake,
    origin,
    version,
    refusalOf,
    peerOf,
    trustedProxies: config.trustedProxies,
    accounts,
    signedIn: accounts.people.signedIn,
    secret: await secretOf(config),
    metricsToken: config.metricsToken?.reveal() ?? null,
    welcome,
    desk,
    watched: () => watching && { owner, folder: watching.folder, isThere: watching.isThere() },
    web: webFilesIn(new URL("dist/web/", root)),
    samples,
    health: () => health(subject),
    log: (line) => isTold(line, isQuiet) && write(`${JSON.stringify(line)}\n`),
    memory: () => process.memoryUsage.rss(),
    clock: () => performance.now(),
    sleep: (milliseconds, signal) =>
      pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      }),
    stopping: stopping.signal,
  });
  // Without TLS settings it is a server of plain HTTP.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await listen(server, config.host, port);
  const post = accounts.begin();
  if (await accounts.isSetupAwaited())
    write(`Nobody has an account yet. Make the first at ${origin}/sign-in with the code ${accounts.setupCode}\n`);
  welcome?.(owner);
  const watchFolder = watch ?? config.watchFolder;
  if (watchFolder !== null)
    watching = openFolderWatch({ version, owner, folder: pathFrom(folder, watchFolder) }, write);
  const warm = setTimeout(desk.warm, 1_000);
  return {
    address: origin,
    async stop() {
      stopping.abort();
      clearTimeout(warm);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      await first.end();
      await post.stop();
      desk.end();
      watching?.end();
      clearTimeout(late);
    },
  };
}

/** The address of a connection, out of what the server of Node gives with each request. */
function peerOf(env: unknown): string | null {
  if (typeof env !== "object" || env === null || !("incoming" in env)) return null;
  return env.incoming instanceof IncomingMessage ? (env.incoming.socket.remoteAddress ?? null) : null;
}

/** On a quiet server, or a terminal, only what went wrong. */
const isTold = ({ level }: LogLine, isQuiet: boolean): boolean => level === "error" || !isQuiet;

/** The secret of sessions may be of any length; what signs has 32 bytes of it. */
async function secretOf({ sessionSecret }: Config): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(sessionSecret.reveal())));
}

async function sampleIn(root: URL, name: SampleName): Promise<{ content: Uint8Array; name: string }> {
  const file = `${name}.epub`;
  return { content: new Uint8Array(await readFile(new URL(`samples/${file}`, root))), name: file };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const where = `${host}:${port}`;
      if (error.code === "EADDRINUSE") reject(new Refused("port-taken", where, { cause: error }));
      else reject(new Refused("address-unusable", `${where}: ${error.code}`, { cause: error }));
    });
    server.listen(port, host, () => resolve());
  });
}
