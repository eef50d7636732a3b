import { runsOf } from "./sample-source.ts";
import type { SampleStory } from "./sample-source.ts";

/** The story as a text file: English as clean text, Japanese in Aozora notation. */
export function sampleText(story: SampleStory): string {
  return story.language === "en" ? englishText(story) : aozoraText(story);
}

function englishText(story: SampleStory): string {
  const clean = (paragraph: string): string =>
    runsOf(paragraph, "en")
      .map((run) => run.text)
      .join("");
  const chapters = story.chapters.map((chapter, index) => {
    const paragraphs = chapter.paragraphs.map((paragraph) => (paragraph === null ? "* * *" : clean(paragraph)));
    return [chapterTitle(story, index).replace(/^Chapter/, "CHAPTER"), ...paragraphs].join("\n\n");
  });
  return `${story.title}\n\nby ${story.author}\n\n\n${chapters.join("\n\n\n")}\n`;
}

const ruler = "-".repeat(55);

const signs = `${ruler}
【テキスト中に現れる記号について】

《》：ルビ
（例）漢字《かんじ》

｜：ルビの付く文字列の始まりを特定する記号
（例）七つの｜鍵《かぎ》

［＃］：入力者注　主に傍点の位置の指定
（例）風［＃「風」に傍点］
${ruler}`;

function aozoraText(story: SampleStory): string {
  const chapters = story.chapters.map(({ title, paragraphs }) => {
    const lines = paragraphs.map((paragraph) => paragraph ?? "　　　＊　＊　＊");
    return `［＃５字下げ］${title}［＃「${title}」は中見出し］\n\n${lines.join("\n")}`;
  });
  return `${story.title}\n${story.author}\n\n${signs}\n\n${chapters.join("\n\n")}\n`;
}

const romanNumbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** English chapters are numbered; Japanese ones have their number in the title. */
export function chapterTitle(story: SampleStory, index: number): string {
  const title = story.chapters[index]?.title ?? "";
  const number = romanNumbers[index];
  if (number === undefined) throw new Error("A sample has twelve chapters at most");
  return story.language === "en" ? `Chapter ${number}. ${title}` : title;
}
