import type { ConfigProblem } from "./config-problem.ts";
import { badValue, missing } from "./config-problem.ts";
import { brokenRules } from "./config-rules.ts";
import { Secret } from "./config-secret.ts";
import type { BlobPlace, DatabasePlace } from "./config-values.ts";
import {
  addressOf,
  blobsOf,
  databaseOf,
  environmentOf,
  flagOf,
  hostOf,
  isLoopback,
  mailAddressOf,
  nameOf,
  originOf,
  pathOf,
  portOf,
  proxiesOf,
  regionOf,
  samplesOf,
  smtpOf,
} from "./config-values.ts";
import { type VariableName, variableOf } from "./config-variables.ts";
import type { NetworkRange } from "./http/network-address.ts";

/** Variables by name, as a process or a file gives them. An empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A client that another service knows us by. */
export interface SignInClient {
  id: string;
  secret: Secret;
}

/** A server of S3, and who we are there. */
export interface S3Access {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: Secret;
  pathStyle: boolean;
}

export interface Config {
  environment: "development" | "production";
  host: string;
  port: number;
  /** Scheme, host and port that browsers see, without a slash at the end. */
  origin: string;
  /** Whether only this machine can reach the server; nothing may do without accounts elsewhere. */
  onLoopback: boolean;
  /** Proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly NetworkRange[];
  database: DatabasePlace;
  blobs: BlobPlace;
  /** Whether people who have nothing yet get the sample stories. */
  samples: boolean;
  /** The folder whose books come onto the shelf; null where none is watched. */
  watchFolder: string | null;
  /** How the buckets of S3 are reached; null where no key is set. */
  s3: S3Access | null;
  /** Where the cache is: in a table of the database at `databasePath` (null: of the product's own), or in the file at `filePath`. */
  cache: { databasePath: string | null; filePath: string | null };
  sessionSecret: Secret;
  /** Those before it, which still verify. */
  oldSessionSecrets: readonly Secret[];
  /** What a program sends that reads `/metrics` from elsewhere; null where none does. */
  metricsToken: Secret | null;
  masterSecret: Secret;
  /** Those before it, which still open what they have sealed. */
  oldMasterSecrets: readonly Secret[];
  /** Null where nobody can sign in so. */
  twitter: (SignInClient & { redirectUri: string }) | null;
  google: SignInClient | null;
  /** A provider of OpenID Connect; `issuer` without a slash at the end. */
  oidc: (SignInClient & { issuer: string; name: string }) | null;
  /** Address of the server of mail; null keeps mail in the outbox. */
  smtp: Secret | null;
  /** The address that mail is from. */
  mailFrom: string;
}

export type ConfigResult = { ok: true; value: Config } | { ok: false; problems: readonly ConfigProblem[] };

/** What stands in for the secrets on a machine that nobody else reaches. */
const knownToAll = { session: "known to all: sessions in development", master: "known to all: keys in development" };

/** Reads the configuration, or tells all that is wrong with it at once. */
export function readConfig(env: Environment): ConfigResult {
  const problems: ConfigProblem[] = [];
  const given = (name: VariableName): string | null => env[name]?.trim() || null;
  /** The value of a variable, of its default where it is not set, and null where there is neither or it is bad. */
  const read = <Value>(
    name: VariableName,
    parse: (text: string) => Value | null,
    fallback = variableOf(name).default,
  ) => {
    const text = given(name) ?? fallback;
    const value = text === null ? null : parse(text);
    if (text !== null && value === null) problems.push(badValue(name, text));
    return value;
  };
  const text = (name: VariableName): string | null => read(name, (value) => value);
  const path = (name: VariableName): string | null => read(name, (value) => pathOf(value, (known) => known));
  const secret = (name: VariableName): Secret | null => read(name, (value) => new Secret(value), null);

  const environment = read("ENVIRONMENT", environmentOf);
  const isProduction = environment === "production";
  const host = read("HOST", hostOf);
  const port = read("PORT", portOf);
  const origin = read("ORIGIN", originOf, isProduction ? null : `http://localhost:${port ?? 8787}`);
  const trustedProxies = read("TRUSTED_PROXIES", proxiesOf) ?? [];
  const folder = path("STORAGE_DIR");
  const [samples, watchFolder] = [read("SAMPLES", samplesOf), path("WATCH_DIR")];
  const blobs = read("BLOBS", (value) => blobsOf(value, folder ?? ""));
  const developmentPath = path("DB_PATH");
  const database = read("DATABASE_URL", databaseOf, developmentPath === null ? undefined : `file:${developmentPath}`);
  const cache = { databasePath: path("CACHE_DATABASE_PATH"), filePath: path("CACHE_FILE_PATH") };
  const [sessionSecret, masterSecret] = [secret("SESSION_SECRET"), secret("MASTER_SECRET")];
  const metricsToken = secret("METRICS_TOKEN");
  const twitterClient = clientOf(text("TWITTER_CLIENT_ID"), secret("TWITTER_CLIENT_SECRET"));
  const redirectUri = read("TWITTER_REDIRECT_URI", addressOf);
  const s3Client = clientOf(text("S3_ACCESS_KEY_ID"), secret("S3_SECRET_ACCESS_KEY"));
  const s3Server = {
    endpoint: read("S3_ENDPOINT", addressOf),
    region: read("S3_REGION", regionOf) ?? "",
    pathStyle: read("S3_PATH_STYLE", flagOf, null),
  };
  const google = clientOf(text("GOOGLE_CLIENT_ID"), secret("GOOGLE_CLIENT_SECRET"));
  const oidcClient = clientOf(text("OIDC_CLIENT_ID"), secret("OIDC_CLIENT_SECRET"));
  const issuer = read("OIDC_ISSUER", addressOf);
  const oidcName = read("OIDC_NAME", nameOf) ?? "";
  const [smtp, mailFrom] = [read("SMTP_URL", smtpOf), read("MAIL_FROM", mailAddressOf, null)];
  const former = (name: VariableName): Secret[] =>
    (given(name) ?? "").split(",").flatMap((old) => (old.trim() === "" ? [] : [new Secret(old.trim())]));

  if (isProduction && given("ORIGIN") === null) problems.push(missing("ORIGIN", "production needs it"));
  problems.push(...brokenRules({ given, isProduction, host, origin, database, storage: folder, redirectUri }));
  if (problems.length > 0 || !environment || !host || !port || !origin || !blobs || !database)
    return { ok: false, problems };
  const twitter = twitterClient && redirectUri !== null ? { ...twitterClient, redirectUri } : null;
  return {
    ok: true,
    value: {
      environment,
      host,
      port,
      origin,
      onLoopback: isLoopback(host),
      trustedProxies,
      database,
      blobs,
      samples: samples === "all",
      watchFolder,
      s3: s3Client && s3AccessOf(s3Server, s3Client),
      cache,
      twitter,
      google,
      oidc: oidcClient && issuer !== null ? { ...oidcClient, issuer: issuer.replace(/\/$/, ""), name: oidcName } : null,
      smtp,
      mailFrom: mailFrom ?? `fabula@${new URL(origin).hostname}`,
      metricsToken,
      oldSessionSecrets: former("SESSION_SECRET_OLD"),
      oldMasterSecrets: former("MASTER_SECRET_OLD"),
      sessionSecret: sessionSecret ?? new Secret(knownToAll.session),
      masterSecret: masterSecret ?? new Secret(knownToAll.master),
    },
  };
}

function s3AccessOf(
  { endpoint, region, pathStyle }: { endpoint: string | null; region: string; pathStyle: "true" | "false" | null },
  { id: accessKeyId, secret: secretAccessKey }: SignInClient,
): S3Access {
  const isInPath = pathStyle === null ? endpoint !== null : pathStyle === "true";
  const server = endpoint ?? `https://s3.${region}.amazonaws.com`;
  return { endpoint: server, region, accessKeyId, secretAccessKey, pathStyle: isInPath };
}

const clientOf = (id: string | null, secret: Secret | null): SignInClient | null =>
  id !== null && secret ? { id, secret } : null;
