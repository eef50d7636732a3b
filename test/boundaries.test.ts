import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { folders } from "../src/core/pipeline.ts";

/** Static imports and exports from the start of a line, dynamic ones, and worker files. */
const importPattern =
  /(?:^import\s(?:[^"';]*?\sfrom\s*)?|^export\s(?:type\s*)?[*{][^"';]*?\sfrom\s*|\bimport\(\s*|new URL\(\s*(?=["'`]\.))["'`]([^"'`]+)["'`]/gm;
const sources = globSync("src/**/*.{ts,tsx}")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !file.endsWith(".test.ts") && !file.endsWith(".d.ts"));

/** Every import of a file, relative ones as paths from the root. */
function importsOf(file: string): string[] {
  const targets = [...readFileSync(file, "utf8").matchAll(importPattern)].map((match) => match[1] ?? "");
  return targets.map((target) => (target.startsWith(".") ? normalize(join(dirname(file), target)) : target));
}

/** `file → import` for each import that is not allowed. */
function violations(folder: string, allowed: (target: string, file: string) => boolean): string[] {
  const files = sources.filter((file) => file.startsWith(folder));
  expect(files.length, `${folder} has files`).toBeGreaterThan(0);
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed(target, file))
      .map((target) => `${file} → ${target}`),
  );
}

const pureLibraries = new Set([
  "@zip.js/zip.js",
  "fflate",
  "harfbuzzjs",
  "htmlparser2",
  "linebreak",
  "mammoth/mammoth.browser.js",
  "marked",
]);
/** What others may know of the back ends, and the tables of the house. */
const interfaces = new Set([
  ...["errors", "error-texts-data", "config", "config-check", "config-problem", "services"].map(
    (name) => `src/${name}.ts`,
  ),
  ...["blobs/blob-store", "blobs/blob-error", "cache/cache", "models/text-model"].map(backend),
  ...["models/embedding-model", "vectors/vector-index"].map(backend),
  ...["queue/task-queue", "raster/rasterizer", "mail/mailer", "sign-in/sign-in"].map(backend),
  // Of SQL, what is the same on every engine.
  ...["codecs", "cursor", "database", "derived-id", "guard", "insert-rows", "migrate", "sql-error", "statement"].map(
    (name) => backend(`sql/${name}`),
  ),
  backend("sql/text-search"),
]);
const isInterface = (target: string): boolean => interfaces.has(target);
/** What one feature may know of another: its queries, and the few files that are made to be called. */
const doors = new Set([
  ...["admin/audit-act", "files/orphans"].map(feature),
  ...[
    "files/content-memory",
    "files/file-types",
    "files/open-file",
    "files/serve-file",
    "files/store-file",
    "files/stored-file",
  ].map(feature),
  ...["files/whole-content", "library/cast-view", "library/import-novel", "library/read-books"].map(feature),
  ...["jobs/error-words", "jobs/states", "jobs/task-failure", "jobs/task-handler", "library/embed-story"].map(feature),
]);
const isDoor = (target: string): boolean => /^src\/features\/[^/]+\/queries\//.test(target) || doors.has(target);

function backend(name: string): string {
  return `src/backends/${name}.ts`;
}

function feature(name: string): string {
  return `src/features/${name}.ts`;
}

/** What speaks of a feature over HTTP: what it takes and answers. */
const isSchema = (target: string): boolean => /^src\/features\/[^/]+\/schema\.ts$/.test(target);
const isHttp = (target: string): boolean => target.startsWith("src/http/");

const isGenerated = (target: string): boolean => target.startsWith("src/generated/");

/** A feature's pages in the browser. */
const isWebOfFeature = (target: string): boolean => /^src\/features\/[^/]+\/web\//.test(target);
const isStyle = (target: string): boolean => target.endsWith(".css");
const browserLibrary = /^(react|react-dom|@mantine\/\w+|@tanstack\/react-(router|query)|@tabler\/icons-react)(\/|$)/;
/** Relative imports of which only types are taken: nothing of them is in what the browser loads. */
function typeImportsOf(file: string): Set<string> {
  const targets = [...readFileSync(file, "utf8").matchAll(/^import type [^"';]*?\sfrom\s*"(\.[^"]+)"/gm)];
  return new Set(targets.map((match) => normalize(join(dirname(file), match[1] ?? ""))));
}

describe("the import rules of ARCHITECTURE.md", () => {
  it("core imports core, generated data and pure libraries", () => {
    expect(
      violations(
        "src/core/",
        (target) => target.startsWith("src/core/") || isGenerated(target) || pureLibraries.has(target),
      ),
    ).toEqual([]);
  });

  it("the stages of core import only earlier stages, in the order that pipeline.ts declares", () => {
    const rank = (path: string): number => folders.findIndex((folder) => path.startsWith(`src/core/${folder}/`));
    const libraries = ["src/core/text/", "src/core/geometry/", "src/core/image/"];
    const isLibrary = (path: string): boolean => libraries.some((folder) => path.startsWith(folder));
    expect(
      violations("src/core/", (target, file) => {
        if (!target.startsWith("src/core/") || /^src\/core\/[^/]+$/.test(file)) return true;
        return isLibrary(target) || (!isLibrary(file) && rank(target) !== -1 && rank(target) <= rank(file));
      }),
    ).toEqual([]);
  });

  it("each library is imported by one file of core only", () => {
    const users = (library: string): string[] =>
      sources.filter((file) => file.startsWith("src/core/") && importsOf(file).includes(library));
    const shared = [...pureLibraries].filter((library) => library !== "fflate" && users(library).length > 1);
    expect(shared.map((library) => `${library}: ${users(library).join(", ")}`)).toEqual([]);
  });

  it("back ends import core, generated data and their own folder", () => {
    expect(
      violations("src/backends/", (target, file) => {
        const own = `${file.split("/").slice(0, 3).join("/")}/`;
        const outside = !target.startsWith("src/") || isGenerated(target) || target === "src/errors.ts";
        return outside || target.startsWith("src/core/") || target.startsWith(own);
      }),
    ).toEqual([]);
  });

  it("features import core, generated data, the interfaces of back ends, and other features by their doors", () => {
    expect(
      violations("src/features/", (target, file) => {
        const own = `${file.split("/").slice(0, 3).join("/")}/`;
        const outside = !target.startsWith("src/") || isGenerated(target) || isDoor(target) || isInterface(target);
        const spoken = isHttp(target) || isSchema(target);
        // What stands in the browser has a rule of its own.
        if (isWebOfFeature(file)) return true;
        return outside || spoken || target.startsWith("src/core/") || target.startsWith(own);
      }),
    ).toEqual([]);
  });

  it("what all routes share knows no feature", () => {
    expect(
      violations("src/http/", (target) => {
        const outside = !target.startsWith("src/") && !target.startsWith("node:");
        return outside || isHttp(target) || isInterface(target) || target === "src/core/text/result.ts";
      }),
    ).toEqual([]);
  });

  it("operations and the command line import core, features, errors and the interfaces of back ends", () => {
    for (const folder of ["src/ops/", "src/cli/"])
      expect(
        violations(folder, (target) => {
          const inside = /^src\/(core|features|ops|generated)\//.test(target) || target.startsWith(folder);
          return target.startsWith("node:") || target === "kysely" || inside || isInterface(target);
        }),
      ).toEqual([]);
  });

  it("the reader page imports itself and the types of its data", () => {
    expect(
      violations(
        "src/web/reader/",
        (target) => target.startsWith("src/web/reader/") || target === "src/core/print/reader-data.ts",
      ),
    ).toEqual([]);
  });

  it("the studio's pages import each other, core, libraries for the browser, and of the server only the types of its schemas", () => {
    const pages = sources.filter((file) => file.startsWith("src/web/studio/") || isWebOfFeature(file));
    expect(pages.length).toBeGreaterThan(0);
    const forbidden = pages.flatMap((file) => {
      const types = typeImportsOf(file);
      return importsOf(file)
        .filter((target) => {
          const isPage = target.startsWith("src/web/studio/") || isWebOfFeature(target);
          const isPure = /^src\/(web\/reader|core\/.+)\/[a-z-]+\.ts$/.test(target);
          const isType = (isSchema(target) || isHttp(target)) && types.has(target);
          const isOutside = browserLibrary.test(target) || target === "zod";
          return !(isPage || isPure || isType || isOutside || isStyle(target));
        })
        .map((target) => `${file} → ${target}`);
    });
    expect(forbidden).toEqual([]);
  });

  it("the page that explains a story imports itself and the types of its data", () => {
    expect(
      violations(
        "src/web/explain/",
        (target) => target.startsWith("src/web/explain/") || target === "src/core/print/explain-data.ts",
      ),
    ).toEqual([]);
  });

  it("only the entries read the environment", () => {
    const readers = sources.filter(
      (file) => !file.startsWith("src/entry/") && /process\.env|process\.argv/.test(readFileSync(file, "utf8")),
    );
    expect(readers).toEqual([]);
  });
});

describe("the style of the house", () => {
  const all = [...sources, ...globSync("{src,test}/**/*.test.ts"), ...globSync("scripts/*.{mjs,ts}")];

  it("no file is longer than 500 lines, but for generated code and tables of data", () => {
    const long = all.filter((file) => !/-data\.ts$|-words\.ts$|^src\/generated\//.test(file));
    expect(long.filter((file) => readFileSync(file, "utf8").split("\n").length > 501)).toEqual([]);
  });

  it("half of the files have at most 120 lines", () => {
    const lengths = sources.map((file) => readFileSync(file, "utf8").split("\n").length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120);
  });

  it("names are kebab-case, and no file is a drawer for everything", () => {
    const names = all.map((file) => file.split("/").at(-1) ?? "");
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.(ts|tsx|mjs)$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(?:(?:utils?|helpers?|common|manager|misc)\b|shared\.)/.test(name))).toEqual([]);
  });

  it("sources hold no machine paths and no registry hosts", () => {
    // Put together here, so that this file does not find itself.
    const forbidden = [
      ["/", "work/"],
      ["/tmp/", "bash"],
      ["registry", ".npmjs"],
      ["/home/", "runner"],
    ].map((parts) => parts.join(""));
    const texts = [...all, "package.json", "package-lock.json", "README.md"].map(
      (file) => [file, readFileSync(file, "utf8")] as const,
    );
    expect(texts.filter(([, text]) => forbidden.some((word) => text.includes(word))).map(([file]) => file)).toEqual([]);
  });
});
