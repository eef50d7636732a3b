import { type Command, shared } from "../command.ts";
import { portNumber } from "../option-numbers.ts";
import { withStudio } from "../studio.ts";

export const start: Command = {
  name: "start",
  summary: "Open the studio in the browser, and work on what is in the queue",
  usage: "[options]",
  takes: null,
  options: {
    port: { value: "N", choices: null, help: "Port to listen on (default: PORT, else 8787)" },
    quiet: shared.quiet,
    empty: { value: null, choices: null, help: "Leave the shelf empty: no sample stories (the same as SAMPLES=none)" },
    watch: {
      value: "DIR",
      choices: null,
      help: "Put books on the shelf that are put into this folder (default: WATCH_DIR)",
    },
    "no-work": { value: null, choices: null, help: "Only answer: other processes work on the queue" },
  },
  examples: ["fabula start", "fabula start --port 8080", "fabula start --watch ~/Books"],
  run: (options, host) =>
    withStudio(host, async (studio) => {
      const stop = host.interrupted();
      const sender = await host.openSender();
      const crew = options.on("no-work") ? null : host.openCrew();
      const wake = (jobs: readonly string[]): void => {
        sender.wake(jobs);
        crew?.wake();
      };
      try {
        const port = options.text("port");
        const server = await host.openServer(studio, {
          port: port === null ? null : portNumber("port", port),
          isQuiet: options.on("quiet"),
          isEmpty: options.on("empty"),
          watch: options.text("watch"),
          wake,
        });
        host.stdout.write(`Fabula: ${server.address}\n`);
        crew?.begin();
        await ended(stop);
        await Promise.all([server.stop(), crew?.end()]);
      } finally {
        await crew?.end();
        await sender.close();
      }
    }),
};

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
