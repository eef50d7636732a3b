import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ComicDesk } from "../features/comics/comic-desk.ts";
import { type Preview, previewSchema } from "../features/comics/schema.ts";
import { type DeskAnswer, type DeskAsk, receivedError } from "./desk-message.ts";

/** Milliseconds without anything to do after which a process ends: what it read takes memory. */
const rest = 30 * 60_000;

const program = fileURLToPath(new URL(`./desk-child${import.meta.filename.slice(-3)}`, import.meta.url));

/** A desk whose work keeps nobody else waiting. */
export interface ProcessDesk extends ComicDesk {
  /** Begins what makes previews, so that the first one need not wait for that. */
  warm(): void;
  /** Ends its processes; who waits is refused. */
  end(): void;
}

/**
 * Makes previews in one process and files in another, so that neither waits for the other, and the server's thread for none. They are begun when they
 * are first needed, and again where they died; what was asked of a process that dies is refused, and not asked again.
 */
export function openDesk(version: string): ProcessDesk {
  const [previews, files] = [openProcess(version), openProcess(version)];
  return {
    preview: async (owner, of, signal): Promise<Preview> =>
      previewSchema.parse(await previews.ask({ kind: "preview", owner, of }, signal)),
    makeFile: async (owner, of) => void (await files.ask({ kind: "file", owner, of }, null)),
    warm: previews.warm,
    end() {
      previews.end();
      files.end();
    },
  };
}

type Question = Omit<Extract<DeskAsk, { kind: "preview" }>, "id"> | Omit<Extract<DeskAsk, { kind: "file" }>, "id">;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One process that answers what is asked of it. */
function openProcess(version: string) {
  const waiting = new Map<number, Waiting>();
  let [child, lastId, isOver]: [ChildProcess | null, number, boolean] = [null, 0, false];
  let sleep: NodeJS.Timeout | undefined;

  function running(): ChildProcess {
    clearTimeout(sleep);
    return (child ??= begin());
  }

  function begin(): ChildProcess {
    const begun = fork(program, [version], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    // `desk-child.ts` sends nothing but answers.
    begun.on("message", (answer) => settle(answer as DeskAnswer));
    begun.once("error", (error) => lose(begun, error.message));
    begun.once("exit", (code, signal) => lose(begun, signal ?? `code ${code}`));
    return begun;
  }

  function settle(answer: DeskAnswer): void {
    const who = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("value" in answer) who?.resolve(answer.value);
    else who?.reject(receivedError(answer));
    if (waiting.size === 0 && !isOver) restLater();
  }

  function restLater(): void {
    clearTimeout(sleep);
    sleep = setTimeout(dismiss, rest);
    sleep.unref();
  }

  function dismiss(): void {
    const idle = child;
    child = null;
    if (idle?.connected) idle.disconnect();
  }

  /** All that was asked of a process that is gone. */
  function lose(gone: ChildProcess, how: string): void {
    if (child !== gone) return;
    child = null;
    for (const { reject } of waiting.values()) reject(new Error(`The desk has ended (${how})`));
    waiting.clear();
  }

  function ask(question: Question, signal: AbortSignal | null): Promise<unknown> {
    signal?.throwIfAborted();
    if (isOver) return Promise.reject(new Error("The desk is closed"));
    const id = ++lastId;
    const answered = Promise.withResolvers<unknown>();
    waiting.set(id, answered);
    running().send({ ...question, id } satisfies DeskAsk, (error) => error && answered.reject(error));
    const giveUp = (): void => {
      if (child?.connected) child.send({ id, kind: "give-up" } satisfies DeskAsk);
      // The process answers to the wind once it comes to look; nobody waits for that.
      answered.reject(signal?.reason instanceof Error ? signal.reason : new Error("It was given up"));
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    return answered.promise.finally(() => signal?.removeEventListener("abort", giveUp));
  }

  return {
    ask,
    warm() {
      if (isOver) return;
      running();
      restLater();
    },
    end() {
      isOver = true;
      clearTimeout(sleep);
      const gone = child;
      if (gone) lose(gone, "it was closed");
      gone?.kill("SIGTERM");
    },
  };
}
