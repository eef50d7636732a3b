/** What the isolate of a Worker holds, in MiB. */
export interface IsolateFigures {
  /** Objects of JavaScript. */
  heap: number;
  /** Bytes behind typed arrays, the memories of WebAssembly among them. */
  bytes: number;
}

/**
 * Asks the inspector of a Worker that runs locally what its isolate holds, each time the result is called: with what waits to be collected, or, `live`,
 * after that was collected.
 */
export async function openInspector(port: number, live: boolean): Promise<() => Promise<IsolateFigures>> {
  const call = await connected(port);
  return async () => {
    if (live) await call("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = await call("Runtime.getHeapUsage");
    return { heap: mebibytes(usedSize), bytes: mebibytes(backingStorageSize) };
  };
}

const mebibytes = (bytes: unknown): number => Number(bytes) / 2 ** 20;

type Call = (method: string) => Promise<Readonly<Record<string, unknown>>>;

/** The protocol of Chrome's developer tools. */
async function connected(port: number): Promise<Call> {
  // The inspector wants to know from where it is asked; that a WebSocket takes headers is Node's own.
  const options: unknown = { headers: { origin: "http://localhost" } };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, options as string[]);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  const waiting = new Map<number, (result: Readonly<Record<string, unknown>>) => void>();
  socket.addEventListener("message", ({ data }) => {
    // An answer has the id of its question; what has none is an event that nobody asked for.
    const answer = JSON.parse(String(data)) as { id?: number; result?: Readonly<Record<string, unknown>> };
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer.result ?? {});
  });
  let asked = 0;
  return (method) =>
    new Promise((resolve) => {
      const id = ++asked;
      waiting.set(id, (result) => {
        waiting.delete(id);
        resolve(result);
      });
      socket.send(JSON.stringify({ id, method }));
    });
}
