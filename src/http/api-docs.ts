import { escapedHtml } from "./escaped-html.ts";

/** What of an OpenAPI document is shown. */
export interface ShownDocument {
  info: { title: string; version: string; description?: string | undefined };
  /** Operations by path and method. */
  paths?: Readonly<Record<string, object>> | undefined;
  components?: { schemas?: Readonly<Record<string, unknown>> | undefined } | undefined;
}

interface ShownOperation {
  summary?: string;
  parameters?: readonly { name?: string; in?: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content?: Readonly<Record<string, { schema?: unknown }>> };
  responses?: Readonly<
    Record<string, { description?: string; content?: Readonly<Record<string, { schema?: unknown }>> }>
  >;
}

const methods: readonly string[] = ["get", "put", "post", "patch", "delete"];

/** An OpenAPI document as one page without a script: every route with what it takes and answers, and every schema. */
export function docsPage(document: ShownDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      // The document is made of our own routes.
      .map(([method, operation]) => operationHtml(method, path, operation as ShownOperation)),
  );
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="${escapedHtml(name)}"><summary><code>${escapedHtml(name)}</code></summary>${codeHtml(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(document.info.title)}</title><style>${docsStyle}</style></head><body><main>
<h1>${escapedHtml(document.info.title)} <small>${escapedHtml(document.info.version)}</small></h1>
<p>${escapedHtml(document.info.description ?? "")} The same for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<h2>Routes</h2>${operations.join("\n")}<h2>Schemas</h2>${schemas.join("\n")}</main></body></html>`;
}

function operationHtml(method: string, path: string, operation: ShownOperation): string {
  const { summary = "", parameters = [], requestBody, responses = {} } = operation;
  const rows = parameters.map(
    ({ name = "", in: place = "", required = false, schema }) =>
      `<tr><td><code>${escapedHtml(name)}</code></td><td>${escapedHtml(place)}${required ? ", required" : ""}</td><td>${schemaHtml(schema)}</td></tr>`,
  );
  const answers = Object.entries(responses).map(
    ([status, { description = "", content = {} }]) =>
      `<tr><td><code>${escapedHtml(status)}</code></td><td>${escapedHtml(description)}</td><td>${contentHtml(content)}</td></tr>`,
  );
  return `<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escapedHtml(path)}</code> <span>${escapedHtml(summary)}</span></summary>
${rows.length === 0 ? "" : `<h3>Parameters</h3><table>${rows.join("")}</table>`}
${requestBody ? `<h3>Body</h3>${contentHtml(requestBody.content ?? {})}` : ""}
<h3>Answers</h3><table>${answers.join("")}</table></details>`;
}

function contentHtml(content: Readonly<Record<string, { schema?: unknown }>>): string {
  return Object.entries(content)
    .map(([type, { schema }]) => `<div><code>${escapedHtml(type)}</code> ${schemaHtml(schema)}</div>`)
    .join("");
}

/** A schema in a word where it has a name, else as it is. */
function schemaHtml(schema: unknown): string {
  if (typeof schema !== "object" || schema === null) return "";
  const name = "$ref" in schema && typeof schema.$ref === "string" ? (schema.$ref.split("/").at(-1) ?? "") : null;
  return name === null ? codeHtml(schema) : `<a href="#${escapedHtml(name)}">${escapedHtml(name)}</a>`;
}

const codeHtml = (value: unknown): string => `<pre>${escapedHtml(JSON.stringify(value, null, 1))}</pre>`;

/** All that the page looks like. */
export const docsStyle = `:root{color-scheme:light dark}body{font:16px/1.5 Georgia,serif;margin:0}main{max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font:13px/1.45 ui-monospace,monospace}pre{margin:.25rem 0;overflow:auto}details{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.5rem 0}
summary{cursor:pointer;padding:.25rem 0}summary span{opacity:.75;margin-left:.5rem}b{display:inline-block;min-width:4.5rem}table{border-collapse:collapse;width:100%}
td{vertical-align:top;padding:.25rem .75rem .25rem 0}h3{font-size:1rem;margin:.75rem 0 .25rem}small{opacity:.6;font-weight:normal}`;
