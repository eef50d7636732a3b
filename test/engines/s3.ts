import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import S3rver from "s3rver";

/** Where a bucket is and who may use it; the whole of what `openS3Blobs` must be told. */
export interface S3Bucket {
  /** The address of the server, which the name of the bucket follows. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  pathStyle: boolean;
}

/** A bucket of a server of our own, empty; `close` ends the server. */
export interface S3Server {
  bucket: S3Bucket;
  close(): Promise<void>;
}

const credentials = { accessKeyId: "AKFABULATEST", secretAccessKey: "known/to+all of the tests" };

/**
 * Starts a server of S3 on loopback: the local R2 of workerd, by its S3 interface, which checks signatures, digests, conditions of a PUT and the
 * sizes of parts as the real one does. It knows neither conditions at the end of an upload in parts nor the list of those that were not ended.
 */
export async function startS3(): Promise<S3Server> {
  const server = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: "export default { fetch: () => new Response(null, { status: 404 }) }",
      compatibilityDate: "2026-10-01",
      r2Buckets: { FILES: { id: "fabula-test", s3Credentials: credentials } },
      cf: false,
    }),
  );
  const address = await server.ready;
  return {
    bucket: {
      endpoint: new URL("cdn-cgi/local/r2/s3", address).href,
      region: "auto",
      bucket: "fabula-test",
      ...credentials,
      pathStyle: true,
    },
    close: () => server.dispose(),
  };
}

/** Starts a server that knows no conditions and says nothing of it: it takes the header and replaces what is there. It checks no signatures either. */
export async function startS3WithoutConditions(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), "s3-"));
  const bucket = "fabula-test";
  const address = "127.0.0.1";
  const options = { port: 0, address, silent: true, directory: folder, configureBuckets: [{ name: bucket }] };
  const server = new S3rver(options);
  const { port } = await server.run();
  const known = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  return {
    bucket: { endpoint: `http://${address}:${port}`, region: "us-east-1", bucket, ...known, pathStyle: true },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bucket of a server that was started elsewhere, `FABULA_TEST_S3=http://id:secret@host/bucket?region=…`; null where there is none. */
export function bucketElsewhere(): S3Bucket | null {
  const text = process.env["FABULA_TEST_S3"];
  if (text === undefined || text === "") return null;
  const url = new URL(text);
  const [, path = "", bucket = ""] = /^(.*)\/([^/]+)$/.exec(url.pathname) ?? [];
  return {
    endpoint: `${url.origin}${path}`,
    region: url.searchParams.get("region") ?? "us-east-1",
    bucket,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    pathStyle: true,
  };
}
