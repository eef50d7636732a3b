import { env } from "cloudflare:test";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { makeTables } from "../../engine-schema.ts";
import { textSearchContract } from "../../text-search-contract.ts";
import { emptied } from "./d1-tables.ts";

textSearchContract("D1", async () => {
  const binding = await emptied(env.DB);
  const db = openD1(binding);
  await makeTables(db, "portable");
  return {
    db,
    async close() {
      await db.close();
      await emptied(binding);
    },
  };
});
