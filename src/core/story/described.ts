import type { Member, Mention } from "./members.ts";

/** UTF-16 units for which `an old man` who comes in is the old man, and again after each place that calls him so. */
const reach = 3000;

const noun =
  /^the ((?:(?:very )?(?:old|older|elder|elderly|aged|young|younger|little|small|tall|big|stout|fat|poor|worthy|honest|good|fair|pretty|handsome) )+)(man|woman|boy|girl|lady|gentleman|fellow|child|lad|chap|person|creature)$/;

/**
 * The places that call somebody `the young man` who has not come in as `a young man` shortly before: he may be anybody of
 * that kind, most likely somebody with a name. Gives their offsets.
 */
export function describedAt(text: string, members: readonly Member[], mentions: readonly Mention[]): Set<number> {
  const found = new Set<number>();
  const brought = new Map<number, RegExp>();
  for (const [i, { name, nameless }] of members.entries()) {
    const words = nameless ? noun.exec(name) : null;
    if (words === null) continue;
    const looks = (words[1] ?? "").trim().replaceAll(" ", "(?:,? \\p{L}+){0,2},? ");
    brought.set(
      i,
      new RegExp(
        `\\b(?:an?|another|some|one)(?: [\\p{L}-]+,?){0,4} ${looks}(?:,? [\\p{Ll}-]+){0,2} ${words[2]}\\b`,
        "u",
      ),
    );
  }
  const known = new Map<number, number>();
  for (const { member, start, quoted } of mentions) {
    const entrance = brought.get(member);
    if (entrance === undefined || quoted) continue;
    const near =
      start - (known.get(member) ?? -Infinity) < reach ||
      entrance.test(text.slice(Math.max(0, start - reach), start).replaceAll(/\s+/g, " "));
    if (near) known.set(member, start);
    else found.add(start);
  }
  return found;
}
