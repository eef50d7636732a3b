import { dirname, join, relative, resolve } from "node:path";
import { nearest } from "../core/text/nearest.ts";
import { Refused } from "../core/text/result.ts";
import { commands } from "./command-table.ts";
import type { Command } from "./command.ts";
import { isThere } from "./file-errors.ts";
import type { Host } from "./host.ts";
import { isRecord, readInput } from "./input.ts";
import { type Arguments, faultOf, type OptionSpec, type OptionValues, specOf } from "./options.ts";

/** Name of the file that is looked for in the folder and those above it. */
const fileName = "fabula.config.json";

/**
 * What the settings file says of a command: `{"make": {"trim": "a5"}}`. Throws `Refused("config-invalid")` with file and
 * key for what cannot be meant.
 */
export async function defaultsOf(command: Command, { values }: Arguments, host: Host): Promise<OptionValues> {
  if (values.has("no-config")) return new Map();
  const named = values.get("config");
  const path = named === undefined ? await nearestFile(host) : resolve(host.folder, named);
  if (path === null) return new Map();
  const shown = named ?? (relative(host.folder, path) || fileName);
  const sections = parse(new TextDecoder().decode(await readInput(host.folder, named ?? path)), shown);
  for (const name of Object.keys(sections))
    if (!commands.has(name))
      throw invalid(`${shown}: there is no command “${name}”`, nearest(name, [...commands.keys()]));
  const section = sections[command.name] ?? {};
  if (!isRecord(section)) throw invalid(`${shown}: ${command.name} should be an object of options`);
  const entries = Object.entries(section).map(([key, value]) => {
    const spec = specOf(command.options, key);
    const where = `${shown}: ${command.name}.${key}`;
    if (!spec) throw invalid(`${where} is no option`, nearest(key, Object.keys(command.options)));
    return [key, asWritten(value, spec, where, dirname(path))] as const;
  });
  return new Map(entries.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
}

/** The nearest settings file, from the folder up to the person's own or the root. */
async function nearestFile({ folder, home }: Host): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isThere(join(at, fileName))) return join(at, fileName);
    if (at === home || dirname(at) === at) return null;
  }
}

function parse(text: string, shown: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (isRecord(parsed) && !Array.isArray(parsed)) return parsed;
  } catch (error) {
    throw invalid(`${shown} is not JSON${error instanceof Error ? ` (${error.message})` : ""}`);
  }
  throw invalid(`${shown} should hold an object such as {"make": {"trim": "a5"}}`);
}

/** A JSON value as the text that would stand behind the flag; null for a switch that is off. */
function asWritten(value: unknown, spec: OptionSpec, where: string, folder: string): string | null {
  if (spec.value === null) {
    if (typeof value !== "boolean") throw invalid(`${where} should be true or false`);
    return value ? "" : null;
  }
  const items = spec.list && Array.isArray(value) ? value : [value];
  const text = items.map(String).join(",");
  if (text === "" || !items.every((item) => typeof item === "string" || typeof item === "number"))
    throw invalid(`${where} should be ${spec.list ? "a text or a list of texts" : "a text or a number"}`);
  const fault = faultOf(spec, where, text);
  if (fault !== null) throw invalid(fault);
  return spec.path && text !== "-" ? resolve(folder, text) : text;
}

function invalid(what: string, guess: string | null = null): Refused {
  return new Refused("config-invalid", guess ? `${what}; did you mean ${guess}` : what);
}
