import { sql } from "kysely";
import type { Capabilities } from "./database.ts";

/** What SQLite and D1 need not do, since their lists run one after the other. */
export const oneWriter: Pick<Capabilities, "exclusive" | "skipLocked"> = {
  exclusive: () => null,
  skipLocked: sql``,
};
