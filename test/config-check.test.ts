import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { unstable_readConfig } from "wrangler";
import { checkDeployment, type DeployFolder, deployLines } from "../src/config-check.ts";
import { type Json, parseJsonc } from "../src/config-check-jsonc.ts";
import { memberOf, settingsOf } from "../src/config-check-settings.ts";
import { fabula } from "./host.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const real: Readonly<Record<string, string>> = Object.fromEntries(
  ["wrangler.jsonc", ".devcontainer/devcontainer.json", "package.json", ".gitignore"].map((path) => [path, read(path)]),
);
const migrations = ["0001_a.sql", "0002_b.sql", "down/0001_a.sql", "down/0002_b.sql", "postgres/0002_b.sql"];

function parsed(text: string): Json {
  const result = parseJsonc(text);
  if (!result.ok) throw new Error(`${result.line}:${result.column} ${result.fault}`);
  return result.value;
}

const day = 24 * 3_600_000;
const [date = ""] = /(?<="compatibility_date": ")[^"]*/.exec(real["wrangler.jsonc"] ?? "") ?? [];
const now = Date.parse(date) + 30 * day;

/** What is wrong with the real files after a change to some of them, as `code place`. */
async function faults(
  changes: Readonly<Record<string, string | null>> = {},
  asked: { now?: number; environment?: "development" | "production"; migrations?: readonly string[] | null } = {},
): Promise<string[]> {
  const files: Readonly<Record<string, string | null>> = { ...real, ...changes };
  const folder: DeployFolder = {
    read: async (path) => files[path] ?? null,
    list: async (path) =>
      path === "migrations" ? (asked.migrations === undefined ? migrations : asked.migrations) : null,
  };
  const question = { file: "wrangler.jsonc", now: asked.now ?? now, environment: asked.environment ?? null };
  const problems = await checkDeployment(folder, question);
  return problems.map(({ code, where }) => `${code} ${where}`.replace(" wrangler.jsonc env.", " "));
}

/** The real settings with a change at one place, such as `env.production.vars.ORIGIN`; undefined takes it away. */
function changed(...changes: readonly (readonly [string, Json | undefined])[]): Record<string, string> {
  // Plain JSON, which may be changed.
  const file = JSON.parse(JSON.stringify(parsed(real["wrangler.jsonc"] ?? ""))) as Record<string, unknown>;
  for (const [place, value] of changes) {
    const keys = place.split(".");
    const last = keys.pop() ?? "";
    let at: Record<string, unknown> = file;
    for (const key of keys) {
      at[key] ??= {};
      // Every step but the last is an object or a list.
      at = at[key] as Record<string, unknown>;
    }
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return { "wrangler.jsonc": JSON.stringify(file) };
}

const broken = (...changes: readonly (readonly [string, Json | undefined])[]) => faults(changed(...changes));

describe("the settings that come with the program", () => {
  it("break no rule, and are refused for production until their examples are replaced", async () => {
    expect(await faults()).toEqual([]);
    expect(await faults({}, { environment: "development" })).toEqual([
      "deploy-placeholder development.d1_databases[0].database_id",
    ]);
    expect(await faults({}, { environment: "production" })).toEqual([
      "deploy-placeholder production.routes[0].pattern",
      "deploy-placeholder production.vars.ORIGIN",
      "deploy-placeholder production.d1_databases[0].database_id",
    ]);
    const own = changed(
      ["env.production.routes", [{ pattern: "comics.fabula.studio", custom_domain: true }]],
      ["env.production.vars.ORIGIN", "https://comics.fabula.studio"],
      ["env.production.d1_databases.0.database_id", "5b0b6a6e-7d1c-4f7e-9d0a-3b1f0a5a9c11"],
    );
    expect(await faults(own, { environment: "production" })).toEqual([]);
  });
});

describe("wrangler", () => {
  it.each(["development", "production"] as const)("reads %s as the rules do, and knows every word of it", (env) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    // As JSON, which is what both read.
    const config = parsed(JSON.stringify(unstable_readConfig({ config: join(root, "wrangler.jsonc"), env })));
    const warnings = warn.mock.calls.flat().join("\n");
    warn.mockRestore();
    expect(warnings).toBe("");
    const settings = settingsOf(parsed(real["wrangler.jsonc"] ?? ""), env);
    if (!settings) throw new Error("There is no such environment.");
    for (const kind of ["d1_databases", "r2_buckets", "queues", "vars", "triggers"])
      expect(memberOf(config, kind)).toMatchObject(JSON.parse(JSON.stringify(memberOf(settings.own, kind))));
    for (const key of ["name", "compatibility_date", "workers_dev", "preview_urls"])
      expect(memberOf(config, key)).toBe(settings.setting(key)?.value);
    expect(memberOf(config, "main")).toBe(
      join(root, env === "production" ? "src/entry/worker.ts" : "src/entry/worker-dev.ts"),
    );
    expect(settings.setting("vars")?.where).toBe(`env.${env}.vars`);
  });

  it("deploys to the runtime of the date that the tests in workerd run on", () => {
    expect(read("vitest.config.ts")).toContain(`compatibilityDate: "${date}"`);
  });
});

describe("the two environments", () => {
  it("must both be there", async () => {
    expect(await broken(["env.production", undefined])).toEqual(["deploy-environment production"]);
    expect(await broken(["env", undefined])).toEqual([
      "deploy-environment development",
      "deploy-environment production",
    ]);
  });

  it("bind the same names, variables among them", async () => {
    expect(await broken(["env.production.r2_buckets.0.binding", "BLOBS"])).toEqual([
      "deploy-binding development.r2_buckets[0].binding",
      "deploy-binding production.r2_buckets[0].binding",
    ]);
    expect(await broken(["env.production.version_metadata", undefined])).toEqual([
      "deploy-binding development.version_metadata.binding",
    ]);
    expect(await broken(["env.development.vars.LOUD", "1"])).toEqual(["deploy-binding development.vars.LOUD"]);
  });

  it("both have a database of D1, whole, with the same migrations", async () => {
    expect(await broken(["env.development.d1_databases", []])).toEqual([
      "deploy-binding production.d1_databases[0].binding",
      "deploy-database development.d1_databases",
      "deploy-database production.d1_databases",
    ]);
    expect(await broken(["env.production.d1_databases.0.database_id", undefined])).toEqual([
      "deploy-database production.d1_databases[0].database_id",
    ]);
    expect(await broken(["env.production.d1_databases.0.migrations_table", "other"])).toEqual([
      "deploy-database production.d1_databases",
    ]);
  });

  it.each([
    ["d1_databases.0.database_id", "00000000-0000-0000-0000-000000000001", "d1_databases[0].database_id"],
    ["d1_databases.0.database_name", "fabula-development", "d1_databases[0].database_name"],
    [
      "d1_databases.0.preview_database_id",
      "00000000-0000-0000-0000-000000000001",
      "d1_databases[0].preview_database_id",
    ],
    ["r2_buckets.0.bucket_name", "fabula-development-files", "r2_buckets[0].bucket_name"],
    ["queues.producers.0.queue", "fabula-development-tasks", "queues.producers[0].queue"],
    ["queues.consumers.0.dead_letter_queue", "fabula-development-tasks", "queues.consumers[0].dead_letter_queue"],
    ["name", "fabula-development", "name"],
  ])("share no %s", async (place, value, where) => {
    expect(await broken([`env.production.${place}`, value])).toEqual([`deploy-shared production.${where}`]);
  });

  it("share no bucket that is bound beside the first", async () => {
    const more = (name: string, bucket: string) =>
      [`env.${name}.r2_buckets.1`, { binding: "MORE", bucket_name: bucket }] as const;
    expect(await broken(more("development", "b"), more("production", "fabula-development-files"))).toEqual([
      "deploy-shared production.r2_buckets[1].bucket_name",
    ]);
  });

  it.each(["TWITTER_CLIENT_ID", "GOOGLE_CLIENT_ID", "DATABASE_URL", "MAIL_ORIGIN"])(
    "share no value of %s, even under another name",
    async (name) => {
      const value = "https://one-for-both.test";
      const shared = [`env.development.vars.${name}`, value] as const;
      expect(await broken(shared, [`env.production.vars.${name}`, value])).toEqual([
        `deploy-shared production.vars.${name}`,
      ]);
      expect(await broken(shared, ["env.production.vars.OTHER_ID", value])).toContain(
        "deploy-shared production.vars.OTHER_ID",
      );
    },
  );

  it("may share what is no place, address, client or secret", async () => {
    const changes = ["development", "production"].map((name) => [`env.${name}.vars.LANGUAGE`, "ja"] as const);
    expect(await broken(...changes)).toEqual([]);
  });

  it("run each its own entry, and none without a name", async () => {
    expect(await broken(["env.production.main", "src/entry/worker-dev.ts"])).toEqual([
      "deploy-entry env.production.main".replace("env.", ""),
    ]);
    expect(await broken(["env.development.main", undefined])).toEqual(["deploy-entry development.main"]);
    expect(await broken(["main", "src/entry/worker.ts"])).toEqual(["deploy-entry wrangler.jsonc main"]);
  });

  it("of development has no address that others could ask", async () => {
    expect(await broken(["env.development.workers_dev", true])).toEqual(["deploy-public development.workers_dev"]);
    expect(await broken(["env.development.preview_urls", undefined])).toEqual([
      "deploy-public development.preview_urls",
    ]);
    expect(await broken(["env.development.routes", ["try.example.org/*"]])).toEqual([
      "deploy-public development.routes",
    ]);
  });

  it("have no route from above, which would be of both", async () => {
    expect(await broken(["routes", ["comics.example.org"]], ["env.production.routes", undefined])).toEqual([
      "deploy-shared wrangler.jsonc routes[0]",
      "deploy-public wrangler.jsonc routes",
    ]);
  });
});

describe("variables", () => {
  it("name their environment", async () => {
    expect(await broken(["env.production.vars.ENVIRONMENT", "development"])).toEqual([
      "deploy-environment production.vars.ENVIRONMENT",
    ]);
    expect(await broken(["env.development.vars.ENVIRONMENT", "dev"])).toEqual([
      "deploy-environment development.vars.ENVIRONMENT",
    ]);
  });

  it("of production are none of development's", async () => {
    const changes = ["development", "production"].map(
      (name) => [`env.${name}.vars.DB_PATH`, `./${name}.sqlite`] as const,
    );
    expect(await broken(...changes)).toEqual(["deploy-variable production.vars.DB_PATH"]);
  });

  it.each([
    "http://comics.example.org",
    "https://localhost",
    "https://127.0.0.1",
    "https://comics.example.org/path",
    "",
  ])("refuse %j for the origin of production", async (origin) => {
    expect(await broken(["env.production.vars.ORIGIN", origin])).toEqual(["deploy-variable production.vars.ORIGIN"]);
  });

  it("lead people to a route of production, and back to the environment that they came from", async () => {
    expect(await broken(["env.production.vars.ORIGIN", "https://other.example.org"])).toEqual([
      "deploy-variable production.vars.ORIGIN",
    ]);
    expect(await broken(["env.production.routes", ["*.example.org/*"]])).toEqual([]);
    const uri = (name: string, address: string) => [`env.${name}.vars.TWITTER_REDIRECT_URI`, address] as const;
    const development = uri("development", "http://localhost:8787/back");
    expect(await broken(development, uri("production", "https://comics.example.org/back"))).toEqual([]);
    expect(await broken(development, uri("production", "https://evil.example.net/back"))).toEqual([
      "deploy-variable production.vars.TWITTER_REDIRECT_URI",
    ]);
  });

  it("hold no secret", async () => {
    const random = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * i * 7 + i * 97) % 256)).toString("base64url");
    for (const [name, value] of [
      ["SESSION_SECRET", "x"],
      ["MAIL_TOKEN", "x"],
      ["SMTP_URL", "smtps://mail.example.org"],
      ["SALT", random],
      ["SERVER", "https://me:hunter2@server.test"],
    ] as const)
      expect(
        await broken([`env.production.vars.${name}`, value], [`env.development.vars.${name}`, "y"]),
        name,
      ).toContain(`deploy-secret production.vars.${name}`);
  });

  it("of which production needs the secrets are named, so that a deploy without them fails", async () => {
    expect(await broken(["env.production.secrets.required", ["SESSION_SECRET"]])).toEqual([
      "deploy-secret production.secrets.required",
    ]);
  });
});

describe("files of variables", () => {
  it("may be missing, and differ in what each environment has for itself", async () => {
    const files = {
      ".env.development": "ORIGIN=http://localhost:8787\nSESSION_SECRET=one-for-development\nPORT=8787",
      ".env.production": "ORIGIN=https://comics.example.org\nSESSION_SECRET=one-for-production\nPORT=8787",
    };
    expect(await faults(files)).toEqual([]);
  });

  it.each(["SESSION_SECRET", "MASTER_SECRET", "GOOGLE_CLIENT_ID", "TWITTER_REDIRECT_URI", "DATABASE_URL", "ORIGIN"])(
    "share no %s, wherever it stands, and no value is told",
    async (name) => {
      const value = "hunter2-hunter2";
      const expected = [`deploy-shared .env.production ${name}`];
      const production = { ".env.production": `${name}="${value}"` };
      expect(await faults({ ...production, ".env.development": `${name}=${value}` })).toEqual(expected);
      expect(await faults({ ...production, ".dev.vars": `MY_TOKEN=${value}` })).toEqual(expected);
      const folder: DeployFolder = {
        read: async (path) => real[path] ?? (path.startsWith(".env.") ? `${name}=${value}` : null),
        list: async () => migrations,
      };
      const problems = await checkDeployment(folder, { file: "wrangler.jsonc", now, environment: null });
      expect(deployLines(problems).join("\n")).toContain(name);
      expect(JSON.stringify(problems)).not.toContain(value);
    },
  );

  it("share nothing with the settings of the other environment either", async () => {
    const settings = changed(
      ["env.production.vars.GOOGLE_CLIENT_ID", "one-for-both"],
      ["env.development.vars.GOOGLE_CLIENT_ID", "another"],
    );
    expect(await faults({ ...settings, ".dev.vars": "GOOGLE_CLIENT_ID=one-for-both" })).toEqual([
      "deploy-shared production.vars.GOOGLE_CLIENT_ID",
    ]);
    expect(await faults({ ...settings, ".env.production": "GOOGLE_CLIENT_ID=one-for-both" })).toEqual([]);
  });

  it("are read line by line, with all that is wrong", async () => {
    expect(await faults({ ".env.production": "ORIGIN\nPORT='1" })).toEqual([
      "deploy-file .env.production:1",
      "deploy-file .env.production:2",
    ]);
  });

  it("have no secret that stands in the settings too", async () => {
    const settings = (real["wrangler.jsonc"] ?? "").replace("// The studio", "// hunter2-hunter2. The studio");
    const found = await faults({ "wrangler.jsonc": settings, ".env.production": "SESSION_SECRET=hunter2-hunter2" });
    expect(found).toEqual(["deploy-secret wrangler.jsonc (SESSION_SECRET of .env.production)"]);
  });

  it("are not tracked", async () => {
    const without = (real[".gitignore"] ?? "").replace(/^\.env\.\*$/m, "");
    expect(await faults({ ".gitignore": without })).toEqual([
      "deploy-secret .gitignore .env.development",
      "deploy-secret .gitignore .env.production",
    ]);
    expect(await faults({ ".gitignore": `${real[".gitignore"]}\n!.env.production\n` })).toEqual([
      "deploy-secret .gitignore .env.production",
    ]);
    expect(await faults({ ".gitignore": null })).toHaveLength(5);
  });
});

describe("the compatibility date", () => {
  it("is at most six months old, and not yet to come", async () => {
    const at = (time: string) => faults(changed(["compatibility_date", "2026-05-31"]), { now: Date.parse(time) });
    const fault = ["deploy-date wrangler.jsonc compatibility_date"];
    expect(await at("2026-11-30T23:59:00Z")).toEqual([]);
    expect(await at("2026-12-02T00:00:00Z")).toEqual(fault);
    expect(await at("2026-05-31T00:00:00Z")).toEqual([]);
    expect(await at("2026-05-30T23:59:00Z")).toEqual(fault);
  });

  it("is there, and is one, in each environment", async () => {
    expect(await broken(["compatibility_date", "today"])).toEqual(["deploy-date wrangler.jsonc compatibility_date"]);
    expect(await broken(["compatibility_date", undefined])).toEqual([
      "deploy-date development.compatibility_date",
      "deploy-date production.compatibility_date",
    ]);
    expect(await broken(["env.production.compatibility_date", "2020-01-01"])).toEqual([
      "deploy-date production.compatibility_date",
    ]);
  });
});

describe("migrations", () => {
  it.each([
    ["0002_b.sql", "0002-b.sql", ["migrations/0002-b.sql", "migrations/down/0002_b.sql"]],
    ["0002_b.sql", "0001_b.sql", ["migrations/0001_b.sql", "migrations/down/0001_b.sql", "migrations/down/0002_b.sql"]],
    ["down/0002_b.sql", "down/0002_c.sql", ["migrations/down/0002_b.sql", "migrations/down/0002_c.sql"]],
  ])("where %s is called %s, are refused", async (file, name, where) => {
    const paths = migrations.map((path) => (path === file ? name : path));
    expect(await faults({}, { migrations: paths })).toEqual(where.map((path) => `deploy-migrations ${path}`));
  });

  it("have no number missing, and a folder", async () => {
    const gap = migrations.map((path) => path.replace("0002_b", "0003_b"));
    expect(await faults({}, { migrations: gap })).toEqual(["deploy-migrations migrations/0002_….sql"]);
    expect(await faults({}, { migrations: null })).toEqual(["deploy-migrations migrations"]);
  });
});

describe("the container for development", () => {
  const file = ".devcontainer/devcontainer.json";
  const container = (from: string | RegExp, to: string) => faults({ [file]: (real[file] ?? "").replace(from, to) });

  it("has a Node that runs the program", async () => {
    for (const image of ["node:18-bookworm", "node:bookworm", "debian:bookworm"])
      expect(await container("node:24-bookworm", image)).toEqual([`deploy-container ${file} image`]);
    for (const image of ["node:26", "example.org/devcontainers/typescript-node:1-22-bookworm"])
      expect(await container("node:24-bookworm", image)).toEqual([]);
    const feature = `"debian:bookworm", "features": { "example.org/features/node:1": { "version": "22" } }`;
    expect(await container('"node:24-bookworm"', feature)).toEqual([]);
  });

  it("installs wrangler, and forwards the port", async () => {
    const nothing = [`deploy-container ${file} postCreateCommand`];
    expect(await container(/"postCreateCommand": "[^"]*"/, '"postCreateCommand": "echo hello"')).toEqual(nothing);
    const without = (real["package.json"] ?? "").replace('"wrangler"', '"strangler"');
    expect(await faults({ "package.json": without })).toEqual(nothing);
    expect(await container(/"forwardPorts": \[8787\]/, '"forwardPorts": [3000]')).toEqual([
      `deploy-container ${file} forwardPorts`,
    ]);
  });

  it("is there, and can be read", async () => {
    expect(await faults({ [file]: null })).toEqual([`deploy-container ${file}`]);
    expect(await faults({ [file]: "{\n  oops\n}" })).toEqual([`deploy-container ${file}:2:3`]);
  });
});

describe("the reader of settings", () => {
  it("takes comments, and commas behind the last", () => {
    const text = '\ufeff// one\n{ "a": [1, -2.5e3, /* [ */ true, null,], "b//": "c\\n\\u0041", "d": {}, }\n// end';
    expect(parseJsonc(text)).toEqual({ ok: true, value: { a: [1, -2500, true, null], "b//": "c\nA", d: {} } });
    expect(parseJsonc('{"__proto__": 1}')).toEqual({ ok: true, value: JSON.parse('{"__proto__": 1}') });
  });

  it.each([
    ["", "1:1"],
    ["{\n  'a': 1 }", "2:3"],
    ['{"a" 1}', "1:6"],
    ['{"a": 1 "b": 2}', "1:9"],
    ['{"a": 1,\r\n "a": 2}', "2:2"],
    ["[1,,2]", "1:4"],
    ["[01]", "1:2"],
    ["[1.]", "1:2"],
    ["[tru]", "1:2"],
    ['["a\nb"]', "1:2"],
    ['["\\x"]', "1:2"],
    ["[1] 2", "1:5"],
    ["{ /* a", "1:3"],
    ["[NaN]", "1:2"],
    ["[".repeat(200), "1:102"],
  ])("refuses %j at %s", (text, place) => {
    const result = parseJsonc(text);
    expect(result.ok ? "ok" : `${result.line}:${result.column}`).toBe(place);
  });
});

describe("fabula config check", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "fabula-config-"));
    const files = { ...real, ...Object.fromEntries(migrations.map((path) => [`migrations/${path}`, ""])) };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const check = (...argv: string[]) => fabula(folder, ["config", "check", ...argv], { date: () => now });

  it("finds nothing in the real files, here and by name from elsewhere", async () => {
    expect(await check()).toMatchObject({ code: 0, stdout: "The settings are good.\n" });
    const named = await fabula(root, ["config", "check", "--file", join(folder, "wrangler.jsonc")], {
      date: () => now,
    });
    expect(named).toMatchObject({ code: 0, stdout: "The settings are good.\n" });
  });

  it("tells a line for each rule that is broken, all at once, or JSON", async () => {
    writeFileSync(
      join(folder, "wrangler.jsonc"),
      changed(["env.production.main", "worker-dev.ts"])["wrangler.jsonc"] ?? "",
    );
    rmSync(join(folder, "migrations/down/0001_a.sql"));
    const told = await check();
    expect(told.code).toBe(1);
    expect(told.stdout.split("\n")).toEqual([
      "wrangler.jsonc env.production.main: Production would have the routes of development. Name src/entry/worker.ts. (deploy-entry)",
      "migrations/down/0001_a.sql: It cannot be taken back. Write the file that undoes it. (deploy-migrations)",
      "",
    ]);
    const json = (await check("--json")).stdout.trimEnd().split("\n");
    expect(json.map((line) => JSON.parse(line))).toMatchObject([
      { code: "deploy-entry" },
      { code: "deploy-migrations" },
    ]);
  });

  it("refuses the examples before a deploy, a file that is not there, and words that it does not know", async () => {
    expect((await check("--env", "production")).code).toBe(1);
    rmSync(join(folder, "wrangler.jsonc"));
    expect(await check()).toMatchObject({ code: 1, stdout: expect.stringContaining("(deploy-file)") });
    expect((await fabula(folder, ["config"])).code).toBe(2);
    expect((await check("--env", "staging")).code).toBe(2);
  });
});
