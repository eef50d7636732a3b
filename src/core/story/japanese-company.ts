import * as steady from "../geometry/steady-math.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";

/** How one person of several may be told from the others by the words: politely, plainly, in the manner of the old, by an I. */
const manners: readonly RegExp[] = [
  /(?:です|ます|ません|ました|でした|ましょう|でしょう)(?:[かねよがけな]|から|けれど|もの)*[。、！？…]*$/,
  /(?:です|ます|ません|ました|でした|ましょう|でしょう|下さい|ください)/,
  /(?:じゃ(?!な[いくか])|のう|とる|とった|うて|おる|ぬ|[たいるん]かな|[のい]かい)(?:[。、！？…よなか]|$)/,
  /わし(?:[はがのもをに]|ゃ)|わしゃ/,
  /(?:私|わたし|わたくし)(?:[はがのもをに]|たち)/,
  /(?:僕|ぼく|俺|おれ)(?:[はがのもをに]|たち)/,
  /ござい|御座/,
];

/** Turns on either side that tell who is in a talk. */
const reach = 12;
/** Turns on either side that teach how each one speaks, and the passages of narration that part two conversations. */
const learnt = { reach: 30, parts: 6 };
/** How much what a few lines teach of one voice can say of another line, in log odds. */
const most = 2.5;
/** Leans a line to those who are told to name the one whom it calls, in the same talk. */
const sameCall = 1.2;

/** The turns around one that belong to the same talk: no stretch of narration lies between. */
export const around = (run: readonly JapaneseTurn[], i: number) => stretch(run, i, reach, 2);

/** The turns within `far` of one, as far as fewer than `parts` passages of narration lie between any two. */
function stretch(run: readonly JapaneseTurn[], i: number, far: number, parts: number): { from: number; to: number } {
  let [from, to] = [i, i];
  while (from > Math.max(0, i - far) && (run[from]?.gap ?? 0) < parts) from -= 1;
  while (to < Math.min(run.length - 1, i + far) && (run[to + 1]?.gap ?? parts) < parts) to += 1;
  return { from, to };
}

/** Who but the I takes part in the talk around a turn: who is told to speak, and whom a line calls by name. */
export function company(run: readonly JapaneseTurn[], i: number, teller: number): Set<number> {
  const { from, to } = around(run, i);
  const there = new Set<number>();
  for (const { fixed, called } of run.slice(from, to + 1)) {
    if (fixed !== null) there.add(fixed);
    for (const who of called) there.add(who);
  }
  there.delete(teller);
  return there;
}

/**
 * Where three and more talk, nobody's turn follows from the turn before. Leans the lines of such a talk by how each one is told to
 * speak in this very conversation, the I among them, and by whom each is told to name there.
 */
export function withCompany(
  run: readonly JapaneseTurn[],
  teller: number,
  lineOf: (turn: JapaneseTurn) => string,
): JapaneseTurn[] {
  const heard = run.map((turn) => manners.map((manner) => manner.test(lineOf(turn))));
  const usual = manners.map((_, m) => share(heard.filter((own) => own[m] === true).length, heard.length, 0.5));
  return run.map((turn, i) => {
    if (turn.fixed !== null || turn.aside || company(run, i, teller).size < 2) return turn;
    const { from, to } = stretch(run, i, learnt.reach, learnt.parts);
    const voices = new Map<number, number[]>();
    for (let k = from; k <= to; k++) {
      const who = run[k]?.fixed ?? null;
      if (who !== null && run[k]?.aside !== true) voices.set(who, [...(voices.get(who) ?? []), k]);
    }
    const leaning = new Map(turn.leaning);
    for (const [who, lines] of voices) {
      const points = alike(
        heard[i] ?? [],
        lines.map((k) => heard[k] ?? []),
        usual,
      );
      const names = new Set(lines.flatMap((k) => [...(run[k]?.called ?? []), ...(run[k]?.spokenOf ?? [])]));
      const calls = turn.called.some((one) => names.has(one));
      leaning.set(who, (leaning.get(who) ?? 0) + Math.max(-most, Math.min(most, points)) + (calls ? sameCall : 0));
    }
    return { ...turn, leaning };
  });
}

/** Log odds that a line is of the voice of some others rather than of anybody's, by what it has and what it lacks. */
function alike(own: readonly boolean[], lines: readonly (readonly boolean[])[], usual: readonly number[]): number {
  let points = 0;
  for (const [m, common] of usual.entries()) {
    const theirs = share(lines.filter((line) => line[m] === true).length, lines.length, common);
    points += own[m] === true ? steady.log(theirs / common) : steady.log((1 - theirs) / (1 - common));
  }
  return points;
}

/** A share of some lines, drawn to what is usual as two lines would. */
const share = (count: number, of: number, common: number) => (count + 2 * common) / (of + 2);
