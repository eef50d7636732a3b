/**
 * Suites that take long, since they start servers, engines or browsers of their own: `npm test` leaves them out and says so; `npm run test:all` and
 * `.ci/run` run them too (FABULA_TESTS=all).
 */
export const slowSuites: readonly string[] = [
  "src/backends/blobs/s3*.test.ts",
  "src/backends/queue/pg-boss.test.ts",
  "src/backends/sql/{migrate-engines,postgres-in-process,text-search}.test.ts",
  "src/backends/vectors/*.test.ts",
  "test/{accounts-postgres,backup-postgres,backup-s3,backup-wrangler,d1-wrangler,health-postgres,leak-walk-postgres,plans,server,watch-server,worker-bundle}.test.ts",
  "test/e2e/**/*.test.ts",
  "test/kill.test.ts",
  "test/runtimes/workerd/{accounts,backup,d1-dump,leak-walk,pipeline,queue,vectors}.test.ts",
];

/** Whether they run. */
export const runsAll = process.env["FABULA_TESTS"] === "all";
