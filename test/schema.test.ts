import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaTypes } from "../scripts/build-schema.ts";
import { schemaDocument } from "../scripts/schema-document.ts";
import { readAreas } from "../scripts/schema-tables.ts";

const areas = readAreas();
const read = (path: string): string =>
  readFileSync(new URL(`../${path}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");

it("the types of the tables are those of the migrations; `npm run schema` renews them", () => {
  expect(read("src/generated/schema.ts")).toBe(schemaTypes(areas));
});

it("docs/data-model.md tells the tables of the migrations; `npm run schema` renews it", () => {
  expect(read("docs/data-model.md")).toBe(schemaDocument(areas));
});

it("the document tells of each column what it is, and how a row belongs to a person", () => {
  const text = schemaDocument(areas);
  for (const { name, columns } of areas.flatMap(({ tables }) => tables)) {
    const part = text.slice(text.indexOf(`### ${name}\n`)).split(/\n(?:### |## )/)[0] ?? "";
    expect(part.match(/^\| `/gm)).toHaveLength(columns.length);
  }
  expect(text).toContain("Owner: `page_id` → `pages.job_id` → `jobs.user_id`.");
  expect(text).toContain("  users ||--o{ novels : user_id");
});
