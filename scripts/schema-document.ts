import type { Area, Column, Table, UniqueKey } from "./schema-tables.ts";

/** The text of docs/data-model.md: what holds for all tables, then each area with its tables, columns and diagram. */
export function schemaDocument(areas: readonly Area[]): string {
  const tables = areas.flatMap((area) => area.tables).filter(({ kind }) => kind === "table");
  const views = areas.flatMap((area) => area.tables).length - tables.length;
  return [
    "<!-- Made from migrations/ by scripts/build-schema.ts; `npm run schema` makes it again. -->",
    "",
    "# Data model",
    "",
    `${tables.length} tables and ${views} views in ${areas.length} areas; each area is one file of \`migrations/\`, with its opposite in \`migrations/down/\`. The same files run on SQLite, D1 and PostgreSQL; where a type differs, \`migrations/postgres/\` has a file of the same name that stands for the portable one.`,
    "",
    "- Ids are text that the program makes (UUIDv7, or derived from what they stand for). Times are ISO-8601 texts in UTC. Yes and no are 1 and 0. JSON is text and validated by the program. Sizes and milliseconds are BIGINT; money is in millionths of a dollar.",
    "- **Owner** says how a row belongs to a person: by a column of its own, or by way of its parents. Everything on such a way goes when the account goes.",
    "- Foreign keys name what happens when the other row goes: _cascade_ (this row goes too) or _set null_ (this row stays).",
    "",
    ...areas.map(
      (area) =>
        `- [${titleOf(area)}](#${titleOf(area).toLowerCase()}): ${area.tables.map(({ name }) => `\`${name}\``).join(", ") || "indexes"}`,
    ),
    "",
    ...areas.flatMap((area) => areaText(area, tables)),
  ].join("\n");
}

/** `0004_novels.sql` → `Novels`. */
function titleOf({ file }: Area): string {
  const [, first = "", rest = ""] = /^\d+_(.)(.*)\.sql$/.exec(file) ?? [];
  return `${first.toUpperCase()}${rest.replaceAll("_", " ")}`;
}

function areaText(area: Area, all: readonly Table[]): string[] {
  return [
    `## ${titleOf(area)}`,
    "",
    area.text.replace(/^\w+: (.)/, (_, letter: string) => letter.toUpperCase()),
    "",
    `File: \`migrations/${area.file}\``,
    "",
    ...area.tables.flatMap((table) => tableText(table, all)),
    ...diagram(area),
  ];
}

function tableText(table: Table, all: readonly Table[]): string[] {
  const notes = [
    table.kind === "view" ? "A view." : "",
    ...table.uniqueKeys
      .filter(({ columns, where }) => columns.length > 1 || where !== null)
      .map(
        ({ columns, where }) =>
          `${columns.length > 1 ? "Unique together" : "Unique"}: ${columns.map((name) => `\`${name}\``).join(", ")}${where === null ? "" : ` where \`${where}\``}.`,
      ),
    ownerText(table, all),
  ].filter((note) => note !== "");
  return [
    `### ${table.name}`,
    "",
    [table.text, ...notes].join(" "),
    "",
    ...grid([headings, ...table.columns.map((column) => cells(column, table).map(escaped))]),
    "",
  ];
}

const headings = ["Column", "Type", "Null", "Default", "Key", "Refers to", "What it is"];

/** Rows as a Markdown table with columns of one width, as the formatter leaves it; the first row is the head. */
function grid([head = [], ...body]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...body].map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)];
}

function cells(column: Column, { uniqueKeys }: Table): string[] {
  const unique = isUnique(column, uniqueKeys);
  const values =
    column.values && !isYesOrNo(column) ? ` (${column.values.map((value) => `\`${value}\``).join(", ")})` : "";
  const { refersTo } = column;
  return [
    `\`${column.name}\``,
    column.type,
    column.nullable ? "yes" : "",
    column.defaultValue === null ? "" : `\`${column.defaultValue}\``,
    [column.primaryKey ? "primary" : "", unique ? "unique" : ""].filter((word) => word !== "").join(", "),
    refersTo ? `\`${refersTo.table}.${refersTo.column}\`, ${refersTo.onDelete.toLowerCase()}` : "",
    `${column.text}${values}`,
  ];
}

/** Whether a column is unique by itself, in all rows. */
function isUnique({ name }: Pick<Column, "name">, keys: readonly UniqueKey[]): boolean {
  return keys.some(({ columns, where }) => where === null && columns.length === 1 && columns[0] === name);
}

function isYesOrNo({ values }: Column): boolean {
  return values?.join() === "0,1";
}

function escaped(cell: string): string {
  return cell.replaceAll("|", String.raw`\|`);
}

function ownerText(table: Table, all: readonly Table[]): string {
  if (table.name === "users" || table.kind === "view") return "";
  const way = wayToOwner(table, all);
  return way ? `Owner: ${way.map((step) => `\`${step}\``).join(" → ")}.` : "";
}

/** The columns by which a row belongs to a person and goes with the account; null where it belongs to nobody. */
export function wayToOwner(table: Table, all: readonly Table[], seen: readonly string[] = []): string[] | null {
  const parents = table.columns
    .filter(({ refersTo }) => refersTo?.onDelete === "CASCADE")
    .toSorted((a, b) => Number(a.nullable) - Number(b.nullable));
  const own = parents.find(({ refersTo, nullable }) => refersTo?.table === "users" && !nullable);
  if (own) return [own.name];
  for (const { name, refersTo, nullable } of parents) {
    const parent = all.find((each) => each.name === refersTo?.table);
    if (nullable || !parent || seen.includes(parent.name)) continue;
    const further = wayToOwner(parent, all, [...seen, table.name]);
    const [first, ...rest] = further ?? [];
    if (first) return [name, `${parent.name}.${first}`, ...rest];
  }
  return null;
}

/** The tables of an area with their keys, and the tables of other areas that they refer to. */
function diagram({ tables }: Area): string[] {
  const own = tables.filter(({ kind }) => kind === "table");
  if (own.length === 0) return [];
  return [
    "```mermaid",
    "erDiagram",
    ...own.flatMap((table) => [
      `  ${table.name} {`,
      ...table.columns.flatMap((column) => keyLine(column, table)),
      "  }",
    ]),
    ...own.flatMap((table) =>
      table.columns.flatMap(({ name, refersTo, nullable, primaryKey }) => {
        const one = primaryKey && table.columns.filter((column) => column.primaryKey).length === 1;
        const unique = one || isUnique({ name }, table.uniqueKeys);
        return refersTo
          ? [`  ${refersTo.table} ${nullable ? "|o" : "||"}--${unique ? "o|" : "o{"} ${table.name} : ${name}`]
          : [];
      }),
    ),
    "```",
    "",
  ];
}

function keyLine({ name, type, primaryKey, refersTo }: Column, { uniqueKeys }: Table): string[] {
  const unique = isUnique({ name }, uniqueKeys);
  const keys = [primaryKey ? "PK" : "", refersTo ? "FK" : "", unique ? "UK" : ""].filter((key) => key !== "");
  return keys.length > 0 ? [`    ${type.replace(" ", "_")} ${name} ${keys.join(", ")}`] : [];
}
