import { type Json, parseJsonc } from "./config-check-jsonc.ts";
import { type DeployProblem, deployProblem as problem } from "./config-check-problem.ts";
import {
  type DeployEnvironment,
  type DeploySettings,
  environments,
  type EnvironmentSettings,
  memberOf,
  settingsOf,
  textsIn,
  textsOf,
  type Told,
} from "./config-check-settings.ts";
import { variableProblems } from "./config-check-variables.ts";

/** What is asked of the settings beside their text. */
export interface DeployQuestion {
  /** Name of the file, for the places of problems. */
  path: string;
  /** Milliseconds since 1970. */
  now: number;
  /** The environment that is about to be deployed: values of the example are not good enough for it. Null where none is. */
  environment: DeployEnvironment | null;
}

type Rule = (settings: DeploySettings, question: DeployQuestion) => DeployProblem[];

/** All that is wrong with a file of settings for wrangler, and its settings where both environments are there. */
export function wranglerProblems(
  text: string,
  question: DeployQuestion,
): { settings: DeploySettings | null; problems: DeployProblem[] } {
  const { path } = question;
  const parsed = parseJsonc(text);
  if (!parsed.ok) {
    const { line, column, fault } = parsed;
    const where = `${path}:${line}:${column}`;
    return { settings: null, problems: [problem("deploy-file", where, fault, "Correct the file there")] };
  }
  const [development, production] = environments.map((name) => settingsOf(parsed.value, name));
  if (!development || !production) {
    const missing = environments.filter((name) => settingsOf(parsed.value, name) === null);
    const fix = "Write both environments; they share nothing but what stands above them";
    const problems = missing.map((name) =>
      problem("deploy-environment", `${path} env.${name}`, "There is no such environment", fix),
    );
    return { settings: null, problems };
  }
  const settings = { file: parsed.value, development, production };
  const problems = [...rules, variableProblems].flatMap((rule) => rule(settings, question));
  return { settings, problems: problems.map((each) => ({ ...each, where: `${path} ${each.where}` })) };
}

const both = ({ development, production }: DeploySettings): EnvironmentSettings[] => [development, production];

const textOf = (environment: EnvironmentSettings, key: string): string | null => {
  const value = environment.setting(key)?.value;
  return typeof value === "string" && value !== "" ? value : null;
};

const entries: Rule = (settings) => {
  const { file, development, production } = settings;
  const missing = both(settings)
    .filter((environment) => textOf(environment, "main") === null)
    .map(({ where }) => problem("deploy-entry", `${where}.main`, "There is no entry", "Name the file that is run"));
  const [ours, theirs] = [textOf(production, "main"), textOf(development, "main")];
  const isDevelopment = ours !== null && (ours === theirs || /\bdev\b/.test(ours));
  return [
    ...missing,
    ...(isDevelopment
      ? [
          problem(
            "deploy-entry",
            "env.production.main",
            "Production would have the routes of development",
            "Name src/entry/worker.ts",
          ),
        ]
      : []),
    ...(memberOf(file, "main") === null
      ? []
      : [
          problem(
            "deploy-entry",
            "main",
            "A deploy without --env would find this entry",
            "Move it into the environments",
          ),
        ]),
  ];
};

/** Names of what an environment binds, with their kinds: `d1_databases DB`. */
function bindingsOf({ own, where }: EnvironmentSettings): Map<string, string> {
  const bound = textsIn(own, where).filter((told) => told.where.endsWith(".binding"));
  const variables = Object.keys(memberOf(own, "vars") ?? {});
  return new Map([
    ...bound.map((told): [string, string] => [`${told.where.split(/[.[]/)[2] ?? ""} ${told.value}`, told.where]),
    ...variables.map((name): [string, string] => [`vars ${name}`, `${where}.vars.${name}`]),
  ]);
}

const bindings: Rule = (settings) => {
  const [development, production] = both(settings).map(bindingsOf);
  const missingIn = (name: DeployEnvironment, there = new Map<string, string>(), here = new Map<string, string>()) =>
    [...there]
      .filter(([binding]) => !here.has(binding))
      .map(([binding, where]) =>
        problem("deploy-binding", where, `${name} has no ${binding}`, "Bind the same names in both environments"),
      );
  return [...missingIn("production", development, production), ...missingIn("development", production, development)];
};

const databases: Rule = (settings) => {
  const problems = both(settings).flatMap(({ own, where }) => {
    const list = memberOf(own, "d1_databases");
    const all: readonly Json[] = Array.isArray(list) ? list : [];
    if (all.length === 0)
      return [problem("deploy-database", `${where}.d1_databases`, "No database is bound", "Bind one of D1 as DB")];
    return all.flatMap((database, i) =>
      ["binding", "database_name", "database_id", "migrations_dir"]
        .filter((key) => typeof memberOf(database, key) !== "string" || memberOf(database, key) === "")
        .map((key) => problem("deploy-database", `${where}.d1_databases[${i}].${key}`, "It is not set", "Set it")),
    );
  });
  const ways = both(settings).map((environment) =>
    JSON.stringify(textsOf(environment, new Set(["migrations_dir", "migrations_table"])).map(({ value }) => value)),
  );
  return ways[0] === ways[1]
    ? problems
    : [
        ...problems,
        problem(
          "deploy-database",
          "env.production.d1_databases",
          "The environments have other migrations",
          "Let migrations_dir and migrations_table be the same, so that both have one schema",
        ),
      ];
};

/** Keys by what they name. What one environment names, the other may not, whichever key names it. */
const named: Readonly<Record<string, ReadonlySet<string>>> = {
  database: new Set(["database_name", "database_id", "preview_database_id"]),
  bucket: new Set(["bucket_name", "preview_bucket_name"]),
  queue: new Set(["queue", "dead_letter_queue"]),
  "key-value store": new Set(["id", "preview_id"]),
  address: new Set(["pattern", "route", "routes"]),
};

const shared: Rule = (settings) =>
  Object.entries(named).flatMap(([kind, keys]) => {
    const [development = [], production = []] = both(settings).map((environment) => namesOf(environment, keys));
    return production.flatMap(({ where, value }) => {
      const same = development.find((other) => other.value === value);
      const title = `This ${kind} is that of development too (${same?.where})`;
      return same ? [problem("deploy-shared", where, title, "Give production one of its own")] : [];
    });
  });

/** What an environment names by these keys, also what it has from the level above. */
function namesOf(environment: EnvironmentSettings, keys: ReadonlySet<string>): Told[] {
  const above = [...keys].flatMap((key) => {
    const found = environment.setting(key);
    return found && !found.where.startsWith(environment.where) ? textsIn(found.value, found.where) : [];
  });
  return [...textsOf(environment, keys), ...above];
}

/** A Worker that says no name of its own has one made of that above and its environment. */
const workerNames: Rule = ({ development, production }) => {
  const [theirs, ours] = [development, production].map(({ own }) => memberOf(own, "name"));
  if (ours === null || ours !== theirs) return [];
  const title = "The Worker of development has this name too";
  return [problem("deploy-shared", `${production.where}.name`, title, "Give production one of its own")];
};

const closedDevelopment: Rule = ({ development }) => {
  const fix = "Take it out: the entry of development changes the schema for whoever asks";
  const open = ["routes", "route"].flatMap((key) => {
    const found = development.setting(key);
    return found ? [problem("deploy-public", found.where, "Development would have an address", fix)] : [];
  });
  const isOpen = (key: string): boolean => development.setting(key)?.value !== false;
  return [
    ...open,
    ...["workers_dev", "preview_urls"]
      .filter(isOpen)
      .map((key) =>
        problem("deploy-public", `${development.where}.${key}`, "Development would have an address", "Set it to false"),
      ),
  ];
};

const compatibility: Rule = (settings, { now }) => {
  const oldest = new Date(now);
  oldest.setUTCMonth(oldest.getUTCMonth() - 6);
  const today = new Date(now).toISOString().slice(0, 10);
  const least = oldest.toISOString().slice(0, 10);
  const places = new Map(
    both(settings).map((environment) => {
      const where = environment.setting("compatibility_date")?.where ?? `${environment.where}.compatibility_date`;
      return [where, textOf(environment, "compatibility_date")];
    }),
  );
  return [...places].flatMap(([where, date]) => {
    const fix = `Set it to a day from ${least} to ${today}, and run the tests`;
    if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
      return [problem("deploy-date", where, "There is no compatibility date", fix)];
    if (date < least) return [problem("deploy-date", where, `${date} is more than six months ago`, fix)];
    return date > today ? [problem("deploy-date", where, `${date} is yet to come`, fix)] : [];
  });
};

/** What the file that comes with the program says where a person has to say something of their own. */
const placeholder = /^0{8}-0000-0000-0000-|(?:^|[/.@])example\.(?:org|com|net)(?:[/:]|$)/;

const placeholders: Rule = (settings, { environment }) => {
  if (environment === null) return [];
  const { own, where } = settings[environment];
  return textsIn(own, where)
    .filter(({ value }) => placeholder.test(value))
    .map((told) => {
      const database = told.where.endsWith("database_id");
      const name = `fabula-${environment}`;
      const fix = database ? `Make one by \`wrangler d1 create ${name}\`, and put its id here` : "Put your own here";
      return problem("deploy-placeholder", told.where, `${told.value} is an example, and is not deployed`, fix);
    });
};

const rules: readonly Rule[] = [
  entries,
  bindings,
  databases,
  shared,
  workerNames,
  closedDevelopment,
  compatibility,
  placeholders,
];
