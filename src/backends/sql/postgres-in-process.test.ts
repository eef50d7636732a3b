import { pglitePlace } from "../../../test/engines/pglite.ts";
import { sqlContract } from "../../../test/sql-contract.ts";

sqlContract("PostgreSQL in the process", pglitePlace);
