import type { Beat, BeatText } from "../script/script.ts";

/** An episode whose people turn their backs to the reader only where that tells something. */
export interface BackViews {
  beats: Beat[];
  /** Ids of the beats that may show a back: somebody turned away, or a listener in the foreground. */
  backs: ReadonlySet<string>;
}

/** Beats from one back to the next at least: more than a page has panels, so that no page has two. */
const apart = 8;

/** A back shows no feeling: its panel is never the most important of a page, and so never the largest (P1). */
const mostImportant = 0.2;

/** Words of somebody who turns away, goes off or looks out: a back is the picture of them. */
const turnsAway =
  /\bturn(?:s|ed|ing)? (?:away|(?:his|her|my|their) back|on (?:his|her|my|their) heel|to (?:go|leave|the (?:window|door|fire|wall|sea)))\b|\b(?:walk|march|hurri|pass|mov|slipp?|stalk|wander)(?:s|ed|ing|es)? (?:\p{L}+ )?(?:away|off|out)\b|\b(?:went|goes|going|rode|strode|stole|ran) (?:\p{L}+ )?(?:away|off|out)\b|\b(?:look|gaz|star|peer|watch)(?:s|ed|ing|es) (?:\p{L}+ )?(?:out|away|after|across)\b|\b(?:left|leaving|quitted) the (?:room|house|place|company)\b|\b(?:his|her|my) back (?:was )?(?:to|towards?|upon)\b|背を向け|背中を見せ|(?:後ろ|うしろ|後)姿|立ち去|去って|出て行|出ていっ|歩み去|見送|を眺め|見下ろ|見おろ/iu;

/**
 * Leaves of an episode's backs those that are told, and between them room for listeners in the foreground, at most one a page;
 * whoever else was to turn away has a face, so near that it alone is seen.
 */
export function withFewBacks(beats: readonly Beat[]): BackViews {
  const backs = new Map<number, string>();
  const grant = (wanted: (beat: Beat) => boolean): void =>
    beats.forEach((beat, i) => {
      const clear = [...backs.keys()].every((other) => Math.abs(other - i) >= apart);
      if (clear && wanted(beat)) backs.set(i, beat.id);
    });
  grant((beat) => isTurned(beat) && turnsAway.test(wordsIn(beat)));
  grant((beat) => !isTurned(beat) && beat.shot === "medium" && beat.figures.length === 2);
  return {
    beats: beats.map((beat, i) => (backs.has(i) && isTurned(beat) ? inSmall(beat) : facing(beat))),
    backs: new Set(backs.values()),
  };
}

const isTurned = ({ figures }: Beat): boolean => figures.some(({ turned }) => turned === "away");

const wordsIn = ({ texts }: Beat): string => texts.flatMap(({ runs }) => runs.map(({ text }) => text)).join(" ");

const inSmall = (beat: Beat): Beat => ({ ...beat, importance: Math.min(beat.importance, mostImportant) });

/**
 * A beat whose people have faces; of the bodies, which the words may deny, nothing more is seen than of a back. Who turns round
 * says what is most likely the own line: beside it a shut mouth would be surely wrong.
 */
export function facing(beat: Beat): Beat {
  if (!isTurned(beat)) return beat;
  const round = beat.figures.filter(({ turned }) => turned === "away").map(({ person }) => person);
  const texts = beat.texts.map((text) => {
    const [likeliest] = text.speaker === null && text.kind === "off-panel" ? (text.maybe ?? []) : [];
    return likeliest !== undefined && round.includes(likeliest) ? said(text, likeliest) : text;
  });
  const figures = beat.figures.map(({ turned, ...actor }) => ({
    ...actor,
    ...(turned === "aside" && { turned }),
    speaks: actor.speaks || texts.some(({ kind, speaker }) => kind === "speech" && speaker === actor.person),
  }));
  return { ...beat, shot: beat.shot === "medium" ? "close" : beat.shot, figures, texts };
}

/** `maybe` stays: it is still a guess. */
const said = (text: BeatText, speaker: string): BeatText => ({ ...text, kind: "speech", speaker });
