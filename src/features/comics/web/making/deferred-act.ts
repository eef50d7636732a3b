import { useCallback, useEffect, useRef, useState } from "react";
import { apiAddress, tell } from "../../../../web/studio/api/request.ts";
import { useTellProblem } from "../../../../web/studio/ui/tell.tsx";

/** Something that cannot be taken back once the studio has done it. */
export interface FinalAct {
  path: string;
  method: "POST" | "DELETE";
  /** After it is done. */
  onDone(): void;
}

export interface DeferredAct {
  /** Whether it is asked for and can still be taken back. */
  isWaiting: boolean;
  begin(act: FinalAct): void;
  undo(): void;
}

/** Does a final act only after so many milliseconds, in which it can be taken back. Whoever leaves the place or the page means it. */
export function useDeferredAct(patience: number): DeferredAct {
  const tellProblem = useTellProblem();
  const [isWaiting, setWaiting] = useState(false);
  const waiting = useRef<{ act: FinalAct; timer: number } | null>(null);
  const take = useCallback((): FinalAct | null => {
    const taken = waiting.current;
    if (taken) clearTimeout(taken.timer);
    waiting.current = null;
    setWaiting(false);
    return taken?.act ?? null;
  }, []);
  const perform = useCallback(async (): Promise<void> => {
    const act = take();
    if (!act) return;
    try {
      await tell(act.path, { method: act.method });
    } catch (error) {
      tellProblem(error);
    }
    act.onDone();
  }, [take, tellProblem]);
  useEffect(() => {
    const leave = (): void => {
      const act = take();
      // An ordinary request would be broken off with the page.
      if (act) void fetch(apiAddress(act.path), { method: act.method, keepalive: true });
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      void perform();
    };
  }, [perform, take]);
  const begin = useCallback(
    (act: FinalAct) => {
      waiting.current = { act, timer: window.setTimeout(() => void perform(), patience) };
      setWaiting(true);
    },
    [patience, perform],
  );
  return { isWaiting, begin, undo: useCallback(() => void take(), [take]) };
}
