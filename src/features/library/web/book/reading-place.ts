import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { keepProgress } from "../../../../web/studio/api/books.ts";
import { bookQueryOf } from "../../../../web/studio/api/queries.ts";
import type { BookDetail, ChapterText } from "../../schema.ts";

/** Milliseconds of quiet after which the place is kept. */
const quiet = 900;
/** Pixels below the top of the window that are taken by the bar of the studio and a finger of air. */
const covered = 96;

/** Keeps how far the text is read: the first block in sight, once there was some reading, and when the person leaves. */
export function useReadingPlace(
  book: BookDetail,
  text: ChapterText,
  pane: RefObject<HTMLElement | null>,
  isVertical: boolean,
): void {
  const client = useQueryClient();
  const waiting = useRef<{ offset: number; timer: number } | null>(null);
  const { id, length } = book;
  const keep = useCallback((): void => {
    const place = waiting.current;
    waiting.current = null;
    if (!place) return;
    clearTimeout(place.timer);
    const progress = { comicId: null, page: null, offset: place.offset, percent: percentOf(place.offset, length) };
    client.setQueryData(
      bookQueryOf(id).queryKey,
      (known) => known && { ...known, progress, places: { ...known.places, text: progress } },
    );
    // A place that is not kept is kept with the next one; nothing is asked of the person for it.
    keepProgress(id, progress).catch(() => undefined);
  }, [client, id, length]);
  useEffect(() => {
    const target: EventTarget = isVertical && pane.current ? pane.current : window;
    const note = (): void => {
      const offset = pane.current && placeIn(pane.current, text, isVertical);
      if (waiting.current) clearTimeout(waiting.current.timer);
      if (offset !== null) waiting.current = { offset, timer: window.setTimeout(keep, quiet) };
    };
    const leave = (): void => keep();
    target.addEventListener("scroll", note, { passive: true });
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      target.removeEventListener("scroll", note);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      keep();
    };
  }, [text, pane, isVertical, keep]);
}

/** Percent of a text of so many letters that lie before an offset. */
const percentOf = (offset: number, length: number): number =>
  length === 0 ? 0 : Math.min(100, Math.max(0, (offset / length) * 100));

/** The offset of the first block in sight; of the last one's end where all of the chapter is behind. */
function placeIn(pane: HTMLElement, text: ChapterText, isVertical: boolean): number | null {
  const blocks = pane.querySelectorAll<HTMLElement>("[data-start]");
  const edge = pane.getBoundingClientRect();
  for (const block of blocks) {
    const box = block.getBoundingClientRect();
    // Vertical columns go from right to left.
    if (isVertical ? box.left < edge.right - 8 : box.bottom > covered) return Number(block.dataset["start"]);
  }
  return blocks.length === 0 ? null : text.chapter.end;
}
