import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig, type Environment } from "./config.ts";
import { configurationPage, exampleFile } from "./config-page.ts";
import { problemLines } from "./config-problem.ts";
import { redirectProblems } from "./config-rules.ts";
import { redact, Secret } from "./config-secret.ts";
import { secretCommand, variables } from "./config-variables.ts";

const random = (seed: number): string =>
  Buffer.from(Uint8Array.from({ length: 32 }, (_, i) => (i * i * 7 + i * 37 + seed * 101) % 256)).toString("base64url");
const production = {
  ENVIRONMENT: "production",
  ORIGIN: "https://comics.example.org",
  SESSION_SECRET: random(1),
  MASTER_SECRET: random(2),
};

function read(env: Environment) {
  const result = readConfig(env);
  if (!result.ok) throw new Error(problemLines(result.problems).join("\n"));
  return result.value;
}

/** Codes and places of all that is wrong. */
function faults(env: Environment): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.problems.map(({ code, where }) => `${code} ${where}`);
}

describe("the configuration", () => {
  it("needs nothing on one's own machine", () => {
    expect(read({})).toMatchObject({
      environment: "development",
      host: "127.0.0.1",
      port: 8787,
      origin: "http://localhost:8787",
      onLoopback: true,
      trustedProxies: [],
      samples: true,
      watchFolder: null,
      database: { kind: "sqlite", path: "./data/fabula.sqlite" },
      blobs: { kind: "fs", folder: "./storage" },
      cache: { databasePath: null, filePath: null },
      twitter: null,
      google: null,
      smtp: null,
      s3: null,
    });
  });

  it("takes an empty variable for one that is not set, and blanks around a value away", () => {
    expect(read({ PORT: "", HOST: "  ", ORIGIN: " http://localhost:1 ", SMTP_URL: "" })).toEqual(
      read({ ORIGIN: "http://localhost:1" }),
    );
  });

  it("reads every variable", () => {
    const config = read({
      ...production,
      HOST: "0.0.0.0",
      PORT: "80",
      ORIGIN: "https://Comics.example.org:443/",
      DATABASE_URL: "file:/var/lib/f.sqlite",
      BLOBS: "s3://my.bucket-1/a/b/",
      S3_ENDPOINT: "https://s3.example.org",
      S3_REGION: "garage",
      S3_ACCESS_KEY_ID: "k",
      S3_SECRET_ACCESS_KEY: "ks",
      S3_PATH_STYLE: "false",
      CACHE_DATABASE_PATH: "./data/cache.sqlite",
      CACHE_FILE_PATH: "./data/cache.txt",
      TWITTER_CLIENT_ID: "t",
      TWITTER_CLIENT_SECRET: "ts",
      TWITTER_REDIRECT_URI: "https://comics.example.org/api/auth/callback/twitter",
      GOOGLE_CLIENT_ID: "g",
      GOOGLE_CLIENT_SECRET: "gs",
      SMTP_URL: "smtps://me:pw@mail.example.org",
    });
    expect(config).toMatchObject({
      environment: "production",
      host: "0.0.0.0",
      port: 80,
      origin: "https://comics.example.org",
      onLoopback: false,
      trustedProxies: [],
      database: { kind: "sqlite", path: "/var/lib/f.sqlite" },
      blobs: { kind: "s3", bucket: "my.bucket-1", prefix: "a/b/" },
      s3: { endpoint: "https://s3.example.org/", region: "garage", accessKeyId: "k", pathStyle: false },
      cache: { databasePath: "./data/cache.sqlite", filePath: "./data/cache.txt" },
      twitter: { id: "t", redirectUri: "https://comics.example.org/api/auth/callback/twitter" },
      google: { id: "g" },
    });
    const { twitter, google, smtp, sessionSecret, masterSecret, s3 } = config;
    expect(s3?.secretAccessKey.reveal()).toBe("ks");
    const secrets = [twitter?.secret, google?.secret, smtp, sessionSecret, masterSecret].map((secret) =>
      secret?.reveal(),
    );
    expect(secrets).toEqual(["ts", "gs", "smtps://me:pw@mail.example.org", random(1), random(2)]);
    expect(sessionSecret.bytes()).toEqual(new Uint8Array(Buffer.from(random(1), "base64url")));
  });

  it.each([
    ["file:data/x.sqlite", { kind: "sqlite", path: "data/x.sqlite" }],
    ["file:///srv/x.sqlite", { kind: "sqlite", path: "/srv/x.sqlite" }],
    ["d1:DB", { kind: "d1", binding: "DB" }],
    ["postgres://me:pw@db.example.org/f", { kind: "postgres" }],
  ])("takes %s for a database", (url, place) => {
    expect(read({ DATABASE_URL: url }).database).toMatchObject(place);
  });

  it("takes DB_PATH for the database in development", () => {
    expect(read({ DB_PATH: "./try.sqlite" }).database).toEqual({ kind: "sqlite", path: "./try.sqlite" });
  });

  it("takes buckets of both kinds for the files", () => {
    expect(read({ BLOBS: "r2:FILES" }).blobs).toEqual({ kind: "r2", binding: "FILES" });
    const key = { S3_ACCESS_KEY_ID: "k", S3_SECRET_ACCESS_KEY: "ks" };
    expect(read({ BLOBS: "s3://bucket", ...key }).blobs).toEqual({ kind: "s3", bucket: "bucket", prefix: "" });
    expect(read(key).s3).toMatchObject({ endpoint: "https://s3.us-east-1.amazonaws.com", pathStyle: false });
    expect(read({ ...key, S3_ENDPOINT: "http://localhost:3900" }).s3).toMatchObject({ pathStyle: true });
    expect(faults({ BLOBS: "s3://bucket" })).toEqual([
      "config-missing S3_ACCESS_KEY_ID",
      "config-missing S3_SECRET_ACCESS_KEY",
    ]);
    expect(read({ STORAGE_DIR: "/srv/files" }).blobs).toEqual({ kind: "fs", folder: "/srv/files" });
  });

  it("tells all that is wrong at once, each with what to do", () => {
    const env = {
      ENVIRONMENT: "production",
      PORT: "http",
      HOST: "a b",
      BLOBS: "ftp:",
      DATABASE_URL: "mysql://x",
      SMTP_URL: "mail",
      GOOGLE_CLIENT_ID: "g",
    };
    expect(faults(env)).toEqual([
      "config-value HOST",
      "config-value PORT",
      "config-value BLOBS",
      "config-value DATABASE_URL",
      "config-value SMTP_URL",
      "config-missing ORIGIN",
      "config-missing SESSION_SECRET",
      "config-missing MASTER_SECRET",
      "config-together GOOGLE_CLIENT_SECRET",
    ]);
    const result = readConfig(env);
    const lines = result.ok ? [] : problemLines(result.problems);
    expect(lines[1]).toBe(
      "PORT is “http”, which is not a whole number from 1 to 65535. Set PORT to a whole number from 1 to 65535, such as 8080. (config-value)",
    );
    expect(lines[6]).toBe(
      `SESSION_SECRET is not set, but production needs it. Make one with: ${secretCommand} and set SESSION_SECRET to it. (config-missing)`,
    );
  });

  it.each([
    ["ENVIRONMENT", ["prod", "Production", "test"]],
    ["HOST", ["http://x", "1.2.3", "256.1.1.1", "a..b", "-a", "::g", "x/y"]],
    ["PORT", ["0", "65536", "-1", "8787.5", "0x10", "1e3"]],
    ["ORIGIN", ["localhost", "ftp://x", "http://x/path", "http://x/?a", "http://me:pw@x", "http://x/#", "https://"]],
    [
      "DATABASE_URL",
      [
        "./x.sqlite",
        "file:",
        "file://host/x",
        "file:x?mode=memory",
        "file::memory:",
        "sqlite:x",
        "d1:a b",
        "postgres://",
        "postgres:x",
      ],
    ],
    ["BLOBS", ["fs", "fs:./x", "s3:bucket", "s3://B", "s3://bucket/../x", "s3://bucket/a//b", "r2:", "r2:a-b"]],
    ["TWITTER_REDIRECT_URI", ["/back", "javascript:alert(1)"]],
    ["SMTP_URL", ["mail.example.org", "smtp://", "http://x"]],
  ])("refuses for %s %j", (name, values) => {
    for (const value of values) expect(faults({ [name]: value }), value).toContain(`config-value ${name}`);
  });
});

describe("the rules between variables", () => {
  it("in production secrets and origin are needed", () => {
    expect(faults(production)).toEqual([]);
    expect(faults({ ENVIRONMENT: "production" })).toEqual([
      "config-missing ORIGIN",
      "config-missing SESSION_SECRET",
      "config-missing MASTER_SECRET",
    ]);
  });

  it("secrets are needed in development too as soon as others can come in", () => {
    for (const HOST of ["0.0.0.0", "::", "192.168.1.2", "studio.local"])
      expect(faults({ HOST })).toEqual(["config-missing SESSION_SECRET", "config-missing MASTER_SECRET"]);
    for (const HOST of ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"]) {
      expect(faults({ HOST })).toEqual([]);
      expect(read({ HOST }).onLoopback).toBe(true);
    }
    expect(faults({ ORIGIN: "https://comics.example.org" })).toEqual([
      "config-missing SESSION_SECRET",
      "config-missing MASTER_SECRET",
    ]);
    for (const ORIGIN of ["http://localhost:9000", "http://[::1]:8787"]) expect(faults({ ORIGIN })).toEqual([]);
  });

  it("secrets are random, and not the same", () => {
    const weak = [
      "secret",
      "a".repeat(64),
      "correct horse battery staple and some more",
      "0123456789abcdef".repeat(4),
      random(1).slice(0, 40),
    ];
    for (const SESSION_SECRET of weak)
      expect(faults({ ...production, SESSION_SECRET }), SESSION_SECRET).toEqual(["config-secret-weak SESSION_SECRET"]);
    expect(faults({ ...production, MASTER_SECRET: random(1) })).toEqual(["config-secret-shared MASTER_SECRET"]);
    const hex = Buffer.from(random(1), "base64url").toString("hex");
    expect(faults({ ...production, SESSION_SECRET: hex })).toEqual([]);
    expect(read({ ...production, SESSION_SECRET: hex }).sessionSecret.bytes()).toHaveLength(32);
  });

  it("the token of the measures cannot be guessed either", () => {
    expect(faults({ METRICS_TOKEN: "prometheus" })).toEqual(["config-secret-weak METRICS_TOKEN"]);
    expect(read({ METRICS_TOKEN: random(3) }).metricsToken?.reveal()).toBe(random(3));
    expect(read({}).metricsToken).toBeNull();
  });

  it("the command that is offered makes a secret that is taken", () => {
    const [, script = ""] = /"(.*)"/.exec(secretCommand) ?? [];
    const made = () => execFileSync(process.execPath, ["-p", script], { encoding: "utf8" });
    expect(faults({ ...production, SESSION_SECRET: made(), MASTER_SECRET: made() })).toEqual([]);
  });

  it("what stands in for secrets at home is long enough to sign with, and differs", () => {
    const { sessionSecret, masterSecret } = read({});
    expect(Math.min(sessionSecret.bytes().length, masterSecret.bytes().length)).toBeGreaterThanOrEqual(32);
    expect(sessionSecret.reveal()).not.toBe(masterSecret.reveal());
  });

  it("the origin of production is of https", () => {
    expect(faults({ ...production, ORIGIN: "http://comics.example.org" })).toEqual(["config-insecure ORIGIN"]);
  });

  it("DB_PATH is for development, and alone", () => {
    expect(faults({ ...production, DB_PATH: "x" })).toEqual(["config-conflict DB_PATH"]);
    expect(faults({ DB_PATH: "x", DATABASE_URL: "file:y" })).toEqual(["config-conflict DB_PATH"]);
  });

  it("clients of other services are whole", () => {
    expect(faults({ TWITTER_CLIENT_ID: "t" })).toEqual([
      "config-together TWITTER_CLIENT_SECRET",
      "config-together TWITTER_REDIRECT_URI",
    ]);
    expect(faults({ GOOGLE_CLIENT_SECRET: "s" })).toEqual(["config-together GOOGLE_CLIENT_ID"]);
  });

  it("people who sign in with X come back to this server", () => {
    const client = { TWITTER_CLIENT_ID: "t", TWITTER_CLIENT_SECRET: "s" };
    expect(faults({ ...client, TWITTER_REDIRECT_URI: "http://localhost:8787/api/auth/callback/twitter" })).toEqual([]);
    const elsewhere = { ...client, TWITTER_REDIRECT_URI: "http://localhost:9000/api/auth/callback/twitter" };
    // Of an ORIGIN that nobody has set, the command line may say the port.
    expect(faults(elsewhere)).toEqual([]);
    expect(faults({ ...elsewhere, ORIGIN: "http://localhost:8787" })).toEqual(["config-conflict TWITTER_REDIRECT_URI"]);
    expect(redirectProblems("http://localhost:9000", elsewhere.TWITTER_REDIRECT_URI)).toEqual([]);
    expect(redirectProblems("http://localhost:8787", elsewhere.TWITTER_REDIRECT_URI)).toHaveLength(1);
    for (const place of ["https://evil.example.org/api/auth/callback/twitter", "http://localhost:8787/back"])
      expect(faults({ ...client, TWITTER_REDIRECT_URI: place })).toEqual(["config-conflict TWITTER_REDIRECT_URI"]);
  });

  it("a provider of OpenID Connect is set whole, and in production by https", () => {
    const oidc = { OIDC_ISSUER: "https://id.example.org/", OIDC_CLIENT_ID: "c", OIDC_CLIENT_SECRET: "s" };
    expect(read(oidc).oidc).toMatchObject({ issuer: "https://id.example.org", id: "c", name: "Single sign-on" });
    expect(faults({ OIDC_ISSUER: oidc.OIDC_ISSUER })).toEqual([
      "config-together OIDC_CLIENT_ID",
      "config-together OIDC_CLIENT_SECRET",
    ]);
    expect(faults({ ...production, ...oidc, OIDC_ISSUER: "http://id.example.org" })).toEqual([
      "config-insecure OIDC_ISSUER",
    ]);
  });

  it("former secrets are as good as those of today, and may be several", () => {
    const old = `${random(3)}, ${random(4)}`;
    const config = read({ ...production, SESSION_SECRET_OLD: old, MASTER_SECRET_OLD: random(5) });
    expect(config.oldSessionSecrets.map((secret) => secret.reveal())).toEqual([random(3), random(4)]);
    expect(config.oldMasterSecrets.map((secret) => secret.reveal())).toEqual([random(5)]);
    expect(faults({ ...production, SESSION_SECRET_OLD: `${random(3)},secret` })).toEqual([
      "config-secret-weak SESSION_SECRET_OLD",
    ]);
  });

  it.each([
    ["short", "a".repeat(20)],
    ["of one byte again and again", "ab".repeat(32)],
    ["of a few bytes again and again", "0123456789abcdef".repeat(4)],
    ["that counts", Buffer.from(Uint8Array.from({ length: 32 }, (_, i) => i)).toString("hex")],
    [
      "that counts down by steps",
      Buffer.from(Uint8Array.from({ length: 32 }, (_, i) => 255 - 7 * i)).toString("base64"),
    ],
    ["of words", "correct horse battery staple and so on and on"],
  ])("a secret %s is refused with the command that makes one", (_, text) => {
    const result = readConfig({ ...production, SESSION_SECRET: text });
    expect(result.ok ? [] : result.problems.map(({ code, fix }) => [code, fix.includes(secretCommand)])).toEqual([
      ["config-secret-weak", true],
    ]);
  });

  it("no file is used for two things", () => {
    expect(faults({ CACHE_FILE_PATH: "data/../data/fabula.sqlite" })).toEqual(["config-conflict CACHE_FILE_PATH"]);
    expect(faults({ DB_PATH: "/a/b", CACHE_DATABASE_PATH: "/a//b" })).toEqual(["config-conflict CACHE_DATABASE_PATH"]);
    expect(faults({ CACHE_FILE_PATH: "c", CACHE_DATABASE_PATH: "./c" })).toEqual(["config-conflict CACHE_FILE_PATH"]);
    expect(faults({ STORAGE_DIR: "data" })).toEqual(["config-conflict DATABASE_URL"]);
    expect(faults({ STORAGE_DIR: ".", CACHE_FILE_PATH: "x" })).toEqual([
      "config-conflict DATABASE_URL",
      "config-conflict CACHE_FILE_PATH",
    ]);
    expect(faults({ STORAGE_DIR: "./dat" })).toEqual([]);
  });
});

describe("secrets", () => {
  const secret = new Secret("hunter2hunter2");
  const shown = { secret, list: [secret] };

  it("are not shown by anything that shows values", () => {
    const shows = [
      String(secret),
      secret.toString(),
      JSON.stringify(shown),
      inspect(shown),
      inspect(secret, { showHidden: true, depth: 9 }),
    ];
    for (const text of shows) {
      expect(text).not.toContain("hunter2");
      expect(text).toContain("[redacted]");
    }
    expect(Object.values(secret)).toEqual([]);
    expect(inspect(read({ ...production, DATABASE_URL: "postgres://me:hunter2@x/y" }), { depth: 9 })).not.toContain(
      "hunter2",
    );
  });

  it("stand in no problem, even where they are bad", () => {
    const env = {
      ENVIRONMENT: "production",
      SESSION_SECRET: "hunter2",
      MASTER_SECRET: "hunter2",
      SMTP_URL: "hunter2",
      DATABASE_URL: "postgres://:hunter2@",
      ORIGIN: "https://me:hunter2@example.org",
      TWITTER_CLIENT_SECRET: "hunter2",
    };
    const result = readConfig(env);
    expect(JSON.stringify(result)).not.toContain("hunter2");
    expect(faults(env)).toEqual(
      expect.arrayContaining([
        "config-value DATABASE_URL",
        "config-value SMTP_URL",
        "config-secret-weak SESSION_SECRET",
      ]),
    );
  });

  it("are taken out of a line of the log, the longer ones first", () => {
    const secrets = [new Secret("hunter2"), new Secret("hunter2-longer"), new Secret("no")];
    expect(redact("with hunter2-longer and hunter2, no?", secrets)).toBe("with [redacted] and [redacted], no?");
  });
});

describe("what tells of the configuration", () => {
  it("docs/configuration.md and .env.example are the ones that the table makes (`npm run configuration`)", () => {
    expect(readFileSync("docs/configuration.md", "utf8")).toBe(configurationPage());
    expect(readFileSync(".env.example", "utf8")).toBe(exampleFile());
  });

  it("the table gives each example and default as a value that is taken", () => {
    for (const { name, example, secret, default: fallback } of variables) {
      if (!secret) expect(faults({ [name]: example }).filter((fault) => fault.startsWith("config-value"))).toEqual([]);
      if (fallback !== null && !fallback.includes(" ")) expect(read({ [name]: fallback })).toEqual(read({}));
    }
  });

  it("the files of variables are never tracked, but the example is", () => {
    const ignored = (file: string): boolean => {
      try {
        execFileSync("git", ["check-ignore", "-q", file]);
        return true;
      } catch {
        return false;
      }
    };
    const files = [
      ".env.development",
      ".env.production",
      ".env",
      "data/fabula.sqlite",
      "storage/novels/u/f.txt",
      ".env.example",
    ];
    expect(files.filter((file) => !ignored(file))).toEqual([".env.example"]);
  });
});
