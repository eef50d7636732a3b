import type { Host } from "./host.ts";
import type { OptionSpec, ParsedOptions } from "./options.ts";

/** A command as data: its help is printed from this, its arguments are parsed by it. */
export interface Command {
  name: string;
  summary: string;
  /** What stands behind `fabula NAME`. */
  usage: string;
  options: Readonly<Record<string, OptionSpec>>;
  examples: readonly string[];
  /** Does the work. Throws `Refused` for what a person can mend. */
  run(options: ParsedOptions, host: Host): Promise<void>;
}

/** Options that several commands share. */
export const shared = {
  json: { value: null, choices: null, help: "Print the result as JSON on standard output" },
  quiet: { value: null, choices: null, short: "q", help: "No progress" },
  cast: { value: "FILE", choices: null, help: 'Who is in the book: {"cast":[{"name","aliases"}]}' },
} satisfies Record<string, OptionSpec>;
