import { Refused } from "../../core/text/result.ts";
import { fillSearch } from "../../features/library/fill-search.ts";
import { type Migrating, readMigrationStatus, runMigrate } from "../../ops/migrate.ts";
import { type Command, shared } from "../command.ts";
import { wholeNumber } from "../option-numbers.ts";
import { noChoice } from "../options.ts";

const actions = ["up", "down", "status"] as const;

/** Milliseconds that a person waits for another run, before it is said who runs. */
const patience = 5_000;

export const migrate: Command = {
  name: "migrate",
  summary: "Bring the database to a version of the schema, or say where it stands",
  usage: "up|down|status [--to N] [--dry-run] [--json]",
  takes: actions,
  options: {
    to: {
      value: "N",
      choices: null,
      help: "The version to stop at, 0 for none (default: up to the last, down by one)",
    },
    "dry-run": { value: null, choices: null, help: "Do it on a copy, and tell what it would change" },
    json: shared.json,
  },
  examples: ["fabula migrate status", "fabula migrate up --dry-run", "fabula migrate up", "fabula migrate down --to 3"],
  async run(options, host) {
    const action = actionOf(options.files);
    const migrating = host.openDatabase();
    const [to, dryRun] = [options.text("to"), options.on("dry-run")];
    const print = (told: object, lines: string[]) =>
      host.stdout.write(`${options.on("json") ? JSON.stringify(told) : lines.join("\n")}\n`);
    if (action !== "status") {
      const request = { direction: action, to: to === null ? null : wholeNumber("to", to, 0), dryRun };
      const report = await runMigrate(migrating, request, patience);
      if (action === "up" && !dryRun && report.steps.length > 0) await fillNewSearch(migrating, to);
      return print(report, reportLines(migrating.place.name, report));
    }
    if (to !== null || dryRun) throw new Refused("usage", "`migrate status` takes neither --to nor --dry-run.");
    const status = await readMigrationStatus(migrating);
    print(status, statusLines(status));
  },
};

/** Lets books be found whose words an older version did not keep, where the schema is the newest: any other may not have the words yet. */
async function fillNewSearch({ place }: Migrating, to: string | null): Promise<void> {
  if (to !== null) return;
  const db = await place.open();
  try {
    await fillSearch(db, "unknown");
  } finally {
    await db.close();
  }
}

function actionOf([word, ...more]: readonly string[]): (typeof actions)[number] {
  const action = actions.find((known) => known === word);
  if (word === undefined || more.length > 0)
    throw new Refused("usage", `Say what to do: fabula migrate ${actions.join("|")}`);
  if (action === undefined) throw new Refused("usage", noChoice("What to do", word, actions));
  return action;
}

type Report = Awaited<ReturnType<typeof runMigrate>>;

function reportLines(name: string, { direction, dryRun, from, to, steps, backup }: Report): string[] {
  if (steps.length === 0) return [`${name}: version ${from}, nothing to do`];
  const done = `${dryRun ? "would be " : ""}${direction === "up" ? "applied" : "taken back"}`;
  return [
    `${name}: version ${from} → ${to}${dryRun ? " (dry run: nothing was changed)" : ""}`,
    ...steps.flatMap((step) => [
      `  ${step.name}  ${done}, ${step.milliseconds} ms`,
      ...step.rows.map(rowLine).filter((line) => line !== null),
    ]),
    ...(backup === null ? [] : [`Backup from before: ${backup}`]),
  ];
}

/** What happened to the rows of a table; null where it is a new or dropped table without any. */
function rowLine({ table, before, after }: Report["steps"][number]["rows"][number]): string | null {
  if ((before ?? 0) === 0 && (after ?? 0) === 0) return null;
  return `    ${table}: ${before ?? "no table"} → ${after === null ? "no table" : after} rows`;
}

function statusLines(status: Awaited<ReturnType<typeof readMigrationStatus>>): string[] {
  const { database, version, latest, applied, pending, drift } = status;
  return [
    `${database}: version ${version} of ${latest}`,
    ...applied.map((row) => `  ${row.name}  ${row.appliedAt}, ${row.executionMs ?? "?"} ms, ${row.tool}`),
    ...pending.map(({ name }) => `  ${name}  pending`),
    ...drift.map((what) => `  ! ${what} by hand`),
  ];
}
