import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { S3Bucket } from "./s3.ts";
import { createUploadBook, type UploadBook } from "./s3-upload-book.ts";

/**
 * What goes wrong on the way:
 * `refuse` the connection breaks before anything is done · `cut-request` within what is sent · `lose-answer` it is done, and nobody hears of it ·
 * `cut-answer` the connection breaks within the answer · `shorten-answer` the answer ends early, and looks whole · `stall-answer` no more of it
 * comes · `twice` the request arrives twice · `slow` it takes 50 ms longer · otherwise an answer of the server with that status and code.
 */
export type FaultKind =
  | "refuse"
  | "cut-request"
  | "lose-answer"
  | "cut-answer"
  | "shorten-answer"
  | "stall-answer"
  | "twice"
  | "slow"
  | { status: number; code: string };

export interface Fault {
  kind: FaultKind;
  /** The requests that it befalls, by method and address. */
  of: RegExp;
  /** How many of them; 1 where nothing is said. */
  times?: number;
}

/** A way to a server of S3 on which things go wrong when they are told to. */
export interface FaultyWay {
  /** The bucket, by this way. */
  bucket: S3Bucket;
  befall(...faults: Fault[]): void;
  /** Method and address of each request since the last `befall`, as they came. */
  requests: string[];
  close(): Promise<void>;
}

/** What the server behind does not know and the way does in its place; null: nothing. */
export interface FaultyWayOptions {
  uploads: "listed" | "listed, and conditional at the end" | null;
}

/** Opens a way to a bucket. */
export async function startFaults(bucket: S3Bucket, { uploads }: FaultyWayOptions): Promise<FaultyWay> {
  let left: { fault: Fault; times: number }[] = [];
  const requests: string[] = [];
  const book = uploads === null ? null : createUploadBook(uploads !== "listed");
  const server = createServer((incoming, answer) => {
    const line = `${incoming.method} ${incoming.url}`;
    requests.push(line);
    const found = left.find(({ fault, times }) => times > 0 && fault.of.test(line));
    if (found) found.times -= 1;
    pass(new URL(bucket.endpoint), incoming, answer, { kind: found?.fault.kind ?? null, book }).catch(() =>
      answer.destroy(),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has an address of numbers.
  const { port } = server.address() as AddressInfo;
  const endpoint = new URL(bucket.endpoint);
  endpoint.port = String(port);
  return {
    bucket: { ...bucket, endpoint: endpoint.href },
    befall(...faults) {
      left = faults.map((fault) => ({ fault, times: fault.times ?? 1 }));
      requests.length = 0;
    },
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Passing {
  kind: FaultKind | null;
  book: UploadBook | null;
}

async function pass(
  to: URL,
  incoming: IncomingMessage,
  answer: ServerResponse,
  { kind, book }: Passing,
): Promise<void> {
  if (kind === "refuse") incoming.socket.destroy();
  else if (kind === "cut-request") incoming.once("data", () => incoming.socket.destroy());
  else await hear(to, incoming, answer, { kind, book });
}

async function hear(
  to: URL,
  incoming: IncomingMessage,
  answer: ServerResponse,
  { kind, book }: Passing,
): Promise<void> {
  const body = Buffer.concat(await Array.fromAsync(incoming, (piece: Buffer) => piece));
  if (kind === "slow") await pause(50);
  const told =
    kind !== null && typeof kind === "object"
      ? { status: kind.status, document: `<Error><Code>${kind.code}</Code><Message>told to</Message></Error>` }
      : book?.answer(incoming);
  if (told) {
    answer.writeHead(told.status, { "content-type": "application/xml" }).end(told.document);
    return;
  }
  if (kind === "twice") await forward(to, incoming, body);
  const { response, bytes } = await forward(to, incoming, body);
  book?.note(incoming, response.statusCode ?? 0, bytes);
  if (kind === "lose-answer") incoming.socket.destroy();
  else await deliver(answer, response, bytes, kind);
}

async function forward(to: URL, { method, url, headers }: IncomingMessage, body: Buffer) {
  // The headers go as they came, the host among them, so that the signature holds.
  const sent = request({ host: to.hostname, port: to.port, method, path: url, headers, agent: false });
  sent.end(body);
  // The event has one value.
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { response, bytes: Buffer.concat(await Array.fromAsync(response, (piece: Buffer) => piece)) };
}

async function deliver(
  answer: ServerResponse,
  response: IncomingMessage,
  bytes: Buffer,
  kind: FaultKind | null,
): Promise<void> {
  const headers = { ...response.headers };
  delete headers["transfer-encoding"];
  if (kind === "shorten-answer") delete headers["content-length"];
  answer.writeHead(response.statusCode ?? 500, headers);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  if (kind === "shorten-answer") answer.end(half);
  else if (kind === "cut-answer" || kind === "stall-answer") {
    await new Promise((resolve) => answer.write(half, resolve));
    // What was written shall arrive before the end does.
    if (kind === "cut-answer") setTimeout(() => answer.destroy(), 20);
  } else answer.end(bytes);
}
