// `npm run quality:scenes [-- --faults]`: borders of scenes, places, hours and weather against test/gold/scenes.json, half of it
// never tuned on; `--faults` lists what is wrong in the tuned half. docs/quality.md tells the measures.
import { labelledBooks, type ScenesScore, scoreScenes, type Share, sumOfScores } from "../test/scenes-gold.ts";

const percent = (part: number, of: number) => (of === 0 ? "–" : `${((100 * part) / of).toFixed(1)} %`).padStart(7);

const share = ({ right, wrong, none }: Share) =>
  [right, wrong, none].map((part) => percent(part, right + wrong + none)).join(" ");

function print(name: string, { borders, place, hour, weather, sameId }: ScenesScore): void {
  console.log(
    `${name.padEnd(26)} borders ${percent(borders.fit, borders.made)} of ${borders.made} right, ${percent(borders.found, borders.wanted)} of ${borders.wanted} found` +
      ` | right, wrong, none: place ${share(place)} hour ${share(hour)} weather ${share(weather)} | one id ${percent(sameId, place.right)}`,
  );
}

for (const use of ["tuned", "held out"] as const) {
  const scores: ScenesScore[] = [];
  for (const path of labelledBooks(use)) {
    const score = await scoreScenes(path);
    print(path.split("/").at(-1)?.slice(0, 25) ?? path, score);
    if (process.argv.includes("--faults") && use === "tuned") console.log(score.faults.join("\n"));
    scores.push(score);
  }
  print(use.toUpperCase(), sumOfScores(scores));
}
