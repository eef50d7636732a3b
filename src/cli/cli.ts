import { nearest } from "../core/text/nearest.ts";
import { Refused } from "../core/text/result.ts";
import { describeError } from "../errors.ts";
import { allCommands, commands } from "./command-table.ts";
import { everywhere } from "./command.ts";
import { errorLines } from "./error-lines.ts";
import { commandHelp, generalHelp } from "./help.ts";
import type { Host } from "./host.ts";
import { parseArguments, withDefaults } from "./options.ts";
import { defaultsOf } from "./settings-file.ts";

/** Runs one command line. Gives the exit code: 0 done, 1 failed, 2 not understood. Never throws. */
export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  try {
    return (await dispatch(argv, host)) ?? 0;
  } catch (error) {
    host.stderr.write(errorLines(error));
    const { code } = describeError(error);
    return code === "usage" || code === "config-invalid" ? 2 : 1;
  }
}

async function dispatch(argv: readonly string[], host: Host): Promise<number | void> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") return host.stdout.write(`${host.version}\n`);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return tellHelp(rest[0], host);
  const load = commands.get(name);
  if (!load) throw unknownCommand(name);
  const command = await load();
  const specs = { ...command.options, ...everywhere };
  if (rest.includes("--help") || rest.includes("-h")) return host.stdout.write(commandHelp(command));
  const given = parseArguments(rest, specs);
  const defaults = await defaultsOf(command, given, host);
  return command.run(withDefaults(given, defaults, [...(command.exclusive ?? []), ["config", "no-config"]]), host);
}

async function tellHelp(about: string | undefined, host: Host): Promise<void> {
  if (about === undefined || about.startsWith("-")) return host.stdout.write(generalHelp(await allCommands()));
  const load = commands.get(about);
  if (!load) throw unknownCommand(about);
  return host.stdout.write(commandHelp(await load()));
}

/** `fabula alice.epub` is what many type first. */
function unknownCommand(name: string): Refused {
  if (/[./\\]/.test(name)) return new Refused("usage", `“${name}” is no command. To draw a book: fabula make ${name}`);
  const guess = nearest(name, [...commands.keys()]);
  const hint = guess ? `Did you mean ${guess}?` : "fabula --help lists them.";
  return new Refused("usage", `There is no command “${name}”. ${hint}`);
}
