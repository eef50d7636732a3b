import type { Beat } from "../script/script.ts";

/** By the id of a beat that shows one person: how often that person was shown alone before it in the episode. */
export function turnsAlone(beats: readonly Beat[]): Record<string, number> {
  const before = new Map<string, number>();
  const turns: Record<string, number> = {};
  for (const { id, figures, shot } of beats) {
    const [first, ...others] = figures;
    if (!first || others.length > 0 || shot === "insert") continue;
    const turn = before.get(first.person) ?? 0;
    turns[id] = turn;
    before.set(first.person, turn + 1);
  }
  return turns;
}
