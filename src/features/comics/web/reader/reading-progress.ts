import { useEffect, useEffectEvent, useRef } from "react";
import type { Progress } from "../../../../web/studio/api/books.ts";
import { apiAddress } from "../../../../web/studio/api/request.ts";

/** Milliseconds on a page before it counts as read up to. */
const settle = 1_200;

/** Keeps how far somebody has read: a moment after each page, and at once when the page is put away. `progress` is null where there is nothing to keep. `onLost` hears that the studio did not answer. */
export function useKeptProgress(bookId: string, progress: Progress | null, onLost: () => void): void {
  const kept = useRef<string | null>(null);
  const text = progress === null ? null : JSON.stringify(progress);
  const keep = useEffectEvent(() => {
    if (text === null || kept.current === text) return;
    kept.current = text;
    const headers = { "Content-Type": "application/json" };
    // The browser finishes it after the page is gone. A place that is not kept now is kept with the next page.
    fetch(apiAddress(`/books/${bookId}/progress`), { method: "PUT", headers, body: text, keepalive: true }).then(
      ({ ok }) => {
        if (!ok) kept.current = null;
      },
      () => {
        kept.current = null;
        onLost();
      },
    );
  });
  useEffect(() => {
    const timer = setTimeout(() => keep(), settle);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === "hidden") keep();
    };
    const left = (): void => keep();
    document.addEventListener("visibilitychange", hidden);
    addEventListener("pagehide", left);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("pagehide", left);
      left();
    };
  }, []);
}

const placeOf = (comicId: string): string => `fabula.page.${comicId}`;

/** The page at which this browser left a comic; null where it does not know. */
export function rememberedPage(comicId: string): number | null {
  try {
    const kept = localStorage.getItem(placeOf(comicId));
    return kept === null ? null : Number(kept);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function rememberPage(comicId: string, page: number): void {
  try {
    localStorage.setItem(placeOf(comicId), String(page));
  } catch (error) {
    // A browser that keeps nothing opens the comic at its cover.
    if (!(error instanceof DOMException)) throw error;
  }
}
