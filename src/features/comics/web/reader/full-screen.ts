import { useCallback, useSyncExternalStore } from "react";

function watch(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

/** Whether the page fills the screen, and a way to change that; `onRefused` is called where the browser does not allow it. */
export function useFullScreen(onRefused: () => void): { isFull: boolean; toggle(): void } {
  const isFull = useSyncExternalStore(watch, () => document.fullscreenElement !== null);
  const toggle = useCallback(() => {
    // Safari on a phone has no such function.
    if (!document.fullscreenEnabled) return onRefused();
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    return void done.catch(onRefused);
  }, [onRefused]);
  return { isFull, toggle };
}
