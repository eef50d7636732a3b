import type { Progress } from "../core/run-pipeline.ts";
import type { Output } from "./host.ts";

export interface ProgressDisplay {
  show(progress: Progress): void;
  /** Wipes a bar that is still on the screen. */
  end(): void;
}

/** A bar that redraws itself on a terminal, one line a stage elsewhere, nothing with `quiet`. */
export function progressDisplay(output: Output, quiet: boolean, now: () => number): ProgressDisplay {
  if (quiet) return { show() {}, end() {} };
  return output.columns === null ? lines(output) : bar(output, output.columns, now);
}

function lines(output: Output): ProgressDisplay {
  let last = "";
  return {
    show({ stage, done, total }) {
      if (stage === last || (done < total && total > 1 && done > 0)) return;
      if (total > 1 && done === 0) return;
      last = stage;
      output.write(total > 1 ? `${stage}: ${total} done\n` : `${stage} …\n`);
    },
    end() {},
  };
}

function bar(output: Output, columns: number, now: () => number): ProgressDisplay {
  let stage = "";
  let began = 0;
  return {
    show(progress) {
      if (progress.stage !== stage) {
        stage = progress.stage;
        began = now();
      }
      output.write(`\r\u001b[K${barLine(progress, columns, now() - began)}`);
    },
    end: () => output.write("\r\u001b[K"),
  };
}

/** `Drawing  ━━━━━━━━──────── 12 of 24, 3 s left`, never wider than the terminal. */
export function barLine({ stage, done, total }: Progress, columns: number, elapsed: number): string {
  const left = done > 0 && done < total ? `, ${timeLeft((elapsed / done) * (total - done))} left` : "";
  const count = total > 1 ? ` ${done} of ${total}${left}` : "";
  const name = stage.padEnd(20);
  const width = Math.max(0, Math.min(32, columns - 1 - name.length - count.length));
  const full = total > 0 ? Math.round((done / total) * width) : 0;
  return `${name}${"━".repeat(full)}${"─".repeat(width - full)}${count}`.slice(0, Math.max(0, columns - 1));
}

function timeLeft(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
