import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { Pose } from "./script.ts";
import { captionOf } from "./told-words.ts";

export interface BeastTools {
  text: string;
  rules: "en" | "ja";
  /** Those who go on four feet. */
  low: ReadonlySet<string>;
}

/** Deeds of four legs that no drawing of them shows: bodies that should touch stand apart. */
const beyond: ReadonlySet<Pose | null> = new Set<Pose>(["fight", "seize", "push", "strike", "kick", "throw"]);

/** Words of teeth at work. */
const bites = {
  en: /\b(?:seized|snatched|gripped|caught|snapped|bit|bitten|tore|closed|sank|locked|worried|shook)\b[^.;]*\b(?:jaws?|teeth|fangs|throat|mouth)\b|\bbetween (?:his|her|its) (?:jaws|teeth)\b/iu,
  ja: /噛み?(?:つ|付)|かみつ|くわえ|食いつ|喰いつ/u,
} as const;

/** Words of a fight, in which the teeth are bared. */
const fights =
  /\b(?:fought|fight|fighting|battle|attack\p{L}*|sprang|flew at|slash\p{L}*|snarl\p{L}*|fury|rage)\b|噛|襲/iu;

/**
 * A beast that fights or bites is seen so near that nothing but its head is: standing there whole, alone or beside the other,
 * it would deny the words.
 */
export function beastDeeds(drafts: readonly Draft[], framings: readonly Framing[], tools: BeastTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const [person] = framing.seen;
    if (draft === undefined || person === undefined || !framing.seen.every((id) => tools.low.has(id))) return framing;
    const told = captionOf(draft, tools.text);
    const does = framing.seen.some((id) => beyond.has(draft.people.get(id)?.pose ?? null));
    if (!does && (framing.shot === "close" || !bites[tools.rules].test(told))) return framing;
    const { fromBehind: _, placed: _placed, ...open } = framing;
    const bared = does || fights.test(told);
    return {
      ...open,
      kind: "reaction",
      shot: "close",
      seen: [person],
      holds: null,
      place: null,
      played: { person, pose: "stand", emotion: bared ? "furious" : null },
    };
  });
}
