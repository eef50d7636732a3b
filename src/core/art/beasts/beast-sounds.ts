import type { StagedFigure } from "../../page/page.ts";

/** Sounds of a beast's own throat, and what it shows while it makes them. */
const throats: readonly (readonly [RegExp, Pick<StagedFigure, "emotion" | "speaks">])[] = [
  [/GR{2,}|SNARL|ROAR|グルル|ガルル|ウーッ|ガオ|フーッ/u, { emotion: "furious", speaks: true }],
  [
    /BARK|WOOF|\bARF|BOW-?WOW|HO+WL|AWOO|\bBAA+\b|\bMOO+\b|NEIGH|ワン|ワオ|ヒヒーン|モーッ|メエ/u,
    { emotion: "determined", speaks: true },
  ],
  [/YELP|WHI[NM]|SQUEAL|キャン|クーン/u, { emotion: "afraid", speaks: true }],
];

/** A beast as its own sound in the picture shows it: GRRR is never heard from a closed mouth. */
export function soundingBeast(figure: StagedFigure, sounds: readonly { text: string }[]): StagedFigure {
  const made = throats.find(([sound]) => sounds.some(({ text }) => sound.test(text.toUpperCase())));
  return made ? { ...figure, ...made[1] } : figure;
}
