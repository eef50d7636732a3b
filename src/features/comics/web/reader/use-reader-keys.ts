import { useEffect, useEffectEvent } from "react";
import type { Direction } from "./openings.ts";
import { keyAct, type KeyAct } from "./reader-keys.ts";

/** Lets keys do what the reader can, unless something else wants them: a menu, a dialog, the slider, a button that has the focus. */
export function useReaderKeys(direction: Direction, acts: Readonly<Record<KeyAct, (key: string) => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isWanted(event)) return;
    const act = keyAct(event, direction);
    if (act === null) return;
    event.preventDefault();
    acts[act](event.key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

function isWanted({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("dialog, [role=menu], input, textarea, select"))
    return key !== "Escape" || target.closest("dialog, [role=menu]") !== null;
  return key === " " && target.closest("button, a") !== null;
}
