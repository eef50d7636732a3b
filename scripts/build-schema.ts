// `npm run schema`: runs the migrations on a database in memory and writes src/generated/schema.ts and docs/data-model.md from what they leave.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { schemaDocument } from "./schema-document.ts";
import { type Area, type Column, readAreas, type Table } from "./schema-tables.ts";

/** The text of src/generated/schema.ts. */
export function schemaTypes(areas: readonly Area[]): string {
  const tables = areas.flatMap((area) => area.tables);
  const imported = ["Generated", "GeneratedAlways"].filter((type) =>
    tables.some(({ columns }) => columns.some((column) => typeOf(column).startsWith(`${type}<`))),
  );
  return [
    "// Made from migrations/ by scripts/build-schema.ts; `npm run schema` makes it again.",
    `import type { ${imported.join(", ")} } from "kysely";`,
    "",
    ...tables.map(interfaceOf),
    "/** Every table and view, by its name. */",
    "export interface Schema {",
    ...tables.map((table) => `  ${table.name}: ${interfaceName(table)};`),
    "}",
    "",
  ].join("\n");
}

function interfaceOf(table: Table): string {
  return [
    `/** ${table.text} */`,
    `export interface ${interfaceName(table)} {`,
    ...table.columns.map((column) => `  ${column.name}: ${typeOf(column)};`),
    "}",
    "",
  ].join("\n");
}

function interfaceName({ name, kind }: Table): string {
  const words = name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${words}${kind === "view" ? "View" : "Table"}`;
}

/** What engines call a type, and what their rows hold. */
const types: Readonly<Record<string, string>> = {
  TEXT: "string",
  INTEGER: "number",
  BIGINT: "number",
  "DOUBLE PRECISION": "number",
  BLOB: "Uint8Array",
};

function typeOf({ name, type, nullable, defaultValue, derived }: Column): string {
  const plain = types[type];
  if (!plain) throw new Error(`${name} has the type ${type}, which not every engine has`);
  const full = nullable ? `${plain} | null` : plain;
  if (derived) return `GeneratedAlways<${full}>`;
  return defaultValue === null ? full : `Generated<${full}>`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const areas = readAreas();
  writeFileSync(new URL("../src/generated/schema.ts", import.meta.url), schemaTypes(areas));
  writeFileSync(new URL("../docs/data-model.md", import.meta.url), schemaDocument(areas));
}
