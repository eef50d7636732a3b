import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../dist/web/", import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};
type Files = ReadonlyMap<string, Buffer>;

/** A studio whose pages change to another version while it runs. */
export interface TwoVersions {
  address: string;
  /** From now on only files of the other version are there. */
  change(): void;
  /** Whether a path is one of a file that only the other version has. */
  isOther(path: string): boolean;
  stop(): void;
}

/** Stands before the studio at `behind`: gives the pages as they are built, and after the change as if something in every file had changed. */
export async function openTwoVersions(behind: string): Promise<TwoVersions> {
  const old = builtFiles();
  const other = otherVersion(old);
  let files: Files = old;
  const server = createServer((asked, response) => {
    const path = new URL(asked.url ?? "/", behind).pathname;
    const isPage = !path.startsWith("/api/") && !path.includes(".");
    const file = files.get(isPage ? "/index.html" : path);
    if (file || path.startsWith("/assets/")) {
      const type = isPage ? "html" : (path.split(".").at(-1) ?? "");
      response.writeHead(file ? 200 : 404, { "Content-Type": types[type] ?? "application/octet-stream" });
      response.end(file);
      return;
    }
    const { host: _host, ...headers } = asked.headers;
    const passed = ask(new URL(asked.url ?? "/", behind), { method: asked.method ?? "GET", headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.once("error", () => response.destroy());
    response.once("close", () => passed.destroy());
    asked.pipe(passed);
  }).listen(0, "localhost");
  await once(server, "listening");
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("a port has a number");
  return {
    address: `http://localhost:${place.port}`,
    change() {
      files = other;
    },
    isOther: (path) => other.has(path) && !old.has(path),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function builtFiles(): Files {
  const names = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map(({ parentPath, name }) => {
      const file = `${parentPath.replace(/\/?$/, "/")}${name}`;
      return [`/${file.slice(built.length)}`, readFileSync(file)];
    }),
  );
}

/** The same pages, with another name for each file and so for the whole. */
function otherVersion(files: Files): Files {
  const names = [...files.keys()].filter((path) => path.startsWith("/assets/")).map((path) => path.slice(8));
  const renamed = (text: string): string => names.reduce((so, name) => so.replaceAll(name, otherName(name)), text);
  const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
  const page = files.get("/index.html");
  if (!page) throw new Error("the pages are not built");
  const otherPage = Buffer.from(renamed(page.toString()));
  return new Map(
    [...files].map(([path, bytes]) => {
      if (path === "/index.html") return [path, otherPage];
      const isText = /\.(?:js|css)$/.test(path);
      const text = isText ? Buffer.from(renamed(bytes.toString())) : bytes;
      if (path !== "/sw.js") return [path.startsWith("/assets/") ? `/assets/${otherName(path.slice(8))}` : path, text];
      const worker = text.toString().replaceAll(digest(page), digest(otherPage));
      return [path, Buffer.from(worker.replace(/version:`[^`]+`/, "version:`another`"))];
    }),
  );
}

const otherName = (name: string): string => name.replace(/\.(\w+)$/, "-other.$1");
