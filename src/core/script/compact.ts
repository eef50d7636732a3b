import { wholeBody } from "./deeds.ts";
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

/** Trouble of a panel that may show what its words do not say: a wrong head that answers itself, a caption beside other deeds. */
const doubtful = 2;

/** Trouble of giving up a picture that stands without words. */
const pictureAlone = 1.6;

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
  if (a.lines.length + b.lines.length > (pace.rules === "ja" ? 4 : 3) || size > pace.panel) return Infinity;
  if (b.kind === "establish" || new Set([...a.people.keys(), ...b.people.keys()]).size > 3) return Infinity;
  if ([...a.lines, ...b.lines].some(({ kind }) => kind === "letter") && !oneLetter(a, b)) return Infinity;
  const silent = b.lines.length === 0;
  // Two lines of Latin captions leave the place no room for a talk as well; upright ones stand at its edge.
  if (
    a.kind === "establish" &&
    !opensUpright(a, b, pace) &&
    (silent ||
      (pace.rules === "en" && a.lines.length > 1) ||
      size > pace.panel * 0.8 ||
      a.lines.some(({ title }) => title))
  )
    return Infinity;
  const closes = b.lines.some(({ kind }) => kind === "narration") && a.lines.some(({ kind }) => kind !== "narration");
  if (closes && !mayClose(a, b, pace)) return Infinity;
  const apart = toldApart(a, b, pace) ? (a.kind === "action" ? 2 : 0.5) * doubtful : 0;
  const voices = voiceCost(a, b, standing);
  return 0.3 * (size / pace.panel) ** 2 + voices + actionCost(a, b) + apart + (closes ? 0.5 : 0);
}

/** Whether captions stand under an upright title: three columns of words leave a place most of its room. */
const opensUpright = (opening: Draft, next: Draft, { rules }: Pace): boolean =>
  rules === "ja" &&
  next.lines.length > 0 &&
  opening.lines.length + next.lines.length < 4 &&
  next.lines.every(({ kind }) => kind === "narration");

/** Whether a caption follows another of which it is not the next sentence: between them the story may have gone elsewhere. */
function toldApart(a: Draft, b: Draft, { rules }: Pace): boolean {
  const [before, after] = [a.lines.at(-1), b.lines[0]];
  if (before?.kind !== "narration" || after?.kind !== "narration" || before.title) return false;
  const from = before.pieces.at(-1)?.end ?? 0;
  return (after.pieces[0]?.start ?? from) - from > (rules === "ja" ? 40 : 80);
}

/** Whether a caption may stand after talk: an upright one at the far edge of its panel, in which nobody acts who is not there, and not around the talk with another. */
const mayClose = (talk: Draft, told: Draft, { rules }: Pace): boolean =>
  rules === "ja" &&
  told.lines.length === 1 &&
  talk.lines.every(({ kind }) => kind !== "narration") &&
  [...told.people].every(([person, { acts }]) => !acts || talk.people.has(person));

/** Two pieces of one letter. */
const oneLetter = (a: Draft, b: Draft): boolean =>
  new Set([...a.lines, ...b.lines].map(({ kind, turn }) => (kind === "letter" ? turn : null))).size === 1 &&
  a.lines[0]?.kind === "letter";

/** Two voices to a panel, and one group of balloons to each, unless the book itself names every speaker. The first should stand where reading starts. */
function voiceCost(a: Draft, b: Draft, standing: Standing): number {
  const spoken = [...a.lines, ...b.lines].filter(({ kind }) => kind !== "narration");
  const turns = spoken.filter(({ turn }, i) => i === 0 || turn !== spoken[i - 1]?.turn);
  const voices = turns.map(({ speaker }) => speaker);
  const [first, second] = voices;
  const again = new Set(voices).size < voices.length;
  if (new Set(voices).size > 2) return Infinity;
  // Two voices out of one place beyond the picture are easily taken for one.
  const unseen = voices.filter((speaker) => speaker === null).length > 1 ? 1.2 : 0;
  // Who may not have said it must not be seen to answer himself.
  const guessed = again && !turns.every(({ certain, speaker }) => certain && speaker !== null);
  const turned = first && second ? !standing.readsBefore(first, second) : false;
  return unseen + (turned ? 0.5 : 0) + (guessed ? doubtful + 1 : again && first !== second ? 0.8 : 0);
}

function actionCost(a: Draft, b: Draft): number {
  const doing = (draft: Draft) => draft.kind === "action";
  const silent = (draft: Draft) => draft.kind === "action" && draft.lines.length === 0;
  const told = (draft: Draft) => draft.lines.some(({ kind, title }) => kind === "narration" && !title);
  // A picture without words would show beside a caption what the caption does not say.
  if ((silent(a) && told(b)) || (told(a) && silent(b))) return Infinity;
  if (doing(a) && doing(b)) return silent(a) && silent(b) ? Infinity : 0.6;
  if (silent(a) || silent(b)) return pictureAlone;
  if (belied(a, b) || belied(b, a)) return 2 * doubtful;
  const shared = [...b.people.keys()].some((id) => a.people.has(id)) || a.people.size === 0 || b.people.size === 0;
  return (doing(a) || doing(b) ? 0.3 : 0) + (shared ? 0 : 0.4) + (a.kind === "establish" ? 0.2 : 0);
}

/** A caption tells what somebody does with the body, and the other panel shows others who talk. */
function belied(told: Draft, talk: Draft): boolean {
  if (talk.lines.every(({ kind }) => kind === "narration")) return false;
  if (!told.lines.some(({ kind, title }) => kind === "narration" && !title)) return false;
  return [...told.people].some(
    ([id, { acts, speaks, pose, undrawable, holds }]) =>
      acts &&
      !speaks &&
      (undrawable || holds !== null || (pose !== null && wholeBody.has(pose))) &&
      !talk.people.get(id)?.speaks,
  );
}

function joined(a: Draft, b: Draft): Draft {
  const lead = a.kind === "quiet" || (a.kind === "talk" && b.kind === "action") ? b : a;
  const draft: Draft = {
    kind: a.kind === "establish" ? "establish" : lead.kind,
    lines: [...a.lines, ...b.lines],
    people: new Map(a.people),
    loud: Math.max(a.loud, b.loud),
    claims: [...a.claims, ...b.claims],
    action: `${a.action} ${b.action}`,
    stranger: a.stranger || b.stranger,
  };
  for (const [person, part] of b.people) {
    const here = a.people.get(person);
    bring(draft, person, {
      pose: here?.pose ?? part.pose,
      emotion: here?.emotion ?? part.emotion,
      speaks: (here?.speaks ?? false) || part.speaks,
      holds: here?.holds ?? part.holds,
      undrawable: (here?.undrawable ?? false) || part.undrawable,
      acts: (here?.acts ?? false) || part.acts,
    });
  }
  return draft;
}
