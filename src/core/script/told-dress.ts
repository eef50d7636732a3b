import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

/** Words of a dress that people wear for once, of soldiers or as a disguise, which no sheet of the cast has. */
const costumed =
  /\b(?:dressed|disguised|got up|attired|clad|rigged out) (?:up )?(?:as|like) (?:an? |the )?\p{L}+|\bin (?:the )?(?:disguise|garb|guise|costume|livery) of\b|(?:兵隊|軍人|士官|水兵|坊主|武士|百姓|乞食|役者|看護婦)の(?:かたち|形|恰好|格好|姿|なり|身なり|服装|いでたち)|に(?:変装|扮装|仮装)/iu;

/** Whether words tell of a dress that the cast's sheets do not have. */
export const tellsCostume = (words: string): boolean => costumed.test(words);

/**
 * Beside a caption that dresses people otherwise than their sheets do the place is seen, and nobody in other clothes; in a place that is
 * not known, a tone. Who speaks stays.
 */
export function withoutToldDress(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, home }: { text: string; home: string | null },
): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined || !isSilent(draft) || framing.seen.length === 0 || framing.shot === "close")
      return framing;
    if (framing.played !== undefined || !tellsCostume(captionOf(draft, text))) return framing;
    const place = framing.place ?? home;
    const { fromBehind: _, ...open } = framing;
    const kind = framing.kind === "establish" ? framing.kind : "quiet";
    return { ...open, kind, shot: "wide", seen: [], holds: null, place, scenery: place === null ? "tone" : "place" };
  });
}
