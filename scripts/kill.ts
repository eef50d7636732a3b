/**
 * `npm run kill [-- --moments N --database sqlite|postgres --blobs fs|s3 --workers N]`: kills workers with SIGKILL at every boundary of every step, and
 * at N random moments (50), starts each again, and checks that the files are those of an undisturbed run, that no task was completed twice, that rows
 * and blobs agree, and that no answered question was put to the model again. On PostgreSQL (FABULA_TEST_POSTGRES names the server) three work at once.
 */
import { parseArgs } from "node:util";
import { killTest } from "../test/kill-test.ts";

const { values } = parseArgs({
  options: {
    moments: { type: "string", default: "50" },
    database: { type: "string", default: "sqlite" },
    blobs: { type: "string", default: "fs" },
    workers: { type: "string" },
  },
});
const database = values.database === "postgres" ? "postgres" : "sqlite";
const report = await killTest({
  moments: Number(values.moments),
  everyBoundary: true,
  engines: { database, blobs: values.blobs === "s3" ? "s3" : "fs" },
  workers: Number(values.workers ?? (database === "postgres" ? 3 : 1)),
  tell: (line) => process.stdout.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.faults.length > 0 ? 1 : 0;
