import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface BenchServer {
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** The studio as a process of its own, with a database that is filled already. */
export async function startServer(folder: string, database: string): Promise<BenchServer> {
  const port = await freePort();
  const program = join(fileURLToPath(new URL("../", import.meta.url)), "src/entry/cli.ts");
  const child = spawn(process.execPath, [program, "start", "--port", String(port), "--quiet", "--empty"], {
    cwd: folder,
    env: {
      ...process.env,
      FABULA_CWD: folder,
      NODE_ENV: "development",
      DATABASE_URL: database,
      STORAGE_DIR: join(folder, "storage"),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = `http://localhost:${port}`;
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const isUp = await fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp && child.pid !== undefined)
      return {
        address,
        pid: child.pid,
        async stop() {
          child.kill("SIGTERM");
          await ended;
        },
      };
    await new Promise((later) => setTimeout(later, 100));
  }
  child.kill("SIGKILL");
  throw new Error("the studio did not start within half a minute");
}

/** Milliseconds of processor that a process has had, as Linux tells them in hundredths of a second. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("a port has a number");
      server.close(() => found(address.port));
    });
  });
}
