import { sql } from "kysely";
import type { Database } from "../src/backends/sql/database.ts";
import { uuid7 } from "../src/core/text/uuid7.ts";
import type { WalkFixture } from "./leak-walk-fixture.ts";
import type { MixedRequest } from "./leak-walk-mixed.ts";
import {
  type OpenApiDocument,
  type OwnedValues,
  placeOf,
  requestFor,
  type Route,
  routesOf,
  type WalkRequest,
} from "./leak-walk-requests.ts";

/** Somebody who is not the first person, by what their requests carry, and what every route that is not open refuses them with. */
export interface Stranger {
  role: string;
  headers: Readonly<Record<string, string>>;
  /** The refusal of every route; null for somebody who may ask, and has nothing. */
  refused: Refusal | null;
  isAdmin: boolean;
  /** How they have come to what they send. */
  by: "session" | "token";
}

interface Refusal {
  status: number;
  codes: readonly string[];
}

export interface Walk {
  document: OpenApiDocument;
  fixture: WalkFixture;
  strangers: readonly Stranger[];
  /** Sends a request; `peer` is the address that it comes from. */
  send(request: WalkRequest, headers: Readonly<Record<string, string>>, peer: string): Promise<Response>;
}

/** What a walk has found, and how many checks it has made, by role. */
export interface WalkResult {
  findings: string[];
  checks: Readonly<Record<string, number>>;
}

/** Routes that are open to all: they may answer anybody, and tell nobody of the first person but what was shared. */
const openRoute =
  /^\/(?:health$|metrics$|api\/(?:shared\/|auth\/(?!(?:change|set)-|list-|link-|unlink-|passkey\/(?!generate-authenticate|verify-authentication))))/;

/** Walks all routes as all strangers. */
export async function walk({ document, fixture, strangers, send }: Walk): Promise<WalkResult> {
  const [findings, checks]: [string[], Record<string, number>] = [[], {}];
  let number = 0;
  const ask = async (route: Route, owned: OwnedValues, { headers }: Stranger): Promise<Seen> => {
    number += 1;
    // Each from another address: the walk is about other refusals than those of limits.
    const peer = `10.${(number >> 14) & 255}.${(number >> 7) & 127}.${number & 127}`;
    return seenOf(await send(requestFor(route, document, owned), headers, peer), owned);
  };
  for (const stranger of strangers)
    for (const route of routesOf(document)) {
      // An ADMIN changes people and their jobs: that is what these routes are for.
      if (stranger.isAdmin && isOfPeople(route) && route.method !== "GET") continue;
      const seen = await ask(route, fixture.owned, stranger);
      const wrong = [...leaksIn(route, seen, fixture), ...wrongAnswer(route, seen, stranger)];
      if (isForAnybodySignedIn(route, stranger) && namesARow(route, fixture.owned))
        wrong.push(...differences(seen, await ask(route, unknownOf(fixture.owned), stranger)));
      findings.push(...wrong.map((sentence) => `${route.name} as ${stranger.role} ${sentence}: ${told(seen)}`));
      checks[stranger.role] = (checks[stranger.role] ?? 0) + 1;
    }
  return { findings, checks };
}

/** Sends what mixes ids of two people as the second of them. */
export async function mixedWalk(
  requests: readonly MixedRequest[],
  { document, fixture, send }: Walk,
  headers: Readonly<Record<string, string>>,
): Promise<string[]> {
  const findings: string[] = [];
  for (const [i, { route, foreign, owned, unknown }] of requests.entries()) {
    const ask = async (values: OwnedValues): Promise<Seen> =>
      seenOf(await send(requestFor(route, document, values), headers, `10.9.${i >> 7}.${i & 127}`), values);
    const seen = await ask(owned);
    // A link is for whoever has it: what it is of may be asked for, and nothing else.
    const isByLink = route.path.startsWith("/api/shared/") && foreign.includes("shared/{token}");
    const wrong = [
      ...leaksIn(route, seen, fixture),
      ...(isByLink && seen.status < 400 ? ["gives a file of another by a link"] : []),
      ...(isByLink ? [] : differences(seen, await ask(unknown))),
    ];
    findings.push(
      ...wrong.map((sentence) => `${route.name} with a foreign ${foreign.join()} ${sentence}: ${told(seen)}`),
    );
  }
  return findings;
}

const isForAnybodySignedIn = ({ path }: Route, { refused }: Stranger): boolean =>
  !openRoute.test(path) && refused === null && !path.startsWith("/api/admin/");

/** Whether a path, or a body that is given whole, holds an id of the first person. */
const namesARow = ({ name: route, path }: Route, { places, bodies }: OwnedValues): boolean =>
  Object.values(places).some((id) => isId(id) && JSON.stringify(bodies[route] ?? null).includes(id)) ||
  [...path.matchAll(/\{(\w+)\}/g)].some(([, name = ""]) => isId(places[placeOf(path, name)]));

/** Routes that tell an ADMIN of people, and never of their things. */
const isOfPeople = ({ path }: Route): boolean => path.startsWith("/api/admin/");

interface Seen {
  status: number;
  /** Without what differs from request to request. */
  text: string;
  headers: string;
}

const told = ({ status, text }: Seen): string => `${status} ${text.slice(0, 300)}`;

async function seenOf(answer: Response, { places, fields }: OwnedValues): Promise<Seen> {
  const ids = [...Object.values(places), ...Object.values(fields)].filter(isId);
  const plain = (text: string): string => ids.reduce((left, id) => left.replaceAll(id, "ID"), text);
  const headers = [...answer.headers].filter(([name]) => name !== "x-request-id" && name !== "retry-after");
  const isStream = answer.headers.get("Content-Type")?.startsWith("text/event-stream") ?? false;
  if (isStream) await answer.body?.cancel();
  const text = isStream ? "a stream" : plain(new TextDecoder().decode(await answer.arrayBuffer()));
  return { status: answer.status, text, headers: plain(JSON.stringify(headers)) };
}

const isId = (value: unknown): value is string => typeof value === "string" && value.length > 20;

/** What an answer tells of the first person. Ids that stood in the request may come back. */
function leaksIn(route: Route, { text, headers }: Seen, { words, ids }: WalkFixture): string[] {
  // What was shared by a link is for whoever has it.
  if (route.path.startsWith("/api/shared/")) return [];
  const leaked = [...words, ...(isOfPeople(route) ? [] : ids)].filter(
    (secret) => text.includes(secret) || headers.includes(secret),
  );
  return leaked.length === 0 ? [] : [`tells “${leaked.join("”, “")}” of the first person`];
}

function wrongAnswer({ path }: Route, seen: Seen, { refused, isAdmin, by }: Stranger): string[] {
  if (path === "/health") return [];
  if (seen.status >= 500) return ["breaks"];
  if (openRoute.test(path)) return [];
  if (refused !== null) return unless(refused, seen);
  if (path.startsWith("/api/admin/") && !isAdmin)
    return unless({ status: 403, codes: [by === "token" ? "session-needed" : "admin-needed"] }, seen);
  const isTurnedAway = seen.text.includes('"code":"sign-in-needed"');
  return isTurnedAway ? ["is refused, though somebody has signed in"] : [];
}

function unless({ status, codes }: Refusal, seen: Seen): string[] {
  const isSo = seen.status === status && codes.some((code) => seen.text.includes(`"code":"${code}"`));
  return isSo ? [] : [`is not refused with ${status} ${codes.join(" or ")}`];
}

function differences(seen: Seen, none: Seen): string[] {
  const isSame = seen.status === none.status && seen.text === none.text && seen.headers === none.headers;
  return [
    ...(isSame ? [] : [`answers otherwise than for an id that there is not (${told(none)})`]),
    ...(seen.status >= 400 ? [] : ["does what it is asked with the row of another"]),
  ];
}

/** The same values with ids that nobody has. */
function unknownOf({ places, fields, bodies }: OwnedValues): OwnedValues {
  const known = new Map<string, string>();
  const other = (value: string): string => {
    const made = /^[\da-f-]{36}$/.test(value)
      ? uuid7(known.size, crypto.getRandomValues(new Uint8Array(10)))
      : "A".repeat(value.length);
    const found = known.get(value) ?? made;
    known.set(value, found);
    return found;
  };
  const all = { places: Object.values(places).filter(isId), fields: Object.values(fields).filter(isId) };
  const changed = [...all.places, ...all.fields].map((id) => [id, other(id)] as const);
  const otherBody = (body: unknown): unknown =>
    body instanceof Uint8Array
      ? body
      : JSON.parse(changed.reduce((text, [id, made]) => text.replaceAll(id, made), JSON.stringify(body)));
  return {
    places: Object.fromEntries(Object.entries(places).map(([name, id]) => [name, isId(id) ? other(id) : id])),
    fields: Object.fromEntries(Object.entries(fields).map(([name, id]) => [name, isId(id) ? other(id) : id])),
    bodies: Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, otherBody(body)])),
  };
}

/** When something was last asked for, which is noted of requests that may be made. */
const ofVisits = ["last_accessed_at", "last_seen_at", "last_used_at"];

/** Tables whose rows come of requests that anybody may send: counts of them, and what is sent by mail. */
const ofRequests = ["cache", "health_checks", "verification_tokens", "mails"];

/** Every row of every table as a text, but those that are of one of `strangers`. */
export async function rowsBut(db: Database, strangers: readonly string[]): Promise<string[]> {
  const tables = (await db.catalog.objects()).filter(
    ({ type, name }) => type === "table" && !ofRequests.includes(name),
  );
  const rows: string[] = [];
  for (const { name } of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely);
    const kept = (key: string, value: unknown): unknown => (ofVisits.includes(key) ? null : value);
    rows.push(...found.rows.map((row) => `${name} ${JSON.stringify(row, kept)}`).toSorted());
  }
  return rows.filter((row) => !strangers.some((id) => row.includes(id)));
}
