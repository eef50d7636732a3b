import { env } from "cloudflare:test";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { healthContract } from "../../health-contract.ts";
import { emptied } from "./d1-tables.ts";

healthContract("D1", async () => {
  await emptied(env.DB);
  return {
    connect: async () => openD1(env.DB),
    migrations: () => readMigrations(migrationFiles),
    remove: async () => undefined,
  };
});
