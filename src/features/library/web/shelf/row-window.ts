import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** Rows that are drawn though they are not seen, above and below. */
const beyond = 3;

export interface RowWindow {
  first: number;
  /** Behind the last. */
  end: number;
}

/** The rows of a long list that the window shows; `top` is how far the list has gone up beyond its upper edge. All lengths in CSS pixels. */
export function rowsInSight(top: number, windowHeight: number, rowHeight: number, rowCount: number): RowWindow {
  const first = Math.floor(top / rowHeight) - beyond;
  const end = Math.ceil((top + windowHeight) / rowHeight) + beyond;
  return {
    first: Math.min(Math.max(0, first), Math.max(0, rowCount - 1)),
    end: Math.min(Math.max(beyond, end), rowCount),
  };
}

/** Follows which rows of a list are to be drawn while the page is scrolled. */
export function useRowWindow(list: RefObject<HTMLElement | null>, rowHeight: number, rowCount: number): RowWindow {
  const [shown, setShown] = useState<RowWindow>({ first: 0, end: beyond * 2 });
  const look = useEffectEvent(() => {
    if (!list.current) return;
    const next = rowsInSight(-list.current.getBoundingClientRect().top, innerHeight, rowHeight, rowCount);
    setShown((before) => (before.first === next.first && before.end === next.end ? before : next));
  });
  useEffect(() => {
    const listen = (): void => look();
    addEventListener("scroll", listen, { passive: true });
    addEventListener("resize", listen);
    return () => {
      removeEventListener("scroll", listen);
      removeEventListener("resize", listen);
    };
  }, []);
  useEffect(() => look(), [rowHeight, rowCount]);
  return { first: Math.min(shown.first, Math.max(0, rowCount - 1)), end: Math.min(shown.end, rowCount) };
}
