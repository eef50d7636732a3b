import type { Book } from "./book/book.ts";
import { pagesFor } from "./script/episodes.ts";
import { largestScale, paceFor } from "./script/pace.ts";
import type { Script } from "./script/script.ts";
import { writeScript } from "./script/write-script.ts";
import { rulesFor } from "./story/language.ts";
import type { Story } from "./story/story.ts";
import { Refused } from "./text/result.ts";

/** What is written and laid out to find the pace that fits. */
export interface Fitting {
  book: Book;
  story: Story;
  seed: number;
  direction?: "ltr" | "rtl";
  /** Lays a script out and counts its pages. */
  countPages(script: Script): number;
}

/** How often a script is laid out to come nearer to the length. */
const attempts = 6;

/** Scales nearer than this give the same script. */
const finest = 0.004;

/**
 * The script whose comic has `total` story pages, or as many below as can be; told at that many times pace `comic` (T4).
 * Throws `Refused("length-impossible")` where even the shortest telling is longer, or the longest much shorter.
 */
export function scriptOfLength(total: number, fitting: Fitting): Script {
  const write = (scale: number): Script => writeScript(fitting.book, fitting.story, { ...fitting, pace: scale });
  const { countPages } = fitting;
  let low = { scale: 0, pages: 0 };
  let high = { scale: largestScale, pages: Infinity };
  let best: { script: Script; pages: number } | null = null;
  let scale = firstScale(total, fitting);
  for (let i = 0; i < attempts && high.scale - low.scale > finest; i++) {
    const script = write(scale);
    const made = { scale, pages: countPages(script) };
    if (made.pages <= total && made.pages > (best?.pages ?? 0)) best = { script, pages: made.pages };
    if (made.pages <= total && made.pages >= total * wellFilled) return script;
    if (made.pages > total) high = made;
    else low = made;
    scale = nextScale(total, low, high);
  }
  if (best === null || best.pages < total * leastFilled)
    throw impossible(total, countPages(write(0)), countPages(write(largestScale)));
  return best.script;
}

/** A comic this near to the length is not tried again. */
const wellFilled = 0.97;

/** A comic this much shorter than wanted does not fit. */
const leastFilled = 0.9;

/** A guess from how long pace `comic` would be. */
function firstScale(total: number, { book, story, ...options }: Fitting): number {
  const script = writeScript(book, story, { ...options, pace: "comic" });
  const beats = script.episodes.flatMap((episode) => episode.beats);
  const comic = pagesFor(beats, paceFor(rulesFor(book)));
  return Math.min(largestScale, Math.max(finest, total / Math.max(1, comic)));
}

interface Tried {
  scale: number;
  pages: number;
}

/** Between the nearest scales below and above: along the line through them, never at their very ends. */
function nextScale(total: number, low: Tried, high: Tried): number {
  const width = high.scale - low.scale;
  if (high.pages === Infinity)
    return Math.min(high.scale, low.scale * Math.min(2, total / Math.max(1, low.pages)) + finest);
  const share = (total + 0.5 - low.pages) / (high.pages - low.pages);
  return low.scale + width * Math.min(0.9, Math.max(0.1, share));
}

function impossible(total: number, fewest: number, most: number): Refused {
  return new Refused("length-impossible", `${total} pages were asked for; this book fills ${fewest} to ${most}`);
}
