import { Drawer } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useGlobalKeys } from "../../../../web/studio/ui/global-keys.ts";
import type { BookDetail, ChapterText } from "../../schema.ts";
import { useBookWords } from "./book-words.ts";
import { ChapterView } from "./chapter-view.tsx";
import { ChapterSteps } from "./chapter-steps.tsx";
import { Contents } from "./contents.tsx";
import { useReadingPlace } from "./reading-place.ts";
import { ReadingTools } from "./reading-tools.tsx";
import { sizes, useTextLook } from "./text-look.ts";
import type { Stretch } from "./text-pieces.ts";
import styles from "./text.module.css";

/** A chapter on the desk: its text as the person likes it set, the contents beside it, the next chapter behind it. */
export function ReadingDesk({
  book,
  text,
  passage,
  offset,
}: {
  book: BookDetail;
  text: ChapterText;
  /** A stretch that is marked and brought into sight. */
  passage: Stretch | null;
  /** Where the reading goes on; null for the beginning of the chapter. */
  offset: number | null;
}) {
  const words = useBookWords();
  const [look, changeLook] = useTextLook();
  const [hasContents, setContents] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const mayBeVertical = book.direction === "rtl" && (text.language?.startsWith("ja") ?? false);
  const isVertical = mayBeVertical && look.isVertical !== false;
  const go = useChapterSteps(book, text);
  useReadingPlace(book, text, pane, isVertical);
  useArrival(pane, text, passage?.start ?? offset);
  useWheelAcross(pane, isVertical);
  useGlobalKeys({
    n: go.next,
    p: go.previous,
    c: () => setContents(true),
    "+": () => changeLook({ size: look.size + 1 }),
    "-": () => changeLook({ size: look.size - 1 }),
  });
  const contents = <Contents book={book} current={text.chapter.index} onChoose={() => setContents(false)} />;
  return (
    <div className={styles["desk"]}>
      <aside className={styles["aside"]}>{contents}</aside>
      <Drawer opened={hasContents} onClose={() => setContents(false)} title={words.contents} size="sm">
        {contents}
      </Drawer>
      <div className={styles["middle"]}>
        <ReadingTools
          look={look}
          onChange={changeLook}
          mayBeVertical={mayBeVertical}
          isVertical={isVertical}
          onContents={() => setContents(true)}
          bookId={book.id}
          hasPassage={passage !== null}
        />
        <article
          ref={pane}
          className={isVertical ? styles["vertical"] : styles["horizontal"]}
          lang={text.language ?? undefined}
          // A pane that scrolls by itself has to be reached by the keyboard.
          {...(isVertical && { tabIndex: 0, "aria-label": text.chapter.title ?? words.part })}
          data-measure={look.measure}
          style={{ fontSize: `${sizes[look.size] ?? 1.1875}rem` }}
        >
          {text.blocks.length === 0 ? <p>{words.emptyChapter}</p> : <ChapterView text={text} marked={passage} />}
        </article>
        <ChapterSteps book={book} index={text.chapter.index} isRightToLeft={isVertical} />
        <p className={styles["keys"]}>{words.readKeys}</p>
      </div>
    </div>
  );
}

function useChapterSteps(book: BookDetail, { chapter: { index } }: ChapterText): { next(): void; previous(): void } {
  const navigate = useNavigate();
  const to = (chapter: number): void => {
    if (book.chapters.some((each) => each.index === chapter))
      void navigate({ to: "/books/$id/read", params: { id: book.id }, search: { chapter }, resetScroll: false });
  };
  return { next: () => to(index + 1), previous: () => to(index - 1) };
}

/** Brings the place into sight for which one came: a passage into the middle, the place of the last reading, or the first line. */
function useArrival(pane: RefObject<HTMLElement | null>, text: ChapterText, place: number | null): void {
  const arrived = useRef<string | null>(null);
  const { index } = text.chapter;
  useEffect(() => {
    const desk = pane.current;
    const name = `${index} ${place}`;
    if (!desk || arrived.current === name) return;
    const isFirst = arrived.current === null;
    arrived.current = name;
    const mark = desk.querySelector("mark");
    if (mark) return mark.scrollIntoView({ block: "center", inline: "center" });
    const blocks = [...desk.querySelectorAll<HTMLElement>("[data-start]")];
    const block = place === null ? undefined : blocks.findLast(({ dataset }) => Number(dataset["start"]) <= place);
    if (block && block !== blocks[0]) return block.scrollIntoView({ block: "start", inline: "start" });
    desk.scrollTo({ left: 0 });
    // Who opens the book sees the book first; who goes to another chapter sees its first line.
    if (!isFirst) desk.scrollIntoView({ block: "start" });
  }, [pane, index, place]);
}

/** Columns go on to the left when a wheel turns down, until they end; then the page goes on. */
function useWheelAcross(pane: RefObject<HTMLElement | null>, isVertical: boolean): void {
  useEffect(() => {
    const desk = pane.current;
    if (!desk || !isVertical) return undefined;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      const before = desk.scrollLeft;
      desk.scrollLeft -= event.deltaY;
      if (desk.scrollLeft !== before) event.preventDefault();
    };
    desk.addEventListener("wheel", turn, { passive: false });
    return () => desk.removeEventListener("wheel", turn);
  }, [pane, isVertical]);
}
