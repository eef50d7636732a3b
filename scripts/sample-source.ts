/** A story as it is written in samples/source: a title, an author, and chapters of paragraphs and scene breaks. */
export interface SampleStory {
  language: "en" | "ja";
  title: string;
  author: string;
  chapters: SampleChapter[];
}

export interface SampleChapter {
  title: string;
  /** Null is a scene break. */
  paragraphs: (string | null)[];
}

/** A stretch of a paragraph: plain, emphasised, or with a reading. */
export interface SampleRun {
  text: string;
  emphasis: boolean;
  reading: string | null;
}

/** Parses `# Title`, the author's line, `## Chapter`, one paragraph a line, and `* * *` for a scene break. */
export function parseSample(source: string, language: "en" | "ja"): SampleStory {
  const lines = source
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
  const title = /^# (.+)$/.exec(lines[0] ?? "")?.[1];
  const author = lines[1]?.replace(/^by /, "");
  if (title === undefined || author === undefined)
    throw new Error("A sample begins with a line `# Title` and a line with its author");
  const story: SampleStory = { language, title, author, chapters: [] };
  for (const line of lines.slice(2)) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    const chapter = story.chapters.at(-1);
    if (heading !== undefined) story.chapters.push({ title: heading, paragraphs: [] });
    else if (chapter) chapter.paragraphs.push(/^[*＊\s\u3000]+$/.test(line) ? null : line);
    else throw new Error(`Text before the first chapter of the sample: ${line}`);
  }
  return story;
}

/** Cuts a paragraph into runs: `*emphasis*` in English, readings in 《》 and ［＃「x」に傍点］ in Japanese. */
export function runsOf(paragraph: string, language: "en" | "ja"): SampleRun[] {
  return language === "en" ? englishRuns(paragraph) : japaneseRuns(paragraph);
}

const plain = (text: string): SampleRun => ({ text, emphasis: false, reading: null });

function englishRuns(paragraph: string): SampleRun[] {
  return paragraph
    .split("*")
    .map((text, index) => ({ ...plain(text), emphasis: index % 2 === 1 }))
    .filter((run) => run.text !== "");
}

function japaneseRuns(paragraph: string): SampleRun[] {
  const runs: SampleRun[] = [];
  const notes = /(?:｜([^｜《》]+)|([\p{Script=Han}々ヶ〆]+))《([^《》]+)》|［＃「([^」]+)」に傍点］/gu;
  let from = 0;
  for (const found of paragraph.matchAll(notes)) {
    runs.push(plain(paragraph.slice(from, found.index)));
    const [whole, marked, kanji, reading, dotted] = found;
    if (dotted === undefined) runs.push({ text: marked ?? kanji ?? "", emphasis: false, reading: reading ?? null });
    else emphasise(runs, dotted);
    from = found.index + whole.length;
  }
  runs.push(plain(paragraph.slice(from)));
  return runs.filter((run) => run.text !== "");
}

/** The note follows the letters that it is about, which end the last run. */
function emphasise(runs: SampleRun[], letters: string): void {
  const last = runs.pop();
  if (!last?.text.endsWith(letters) || last.reading !== null)
    throw new Error(`The dots of 「${letters}」 have no letters before them`);
  runs.push(plain(last.text.slice(0, -letters.length)), { ...plain(letters), emphasis: true });
}
