import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorTexts } from "../src/error-texts-data.ts";
import { problemsEn, problemsJa } from "../src/web/studio/i18n/problem-words.ts";

/** Codes that no browser is told, by why. */
const elsewhere: readonly { why: string; codes: RegExp }[] = [
  {
    why: "only the command line reads and writes files of a person's machine, and takes arguments and settings",
    codes: /^(?:usage|file-(?:missing|is-folder|unreadable|changing)|out-\w+|cast-invalid|config-invalid)$/,
  },
  { why: "the server does not start", codes: /^(?:port-taken|address-unusable|configuration-invalid)$/ },
  { why: "backups are made and restored by commands", codes: /^(?:tasks-lost|backup-\w+|restore-\w+)$/ },
  {
    why: "the database is opened and migrated before anything is answered",
    codes: /^(?:database-(?:unknown|login|missing|not-empty|collation|version)|schema-\w+|migration-[\w-]+)$/,
  },
  {
    why: "the store is opened and tried before anything is answered; what is written then fails in other ways",
    codes: /^(?:storage-(?:not-folder|denied|clock|too-large|address|owner)|cache-unusable)$/,
  },
  { why: "it stands in the record of health, whose words are of the check", codes: /^health-timeout$/ },
  { why: "it waits for another version of the program, and no job ends with it", codes: /^step-unknown$/ },
];

const codes = Object.keys(errorTexts);
const isTold = (code: string): boolean => !elsewhere.some(({ codes: some }) => some.test(code));

describe("what a person reads in the browser when something fails", () => {
  it("is there in Japanese for every code that an answer or a job can have", () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
    const untold = codes.filter((code) => isTold(code) && !japanese.test(problemsJa[code]?.fix ?? ""));
    expect(untold).toEqual([]);
  });

  it("speaks no words of the command line or of the server in English", () => {
    const terminal =
      /`|--\w|\bfabula \w|\b[A-Z]+_[A-Z]+\b|\b(?:ORIGIN|HOST|PORT|JSON|HEAD|ADMIN)\b|\/api\/|docs\/|Retry-After|Idempotency/;
    const speaking = codes.filter((code) => {
      const { title, fix } = problemsEn[code] ?? errorTexts[code as keyof typeof errorTexts];
      return isTold(code) && terminal.test(`${title} ${fix}`);
    });
    expect(speaking).toEqual([]);
  });

  it("leaves out no code that a route refuses with", () => {
    const files = globSync("src/{features/*,http}/*routes*.ts").concat(
      "src/http/admission.ts",
      "src/http/rate-limit.ts",
    );
    const refused = files.flatMap((file) =>
      Array.from(readFileSync(file, "utf8").matchAll(/new Refused\(\s*"([a-z-]+)"/g), ([, code = ""]) => code),
    );
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.filter((code) => !isTold(code))).toEqual([]);
  });

  it("tells of each code that is left out why, and of none that is not there", () => {
    for (const { why, codes: some } of elsewhere)
      expect([why, codes.filter((code) => some.test(code))]).not.toEqual([why, []]);
    const known = new Set([...codes, "internal", "unreachable"]);
    expect([...Object.keys(problemsEn), ...Object.keys(problemsJa)].filter((code) => !known.has(code))).toEqual([]);
  });
});
