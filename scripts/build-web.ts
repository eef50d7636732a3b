// `npm run build:web [-- --if-stale] [-- --out FOLDER]`: the studio's pages into dist/web, and how large what a first visit loads is.
// `--if-stale` builds only what is older than its sources, and says nothing where there is nothing to do.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";

/** What the entry may weigh: scripts and styles that a page needs before it shows anything, gzipped, in bytes. */
const mostEntryBytes = 180_000;
const root = fileURLToPath(new URL("../", import.meta.url));
const sources = [
  "src/web/studio/**/*",
  "src/features/*/web/**/*",
  "src/web/reader/*.ts",
  "vite.config.ts",
  "scripts/build-web.ts",
  "package-lock.json",
];

const { values } = parseArgs({ options: { "if-stale": { type: "boolean" }, out: { type: "string" } } });
if (!values["if-stale"] || (isStale() && canBuild())) await build();

/** Whether a source is newer than what was built of it. An installed program has no sources, and its pages are packed with it. */
function isStale(): boolean {
  const built = `${root}dist/web/index.html`;
  if (!existsSync(built)) return existsSync(`${root}src/web/studio/main.tsx`);
  const time = statSync(built).mtimeMs;
  return sources.some((pattern) =>
    globSync(pattern, { cwd: root }).some((file) => statSync(root + file).mtimeMs > time),
  );
}

/** Whether what builds the pages is installed; `npm ci --omit=dev` leaves it out, and the studio starts all the same. */
function canBuild(): boolean {
  if (existsSync(`${root}node_modules/vite`)) return true;
  process.stderr.write("The studio’s pages are not built anew: run npm ci, which installs what builds them.\n");
  return false;
}

/** Builds beside its place and appears there at once, so that a server never gives half of two builds. */
async function build(): Promise<void> {
  // What the pages are built for must not depend on who builds: under tests it would be React's slow half.
  process.env["NODE_ENV"] = "production";
  // Loaded only where it is needed: a start with built pages must not wait for it.
  const vite = await import("vite");
  const place =
    values.out === undefined ? `${root}dist/web` : resolve(process.env["FABULA_CWD"] ?? process.cwd(), values.out);
  const [fresh, old] = [`${place}.${process.pid}.new`, `${place}.${process.pid}.old`];
  try {
    const result = await vite.build({
      configFile: `${root}vite.config.ts`,
      logLevel: "warn",
      build: { outDir: fresh },
    });
    if (Array.isArray(result) || !("output" in result)) throw new Error("the build of the pages gave no single result");
    report(result.output);
    await buildWorker(vite.build, fresh, result.output);
    if (existsSync(place)) renameSync(place, old);
    renameSync(fresh, place);
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts `sw.js` beside the pages: it knows the files of this build by their names, and the page by its hash, and so is another one with each of them. */
async function buildWorker(
  viteBuild: typeof import("vite").build,
  folder: string,
  output: Rolldown.RolldownOutput["output"],
): Promise<void> {
  const page = createHash("sha256")
    .update(readFileSync(`${folder}/index.html`))
    .digest("hex");
  const files = output.map(({ fileName }) => `/${fileName}`).filter((file) => file !== "/index.html");
  const version = createHash("sha256")
    .update([page, ...files.toSorted()].join(" "))
    .digest("hex")
    .slice(0, 16);
  await viteBuild({
    configFile: false,
    root: `${root}src/web/studio/offline`,
    logLevel: "warn",
    define: { builtShell: JSON.stringify({ version, page, files }) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      target: "es2023",
      rolldownOptions: {
        input: `${root}src/web/studio/offline/service-worker.ts`,
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}

/** Prints the size of each script, and fails where the entry is too large. */
function report(output: Rolldown.RolldownOutput["output"]): void {
  const sizes = new Map(
    output.map((file) => [file.fileName, gzipSync(file.type === "chunk" ? file.code : file.source).length]),
  );
  const chunks = output.filter((file) => file.type === "chunk");
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error("the build of the pages has no entry");
  const needed = new Set<string>();
  const walk = (name: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (needed.has(name) || !chunk) return;
    needed.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
    for (const imported of chunk.imports) walk(imported);
  };
  walk(entry.fileName);
  const line = (name: string, size: number): string => `${(size / 1000).toFixed(1).padStart(8)} kB  ${name}\n`;
  for (const [name, size] of sizes)
    if (/\.(js|css)$/.test(name)) process.stderr.write(line(`${needed.has(name) ? "• " : "  "}${name}`, size));
  const whole = [...needed].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  process.stderr.write(line(`entry (•), gzipped; at most ${mostEntryBytes / 1000} kB`, whole));
  if (whole > mostEntryBytes) process.exitCode = 1;
}
