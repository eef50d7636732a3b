import { parseArgs } from "node:util";
import { Refused } from "../core/text/result.ts";
import { nearest } from "../core/text/nearest.ts";

/** A flag of a command, as data: help, manual, completion, settings files, parsing and suggestions come from here. */
export interface OptionSpec {
  /** Word for the value in the help, or null for a switch. */
  value: string | null;
  help: string;
  /** The values that are known, or null for any. */
  choices: readonly string[] | null;
  /** Set where the command itself understands more than the choices: `--trim` takes names and measures. */
  open?: true;
  /** Takes several of the choices, with commas between them. */
  list?: true;
  /** What the value names; in a settings file it is meant from the file's own folder. */
  path?: "file" | "folder";
  short?: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Values by option, as they were written; a switch has the empty text. */
export type OptionValues = ReadonlyMap<string, string>;

/** What a command line says. */
export interface Arguments {
  files: string[];
  values: OptionValues;
}

export interface ParsedOptions {
  files: string[];
  text(name: string): string | null;
  /** The values of an option that takes several, or null where it is missing. */
  list(name: string): string[] | null;
  on(name: string): boolean;
}

/** Parses a command's arguments. Throws `Refused("usage")` with a suggestion for an unknown flag or value. */
export function parseArguments(argv: readonly string[], specs: OptionSpecs): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        {
          type: spec.value === null ? ("boolean" as const) : ("string" as const),
          ...(spec.short ? { short: spec.short } : {}),
        },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const files: string[] = [];
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const value = flagValue(token, specs);
    const before = specOf(specs, token.name)?.list ? values.get(token.name) : undefined;
    values.set(token.name, before === undefined ? value : `${before},${value}`);
  }
  return { files, values };
}

/**
 * What a command works with: the arguments, and where they are silent the defaults of a settings file. Throws
 * `Refused("usage")` for two options of which only one makes sense.
 */
export function withDefaults(
  { files, values }: Arguments,
  defaults: OptionValues,
  exclusive: readonly (readonly string[])[] = [],
): ParsedOptions {
  const rivals = (name: string) => exclusive.filter((group) => group.includes(name)).flat();
  for (const source of [values, defaults])
    for (const group of exclusive) {
      const [one, other] = group.filter((name) => source.has(name));
      if (other !== undefined) throw new Refused("usage", `Choose either --${one} or --${other}.`);
    }
  const kept = [...defaults].filter(([name]) => !rivals(name).some((rival) => values.has(rival)));
  const all = new Map([...kept, ...values]);
  return {
    files,
    text: (name) => all.get(name) ?? null,
    list: (name) => all.get(name)?.split(",") ?? null,
    on: (name) => all.has(name),
  };
}

/** The option of that name; null for none, and for what every object has. */
export function specOf(specs: OptionSpecs, name: string): OptionSpec | null {
  return (Object.hasOwn(specs, name) ? specs[name] : undefined) ?? null;
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function flagValue({ name, rawName, value, inlineValue }: OptionToken, specs: OptionSpecs): string {
  const spec = specOf(specs, name);
  if (!spec) {
    const [word, names] = [rawName.replace(/^-+/, ""), Object.keys(specs)];
    // Programs call the same thing `--output` or `--out`, `--lang` or `--language`.
    const guess = nearest(word, names) ?? names.find((each) => word.startsWith(each) || each.startsWith(word));
    throw new Refused(
      "usage",
      `There is no option ${rawName}. ${guess ? `Did you mean --${guess}?` : "--help lists them all."}`,
    );
  }
  if (spec.value === null) {
    if (value !== undefined) throw new Refused("usage", `${rawName} takes no value.`);
    return "";
  }
  // `--out --quiet` forgot the folder; `--out=--quiet` means it.
  if (value === undefined || value === "" || (!inlineValue && /^-./.test(value)))
    throw new Refused("usage", `${rawName} needs a value: ${rawName} ${spec.value}`);
  const fault = faultOf(spec, rawName, value);
  if (fault !== null) throw new Refused("usage", fault);
  return value;
}

/** What is wrong with a value, as a sentence; null where it is one of the choices or any will do. */
export function faultOf({ choices, list, open }: OptionSpec, name: string, value: string): string | null {
  if (choices === null || open) return null;
  const wrong = (list ? value.split(",") : [value]).find((each) => !choices.includes(each));
  return wrong === undefined ? null : noChoice(name, wrong, choices);
}

/** Says which values there are, and which may have been meant. */
export function noChoice(name: string, value: string, choices: readonly string[], more = ""): string {
  const guess = nearest(value, choices);
  return `${name} can be ${choices.join(", ")}${more}, not “${value}”.${guess ? ` Did you mean ${guess}?` : ""}`;
}
