import { rmSync } from "node:fs";

// Waits beside a run that fills a folder. If the run dies, however it dies, the folder goes; a message calls it off.
const [folder] = process.argv.slice(2);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.on("message", () => process.exit(0));
process.on("disconnect", () => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
