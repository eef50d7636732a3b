import { type ConfigProblem, makeSecret, missing, problem } from "./config-problem.ts";
import { type DatabasePlace, isLoopback, isRandom } from "./config-values.ts";
import type { VariableName } from "./config-variables.ts";

/** What the rules look at: the texts as given, and what became of them; null is absent or bad. */
export interface Readings {
  given: (name: VariableName) => string | null;
  isProduction: boolean;
  host: string | null;
  origin: string | null;
  database: DatabasePlace | null;
  storage: string | null;
  redirectUri: string | null;
}

/** A rule between variables: the sentence for people, and what breaks it. */
export interface ConfigRule {
  says: string;
  broken: (readings: Readings) => ConfigProblem[];
}

const secrets = ["SESSION_SECRET", "MASTER_SECRET"] as const;
const random = [...secrets, "METRICS_TOKEN"] as const;
const twitter = ["TWITTER_CLIENT_ID", "TWITTER_CLIENT_SECRET", "TWITTER_REDIRECT_URI"] as const;
const google = ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"] as const;
const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
const former = ["SESSION_SECRET_OLD", "MASTER_SECRET_OLD"] as const;
/** Others come in by the address itself, or by a proxy on this machine, which ORIGIN tells. */
const opener = ({ host, origin }: Readings): "HOST" | "ORIGIN" | null => {
  if (host !== null && !isLoopback(host)) return "HOST";
  const name = origin === null ? "localhost" : new URL(origin).hostname.replace(/^\[(.*)\]$/, "$1");
  return isLoopback(name) ? null : "ORIGIN";
};

/** What must hold between variables; docs/configuration.md lists the sentences. */
export const configRules: readonly ConfigRule[] = [
  {
    says: "Production needs SESSION_SECRET and MASTER_SECRET, and so does development as soon as HOST or ORIGIN is not loopback.",
    broken(readings) {
      const open = opener(readings);
      if (!readings.isProduction && open === null) return [];
      const why = readings.isProduction ? "production needs it" : `${open} lets other machines in`;
      return secrets.filter((name) => readings.given(name) === null).map((name) => missing(name, why));
    },
  },
  {
    says: "SESSION_SECRET, MASTER_SECRET and METRICS_TOKEN are 32 random bytes or more each.",
    broken({ given }) {
      const weak = random.filter((name) => given(name) !== null && !isRandom(given(name) ?? ""));
      return weak.map((name) =>
        problem("config-secret-weak", name, `${name} can be guessed: it is not 32 random bytes`, makeSecret(name)),
      );
    },
  },
  {
    says: "So is each of SESSION_SECRET_OLD and MASTER_SECRET_OLD.",
    broken({ given }) {
      const isWeak = (text: string): boolean => text.split(",").some((old) => !isRandom(old.trim()));
      const weak = former.filter((name) => given(name) !== null && isWeak(given(name) ?? ""));
      const fix = (name: VariableName): string =>
        `Put into ${name} what was in ${name.replace("_OLD", "")}, or leave it out`;
      return weak.map((name) =>
        problem("config-secret-weak", name, `${name} holds what can be guessed: it is not 32 random bytes`, fix(name)),
      );
    },
  },
  {
    says: "They are not the same.",
    broken({ given }) {
      const [session, master] = secrets.map(given);
      if (session === null || session !== master) return [];
      const title = "MASTER_SECRET is the same as SESSION_SECRET";
      return [problem("config-secret-shared", "MASTER_SECRET", title, makeSecret("MASTER_SECRET"))];
    },
  },
  {
    says: "In production ORIGIN is an address of https.",
    broken({ isProduction, origin }) {
      if (!isProduction || origin === null || origin.startsWith("https:")) return [];
      const fix = "Put a server with a certificate before it, and set ORIGIN to its address of https";
      return [
        problem(
          "config-insecure",
          "ORIGIN",
          "ORIGIN is an address of http, and passwords would be sent in the open",
          fix,
        ),
      ];
    },
  },
  {
    says: "In production OIDC_ISSUER is an address of https.",
    broken({ given, isProduction }) {
      if (!isProduction || given("OIDC_ISSUER")?.startsWith("http:") !== true) return [];
      const title = "OIDC_ISSUER is an address of http, and whoever stands between could sign in as anybody";
      return [problem("config-insecure", "OIDC_ISSUER", title, "Set OIDC_ISSUER to an address of https")];
    },
  },
  {
    says: "DB_PATH is for development, and only where DATABASE_URL is not set.",
    broken({ given, isProduction }) {
      const path = given("DB_PATH");
      if (path === null) return [];
      const fix = `Leave DB_PATH out${isProduction ? `, and set DATABASE_URL to file:${path}` : ""}`;
      if (isProduction) return [problem("config-conflict", "DB_PATH", "DB_PATH is set in production", fix)];
      const isDoubled = given("DATABASE_URL") !== null;
      return isDoubled ? [problem("config-conflict", "DB_PATH", "DB_PATH and DATABASE_URL are both set", fix)] : [];
    },
  },
  {
    says: "The three of TWITTER_…, the two of GOOGLE_…, and the three of OIDC_… but for OIDC_NAME, are set together or not at all.",
    broken: ({ given }) => [twitter, google, oidc].flatMap((names) => togetherness(given, names)),
  },
  {
    says: "TWITTER_REDIRECT_URI is the address under ORIGIN to which the studio takes people back.",
    broken({ given, origin, redirectUri }) {
      if (origin === null || redirectUri === null) return [];
      // The port of an ORIGIN that nobody has set may still come from the command line: the server looks again.
      const port = given("ORIGIN") === null ? (URL.parse(redirectUri)?.port ?? "") : new URL(origin).port;
      return redirectProblems(withPort(origin, port), redirectUri);
    },
  },
  {
    says: "BLOBS=s3://… needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.",
    broken({ given }) {
      if (!given("BLOBS")?.startsWith("s3:")) return [];
      const needed = ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
      return needed.filter((name) => given(name) === null).map((name) => missing(name, "BLOBS is in a bucket of S3"));
    },
  },
  {
    says: "The files of the database and of the caches are all different, and none is in STORAGE_DIR.",
    broken: filesInTheWay,
  },
];

/** What is wrong with the address to which X sends people back, where the studio is at `origin`. */
export function redirectProblems(origin: string, redirectUri: string): ConfigProblem[] {
  const expected = `${origin}/api/auth/callback/twitter`;
  if (redirectUri === expected) return [];
  const title = "TWITTER_REDIRECT_URI is not the one of ORIGIN, and people would be sent to another place";
  return [problem("config-conflict", "TWITTER_REDIRECT_URI", title, `Set TWITTER_REDIRECT_URI to ${expected}`)];
}

/** An origin at another port; empty for the usual one of its scheme. */
export function withPort(origin: string, port: string): string {
  const address = new URL(origin);
  address.port = port;
  return address.origin;
}

export function brokenRules(readings: Readings): ConfigProblem[] {
  return configRules.flatMap((rule) => rule.broken(readings));
}

function togetherness(given: Readings["given"], names: readonly VariableName[]): ConfigProblem[] {
  const missed = names.filter((name) => given(name) === null);
  if (missed.length === 0 || missed.length === names.length) return [];
  const present = names.filter((name) => !missed.includes(name)).join(" and ");
  const fix = (name: VariableName): string => `Set ${name} as the provider gave it, or leave ${present} out`;
  return missed.map((name) => problem("config-together", name, `${name} is not set, but ${present} is`, fix(name)));
}

function filesInTheWay({ given, database, storage }: Readings): ConfigProblem[] {
  const own = (name: "CACHE_DATABASE_PATH" | "CACHE_FILE_PATH") => ({ name, path: given(name) });
  const main = {
    name: given("DB_PATH") === null ? "DATABASE_URL" : "DB_PATH",
    path: database?.kind === "sqlite" ? database.path : null,
  } as const;
  const files = [main, own("CACHE_DATABASE_PATH"), own("CACHE_FILE_PATH")].flatMap(({ name, path }) =>
    path === null ? [] : [{ name, path: plainPath(path) }],
  );
  const folder = storage === null ? null : `${plainPath(storage)}/`;
  return files.flatMap(({ name, path }, index) => {
    const other = files.slice(0, index).find((earlier) => earlier.path === path);
    const fix = `Give ${name} a file of its own outside STORAGE_DIR`;
    if (other) return [problem("config-conflict", name, `${name} is the same file as that of ${other.name}`, fix)];
    const isInside = folder !== null && path.startsWith(folder);
    return isInside
      ? [problem("config-conflict", name, `${name} is in STORAGE_DIR, which is for other files`, fix)]
      : [];
  });
}

/** A path by which two that are written differently can be compared: no `.`, no `..` that can be taken back, no doubled slash. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === ".." && parts.length > 0 && !["", ".."].includes(parts.at(-1) ?? "")) parts.pop();
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return path.startsWith("/") ? parts.join("/") : ["", ".", ...parts.filter((part) => part !== "")].join("/");
}
