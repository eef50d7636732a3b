import type { Progress } from "../core/run-pipeline.ts";
import type { Output } from "./host.ts";

export interface ProgressDisplay {
  show(progress: Progress): void;
  /** Wipes a bar that is still on the screen. */
  end(): void;
}

/**
 * A bar over the whole run that redraws itself on a terminal, one line a stage elsewhere, nothing with `quiet`. `place`
 * is the book's among several (`2/5`), or null.
 */
export function progressDisplay(
  output: Output,
  quiet: boolean,
  now: () => number,
  place: string | null,
): ProgressDisplay {
  if (quiet) return { show() {}, end() {} };
  const before = place === null ? "" : `${place} `;
  return output.columns === null ? lines(output, before) : bar(output, output.columns, now, before);
}

function lines(output: Output, before: string): ProgressDisplay {
  let last = "";
  return {
    show({ stage, done, total }) {
      if (stage === last || (done < total && total > 1 && done > 0)) return;
      if (total > 1 && done === 0) return;
      last = stage;
      output.write(`${before}${stage}${total > 1 ? `: ${total} done` : " …"}\n`);
    },
    end() {},
  };
}

function bar(output: Output, columns: number, now: () => number, before: string): ProgressDisplay {
  const began = now();
  return {
    show: (progress) => output.write(`\r\u001b[K${before}${barLine(progress, columns - before.length, now() - began)}`),
    end: () => output.write("\r\u001b[K"),
  };
}

/** What each stage of a comic takes of a whole run, in hundredths (as measured on the English sample), and what it counts. */
const stages: Readonly<Record<string, { share: number; unit: string }>> = {
  Reading: { share: 1, unit: "" },
  Understanding: { share: 6, unit: "" },
  "Writing the script": { share: 5, unit: "" },
  Casting: { share: 1, unit: "" },
  Cover: { share: 1, unit: "" },
  "Laying out": { share: 22, unit: " episodes" },
  Drawing: { share: 59, unit: " pages" },
  Binding: { share: 1, unit: "" },
  "Writing files": { share: 4, unit: " files" },
};

/** A run too young to say how long it will take. */
const tooEarly = 0.04;

/** `Drawing  ━━━━━━━━──────── 12 of 24 pages, 3 s left`, never wider than the terminal: the bar and the time are those of the whole run. */
export function barLine({ stage, done, total }: Progress, columns: number, elapsed: number): string {
  const along = shareDone({ stage, done, total });
  const left = along > tooEarly && along < 1 ? `${timeLeft((elapsed / along) * (1 - along))} left` : "";
  const count = total > 1 ? `${done} of ${total}${stages[stage]?.unit ?? ""}` : "";
  const told = [count, left].filter(Boolean).join(", ");
  const name = stage.padEnd(20);
  const width = Math.max(0, Math.min(32, columns - 2 - name.length - told.length));
  const full = Math.round(along * width);
  return `${name}${"━".repeat(full)}${"─".repeat(width - full)} ${told}`.slice(0, Math.max(0, columns - 1));
}

/** How much of the run is done, from 0 to 1. A stage that is none of a comic's is a run by itself. */
function shareDone({ stage, done, total }: Progress): number {
  const inStage = total > 0 ? done / total : 1;
  const names = Object.keys(stages);
  const at = names.indexOf(stage);
  if (at < 0) return inStage;
  const before = names.slice(0, at).reduce((sum, name) => sum + (stages[name]?.share ?? 0), 0);
  return (before + (stages[stage]?.share ?? 0) * inStage) / 100;
}

function timeLeft(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
