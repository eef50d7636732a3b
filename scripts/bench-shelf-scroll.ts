import { chromium, type Page } from "playwright-core";

export interface Scrolled {
  /** That came into sight at the end. */
  books: number;
  /** Milliseconds of the longest task of the page’s thread; tasks under 50 are not told by the browser. */
  longest: number;
  frames: number;
  /** Milliseconds from one frame to the next. */
  slowestFrame: number;
  medianFrame: number;
}

/** Scrolls the library from its first book to its last by the wheel. */
export async function scrollShelf(address: string, books: number): Promise<Scrolled> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    await page.goto(`${address}/library`);
    await page.locator("[data-index]").first().waitFor();
    await page.evaluate(watchTasks);
    await toEnd(page);
    // As text: what runs in the browser knows types that this program does not.
    const found = await page.evaluate<Omit<Scrolled, "books">>("globalThis.scrolledShelf()");
    const last = await page.evaluate<number>(
      "Math.max(...Array.from(document.querySelectorAll('[data-index]'), (place) => Number(place.dataset.index))) + 1",
    );
    if (last < books * 0.9) throw new Error(`only ${last} of ${books} books came into sight`);
    return { books: last, ...found };
  } finally {
    await browser.close();
  }
}

/** Milliseconds after which a shelf that has not come to its end counts as hanging: ten thousand books are a thousand turns, and a busy machine paints few in a second. */
const patience = 1_200_000;
/** Pixels of one turn of the wheel: three quarters of the window. */
const turn = 600;

/** Turns the wheel until nothing comes any more, and lets the page paint after each turn; parts of the list that are still on their way are waited for. */
async function toEnd(page: Page): Promise<void> {
  let [still, before] = [0, -1];
  const latest = performance.now() + patience;
  await page.mouse.move(640, 400);
  while (still < 10) {
    if (performance.now() > latest)
      throw new Error(`after ${patience / 1_000} s the shelf is only at ${before} pixels`);
    for (let turns = 0; turns < 20; turns++) {
      await page.mouse.wheel(0, turn);
      await page.evaluate("new Promise((painted) => requestAnimationFrame(painted))");
    }
    const at = await page.evaluate<number>("scrollY");
    if (at === before) await new Promise((later) => setTimeout(later, 200));
    still = at === before ? still + 1 : 0;
    before = at;
  }
}

const watchTasks = `(() => {
  const tasks = [];
  const frames = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  let last = performance.now();
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  globalThis.scrolledShelf = () => {
    const sorted = frames.toSorted((a, b) => a - b);
    return {
      longest: Math.round(Math.max(0, ...tasks)),
      frames: frames.length,
      slowestFrame: Math.round(sorted.at(-1)),
      medianFrame: Math.round(sorted[sorted.length >> 1] * 10) / 10,
    };
  };
})()`;
