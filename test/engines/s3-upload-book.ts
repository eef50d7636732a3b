import type { IncomingMessage } from "node:http";

/** What passes by of uploads in parts, and two things that are made of it. */
export interface UploadBook {
  /** The answer that the book has for a request: the list of uploads that have not ended, or that a key is taken. */
  answer(request: IncomingMessage): { status: number; document: string } | null;
  /** Notes what the server did. */
  note(request: IncomingMessage, status: number, answer: Buffer): void;
}

type Upload = { key: string; id: string; begunAt: number };
/** Uploads on a page of the list: few, so that there are pages. */
const onPage = 2;

/** Does what the local R2 leaves out, as the reference of S3 describes it: the list of uploads, and, if `conditional`, the condition at their end. */
export function createUploadBook(conditional: boolean): UploadBook {
  let uploads: Upload[] = [];
  const taken = new Set<string>();
  return {
    answer(request) {
      const { key, query, method } = readRequest(request);
      if (method === "GET" && query.has("uploads")) return { status: 200, document: listOf(uploads, query) };
      const isEnd = method === "POST" && query.has("uploadId");
      if (!conditional || !isEnd || request.headers["if-none-match"] !== "*") return null;
      // Taken from now on, also for another end that comes before this one is done.
      if (!taken.has(key)) {
        taken.add(key);
        return null;
      }
      return { status: 412, document: "<Error><Code>PreconditionFailed</Code></Error>" };
    },
    note(request, status, answer) {
      const { key, query, method } = readRequest(request);
      if (status >= 300) return;
      const id = /<UploadId>([^<]+)</.exec(answer.toString())?.[1];
      if (method === "POST" && query.has("uploads") && id !== undefined) uploads.push({ key, id, begunAt: Date.now() });
      if ((method === "POST" || method === "DELETE") && query.has("uploadId"))
        uploads = uploads.filter((upload) => upload.id !== query.get("uploadId"));
      if (method === "DELETE" && !query.has("uploadId")) taken.delete(key);
      if ((method === "PUT" && !query.has("uploadId")) || (method === "POST" && query.has("uploadId"))) taken.add(key);
    },
  };
}

function readRequest({ url = "", method = "" }: IncomingMessage) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const key = decodeURIComponent(/^\/cdn-cgi\/local\/r2\/s3\/[^/]+\/(.*)$/.exec(pathname)?.[1] ?? "");
  return { key, query: searchParams, method };
}

function listOf(uploads: readonly Upload[], query: URLSearchParams): string {
  const [marker, idMarker] = [query.get("key-marker") ?? "", query.get("upload-id-marker") ?? ""];
  const later = uploads
    .filter(({ key }) => key.startsWith(query.get("prefix") ?? ""))
    .toSorted((one, other) => (`${one.key}\n${one.id}` < `${other.key}\n${other.id}` ? -1 : 1))
    .filter(({ key, id }) => `${key}\n${id}` > `${marker}\n${idMarker}` || marker === "");
  const page = later.slice(0, onPage);
  const last = page.at(-1);
  const next =
    later.length > onPage && last
      ? `<NextKeyMarker>${encodeURIComponent(last.key)}</NextKeyMarker><NextUploadIdMarker>${last.id}</NextUploadIdMarker>`
      : "";
  const items = page.map(
    ({ key, id, begunAt }) =>
      `<Upload><Key>${encodeURIComponent(key)}</Key><UploadId>${id}</UploadId><Initiated>${new Date(begunAt).toISOString()}</Initiated></Upload>`,
  );
  return `<?xml version="1.0"?><ListMultipartUploadsResult><EncodingType>url</EncodingType>${next}<IsTruncated>${next !== ""}</IsTruncated>${items.join("")}</ListMultipartUploadsResult>`;
}
