import { env } from "cloudflare:test";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { tableIndex } from "../../../src/backends/vectors/table.ts";
import { makeTables } from "../../engine-schema.ts";
import { vectorContract } from "../../vector-contract.ts";
import { emptied } from "./d1-tables.ts";

vectorContract("a table of D1", async () => {
  const binding = await emptied(env.DB);
  const db = openD1(binding);
  await makeTables(db, "portable");
  return {
    db,
    index: tableIndex(db),
    settle: async () => undefined,
    async close() {
      await db.close();
      await emptied(binding);
    },
  };
});
