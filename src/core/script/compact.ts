import { bring, type Draft, draftSize } from "./draft.ts";
import type { Pace } from "./pace.ts";
import type { Standing } from "./sides.ts";

/** Where each draft went when some were joined: index before → index after. */
export interface Compacted {
  drafts: Draft[];
  moved: number[];
}

/** How many panels at most become one. */
const longest = 5;

/**
 * Joins neighbouring panels until there are no more than `most`, or as few as may be.
 * Of all ways to join them the one with the least trouble is taken: what is joined stays within a panel's size, three texts,
 * two voices and three people.
 */
export function compact(drafts: readonly Draft[], most: number, standing: Standing, pace: Pace): Compacted {
  const groups = possibleGroups(drafts, standing, pace);
  let best = partition(drafts.length, groups, 0.15);
  for (let price = 0.3; best.length > most && price < 6; price *= 1.35) best = partition(drafts.length, groups, price);
  const moved: number[] = [];
  const joinedDrafts = best.map(({ from, to }, index) => {
    for (let i = from; i < to; i++) moved[i] = index;
    return drafts.slice(from, to).reduce((sum, draft) => joined(sum, draft));
  });
  return { drafts: joinedDrafts, moved };
}

interface Group {
  from: number;
  to: number;
  trouble: number;
}

/** For each draft the groups that end with it. */
function possibleGroups(drafts: readonly Draft[], standing: Standing, pace: Pace): Group[][] {
  const ending: Group[][] = drafts.map(() => []);
  drafts.forEach((first, from) => {
    let sum = first;
    let trouble = 0;
    for (let to = from + 1; to <= Math.min(drafts.length, from + longest); to++) {
      const next = drafts[to - 1];
      if (next && to > from + 1) {
        trouble += joinCost(sum, next, standing, pace);
        if (trouble === Infinity) break;
        sum = joined(sum, next);
      }
      ending[to - 1]?.push({ from, to, trouble });
    }
  });
  return ending;
}

/** The row of groups with the least trouble, where each group costs `price` besides. */
function partition(count: number, ending: readonly (readonly Group[])[], price: number): Group[] {
  const costs: number[] = [0];
  const last: (Group | null)[] = [null];
  for (let to = 1; to <= count; to++) {
    let best: { cost: number; group: Group | null } = { cost: Infinity, group: null };
    for (const group of ending[to - 1] ?? []) {
      const cost = (costs[group.from] ?? Infinity) + group.trouble + price;
      if (cost < best.cost) best = { cost, group };
    }
    costs.push(best.cost);
    last.push(best.group);
  }
  const row: Group[] = [];
  for (let group = last[count] ?? null; group !== null; group = last[group.from] ?? null) row.push(group);
  return row.reverse();
}

/** Infinity where two panels may not be one. Small texts join first; an action keeps its own panel as long as it can. */
function joinCost(a: Draft, b: Draft, standing: Standing, pace: Pace): number {
  const size = draftSize(a) + draftSize(b);
  if (a.lines.length + b.lines.length > 3 || size > pace.panel) return Infinity;
  if (b.kind === "establish" || new Set([...a.people.keys(), ...b.people.keys()]).size > 3) return Infinity;
  if ([...a.lines, ...b.lines].some(({ kind }) => kind === "letter")) return Infinity;
  if (a.kind === "establish" && (b.kind !== "talk" || size > pace.panel * 0.8 || a.lines.some(({ title }) => title)))
    return Infinity;
  if (b.lines.some(({ kind }) => kind === "narration") && a.lines.some(({ kind }) => kind !== "narration"))
    return Infinity;
  const voices = voiceCost(a, b, standing);
  return 0.3 * (size / pace.panel) ** 2 + voices + actionCost(a, b);
}

/** Two voices alternate at most once back; the first should stand where reading starts. */
function voiceCost(a: Draft, b: Draft, standing: Standing): number {
  const spoken = [...a.lines, ...b.lines].filter(({ kind }) => kind !== "narration").map(({ speaker }) => speaker);
  const voices = [...new Set(spoken)];
  if (voices.length > 2 || spoken.filter((speaker) => speaker === null).length > 1) return Infinity;
  if (spoken.length === 3 && voices.length === 2 && spoken[0] === spoken[2] && spoken[0] === null) return Infinity;
  const [first, second] = voices;
  const turned = first && second ? !standing.readsBefore(first, second) : false;
  return (turned ? 0.5 : 0) + (spoken.length === 3 && voices.length === 2 && spoken[0] === spoken[2] ? 0.15 : 0);
}

function actionCost(a: Draft, b: Draft): number {
  const doing = (draft: Draft) => draft.kind === "action" || draft.kind === "insert" || draft.kind === "reaction";
  if (doing(a) && doing(b)) return a.lines.length + b.lines.length === 0 ? Infinity : 0.6;
  const shared = [...b.people.keys()].some((id) => a.people.has(id)) || a.people.size === 0 || b.people.size === 0;
  return (doing(a) || doing(b) ? 0.3 : 0) + (shared ? 0 : 0.4) + (a.kind === "establish" ? 0.2 : 0);
}

function joined(a: Draft, b: Draft): Draft {
  const lead = a.kind === "quiet" || (a.kind === "talk" && b.kind === "action") ? b : a;
  const draft: Draft = {
    kind: a.kind === "establish" ? "establish" : lead.kind,
    lines: [...a.lines, ...b.lines],
    people: new Map(a.people),
    prop: a.prop ?? b.prop,
    loud: Math.max(a.loud, b.loud),
    claims: [...a.claims, ...b.claims],
    action: `${a.action} ${b.action}`,
  };
  if (draft.kind === "insert" && b.people.size > 0) draft.kind = "action";
  for (const [person, part] of b.people) {
    const here = a.people.get(person);
    bring(draft, person, {
      pose: here?.pose ?? part.pose,
      emotion: here?.emotion ?? part.emotion,
      speaks: (here?.speaks ?? false) || part.speaks,
    });
  }
  return draft;
}
