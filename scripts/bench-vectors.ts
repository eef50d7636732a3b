// `node scripts/bench-vectors.ts [VECTORS [ENGINE …]]`: 10,000 vectors of 1,536 numbers around 100 centres, on sqlite and pglite, and on the server that
// FABULA_TEST_POSTGRES names (postgres): how long it takes to keep them and to build what a search needs, the median of 20 searches for the five nearest
// of a person's, by the clock and in time of this process's processor, and their recall, which is the share of the truth that was found.
// Exits with 1 for a recall below 0.99, or of less than 1 where every vector is looked at.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../src/backends/sql/database.ts";
import { openSqlite } from "../src/backends/sql/sqlite.ts";
import { nearQueries } from "../src/backends/vectors/pgvector-copies.ts";
import { postgresVectors } from "../src/backends/vectors/pgvector.ts";
import { tableIndex } from "../src/backends/vectors/table.ts";
import type { VectorIndex } from "../src/backends/vectors/vector-index.ts";
import { clusteredVectors } from "../test/clustered-vectors.ts";
import { addPerson, explained, makeTables } from "../test/engine-schema.ts";
import { pglitePlace } from "../test/engines/pglite.ts";
import { postgresPlace, postgresServer } from "../test/engines/postgres.ts";
import { addThings, nearestOfAll, recall } from "../test/vector-contract.ts";
import { median } from "./medians.ts";

const count = Number(process.argv[2] ?? 10_000);
const engines = process.argv.length > 3 ? process.argv.slice(3) : ["sqlite", "pglite", "postgres"];
const all = new Map(clusteredVectors(count).map((vector, i) => [`c${String(i).padStart(5, "0")}`, vector]));
const queries = clusteredVectors(20, { seed: 2 });
const truths = queries.map((query) => nearestOfAll(all, query, 5));

if (engines.includes("sqlite")) await inFile();
if (engines.includes("pglite")) await onEngine("PGlite", await pglitePlace());
if (engines.includes("postgres") && postgresServer === null)
  process.stdout.write("PostgreSQL: FABULA_TEST_POSTGRES names no server\n");
else if (engines.includes("postgres")) await onEngine("PostgreSQL", await postgresPlace());
// PGlite keeps the process going.
process.exit();

async function inFile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-vectors-"));
  try {
    const db = openSqlite(join(folder, "bench.sqlite"));
    await makeTables(db, "portable");
    await measure("SQLite", db);
    await db.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onEngine(name: string, place: { connect(): Promise<Database>; remove(): Promise<void> }): Promise<void> {
  const db = await place.connect();
  try {
    await makeTables(db, "postgres");
    await measure(name, db);
    await withPgvector(name, db);
  } finally {
    await db.close();
    await place.remove();
  }
}

/** Keeps the vectors and looks at all of them. */
async function measure(name: string, db: Database): Promise<void> {
  await addPerson(db, "ann");
  await addThings(db, { owner: "ann", novel: "n1" }, [...all.keys()]);
  const index = tableIndex(db);
  const entries = Array.from(all, ([id, vector]) => ({
    ...({ kind: "character", owner: "ann", novel: "n1", model: "m1" } as const),
    id,
    vector,
  }));
  const kept = await seconds(() => index.put(entries, 0));
  await report(`${name}, every vector`, `kept in ${kept} s`, index, 1);
}

/** Builds what pgvector needs and searches by it. */
async function withPgvector(name: string, db: Database): Promise<void> {
  let found: Awaited<ReturnType<typeof postgresVectors>> | null = null;
  const built = await seconds(async () => (found = await postgresVectors(db)));
  const { index, pgvector, reason } = found ?? (await postgresVectors(db));
  if (pgvector === null) process.stdout.write(`${name}: ${reason}\n`);
  else {
    await report(`${name}, HNSW of pgvector ${pgvector.version}`, `copied and built in ${built} s`, index, 0.99);
    const query = { kind: "character", model: "m1", vector: queries[0] ?? new Float32Array(0), limit: 50 } as const;
    const plan = await explained(db, nearQueries(db, pgvector, "ann", query), "explain");
    const way = plan.split("\n").find((line) => line.includes("Scan")) ?? plan;
    process.stdout.write(`${name}: candidates by ${way.trim().replace(/ *\(.*/, "")}\n`);
  }
}

async function report(name: string, built: string, index: VectorIndex, least: number): Promise<void> {
  const [times, used]: [number[], number[]] = [[], []];
  const recalls: number[] = [];
  for (const [i, vector] of queries.entries()) {
    const [from, before] = [performance.now(), process.cpuUsage()];
    const query = { kind: "character", model: "m1", vector, limit: 5 } as const;
    const found = await index.nearest({ owner: "ann", novel: null }, query);
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    used.push((user + system) / 1_000);
    recalls.push(recall(found, truths[i] ?? []));
  }
  const mean = recalls.reduce((sum, each) => sum + each, 0) / recalls.length;
  const took = `${median(times).toFixed(1)} ms (${median(used).toFixed(1)} of the processor here)`;
  process.stdout.write(`${name}: ${built}, a search ${took}, recall ${mean.toFixed(3)}\n`);
  if (mean < least) process.exitCode = 1;
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const from = performance.now();
  await work();
  return ((performance.now() - from) / 1_000).toFixed(1);
}
