import * as steady from "../geometry/steady-math.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";

/** How one person speaks to another: what they call each other and themselves, and how politely. */
const manners: readonly RegExp[] = [
  /君(?:[はがのもをにと、。！？]|じゃ|たち)|きみ[はがの]/,
  /あなた|貴方|貴下/,
  /先生/,
  /お前|おまえ|貴様/,
  /(?:僕|ぼく)[あはがのもをに]/,
  /(?:俺|おれ)[あはがのもをに]/,
  /私[はがのもをに]|わたし/,
  /吾輩|わし|己/,
  /(?:です|ます|ません|ました|でした|下さい|ください)(?:[かねよがけ]|から|けれど|もの)?[。、！？…]/,
  /(?:です|ます|ません|ました|でした|下さい|ください)(?:[かねよがけな]|から|けれど|もの)?$/,
  /(?:[んの]だ|[だるたい]ぜ|[だるたい]よ|だ|さ|たまえ|給え|か)[。！？…]*$/,
  /(?:御座|ござ)い/,
];

/** Lines of one side of a pair, and in how many of them each manner is heard. */
interface Side {
  lines: number;
  heard: number[];
}

const empty = (): Side => ({ lines: 0, heard: manners.map(() => 0) });
/** Turns on either side in which the other one of a pair is looked for. */
const reach = 6;
/** Fewer lines teach nothing. */
const least = 4;

/**
 * An I speaks to each in another way: `先生、僕は…ですか` to one who says `君は…だ`. Leans the lines of a talk by the manners
 * that the lines known so far teach of the two sides.
 */
export function withPairs(
  turns: readonly JapaneseTurn[],
  known: readonly (number | null)[],
  narrator: number,
  lineOf: (turn: JapaneseTurn) => string,
): JapaneseTurn[] {
  const sides = new Map<number, { teller: Side; other: Side }>();
  const heard = turns.map((turn) => manners.map((manner) => manner.test(lineOf(turn))));
  const partners = turns.map((_, t) => partnerOf(turns, known, narrator, t));
  for (const [t, turn] of turns.entries()) {
    const [who, partner] = [known[t] ?? null, partners[t] ?? null];
    if (who === null || partner === null || turn.aside || (who !== narrator && who !== partner)) continue;
    const pair = sides.get(partner) ?? { teller: empty(), other: empty() };
    sides.set(partner, pair);
    const side = who === narrator ? pair.teller : pair.other;
    side.lines += 1;
    for (const [m, has] of (heard[t] ?? []).entries()) if (has) side.heard[m] = (side.heard[m] ?? 0) + 1;
  }
  return turns.map((turn, t) => {
    const partner = partners[t] ?? null;
    const pair = partner === null ? undefined : sides.get(partner);
    if (partner === null || pair === undefined || pair.teller.lines < least || pair.other.lines < least) return turn;
    const points = Math.max(-3, Math.min(3, likelier(pair.teller, pair.other, heard[t] ?? [])));
    const leaning = new Map(turn.leaning);
    leaning.set(narrator, (leaning.get(narrator) ?? 0) + points);
    leaning.set(partner, (leaning.get(partner) ?? 0) - points);
    return { ...turn, leaning };
  });
}

/** Log odds that a line with these manners is the one side's rather than the other's. */
function likelier(one: Side, other: Side, heard: readonly boolean[]): number {
  let points = 0;
  for (const [m, has] of heard.entries()) {
    const share = ({ lines, heard: all }: Side) => ((all[m] ?? 0) + 0.7) / (lines + 1.4);
    if (has) points += steady.log(share(one) / share(other));
  }
  return points;
}

/** Whom the I talks with: the one who is known to speak most around the turn, before anybody else comes. */
function partnerOf(
  turns: readonly JapaneseTurn[],
  known: readonly (number | null)[],
  narrator: number,
  t: number,
): number | null {
  const counts = new Map<number, number>();
  for (const step of [-1, 1]) {
    for (let k = step < 0 ? t : t + 1; Math.abs(k - t) <= reach && k >= 0 && k < turns.length; k += step) {
      // The gap of a turn lies before it.
      if (step > 0 && (turns[k]?.gap ?? Infinity) >= 3) break;
      const who = known[k] ?? null;
      if (who !== null && who !== narrator) counts.set(who, (counts.get(who) ?? 0) + 1);
      if (step < 0 && (turns[k]?.gap ?? Infinity) >= 3) break;
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? turns[t]?.near[0] ?? null;
}
