import { parseArgs } from "node:util";
import { Refused } from "../core/text/result.ts";
import { nearest } from "../core/text/nearest.ts";

/** A flag of a command, as data: help, parsing and suggestions come from here. */
export interface OptionSpec {
  /** Word for the value in the help, or null for a switch. */
  value: string | null;
  help: string;
  /** The values that are allowed, or null for any. */
  choices: readonly string[] | null;
  short?: string;
}

export interface ParsedOptions {
  files: string[];
  text(name: string): string | null;
  on(name: string): boolean;
}

/** Parses a command's arguments. Throws `Refused("usage")` with a suggestion for an unknown flag or value. */
export function parseOptions(argv: readonly string[], specs: Readonly<Record<string, OptionSpec>>): ParsedOptions {
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
    if (token.kind === "option") values.set(token.name, checkedValue(token, specs));
  }
  return {
    files,
    text: (name) => values.get(name) ?? null,
    on: (name) => values.has(name),
  };
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function checkedValue(
  { name, rawName, value, inlineValue }: OptionToken,
  specs: Readonly<Record<string, OptionSpec>>,
): string {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) {
    const guess = nearest(rawName.replace(/^-+/, ""), Object.keys(specs));
    throw new Refused("usage", `There is no option ${rawName}.${guess ? ` Did you mean --${guess}?` : ""}`);
  }
  if (spec.value === null) {
    if (value !== undefined) throw new Refused("usage", `${rawName} takes no value.`);
    return "";
  }
  // `--out --quiet` forgot the folder; `--out=--quiet` means it.
  if (value === undefined || value === "" || (!inlineValue && /^-./.test(value)))
    throw new Refused("usage", `${rawName} needs a value: ${rawName} ${spec.value}`);
  if (spec.choices && !spec.choices.includes(value)) {
    const guess = nearest(value, spec.choices);
    throw new Refused(
      "usage",
      `${rawName} can be ${spec.choices.join(", ")}, not “${value}”.${guess ? ` Did you mean ${guess}?` : ""}`,
    );
  }
  return value;
}

/** A whole number from 0; throws `Refused("usage")` for anything else. */
export function wholeNumber(name: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new Refused("usage", `--${name} needs a whole number from 0, not “${text}”.`);
  return value;
}
