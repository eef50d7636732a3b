import { makeTables } from "./engine-schema.ts";
import { pglitePlace } from "./engines/pglite.ts";
import { onPostgres } from "./engines/postgres.ts";
import { leakWalkSuite } from "./leak-walk-suite.ts";

leakWalkSuite("PostgreSQL in the process", async () => {
  const place = await pglitePlace();
  const db = await place.connect();
  await makeTables(db, "postgres");
  return { db, remove: place.remove };
});

onPostgres("PostgreSQL", (open) => {
  leakWalkSuite("a server of PostgreSQL", async () => {
    const place = await open();
    const db = await place.connect();
    await makeTables(db, "postgres");
    return { db, remove: place.remove };
  });
});
