import type { Fonts } from "../lettering/fonts.ts";
import type { FontName } from "../lettering/lettering.ts";
import { creditsPage, type Making } from "./credits-page.ts";
import type { Page } from "./page.ts";
import { type OwnPageSource, titlePage } from "./title-page.ts";

/** The book's own pages: one before the story, one behind it. */
export interface OwnPages {
  title: Page;
  credits: Page;
}

/** Makes the title page, which faces the first of the story pages, and the credits, which come after the last. */
export function ownPages(
  source: Omit<OwnPageSource, "number" | "facing">,
  { pages, ...making }: Pick<Making, "seed" | "pace"> & { pages: readonly Page[] },
  fonts: Fonts,
): OwnPages {
  const last = pages.at(-1)?.number ?? 0;
  const facing = pages[0]?.side ?? (source.direction === "ltr" ? "right" : "left");
  const title = titlePage({ ...source, number: last + 1, facing }, fonts);
  const used = fontsOf([title, ...pages]);
  return {
    title,
    credits: creditsPage({ ...source, number: last + 2, facing }, { ...making, fonts: used, lastPage: last }, fonts),
  };
}

/** The fonts whose letters are on the pages. Sounds and the title of the cover are drawn from the heaviest one. */
function fontsOf(pages: readonly Page[]): Set<FontName> {
  const set = pages.flatMap(({ panels }) =>
    panels.flatMap(({ balloons }) => balloons.flatMap(({ runs }) => runs.map(({ font }) => font))),
  );
  const sound = set.some((font) => font.startsWith("japanese")) ? "japanese-sound" : "latin-sound";
  return new Set([...set, sound]);
}
