import type { Command } from "./command.ts";

/** Every command by name. One is loaded when it is asked for: reading a book needs none of what draws it. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["make", async () => (await import("./commands/make.ts")).make],
  ["sheet", async () => (await import("./commands/sheet.ts")).sheet],
  ["read", async () => (await import("./commands/read.ts")).read],
  ["story", async () => (await import("./commands/story.ts")).story],
  ["demo", async () => (await import("./commands/demo.ts")).demo],
  ["completion", async () => (await import("./commands/completion.ts")).completion],
]);

export function allCommands(): Promise<Command[]> {
  return Promise.all([...commands.values()].map((load) => load()));
}
