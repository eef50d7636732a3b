import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL(`./sweep${import.meta.filename.slice(-3)}`, import.meta.url));

/**
 * Starts a small process that removes a folder when this one dies: a long stage keeps a program from hearing Ctrl-C,
 * and nothing hears a kill. The result calls it off.
 */
export function guardFolder(folder: string): () => void {
  const sweeper = fork(program, [folder], { stdio: "ignore", detached: true });
  sweeper.unref();
  sweeper.channel?.unref();
  return () => {
    if (sweeper.connected) sweeper.send("done", () => sweeper.connected && sweeper.disconnect());
  };
}
