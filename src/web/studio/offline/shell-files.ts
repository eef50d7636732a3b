import { shellPrefix } from "./cache-names.ts";

/** What the build put into this version of the pages. */
export interface Shell {
  /** Of all its files together. */
  version: string;
  /** SHA-256 of the page, in hexadecimal. */
  page: string;
  /** Paths of the other files; their names change with their content. */
  files: readonly string[];
}

const pagePath = "/index.html";
/** Versions that are kept: the newest, and the one that open pages may still load parts of. */
const kept = 2;
/** Milliseconds after which a page that does not come is taken from what is kept. */
const patience = 5_000;

/** Keeps a version whole or not at all: where the server has another one by now, this one fails, and the browser comes back for that. */
export async function installShell({ version, page, files }: Shell): Promise<void> {
  const name = `${shellPrefix}${version}`;
  const answer = await fetch(pagePath, { cache: "no-store", headers: { Accept: "text/html" } });
  const content = await answer.clone().arrayBuffer();
  if (!answer.ok || (await sha256(content)) !== page) throw new Error("The server has another version of the pages.");
  try {
    const shell = await caches.open(name);
    await Promise.all(files.map((file) => keepFile(shell, file)));
    await shell.put(pagePath, answer);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function keepFile(shell: Cache, file: string): Promise<void> {
  const answer = (await shellFile(file)) ?? (await fetch(file));
  if (!answer.ok) throw new Error(`${file} is not on the server: ${answer.status}.`);
  await shell.put(file, answer);
}

/** A file of any kept version; undefined where none has it. */
async function shellFile(file: string): Promise<Response | undefined> {
  for (const name of (await shellNames()).toReversed()) {
    const found = await (await caches.open(name)).match(file);
    if (found) return found;
  }
  return undefined;
}

export async function dropOldShells(): Promise<void> {
  await Promise.all((await shellNames()).slice(0, -kept).map((name) => caches.delete(name)));
}

/** Oldest first. */
const shellNames = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(shellPrefix));

/** The page as the server has it now; where there is no server, the one that was kept last, whose files are kept with it. */
export async function pageAnswer(request: Request): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const answer = await fetch(request, { signal: late.signal });
    if (![502, 503, 504].includes(answer.status)) return answer;
    return (await shellFile(pagePath)) ?? answer;
  } catch (error) {
    const page = await shellFile(pagePath);
    if (page) return page;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A script, style or picture of the pages. Its name says its content, so whichever version kept it, it is the right one. */
export async function fileAnswer(request: Request): Promise<Response> {
  return (await shellFile(new URL(request.url).pathname)) ?? fetch(request);
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
