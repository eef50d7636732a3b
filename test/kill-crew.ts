import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/** A moment of a conversion, told by its tasks, so that it is the same one on a machine that is slower by then. */
export interface Moment {
  /** Tasks that the workers have begun by then, from when it was chosen. */
  tasks: number;
  /** Milliseconds after the last of them was begun. */
  after: number;
  /** Which worker is killed: from 0 to below 1. */
  victim: number;
}

export interface Crew {
  folder: string;
  workers: number;
  quick: boolean;
  /** Chooses the next moment of a kill, at the start and after each; null for no more. */
  next(): Promise<Moment | null>;
  /** Is told of each kill, once the worker is dead and before another takes its place. */
  onKill(): Promise<void>;
}

const program = new URL("../scripts/kill-worker.ts", import.meta.url).pathname;

/** Places at which a worker is to kill itself, the first that gets there and only once. */
export function setTraps(folder: string, places: readonly string[]): void {
  mkdirSync(join(folder, "traps"));
  for (const place of places) writeFileSync(join(folder, "traps", place), "");
}

/** Traps that nobody has met. */
export function trapsLeft(folder: string): string[] {
  return existsSync(join(folder, "traps")) ? readdirSync(join(folder, "traps")) : [];
}

/**
 * Runs workers on the home in a folder until all have ended because nothing is left to do; one that is killed, by a moment or a trap, is started again.
 * Gives the milliseconds from the first task to each that was begun and, last, to the end.
 */
export async function runCrew(crew: Crew): Promise<number[]> {
  const times: number[] = [];
  const alive = new Set<ChildProcess>();
  let moment = await crew.next();
  let begun = 0;
  let killing: Promise<unknown> = Promise.resolve();

  function aim(): void {
    if (moment === null || begun !== moment.tasks) return;
    const { after, victim } = moment;
    moment = null;
    killing = pause(after).then(() => [...alive][Math.floor(victim * alive.size)]?.kill("SIGKILL"));
  }

  async function place(): Promise<void> {
    for (;;) {
      const how = await worker();
      if (how === "done") return;
      if (how !== "killed") throw new Error(`A worker ${how}`);
      await crew.onKill();
      if (moment === null) {
        begun = 0;
        moment = await crew.next();
        aim();
      }
    }
  }

  /** How a worker ended: `done`, `killed`, or what is wrong with it. */
  async function worker(): Promise<string> {
    const given = [crew.folder, crew.quick ? "quick" : "whole"];
    const child = spawn(process.execPath, [program, ...given], { stdio: ["ignore", "pipe", "pipe"] });
    alive.add(child);
    let complaints = "";
    child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
    createInterface(child.stdout).on("line", () => {
      times.push(performance.now());
      begun += 1;
      aim();
    });
    const how = await new Promise<NodeJS.Signals | number | null>((resolve) =>
      child.once("exit", (code, signal) => resolve(signal ?? code)),
    );
    alive.delete(child);
    if (how === 0) return "done";
    return how === "SIGKILL" ? "killed" : `ended with ${how}: ${complaints}`;
  }

  await Promise.all(Array.from({ length: crew.workers }, place));
  await killing;
  times.push(performance.now());
  const [first = 0] = times;
  return times.map((time) => time - first);
}
