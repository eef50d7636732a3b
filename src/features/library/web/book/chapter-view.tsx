import type { ReactNode } from "react";
import type { ChapterText } from "../../schema.ts";
import { isIndentedItself, type Piece, piecesOf, type Stretch } from "./text-pieces.ts";
import styles from "./text.module.css";

type Block = ChapterText["blocks"][number];

/** A chapter as it stands in the book: headings, paragraphs, verse, breaks, with ruby and emphasis. Each block knows its offset. */
export function ChapterView({ text, marked }: { text: ChapterText; marked: Stretch | null }) {
  const isJapanese = text.language?.startsWith("ja") ?? false;
  return text.blocks.map((block) => (
    <BlockView key={`${block.start} ${block.kind}`} block={block} marked={marked} isJapanese={isJapanese} />
  ));
}

function BlockView({ block, marked, isJapanese }: { block: Block; marked: Stretch | null; isJapanese: boolean }) {
  const content = piecesOf(block, marked).map((piece) => <PieceView key={piece.start} piece={piece} />);
  const place = { "data-start": block.start };
  switch (block.kind) {
    case "heading": {
      // The title of the book is the first heading of the page, and the name of the tab stands for the second.
      const Heading = `h${Math.min(6, 1 + (block.level ?? 1))}` as "h2";
      return (
        <Heading className={styles["heading"]} {...place}>
          {content}
        </Heading>
      );
    }
    case "break":
      return (
        <p className={styles["break"]} {...place}>
          {block.start === block.end ? "＊" : content}
        </p>
      );
    case "verse":
      return (
        <p className={styles["verse"]} {...place}>
          {content}
        </p>
      );
    case "quote":
      return (
        <blockquote className={styles["quote"]} {...place}>
          {content}
        </blockquote>
      );
    case "preformatted":
    case "table":
      return (
        <pre className={styles["pre"]} {...place}>
          {content}
        </pre>
      );
    case "list-item":
    case "caption":
      return (
        <p className={styles[block.kind]} {...place}>
          {content}
        </p>
      );
    default: {
      const first = block.runs[0]?.text ?? "";
      const isIndented = isJapanese && !isIndentedItself(first);
      return (
        <p className={styles["paragraph"]} data-indent={isIndented || undefined} {...place}>
          {content}
        </p>
      );
    }
  }
}

function PieceView({ piece: { text, ruby, emphasis, strong, isMarked } }: { piece: Piece }) {
  let content: ReactNode = text;
  if (ruby !== null && ruby !== "")
    content = (
      <ruby>
        {text}
        <rt>{ruby}</rt>
      </ruby>
    );
  if (emphasis) content = <em>{content}</em>;
  if (strong) content = <strong>{content}</strong>;
  return isMarked ? <mark className={styles["mark"]}>{content}</mark> : content;
}
