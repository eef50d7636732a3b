/**
 * `npm run kill [-- --moments N]`: kills a worker with SIGKILL at every boundary of every step, and at N random moments (50), starts it
 * again each time, and checks that the files are those of an undisturbed run, that no task was completed twice, and that no answered
 * question was put to the model again.
 */
import { killTest } from "../test/kill-test.ts";

const at = process.argv.indexOf("--moments");
const moments = at === -1 ? 50 : Number(process.argv[at + 1]);
const report = await killTest({ moments, everyBoundary: true, tell: (line) => process.stdout.write(`${line}\n`) });
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.faults.length > 0 ? 1 : 0;
