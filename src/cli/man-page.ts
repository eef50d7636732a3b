import { errorTexts } from "../error-texts-data.ts";
import type { Command } from "./command.ts";
import { bookFormats, flagOf, optionsOf, purposeOf } from "./help.ts";

/** The manual page `fabula(1)` in roff, made from the commands as data. */
export function manPage(commands: readonly Command[], version: string): string {
  return [
    `.TH FABULA 1 "" "fabula ${escaped(version)}"`,
    ".SH NAME",
    "fabula \\- a book goes in, a comic comes out",
    ".SH SYNOPSIS",
    ".B fabula",
    "<command> [options]",
    ".SH DESCRIPTION",
    escaped(
      "Draws comics of books: offline, without an account or a key, and the same bytes each time for the same book and options.",
    ),
    ".PP",
    ...bookFormats.map(escaped),
    ...commands.flatMap(commandSection),
    ".SH SETTINGS FILE",
    escaped(
      "Defaults of options stand in fabula.config.json, by command. The nearest one is used, from the folder you are in up to your own; --config names another, --no-config leaves it out. The command line comes first. Paths in it start from its own folder.",
    ),
    ".PP",
    ".nf",
    escaped('{"make": {"trim": "a5", "format": ["cbz"], "quiet": true}}'),
    ".fi",
    ".SH EXIT STATUS",
    ...[
      ["0", "Done."],
      ["1", "Failed: one sentence says what, and how to mend it. Of several books, at least one failed."],
      ["2", "The command line or the settings file was not understood."],
      ["130", "Stopped by Ctrl-C; nothing half-written is left."],
    ].flatMap(([code = "", text = ""]) => [".TP", `.B ${code}`, escaped(text)]),
    ".SH ERRORS",
    ...Object.entries(errorTexts).flatMap(([code, { title, fix }]) => [
      ".TP",
      `.B ${escaped(code)}`,
      escaped(`${title}. ${fix}`),
    ]),
    "",
  ].join("\n");
}

function commandSection(command: Command): string[] {
  return [
    `.SH FABULA ${escaped(command.name.toUpperCase())}`,
    ".B fabula",
    escaped(`${command.name} ${command.usage}`),
    ".PP",
    escaped(`${command.summary}.`),
    ...optionsOf(command).flatMap(([name, spec]) => [
      ".TP",
      `.B ${escaped(flagOf(name, spec))}`,
      escaped(purposeOf(spec)),
    ]),
    ".PP",
    "Examples:",
    ".PP",
    ".nf",
    ...command.examples.map(escaped),
    ".fi",
  ];
}

/** A line of text that roff prints as it is. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/, "\\&$1");
}
