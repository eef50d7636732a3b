import { type Command, everywhere } from "./command.ts";
import type { OptionSpec } from "./options.ts";

/** What `fabula --help` prints. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "Fabula: a book goes in, a comic comes out.",
    "",
    "Usage: fabula <command> [options]",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    "Examples:",
    "  fabula make alice.epub                 draws a book into out/alice; open index.html there",
    "  fabula make alice.epub --chapters 1    only its first chapter",
    "  fabula demo                            draws a story that comes with Fabula",
    "",
    "fabula <command> --help tells more. --version prints the version.",
    ...settingsHelp,
    "",
  ].join("\n");
}

/** Where defaults come from. */
const settingsHelp = [
  "Defaults may stand in fabula.config.json, in this folder or one above it:",
  '  {"make": {"trim": "a5", "format": ["cbz"], "quiet": true}}',
];

/** What a person may name as a book. */
export const bookFormats = [
  "A book is an EPUB 2 or 3, a Word document (DOCX), FictionBook (FB2), HTML, Markdown, Aozora text or plain text,",
  "or a ZIP of such texts. What it is, and in which encoding, is told by its bytes, whatever its name.",
];

/** The options of a command, its own first. */
export function optionsOf(command: Command): [name: string, spec: OptionSpec][] {
  return Object.entries({ ...command.options, ...everywhere });
}

/** How an option is written: `-o, --out DIR`. */
export function flagOf(name: string, { short, value, choices, list, open }: OptionSpec): string {
  const values = choices && !list ? [...choices, ...(open && value ? [value] : [])].join("|") : value;
  return `${short ? `-${short}, ` : ""}--${name}${values === null ? "" : ` ${values}`}`;
}

/** What an option is for, with the choices that its flag does not show. */
export function purposeOf({ help, choices, list }: OptionSpec): string {
  return choices && list ? `${help}: ${choices.join(", ")}` : help;
}

/** Columns of a flag beyond which its purpose stands on the next line. */
const widestFlag = 34;

/** What `fabula NAME --help` prints. */
export function commandHelp(command: Command): string {
  const options = optionsOf(command).map(([name, spec]) => ({ flag: flagOf(name, spec), help: purposeOf(spec) }));
  const width = Math.min(widestFlag, Math.max(...options.map((option) => option.flag.length)));
  const line = ({ flag, help }: { flag: string; help: string }): string =>
    flag.length > width ? `  ${flag}\n  ${"".padEnd(width)}  ${help}` : `  ${flag.padEnd(width)}  ${help}`;
  return [
    command.summary,
    "",
    `Usage: fabula ${command.name} ${command.usage}`,
    "",
    ...(command.takes === "books" ? [...bookFormats, ""] : []),
    ...options.map(line),
    "",
    ...settingsHelp,
    "",
    "Examples:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
