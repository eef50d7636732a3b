import { escapedHtml } from "../../http/escaped-html.ts";
import type { ExportWords } from "./export-words.ts";

/** What an archive holds, as its first page tells it. */
export interface ExportContents {
  language: "en" | "ja";
  name: string;
  /** YYYY-MM-DD. */
  day: string;
  files: readonly { path: string; category: string; title: string; size: number }[];
  /** Files of rows, each with its table. */
  tables: readonly { path: string; table: string; rows: number }[];
  /** Keys of files that the store does not have whole. */
  lost: readonly string[];
}

const style =
  "body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.25rem .75rem .25rem 0;overflow-wrap:anywhere}" +
  "td:last-child,th:last-child{text-align:end;white-space:nowrap}";

/** The page that opens an archive: it says what everything is, and leads to each file. It needs nothing from elsewhere. */
export function exportPage(contents: ExportContents, words: ExportWords): string {
  const { language, name, day, files, tables, lost } = contents;
  const categories = [...new Set(files.map(({ category }) => category))].toSorted();
  const parts = categories.map((category) => {
    const some = files.filter((file) => file.category === category);
    const rows = some.map(({ path, title, size }) => rowOf(path, title, size));
    return `<h3>${escapedHtml(words.categories[category] ?? category)}</h3>${tableOf(words.file, words.size, rows)}`;
  });
  const data = tables.map(({ path, table, rows }) => rowOf(path, table, rows));
  const missing = `<h2>${words.lost}</h2><p>${words.lostText}</p><ul>${lost.map((key) => `<li>${escapedHtml(key)}</li>`).join("")}</ul>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title><style>${style}</style></head><body>
<h1>${words.title}</h1><p>${escapedHtml(words.intro(name, day))}</p>
<h2>${words.files}</h2><p>${words.filesText}</p>${parts.join("\n")}
<h2>${words.rows}</h2><p>${words.rowsText}</p>${tableOf(words.table, words.count, data)}
<h2>${words.left}</h2><p>${words.leftText}</p>${lost.length > 0 ? missing : ""}
</body></html>
`;
}

function tableOf(first: string, second: string, rows: readonly string[]): string {
  return `<table><thead><tr><th>${first}</th><th>${second}</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

function rowOf(path: string, title: string, number: number): string {
  const address = path.split("/").map(encodeURIComponent).join("/");
  return `<tr><td><a href="${address}">${escapedHtml(title)}</a></td><td>${number}</td></tr>`;
}

/** The same as plain text, without the lists. */
export function exportReadme({ name, day }: Pick<ExportContents, "name" | "day">, words: ExportWords): string {
  const parts = [
    words.title,
    words.intro(name, day),
    `${words.files} (files/): ${words.filesText}`,
    `${words.rows} (data/): ${words.rowsText}`,
    `${words.left}: ${words.leftText}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
