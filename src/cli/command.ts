import type { Host } from "./host.ts";
import type { OptionSpec, OptionSpecs, ParsedOptions } from "./options.ts";

/** A command as data: help, manual and completion are printed from this, and its arguments are parsed by it. */
export interface Command {
  name: string;
  summary: string;
  /** What stands behind `fabula NAME`. */
  usage: string;
  /** What its arguments without a flag are: books, words of its own, or null for none. */
  takes: "books" | readonly string[] | null;
  options: OptionSpecs;
  /** Groups of options of which only one may be given. */
  exclusive?: readonly (readonly string[])[];
  examples: readonly string[];
  /** Does the work and gives the exit code of what was only partly done, or nothing. Throws `Refused` for what a person can mend. */
  run(options: ParsedOptions, host: Host): Promise<number | void>;
}

/** Options that several commands share. */
export const shared = {
  json: { value: null, choices: null, help: "Print the result as JSON on standard output" },
  quiet: { value: null, choices: null, short: "q", help: "No progress" },
  cast: {
    value: "FILE",
    choices: null,
    path: "file",
    help: 'Who is in the book: {"cast":[{"name","aliases"}]}',
  },
} satisfies Record<string, OptionSpec>;

/** Options that every command has. */
export const everywhere = {
  config: {
    value: "FILE",
    choices: null,
    path: "file",
    help: "Defaults for these options (else: the nearest fabula.config.json)",
  },
  "no-config": { value: null, choices: null, help: "Use no fabula.config.json" },
  help: { value: null, choices: null, short: "h", help: "Print this" },
} satisfies Record<string, OptionSpec>;
