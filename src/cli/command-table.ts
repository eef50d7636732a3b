import type { Command } from "./command.ts";

/** Every command by name. One is loaded when it is asked for: reading a book needs none of what draws it. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["start", async () => (await import("./commands/start.ts")).start],
  ["make", async () => (await import("./commands/make.ts")).make],
  ["sheet", async () => (await import("./commands/sheet.ts")).sheet],
  ["read", async () => (await import("./commands/read.ts")).read],
  ["story", async () => (await import("./commands/story.ts")).story],
  ["demo", async () => (await import("./commands/demo.ts")).demo],
  ["queue", async () => (await import("./commands/queue.ts")).queue],
  ["work", async () => (await import("./commands/work.ts")).work],
  ["jobs", async () => (await import("./commands/jobs.ts")).jobs],
  ["backup", async () => (await import("./commands/backup.ts")).backup],
  ["restore", async () => (await import("./commands/restore.ts")).restore],
  ["doctor", async () => (await import("./commands/doctor.ts")).doctor],
  ["config", async () => (await import("./commands/config.ts")).config],
  ["health", async () => (await import("./commands/health.ts")).health],
  ["storage", async () => (await import("./commands/storage.ts")).storage],
  ["migrate", async () => (await import("./commands/migrate.ts")).migrate],
  ["completion", async () => (await import("./commands/completion.ts")).completion],
]);

export function allCommands(): Promise<Command[]> {
  return Promise.all([...commands.values()].map((load) => load()));
}
