import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useWords } from "../i18n/language.ts";
import styles from "./toasts.module.css";

/** A message in the corner. */
export interface Toast {
  kind: "done" | "problem";
  title: string | null;
  message: string;
  undo: (() => void) | null;
}

/** How long a message stays, in milliseconds: longer where it has something to do. */
const times = { done: 4_000, undo: 12_000, problem: 12_000 };
const most = 3;

let toasts: readonly (Toast & { id: number })[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

function setToasts(next: typeof toasts): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Shows a message; the oldest goes where there are too many. */
export function showToast(toast: Toast): void {
  lastId += 1;
  setToasts([...toasts, { ...toast, id: lastId }].slice(-most));
}

const hideToast = (id: number): void => setToasts(toasts.filter((toast) => toast.id !== id));

/** Where messages appear. They stay while the pointer or the focus is on them. */
export function Toasts() {
  const shown = useSyncExternalStore(watch, () => toasts);
  return (
    <section className={styles["toasts"]} aria-live="polite" aria-relevant="additions">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onHide={() => hideToast(toast.id)} />
      ))}
    </section>
  );
}

function ToastCard({ toast: { kind, title, message, undo }, onHide }: { toast: Toast; onHide: () => void }) {
  const words = useWords();
  const time = times[undo ? "undo" : kind];
  return (
    <Lasting time={time} onEnd={onHide}>
      <div className={styles["words"]} role={kind === "problem" ? "alert" : "status"}>
        {title !== null && <strong>{title}</strong>}
        <span>{message}</span>
      </div>
      {undo && (
        <button
          type="button"
          className={styles["undo"]}
          onClick={() => {
            onHide();
            undo();
          }}
        >
          {words.undo}
        </button>
      )}
      <button type="button" className={styles["close"]} onClick={onHide} aria-label={words.close}>
        <IconX size={18} aria-hidden />
      </button>
    </Lasting>
  );
}

/** Ends after its time, which begins anew when the pointer or the focus leaves. */
function Lasting({ time, onEnd, children }: { time: number; onEnd: () => void; children: ReactNode }) {
  const timer = { id: 0 };
  const start = (): void => {
    timer.id = window.setTimeout(onEnd, time);
  };
  const stop = (): void => clearTimeout(timer.id);
  useEffect(() => {
    start();
    return stop;
  });
  return (
    <div className={styles["toast"]} onPointerEnter={stop} onPointerLeave={start} onFocus={stop} onBlur={start}>
      {children}
    </div>
  );
}
