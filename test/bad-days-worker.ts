/** `fabula work` with pages that are drawn blank, each in a moment, in a process that tests stop: `node test/bad-days-worker.ts FOLDER`. */
import { setTimeout as pause } from "node:timers/promises";
import { localPump } from "../src/backends/queue/local.ts";
import { quickRasterizer } from "./comic-studio.ts";
import { blankPages, fabula } from "./host.ts";

const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
const { code, stdout, stderr } = await fabula(process.argv[2] ?? "", ["work", "--workers", "2"], {
  ...blankPages,
  openRasterizer: () => ({
    ...quickRasterizer,
    async toPng(svg) {
      await pause(50);
      return quickRasterizer.toPng(svg);
    },
  }),
  async openPump(source, options) {
    process.stdout.write("begun\n");
    // What another process holds at this moment is waited for, as the program itself does.
    return localPump(source, { ...options, poll: 20, onError: (error) => process.stderr.write(`${String(error)}\n`) });
  },
  interrupted: () => stop.signal,
});
process.stdout.write(stdout + stderr);
process.exitCode = code;
