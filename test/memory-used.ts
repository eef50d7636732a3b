import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How often the collector is asked at most, with a pause in milliseconds after each time. */
const [most, pause] = [12, 15];

/** Bytes of this process in use once all that is out of reach has gone: the memory of arrays is given back late, by another thread. */
export async function memoryUsed(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("no garbage collector to call");
  let least = Infinity;
  for (let turn = 0, still = 0; turn < most && still < 2; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, pause));
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    const used = heapUsed + arrayBuffers;
    still = used < least - 100_000 ? 0 : still + 1;
    least = Math.min(least, used);
  }
  return least;
}
