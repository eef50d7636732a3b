import type { UserSettings } from "../../../accounts/schema.ts";
import type { Size } from "./camera.ts";

export type ReadingMode = UserSettings["readingMode"];
export type ChosenDirection = UserSettings["readingDirection"];

/** Stages at least this much wider than high have room for two pages. */
const spreadFrom = 1.05;

/** How pages are shown on a stage: two beside each other only where they have room. */
export function shownMode(chosen: ReadingMode, stage: Size | null): ReadingMode {
  if (chosen !== "spread" || stage === null) return chosen;
  return stage.width >= stage.height * spreadFrom ? "spread" : "single";
}

export const modes: readonly ReadingMode[] = ["single", "spread", "strip"];

export const nextMode = (mode: ReadingMode): ReadingMode => modes[(modes.indexOf(mode) + 1) % modes.length] ?? "single";
