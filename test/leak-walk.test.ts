import { testDatabase } from "./database.ts";
import { leakWalkSuite } from "./leak-walk-suite.ts";

leakWalkSuite("SQLite", async () => ({ db: await testDatabase(), remove: async () => undefined }));
