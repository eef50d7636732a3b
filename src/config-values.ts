import { randomBytesOf, Secret } from "./config-secret.ts";
import { type NetworkRange, networkRangeOf } from "./http/network-address.ts";

/** Where the rows are. */
export type DatabasePlace =
  | { kind: "sqlite"; path: string }
  | { kind: "postgres"; url: Secret }
  | { kind: "d1"; binding: string };

/** Where the files are. A prefix is empty, or ends with a slash. */
export type BlobPlace =
  | { kind: "fs"; folder: string }
  | { kind: "s3"; bucket: string; prefix: string }
  | { kind: "r2"; binding: string };

// Each gives null for what its variable cannot be.

export function environmentOf(text: string): "development" | "production" | null {
  return text === "development" || text === "production" ? text : null;
}

export function hostOf(text: string): string | null {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  const isName = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?)(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?)*$/i.test(
    bare,
  );
  const isSix = bare.includes(":") && URL.canParse(`http://[${bare}]`);
  // What looks like an address of numbers must be one.
  const isFour = !/^[\d.]+$/.test(bare) || /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(bare);
  return isSix || (isName && isFour) ? bare : null;
}

export function proxiesOf(text: string): readonly NetworkRange[] | null {
  const ranges = text.split(",").map(networkRangeOf);
  const known = ranges.filter((range) => range !== null);
  return known.length === ranges.length ? known : null;
}

export function portOf(text: string): number | null {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

export function originOf(text: string): string | null {
  const url = webAddress(text);
  const isBare = url?.pathname === "/" && url.search === "" && url.hash === "" && !/[?#]/.test(text);
  return url && isBare ? url.origin : null;
}

export function addressOf(text: string): string | null {
  return webAddress(text)?.href ?? null;
}

function webAddress(text: string): URL | null {
  const url = URL.parse(text);
  const isWeb = url !== null && (url.protocol === "https:" || url.protocol === "http:");
  return isWeb && url.username === "" && url.password === "" ? url : null;
}

export function databaseOf(text: string): DatabasePlace | null {
  const [, scheme = "", rest = ""] = /^([a-z0-9]+):(.*)$/i.exec(text) ?? [];
  if (scheme === "file") {
    // With two slashes stands a host, and we know none but our own.
    const path = rest.replace(/^\/\/(?=\/)/, "");
    return path.startsWith("//") || path.includes("?")
      ? null
      : pathOf(path, (known) => ({ kind: "sqlite", path: known }));
  }
  if (scheme === "d1") return /^\w+$/.test(rest) ? { kind: "d1", binding: rest } : null;
  const isPostgres = scheme === "postgres" || scheme === "postgresql";
  return isPostgres && (URL.parse(text)?.hostname ?? "") !== "" ? { kind: "postgres", url: new Secret(text) } : null;
}

export function blobsOf(text: string, folder: string): BlobPlace | null {
  if (text === "fs:") return { kind: "fs", folder };
  const binding = /^r2:(\w+)$/.exec(text)?.[1];
  if (binding !== undefined) return { kind: "r2", binding };
  // Names of buckets as S3 allows them; a prefix of parts that are keys.
  const [, bucket, prefix = ""] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/((?:[\w.-]+\/)*[\w.-]+))?\/?$/.exec(text) ?? [];
  if (bucket === undefined || /(?:^|\/)\.\.?(?:\/|$)/.test(prefix)) return null;
  return { kind: "s3", bucket, prefix: prefix === "" ? "" : `${prefix}/` };
}

export function regionOf(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text) ? text : null;
}

export function flagOf(text: string): "true" | "false" | null {
  return text === "true" || text === "false" ? text : null;
}

export function samplesOf(text: string): "all" | "none" | null {
  return text === "all" || text === "none" ? text : null;
}

export function pathOf<Place>(text: string, made: (path: string) => Place): Place | null {
  return text === "" || text.includes("\0") || text.includes(":memory:") ? null : made(text);
}

/** A server of mail; the whole address is kept secret, since it mostly holds a password. */
export function smtpOf(text: string): Secret | null {
  const url = URL.parse(text);
  const isMail = url !== null && (url.protocol === "smtp:" || url.protocol === "smtps:");
  return isMail && url.hostname !== "" ? new Secret(text) : null;
}

/** A name that stands on a page. */
export function nameOf(text: string): string | null {
  return text.length <= 40 && !/[\p{Cc}\p{Cf}]/u.test(text) ? text : null;
}

/** An address of mail, alone or in angle brackets behind a name. */
export function mailAddressOf(text: string): string | null {
  const address = /^[^<>\r\n]*<([^<>\s]+)>$/.exec(text)?.[1] ?? text;
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address) && !/[\r\n]/.test(text) ? text : null;
}

/** Whether a text writes 32 bytes or more by chance: none comes too often, and they do not go up or down in steps. */
export function isRandom(text: string): boolean {
  const bytes = randomBytesOf(text);
  if (bytes === null || bytes.length < 32) return false;
  const steps = Array.from(bytes.subarray(1), (byte, i) => (byte - (bytes[i] ?? 0) + 256) % 256);
  // Of 32 bytes by chance some 30 differ; fewer than 18 do about once in 10^13 times.
  return new Set(bytes).size >= 18 && new Set(steps).size >= 12;
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
