import { readMigrations } from "../src/backends/sql/migrations/files.ts";
import { migrationFiles } from "../src/generated/migrations.ts";
import { pglitePlace } from "./engines/pglite.ts";
import { onPostgres } from "./engines/postgres.ts";
import { healthContract } from "./health-contract.ts";

const migrations = () => readMigrations(migrationFiles, "postgres");

healthContract("PostgreSQL in the process", async () => ({ ...(await pglitePlace()), migrations }));

onPostgres("PostgreSQL", (open) => {
  healthContract("a server of PostgreSQL", async () => {
    const place = await open();
    return { connect: () => place.connect({ connections: 1 }), remove: place.remove, migrations };
  });
});
