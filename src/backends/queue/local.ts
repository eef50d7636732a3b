import { type PumpOptions, pumpLoop } from "./pump-loop.ts";
import type { TaskPump, TaskSource } from "./task-queue.ts";

/** A pump whose wakes stay in this process. */
export function localPump<Work>(source: TaskSource<Work>, options: PumpOptions): TaskPump {
  return pumpLoop(source, options);
}
