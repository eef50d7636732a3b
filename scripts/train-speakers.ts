import { writeFileSync } from "node:fs";
import { examplesOf, litBankNovels, quoteLiNovels } from "./speaker-gold.ts";
import { train } from "./speaker-training.ts";

/**
 * Learns from all gold what each sign of a speaker is worth, and writes src/core/story/speaker-weights-data.ts; `--without NAME`
 * keeps one novel of QuoteLi3 out (`steppe`), to be counted apart.
 */
const data = new URL("../../shared/data/", import.meta.url);
const file = new URL("../src/core/story/speaker-weights-data.ts", import.meta.url);

const at = process.argv.indexOf("--without");
const kept = at < 0 ? null : process.argv[at + 1];
const novels = [...quoteLiNovels(data).filter(({ id }) => id !== kept), ...litBankNovels(data)];
const examples = novels.flatMap((novel) => [true, false].flatMap((listed) => examplesOf(novel, listed).examples));
const rows = [...train(examples)]
  .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
  .filter(([, weight]) => weight !== 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, weight]) => `  ${/^\p{L}+$/u.test(name) ? name : JSON.stringify(name)}: ${weight},\n`);
writeFileSync(
  file,
  `/** What each sign of a speaker is worth, in log odds: learnt by scripts/train-speakers.ts. */\nexport const speakerWeights: Readonly<Record<string, number>> = {\n${rows.join("")}};\n`,
);
console.log(`${examples.length} conversations of ${novels.length} novels, ${rows.length} weights`);
