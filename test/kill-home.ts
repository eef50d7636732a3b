import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openS3Blobs } from "../src/backends/blobs/s3.ts";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import type { Services } from "../src/services.ts";
import { postgresPlace } from "./engines/postgres.ts";
import { type S3Bucket, startS3 } from "./engines/s3.ts";

/** Where a kill test keeps rows and files. */
export interface KillEngines {
  database: "sqlite" | "postgres";
  blobs: "fs" | "s3";
}

/** Where one conversion keeps them, as it is told to its processes: `home.json` in its folder. */
export interface KillHome {
  /** An address of PostgreSQL; null for a file in the folder. */
  postgres: string | null;
  /** A bucket and what stands before the keys; null for a folder in the folder. */
  s3: (S3Bucket & { prefix: string }) | null;
}

/** Makes homes, each with a folder of its own; `close` ends what they run on. */
export interface KillGround {
  newHome(): Promise<{ folder: string; remove(): Promise<void> }>;
  close(): Promise<void>;
}

export async function openGround({ database, blobs }: KillEngines): Promise<KillGround> {
  const server = blobs === "s3" ? await startS3() : null;
  return {
    async newHome() {
      const folder = mkdtempSync(join(tmpdir(), "fabula-kill-"));
      const place = database === "postgres" ? await postgresPlace() : null;
      const home: KillHome = {
        postgres: place?.url ?? null,
        s3: server ? { ...server.bucket, prefix: `${randomUUID()}/` } : null,
      };
      writeFileSync(join(folder, "home.json"), JSON.stringify(home));
      return {
        folder,
        async remove() {
          await place?.remove();
          rmSync(folder, { recursive: true });
        },
      };
    },
    close: async () => server?.close(),
  };
}

export function homeIn(folder: string): KillHome {
  // `openGround` wrote it.
  return JSON.parse(readFileSync(join(folder, "home.json"), "utf8")) as KillHome;
}

/** Opens the services of the home in a folder; the caller closes them. */
export function openHome(folder: string): Promise<Services> {
  const { postgres, s3 } = homeIn(folder);
  const database = databaseAt(postgres ?? `file:${join(folder, "studio.sqlite")}`, "0.0.0-kill");
  return openServices(database, s3 ? () => openS3Blobs(s3) : join(folder, "storage"));
}

export async function withHome<T>(folder: string, act: (services: Services) => Promise<T>): Promise<T> {
  const services = await openHome(folder);
  try {
    return await act(services);
  } finally {
    await services.close();
  }
}
