import { nearest } from "../core/text/nearest.ts";
import { Refused } from "../core/text/result.ts";
import { describeError } from "../errors.ts";
import { demo } from "./commands/demo.ts";
import { make } from "./commands/make.ts";
import { read } from "./commands/read.ts";
import { sheet } from "./commands/sheet.ts";
import { story } from "./commands/story.ts";
import { commandHelp, generalHelp } from "./help.ts";
import type { Host } from "./host.ts";
import { parseOptions } from "./options.ts";

const commands = [make, sheet, read, story, demo] as const;

/** Runs one command line. Gives the exit code: 0 done, 1 failed, 2 not understood. Never throws. */
export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  try {
    await dispatch(argv, host);
    return 0;
  } catch (error) {
    const { code, detail, title, fix } = describeError(error);
    host.stderr.write(
      code === "usage" && detail ? `${detail}\n` : `${title}${detail ? `: ${detail}` : "."}\n${fix} [${code}]\n`,
    );
    return code === "usage" ? 2 : 1;
  }
}

async function dispatch(argv: readonly string[], host: Host): Promise<void> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") return host.stdout.write(`${host.version}\n`);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const asked = commands.find((command) => command.name === rest[0]);
    return host.stdout.write(asked ? commandHelp(asked) : generalHelp(commands));
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const guess = nearest(
      name,
      commands.map((candidate) => candidate.name),
    );
    throw new Refused(
      "usage",
      `There is no command “${name}”.${guess ? ` Did you mean ${guess}?` : " fabula --help lists them."}`,
    );
  }
  if (rest.includes("--help") || rest.includes("-h")) return host.stdout.write(commandHelp(command));
  await command.run(parseOptions(rest, command.options), host);
}
