import type { Command } from "./command.ts";

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
    "fabula <command> --help tells more. --version prints the version.",
    "",
  ].join("\n");
}

/** What a person may name as a book. */
const formats = [
  "A book is an EPUB 2 or 3, a Word document (DOCX), FictionBook (FB2), HTML, Markdown, Aozora text or plain text,",
  "or a ZIP of such texts. What it is, and in which encoding, is told by its bytes, whatever its name.",
];

/** What `fabula NAME --help` prints. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, spec]) => ({
    flag: `${spec.short ? `-${spec.short}, ` : ""}--${name}${spec.value === null ? "" : ` ${spec.choices?.join("|") ?? spec.value}`}`,
    help: spec.help,
  }));
  const width = Math.max(...options.map((option) => option.flag.length));
  return [
    command.summary,
    "",
    `Usage: fabula ${command.name} ${command.usage}`,
    "",
    ...(command.usage.startsWith("<book>") ? [...formats, ""] : []),
    ...options.map((option) => `  ${option.flag.padEnd(width)}  ${option.help}`),
    "",
    "Examples:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
