import type { Direction } from "./openings.ts";

export type KeyAct =
  | "next"
  | "previous"
  | "first"
  | "last"
  | "guided"
  | "mode"
  | "sheet"
  | "full"
  | "help"
  | "nearer"
  | "farther"
  | "fit"
  | "chrome"
  | "escape";

interface PressedKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const acts: Readonly<Record<string, KeyAct>> = {
  Home: "first",
  End: "last",
  PageDown: "next",
  PageUp: "previous",
  g: "guided",
  d: "mode",
  t: "sheet",
  f: "full",
  "?": "help",
  "+": "nearer",
  "=": "nearer",
  "-": "farther",
  "0": "fit",
  m: "chrome",
  Escape: "escape",
};

/** What a key does; arrows go the way the comic is read. Null for keys that are the browser's. */
export function keyAct({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey, direction: Direction): KeyAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "ArrowRight") return direction === "ltr" ? "next" : "previous";
  if (key === "ArrowLeft") return direction === "ltr" ? "previous" : "next";
  if (key === " ") return shiftKey ? "previous" : "next";
  return acts[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
