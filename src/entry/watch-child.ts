import { setTimeout as pause } from "node:timers/promises";
import { watchFolder } from "../features/library/watch-folder.ts";
import { configurationIn } from "./configuration.ts";
import { diskFolder } from "./disk-folder.ts";
import { blobsOf, databaseOf } from "./places.ts";
import { newId, openServices } from "./services.ts";
import type { WatchOrder, WatchReport } from "./watch-message.ts";

/** Milliseconds between two looks at least; where looking through the folder takes long, ten times as long as that, and a minute at most. */
const interval = 1_000;

const here = process.env["FABULA_CWD"] ?? process.cwd();
const tell = (report: WatchReport): void => void (process.connected && process.send?.(report));

async function keepWatching({ version, owner, folder, tooHeavy }: WatchOrder): Promise<void> {
  const config = configurationIn(here);
  const { db, blobs } = await openServices(databaseOf(config, here, version), blobsOf(config, here));
  const disk = diskFolder(folder);
  let listing = 0;
  async function list(): ReturnType<typeof disk.list> {
    const began = performance.now();
    const files = await disk.list();
    listing = performance.now() - began;
    return files;
  }
  const watched = await watchFolder(
    {
      db,
      blobs,
      now: Date.now,
      newId,
      folder: { ...disk, list },
      clock: () => performance.now(),
      tooHeavy: new Set(tooHeavy),
      onReading: (state) => tell({ reading: state }),
      trouble: (error) => tell({ trouble: error instanceof Error ? error.message : String(error) }),
    },
    owner,
  );
  for (;;) {
    try {
      tell({ isThere: await watched.look() });
    } catch (error) {
      tell({ trouble: error instanceof Error ? error.message : String(error) });
    }
    await pause(Math.min(60_000, Math.max(interval, 10 * listing)));
  }
}

// The server says once what is to be watched, and ends this process.
process.once("message", (order: WatchOrder) => void keepWatching(order));
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
