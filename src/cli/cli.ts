import { nearest } from "../core/text/nearest.ts";
import { Refused } from "../core/text/result.ts";
import { describeError } from "../errors.ts";
import type { Command } from "./command.ts";
import { commandHelp, generalHelp } from "./help.ts";
import type { Host } from "./host.ts";
import { parseOptions } from "./options.ts";

/** A command is loaded when it is asked for: reading a book needs none of what draws it. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["make", async () => (await import("./commands/make.ts")).make],
  ["sheet", async () => (await import("./commands/sheet.ts")).sheet],
  ["read", async () => (await import("./commands/read.ts")).read],
  ["story", async () => (await import("./commands/story.ts")).story],
  ["demo", async () => (await import("./commands/demo.ts")).demo],
]);

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
    const asked = await commands.get(rest[0] ?? "")?.();
    if (asked) return host.stdout.write(commandHelp(asked));
    return host.stdout.write(generalHelp(await Promise.all([...commands.values()].map((load) => load()))));
  }
  const command = await commands.get(name)?.();
  if (!command) {
    const guess = nearest(name, [...commands.keys()]);
    throw new Refused(
      "usage",
      `There is no command “${name}”.${guess ? ` Did you mean ${guess}?` : " fabula --help lists them."}`,
    );
  }
  if (rest.includes("--help") || rest.includes("-h")) return host.stdout.write(commandHelp(command));
  await command.run(parseOptions(rest, command.options), host);
}
