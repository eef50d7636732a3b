import { asS3Error, failureOf, isPassing, SilentServer } from "./s3-failure.ts";
import { type S3Place, sign } from "./s3-signature.ts";

export interface S3Request {
  /** What it is for, and of which blob: for errors. */
  operation: string;
  of: string;
  method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** The key in the bucket, null for the bucket itself. */
  key: string | null;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array<ArrayBuffer> | null;
  signal?: AbortSignal | undefined;
}

/** How often and how long something is tried; milliseconds. */
export interface S3Patience {
  tries: number;
  /** Before the second try; it doubles from then on, differing by chance, up to twenty seconds. */
  firstPause: number;
  /** Until an answer begins, beside what the bytes that are sent take at 32 KiB a second; and until more of it comes. */
  silence: number;
}

export const patience: S3Patience = { tries: 6, firstPause: 150, silence: 30_000 };
const slowest = 32 * 1024;
const longestPause = 20_000;

export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** A body that is sent as it comes; `length` bytes. */
export interface S3Stream {
  stream: ReadableStream<Uint8Array>;
  length: number;
}

/** Sends signed requests to one bucket. */
export interface S3Client {
  place: S3Place;
  waiting: S3Patience;
  /** Sends once, and reads the answer before the time is over. Throws what `isPassing` reads. */
  once<Value>(request: S3Request, read: ReadAnswer<Value>, stream?: S3Stream): Promise<Value>;
  /** Sends until it is done or hope is gone. Throws `BlobError`, and the reason of the request's signal. */
  send<Value>(request: S3Request, read: ReadAnswer<Value>): Promise<Value>;
}

/** Makes something of an answer, whose body it reads or cancels; throws `S3Failure` where it tells of one. */
export type ReadAnswer<Value> = (response: Response) => Promise<Value>;

export function createS3Client(place: S3Place, fetch: Fetch, waiting: S3Patience = patience): S3Client {
  const once: S3Client["once"] = async (request, read, stream) => {
    const { headers, url } = await sign(place, request, stream?.length ?? null);
    const length = stream?.length ?? request.body?.length ?? 0;
    return within(waiting.silence + (length / slowest) * 1000, request.signal, async (signal) => {
      const body = stream?.stream ?? request.body ?? null;
      // Node wants to be told that the answer may wait for the end of a stream.
      const duplex = stream ? { duplex: "half" as const } : {};
      return read(await fetch(url, { method: request.method, headers, body, redirect: "manual", signal, ...duplex }));
    });
  };
  return {
    place,
    waiting,
    once,
    send: (request, read) =>
      trying(waiting, request.signal, () => once(request, read)).catch((error: unknown) => {
        throw asS3Error(error, request.operation, request.of);
      }),
  };
}

/** Does something until it is done, or fails with what does not pass, or too often. */
export async function trying<Value>(
  { tries, firstPause }: S3Patience,
  signal: AbortSignal | undefined,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      if (tried >= tries || !isPassing(error)) throw error;
    }
    const most = Math.min(longestPause, firstPause * 2 ** (tried - 1));
    await pause(most * (0.5 + Math.random() / 2), signal);
  }
}

/** An answer without a body that matters; one of the `expected` statuses is no failure. */
export function status(...expected: readonly number[]): ReadAnswer<Response> {
  return async (response) => {
    if (!response.ok && !expected.includes(response.status)) throw await failureOf(response);
    await response.arrayBuffer();
    return response;
  };
}

/** The text of an answer. */
export async function text(response: Response): Promise<string> {
  if (!response.ok) throw await failureOf(response);
  return response.text();
}

/** Does something that stops when the time is over or `from` aborts. */
async function within<Value>(
  milliseconds: number,
  from: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(from?.reason);
  const late = new SilentServer(`no answer within ${Math.round(milliseconds / 1000)} s`);
  const timer = setTimeout(() => stop.abort(late), milliseconds);
  from?.addEventListener("abort", onAbort);
  try {
    from?.throwIfAborted();
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    from?.removeEventListener("abort", onAbort);
  }
}

/** Waits, unless `signal` aborts; then its reason is thrown. */
async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
  signal?.throwIfAborted();
}
