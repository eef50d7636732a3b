import { ownEnglishTales, scoreSpeakers, sumOf } from "../test/labelled-speakers.ts";
import { type Example, examplesOf, litBankExtracts, litBankNovels, quoteLiNovels } from "./speaker-gold.ts";
import { type Pick, picksOf, train, type Weights } from "./speaker-training.ts";

/**
 * How well speakers of English novels are found: each novel of QuoteLi3 by weights learnt without it (and without its
 * extract in LitBank). `--ablation` also leaves out one family of signs at a time; `--litbank` counts the extracts of LitBank
 * instead, each by weights learnt from QuoteLi3 and the novels of the other fold.
 */
const data = new URL("../../shared/data/", import.meta.url);
const novels = quoteLiNovels(data);
const extracts = litBankNovels(data);
const modes = [
  { name: "no list", listed: false },
  { name: "list", listed: true },
];

const read = modes.map(({ name, listed }) => ({
  name,
  novels: novels.map((novel) => ({ id: novel.id, ...examplesOf(novel, listed) })),
  extracts: extracts.flatMap((novel) => examplesOf(novel, listed).examples),
}));

const families: Record<string, RegExp> = {
  "all signs": /(?!)/,
  "no names nearby": /^(?:near|back|aside|times|behind|next|between|follows|newcomer)/,
  "no he or she": /^(?:gender|actor (?:right|wrong|unknown))/,
  "no pages around": /^(?:around|leads|only discussed)/,
  "no verbs of answering": /^again \d verb|^answers call .|^again \d (?:rival|only)/,
  "no calls": /^(?:called|answers call|calls|ignores call|spoken of|speaks of|rightly|wrongly)/,
  "no to and fro": /^(?:again|returns|heard (?:before|after)|answers himself)/,
  "no ways of speaking": /^(?:words|manner)/,
  "no lines counted": /^(?:lines|heard$|heard share|silent)/,
};

const twin: Record<string, string> = { pp: "pride_and_prejudice" };
const keeps = (example: Example, left: RegExp): Example => {
  const kept = (signs: Example["returns"][number]) => signs.filter(([name]) => !left.test(name));
  return {
    ...example,
    own: example.own.map((picks) => picks.map(kept)),
    pairs: example.pairs.map((lasts) => lasts.map((picks) => picks.map(kept))),
    returns: example.returns.map(kept),
  };
};

function heldOut(id: string, left: RegExp): Weights {
  const examples = read.flatMap((mode) => [
    ...mode.novels.filter((novel) => novel.id !== id).flatMap((novel) => novel.examples),
    ...mode.extracts.filter(({ novel }) => novel !== twin[id]),
  ]);
  return train(examples.map((example) => keeps(example, left)));
}

const percent = (part: number, of: number) => (of === 0 ? "–" : ((100 * part) / of).toFixed(1)).padStart(7);
const quotesOf = (picks: readonly Pick[]) => picks.reduce((sum, { quotes }) => sum + quotes, 0);
const sure = [0, 0.5, 0.7, 0.8, 0.9, 0.95];

function print(title: string, left: RegExp, detail: boolean): void {
  const sums = modes.map(() => ({ right: 0, all: 0 }));
  const every: Pick[] = [];
  const columns = novels.map(({ id }) => {
    const weights = heldOut(id, left);
    const cells = read.map((mode, m) => {
      const novel = mode.novels.find((one) => one.id === id);
      const picks = (novel?.examples ?? []).flatMap((example) => picksOf(keeps(example, left), weights));
      const right = quotesOf(picks.filter((pick) => pick.right));
      const sum = sums[m];
      if (sum !== undefined) Object.assign(sum, { right: sum.right + right, all: sum.all + (novel?.all ?? 0) });
      every.push(...picks);
      return percent(right, novel?.all ?? 0);
    });
    return cells.join("");
  });
  console.log(
    `${title.padEnd(22)}${[...columns, sums.map(({ right, all }) => percent(right, all)).join("")].join(" |")}`,
  );
  if (!detail) return;
  for (const [k, least] of sure.entries()) {
    const picks = every.filter(({ tagged, chance }) => !tagged && chance >= least && chance < (sure[k + 1] ?? 2));
    const right = quotesOf(picks.filter((pick) => pick.right));
    console.log(`  no tag, chance from ${least}: ${quotesOf(picks)} quotes,${percent(right, quotesOf(picks))} right`);
  }
  const tagged = every.filter((pick) => pick.tagged);
  console.log(
    `  tag: ${quotesOf(tagged)} quotes,${percent(quotesOf(tagged.filter((pick) => pick.right)), quotesOf(tagged))} right`,
  );
}

/** One of two folds, by its name. */
const foldOf = (id: string) =>
  Array.from(id, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % 2;

function printLitBank(): void {
  const folds = [0, 1].map((fold) =>
    train(
      read.flatMap((mode) => [
        ...mode.novels.flatMap((novel) => novel.examples),
        ...mode.extracts.filter(({ novel }) => foldOf(novel) !== fold),
      ]),
    ),
  );
  const parts = litBankExtracts(data);
  for (const { name, listed } of modes) {
    const sum = { right: 0, all: 0 };
    for (const part of parts) {
      const { examples, all } = examplesOf(part, listed);
      const picks = examples.flatMap((example) => picksOf(example, folds[foldOf(part.id)] ?? new Map()));
      sum.right += quotesOf(picks.filter((pick) => pick.right));
      sum.all += all;
    }
    console.log(`LitBank, ${name}:${percent(sum.right, sum.all)} of ${sum.all} quotes in ${parts.length} extracts`);
  }
}

function printQuoteLi(): void {
  console.log(
    `${"held out".padEnd(22)}${[...novels.map(({ id }) => id), "all"].map((id) => id.padStart(14)).join(" |")}`,
  );
  console.log(`${"".padEnd(22)}${[...novels, null].map(() => "no list   list").join(" |")}`);
  const shown = process.argv.includes("--ablation") ? Object.entries(families) : Object.entries(families).slice(0, 1);
  for (const [title, left] of shown) print(title, left, title === "all signs");
}

async function printTales(): Promise<void> {
  const { lines, right, shown, shownRight } = sumOf(
    await Promise.all(ownEnglishTales.map((tale) => scoreSpeakers(tale, data))),
  );
  console.log(
    `English own tales: ${lines} lines,${percent(right, lines)} right,${percent(shown, lines)} shown,${percent(shownRight, shown)} of them right`,
  );
}

if (process.argv.includes("--litbank")) printLitBank();
else {
  printQuoteLi();
  await printTales();
}
