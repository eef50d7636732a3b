import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { Pose } from "./script.ts";

/** Panels in which the same body does the same once: about a page. */
const page = 6;

/** Deeds whose figures look alike each time. */
const striking: ReadonlySet<Pose> = new Set<Pose>(["run", "leap", "ride", "row", "climb", "crawl", "stagger", "abed"]);

/** Who runs a second time on a page is seen near, in the speed of it: the same figure again would be a stamp. */
export function repeatedDeeds(drafts: readonly Draft[], framings: readonly Framing[]): Framing[] {
  const done: (string | null)[] = [];
  return framings.map((framing, i) => {
    const deed = deedSeen(drafts[i], framing);
    const again = deed !== null && done.slice(-page).includes(deed);
    done.push(again ? null : deed);
    if (!again) return framing;
    const { placed: _, ...open } = framing;
    const runs = deed.startsWith("run ");
    return {
      ...open,
      shot: "close",
      seen: framing.seen.slice(0, 1),
      holds: null,
      ...(runs && { place: null, effect: "speed" as const }),
      ...(framing.played && { played: { ...framing.played, pose: "stand" as const } }),
    };
  });
}

/** Who does what with the whole body in a picture; null where nobody does. */
function deedSeen(draft: Draft | undefined, { seen, shot, played }: Framing): string | null {
  const [person, second] = seen;
  if (person === undefined || second !== undefined || (shot !== "full" && shot !== "wide")) return null;
  const pose = played?.pose ?? draft?.people.get(person)?.pose ?? null;
  return pose !== null && striking.has(pose) ? `${pose} ${person}` : null;
}
