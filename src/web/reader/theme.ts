import type { Memory } from "./memory.ts";

/** The system's theme until one is chosen by hand. */
export function applyTheme(memory: Memory): void {
  const chosen = memory.get("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;
}

export function switchTheme(memory: Memory): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const now = document.documentElement.dataset["theme"] ?? system;
  memory.set("theme", now === "dark" ? "light" : "dark");
  applyTheme(memory);
}
