/** What is known of a blob without reading it. */
export interface BlobHead {
  key: string;
  /** Bytes. */
  size: number;
  /** When it was put, in milliseconds since 1970, by the clock of the store. */
  putAt: number;
}

/** A part of a blob, clipped to what is there, as `subarray` clips. Bytes; `length` null goes to the end. */
export interface BlobRange {
  offset: number;
  length: number | null;
}

/** Some of the blobs, in the order of the UTF-8 bytes of their keys; `next` goes on from here, null at the end. */
export interface BlobPage {
  blobs: readonly BlobHead[];
  next: string | null;
}

/** What a link to a blob allows. */
export interface BlobLinkGrant {
  key: string;
  method: "GET" | "PUT";
  /** Seconds from now, at most a week. */
  expiresIn: number;
  /** The type that a GET is served as and that a PUT must name. */
  contentType: string;
  /** GET: the Content-Disposition that it is served with; null: none. */
  disposition: string | null;
  /** PUT: the number of bytes that must come; null: any. */
  contentLength: number | null;
}

/** An address that whoever has it may use without another proof, and the headers that must be sent with it. */
export interface BlobLink {
  url: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * A place for files. A blob is whole or not there, and is never changed: a key is written once.
 * Keys are those of `blob-key.ts`. Everything throws `BlobError`; what is absent is null.
 */
export interface BlobStore {
  /**
   * Writes a blob, in pieces as they come. Nothing is left where the source breaks off or `signal` aborts; then the reason of either is thrown.
   * Once it has returned, the blob survives a loss of power. Throws `exists` where the key is taken.
   */
  put(
    key: string,
    content: Uint8Array | AsyncIterable<Uint8Array>,
    options?: { signal?: AbortSignal },
  ): Promise<BlobHead>;
  /** A blob or a part of it. `content` is read once; what it reads from is opened by its first piece and closed by its end. */
  get(key: string, range?: BlobRange): Promise<{ head: BlobHead; content: AsyncIterable<Uint8Array> } | null>;
  head(key: string): Promise<BlobHead | null>;
  /** Takes a blob away; nothing happens where there is none. */
  delete(key: string): Promise<void>;
  /** The blobs whose keys begin with `prefix`, at most `limit` (1,000), from `cursor` on (`next` of the page before). */
  list(prefix: string, options?: { cursor?: string | null; limit?: number }): Promise<BlobPage>;
  /** Clears away what unfinished puts of killed processes left, if they began before `time` (milliseconds since 1970); how many. */
  removePartial(time: number): Promise<number>;
  /** A link by which a browser gets or puts a blob at the store itself; null where the store has none and files go through the program. */
  link: ((grant: BlobLinkGrant) => Promise<BlobLink>) | null;
}
