import type { Scene } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { standsAbout } from "./on-their-feet.ts";
import type { Pace } from "./pace.ts";
import { ofTwo } from "./deeds.ts";
import { suspects } from "./unseen-voices.ts";

export interface VarietyTools {
  text: string;
  pace: Pace;
  /** The scene. */
  span: Scene;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands. */
  handed: ReadonlySet<string>;
}

/** Pictures of one head and shoulders that may follow each other (P7). */
const mostBusts = 2;

/**
 * After two pictures of one head and shoulders the third shows something else where that is true: the speaker with the one who has
 * just spoken, or who is seen from head to foot.
 */
export function variedShots(drafts: readonly Draft[], framings: readonly Framing[], tools: VarietyTools): Framing[] {
  let busts = 0;
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const before = { draft: drafts[i - 1], framing: out.at(-1) };
    const shown =
      draft !== undefined && isBust(framing) && busts >= mostBusts
        ? (withPartner(draft, framing, before, tools) ?? headToFoot(draft, framing, tools) ?? framing)
        : framing;
    busts = isBust(shown) ? busts + 1 : 0;
    out.push(shown);
  }
  return out;
}

const isBust = ({ seen, shot, prop, fromBehind }: Framing): boolean =>
  seen.length === 1 && prop === null && (shot === "medium" || shot === "close") && fromBehind === undefined;

/** The speaker and the one who spoke in the panel before: they talk with each other. */
function withPartner(
  { lines, people }: Draft,
  framing: Framing,
  before: { draft: Draft | undefined; framing: Framing | undefined },
  { present, handed }: VarietyTools,
): Framing | null {
  const [speaker] = framing.seen;
  const [partner] = before.framing?.seen ?? [];
  const pose = speaker === undefined ? null : (people.get(speaker)?.pose ?? null);
  if (speaker === undefined || partner === undefined || partner === speaker || before.draft === undefined) return null;
  const spoken = lines.filter(({ kind }) => kind !== "narration");
  const talk = spoken.length > 0 && spoken.every((line) => line.speaker === speaker && line.kind === "speech");
  const answered = before.draft.lines.some((line) => line.speaker === partner && line.kind !== "narration");
  const near = before.framing?.place === framing.place && present.has(partner);
  if (!talk || !answered || !near || framing.played !== undefined || (pose !== null && ofTwo.has(pose))) return null;
  const alike = handed.has(speaker) && handed.has(partner);
  const told = lines.some(({ kind }) => kind === "narration") && !people.has(partner);
  return alike && !told ? { ...framing, kind: "talk", shot: "medium", seen: [speaker, partner] } : null;
}

/** Whoever stands about may be seen whole: nothing is felt that a face must carry. */
function headToFoot(draft: Draft, framing: Framing, tools: VarietyTools): Framing | null {
  const { seen, kind, played } = framing;
  const [person] = seen;
  const feels = person !== undefined && (draft.people.get(person)?.emotion ?? null) !== null;
  const loud = draft.lines.some((line) => line.kind === "thought" || line.kind === "shout" || line.kind === "whisper");
  if (feels || loud || played !== undefined || kind === "action") return null;
  if (seen.some((id) => suspects(draft, tools.present).has(id))) return null;
  const stands = standsAbout(draft, { ...tools, scene: tools.span }, seen);
  return stands ? { ...framing, kind: kind === "talk" ? "talk" : "quiet", shot: "full" } : null;
}
