import { readMigrations } from "../backends/sql/migrations/files.ts";
import { openD1 } from "../backends/sql/d1.ts";
import { variables } from "../config-variables.ts";
import { migrationFiles } from "../generated/migrations.ts";
import { type DevSubject, devConfig } from "../ops/dev-config.ts";
import { type DevAnswer, devMigrate } from "../ops/dev-migrate.ts";
import { devRestore } from "../ops/restore-dev.ts";
import type { Migrating } from "../ops/migrate.ts";
import type { WorkerBindings } from "./worker-bindings.ts";
import { workerBackup, workerRestore } from "./worker-backup.ts";
import { answer, problem } from "./worker-handlers.ts";
import { workerServices } from "./worker-studio.ts";

/** What whoever starts the server of development may tell it of itself, as variables. */
export interface DevBindings extends WorkerBindings {
  DEV_WRANGLER_VERSION?: string;
  DEV_HOT_RELOAD?: string;
  DEV_PID?: string;
}

/** The routes that only development has; null for any other path. Browsers are refused: a page of somebody else's could ask from within them. */
export async function devRoute(request: Request, bindings: DevBindings): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const route = routes[pathname];
  if (!route) return null;
  if (request.method !== route.method) return problem(405, `This is for ${route.method}.`, { allow: route.method });
  if (request.headers.has("origin")) return problem(403, "This is not for pages of the web.");
  const { status, body } = await route.answer(request, bindings);
  return answer(status, body, "application/json");
}

interface DevRoute {
  method: "GET" | "POST";
  answer(request: Request, bindings: DevBindings): Promise<DevAnswer>;
}

const routes: Readonly<Record<string, DevRoute>> = {
  "/dev/config": { method: "GET", answer: (request, bindings) => devConfig(subjectOf(request, bindings)) },
  "/dev/backup": {
    method: "POST",
    answer: async (_, bindings) => ({ status: 200, body: { ...(await workerBackup(workerServices(bindings))) } }),
  },
  "/dev/restore": {
    method: "POST",
    answer: async (request, bindings) =>
      devRestore("DB", await jsonOf(request), async (backup) => ({
        ...(await workerRestore(workerServices(bindings), backup)),
      })),
  },
  "/dev/migrate": {
    method: "POST",
    answer: async (request, bindings) => devMigrate(migratingOf(bindings), await jsonOf(request)),
  },
};

/** What was sent; null, which is no request, where it is no JSON. */
async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function migratingOf({ DB }: DevBindings): Migrating {
  const open = async () => openD1(DB);
  return {
    place: {
      name: "DB",
      open,
      read: open,
      copy: () => Promise.reject(new Error("D1 has no copies")),
      backup: async () => null,
    },
    migrations: () => readMigrations(migrationFiles),
    runner: {
      owner: `development (${crypto.randomUUID().slice(0, 8)})`,
      tool: "fabula on Workers",
      now: Date.now,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
  };
}

function subjectOf(request: Request, bindings: DevBindings): DevSubject {
  const { hostname, port, protocol } = new URL(request.url);
  const { blobs } = workerServices(bindings);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return {
    migrating: migratingOf(bindings),
    database: { name: "DB", type: isLocal ? "d1-local" : "d1-remote" },
    bindings: [
      { kind: "r2_buckets", name: "FILES", verify: () => blobs.list("", { limit: 1 }) },
      { kind: "queues", name: "TASKS", verify: async () => assertQueue(bindings) },
      { kind: "assets", name: "FONTS", verify: () => assertFonts(bindings) },
    ],
    secrets: secretsOf(bindings),
    wrangler: {
      version: bindings.DEV_WRANGLER_VERSION ?? null,
      dev_server: {
        port: Number(port) || (protocol === "https:" ? 443 : 80),
        hot_reload: bindings.DEV_HOT_RELOAD === undefined ? null : bindings.DEV_HOT_RELOAD === "true",
        pid: bindings.DEV_PID === undefined ? null : Number(bindings.DEV_PID),
      },
    },
  };
}

/** A message would be work for somebody; that it could be sent is all there is to see. */
function assertQueue({ TASKS }: DevBindings): void {
  if (typeof TASKS.sendBatch !== "function") throw new Error("it takes no messages");
}

async function assertFonts({ FONTS }: DevBindings): Promise<void> {
  const { status } = await FONTS.fetch("https://fonts/bangers/OFL.txt");
  if (status !== 200) throw new Error(`it answered ${status}`);
}

/** By name only. */
function secretsOf(bindings: DevBindings): string[] {
  const set = new Set(Object.entries(bindings).flatMap(([name, value]) => (typeof value === "string" ? [name] : [])));
  return variables.filter(({ name, secret }) => secret && set.has(name)).map(({ name }) => name);
}
