import { accountsApp } from "./accounts-app.ts";
import { makeTables } from "./engine-schema.ts";
import { pglitePlace } from "./engines/pglite.ts";
import { onPostgres } from "./engines/postgres.ts";
import { signInContract } from "./sign-in-contract.ts";

signInContract("PostgreSQL in the process", async () => {
  const place = await pglitePlace();
  const db = await place.connect();
  await makeTables(db, "postgres");
  const studio = await accountsApp({ db });
  return { ...studio, close: () => studio.close().then(place.remove) };
});

onPostgres("PostgreSQL", (open) => {
  signInContract("a server of PostgreSQL", async () => {
    const place = await open();
    const db = await place.connect();
    await makeTables(db, "postgres");
    const studio = await accountsApp({ db });
    return { ...studio, close: () => studio.close().then(place.remove) };
  });
});
