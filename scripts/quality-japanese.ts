import {
  ownTales,
  scoreSpeakers,
  type SpeakerScore,
  sumOf,
  tunedWorks,
  untunedWorks,
} from "../test/labelled-speakers.ts";

/** How well speakers of Japanese books are found, against the labels of test/gold: one line for each book. */
const data = new URL("../../shared/data/", import.meta.url);
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`.padStart(8);

function print(name: string, { quotes, found, lines, right, shown, shownRight }: SpeakerScore): void {
  console.log(
    `${name.padEnd(14)}${String(lines).padStart(5)} lines${percent(right, lines)} right` +
      `${percent(shown, lines)} shown${percent(shownRight, shown)} of them right${percent(found, quotes)} of ${quotes} quotes found`,
  );
}

async function count(works: readonly string[], total: string): Promise<void> {
  const scores: SpeakerScore[] = [];
  for (const work of works) {
    const score = await scoreSpeakers(work, data);
    print(work, score);
    scores.push(score);
  }
  print(total, sumOf(scores));
}

await count(tunedWorks, "tuned on");
await count(untunedWorks, "never tuned on");
await count(ownTales, "own tales");
