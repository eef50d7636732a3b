import type { Balloon, Page, Panel, SoundLetters } from "./page.ts";

/**
 * What tables of contents, transcripts and reports need of a page: all of its words, none of its shapes. A whole page holds some
 * thirty times as much, so that files keep these and ask for whole pages one by one (F6). A whole page is a lean one too.
 */
export interface LeanPage extends Omit<Page, "panels"> {
  panels: LeanPanel[];
}

export interface LeanPanel extends Pick<Panel, "beat" | "scene" | "importance" | "outline" | "opensScene"> {
  figures: { person: string }[];
  balloons: LeanBalloon[];
  sounds: LeanSound[];
}

export type LeanBalloon = Pick<
  Balloon,
  "text" | "kind" | "speaker" | "source" | "words" | "centre" | "radiusX" | "radiusY"
>;

type LeanSound = Pick<SoundLetters, "text" | "source" | "box">;

/** Leaves out of a page what only pictures of it need. */
export function leanPage(page: Page): LeanPage {
  return { ...page, panels: page.panels.map(leanPanel) };
}

function leanPanel({ beat, scene, importance, outline, opensScene, figures, balloons, sounds }: Panel): LeanPanel {
  return {
    beat,
    scene,
    importance,
    outline,
    opensScene,
    figures: figures.map(({ person }) => ({ person })),
    balloons: balloons.map(leanBalloon),
    sounds: sounds.map(({ text, source, box }) => ({ text, source, box })),
  };
}

const leanBalloon = ({ text, kind, speaker, source, words, centre, radiusX, radiusY }: Balloon): LeanBalloon => ({
  text,
  kind,
  speaker,
  source,
  words,
  centre,
  radiusX,
  radiusY,
});
