import { problemOfAnswer, unreachable } from "./problem-error.ts";

type QueryValue = string | number | boolean | null | undefined;

export interface RequestParts {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Readonly<Record<string, QueryValue>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: Blob;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** An address below `/api`, with what is asked for behind it; what is empty is left out. */
export function apiAddress(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const told = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(told.map(([name, value]) => [name, String(value)])).toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}

/** Asks the studio and gives its answer as the type that the route's schema promises. Throws `ProblemError`. */
export async function ask<Answer>(path: string, parts: RequestParts = {}): Promise<Answer> {
  const response = await send(path, parts);
  return response.json();
}

/** Asks for something that answers nothing. Throws `ProblemError`. */
export async function tell(path: string, parts: RequestParts): Promise<void> {
  await send(path, parts);
}

async function send(path: string, { method, query, json, body, headers, signal }: RequestParts): Promise<Response> {
  const type = json === undefined ? {} : { "Content-Type": "application/json" };
  const response = await answerTo(apiAddress(path, query), {
    method: method ?? "GET",
    headers: { Accept: "application/json", ...type, ...headers },
    body: json === undefined ? (body ?? null) : JSON.stringify(json),
    signal: signal ?? null,
  });
  if (!response.ok) throw problemOfAnswer(response.status, await response.text());
  return response;
}

async function answerTo(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
}

/** A key by which the studio knows a request that it is sent twice. */
export function newRequestKey(): string {
  // randomUUID is not there for pages that came over plain HTTP from another machine.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
