import { editDistance } from "./core/text/nearest.ts";
import type { Environment } from "./config.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { variables } from "./config-variables.ts";

export type ConfigFileResult = { ok: true; value: Environment } | { ok: false; problems: readonly ConfigProblem[] };

/** Name of the file of variables that belongs to an environment. */
export function configFileName(env: Environment): ".env.development" | ".env.production" {
  return env["ENVIRONMENT"]?.trim() === "production" ? ".env.production" : ".env.development";
}

/** The variables of a file together with those of the process, which win. `text` null: there is no file. */
export function withConfigFile(env: Environment, text: string | null): ConfigFileResult {
  if (text === null) return { ok: true, value: env };
  const file = parseConfigFile(text, configFileName(env));
  if (!file.ok) return file;
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== "");
  const fileName = configFileName(env);
  const own = fileName.replace(".env.", "");
  const said = file.value["ENVIRONMENT"]?.trim() || own;
  if (said !== own) {
    const title = "ENVIRONMENT is not that of the file";
    const fix = "Leave it out there; set it where the program is started";
    return { ok: false, problems: [{ code: "config-file", where: fileName, title, fix }] };
  }
  return { ok: true, value: { ...file.value, ENVIRONMENT: own, ...Object.fromEntries(set) } };
}

/**
 * Reads lines of NAME=value. A value may stand in 'single' quotes, where every sign is itself, or in "double" ones, where \n, \r, \t, \", \\ and \$ are signs;
 * else it ends before ` #`. `export` before a name, empty lines and lines with # are allowed; nothing is replaced in values. All faults at once;
 * none of them quotes a value.
 */
export function parseConfigFile(text: string, fileName: string): ConfigFileResult {
  const values = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const fault = (title: string, fix: string) =>
      problems.push({ code: "config-file", where: `${fileName}:${index + 1}`, title, fix });
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, name, rest = ""] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const value = valueOf(rest);
    if (name === undefined) fault("The line is not NAME=value", "Write NAME=value, or # before a remark");
    else if (value === null)
      fault(`The quote of ${name} is not closed, or something stands behind it`, "Close it on the same line");
    else if (values.has(name)) fault(`${name} is set twice`, "Leave one of the lines out");
    else if (slipOf(name) !== null) fault(`There is no ${name}`, `Did you mean ${slipOf(name)}?`);
    else values.set(name, value);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: Object.fromEntries(values) };
}

const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function valueOf(text: string): string | null {
  const single = /^'([^']*)'(?:\s+#.*)?$/.exec(text)?.[1];
  if (single !== undefined) return single;
  const double = /^"((?:[^"\\]|\\.)*)"(?:\s+#.*)?$/.exec(text)?.[1];
  if (double !== undefined) return double.replace(/\\(.)/g, (_, sign: string) => signs[sign] ?? sign);
  return /^['"]/.test(text) ? null : text.replace(/(?:^|\s)#.*$/, "").trimEnd();
}

/** The variable that a name must have been meant for: it is none of ours, but a letter or two away. Names of other programs may stand in the file. */
function slipOf(name: string): string | null {
  const near = variables.find((variable) => editDistance(name, variable.name) <= (name.length < 8 ? 1 : 2));
  return variables.some((variable) => variable.name === name) ? null : (near?.name ?? null);
}
