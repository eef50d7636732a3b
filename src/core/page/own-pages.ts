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

/** What the book's own pages need to know of the story pages. */
interface StoryPages {
  /** Number of the last one, 0 where there is none. */
  last: number;
  /** Side of the first one, or null. */
  facing: Page["side"] | null;
  /** The fonts in which they are lettered. */
  fonts: ReadonlySet<FontName>;
}

/** Looks through pages one by one, so that no more than one needs to be in memory (F6). */
export async function storyPagesOf(pages: AsyncIterable<Page>): Promise<StoryPages> {
  const fonts = new Set<FontName>();
  let last = 0;
  let facing: StoryPages["facing"] = null;
  for await (const page of pages) {
    last = page.number;
    facing ??= page.side;
    for (const font of fontsOf(page)) fonts.add(font);
  }
  return { last, facing, fonts };
}

/** Makes the title page, which faces the first of the story pages, and the credits, which come after the last. */
export function ownPages(
  source: Omit<OwnPageSource, "number" | "facing">,
  { pages, ...making }: Pick<Making, "seed" | "pace"> & { pages: StoryPages },
  fonts: Fonts,
): OwnPages {
  const { last } = pages;
  const facing = pages.facing ?? (source.direction === "ltr" ? "right" : "left");
  const title = titlePage({ ...source, number: last + 1, facing }, fonts);
  const used = withSounds([...fontsOf(title), ...pages.fonts]);
  return {
    title,
    credits: creditsPage({ ...source, number: last + 2, facing }, { ...making, fonts: used, lastPage: last }, fonts),
  };
}

/** The fonts in which a page is lettered. */
const fontsOf = ({ panels }: Page): FontName[] =>
  panels.flatMap(({ balloons }) => balloons.flatMap(({ runs }) => runs.map(({ font }) => font)));

/** Sounds and the title of the cover are drawn from the heaviest font. */
function withSounds(set: readonly FontName[]): Set<FontName> {
  const sound = set.some((font) => font.startsWith("japanese")) ? "japanese-sound" : "latin-sound";
  return new Set([...set, sound]);
}
