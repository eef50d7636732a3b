import { useSyncExternalStore } from "react";

/** Something that is open or not, and can be opened from anywhere on the page. */
export interface Opening {
  set(isOpen: boolean): void;
  useIsOpen(): boolean;
}

export function createOpening(): Opening {
  let isOpen = false;
  const watchers = new Set<() => void>();
  const watch = (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  return {
    set(next) {
      isOpen = next;
      for (const watcher of watchers) watcher();
    },
    useIsOpen: () => useSyncExternalStore(watch, () => isOpen),
  };
}
