import { useEffect, useEffectEvent } from "react";

/** Time in which the second of two keys must follow the first, in milliseconds. */
const pairTime = 1_200;

/**
 * Calls what belongs to a key, wherever the focus is, but not while somebody writes (with Ctrl or ⌘, then too) nor under an open dialog.
 * Keys are as `KeyboardEvent.key` names them: `"?"`, `"mod+k"`, or two in a row, `"g t"`.
 */
export function useGlobalKeys(acts: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((before: string | null, event: KeyboardEvent): string | null => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || event.altKey || (!isCommand && isBusyElsewhere(event.target))) return null;
    const key = isCommand ? `mod+${event.key.toLowerCase()}` : event.key;
    const act = (before === null ? undefined : acts[`${before} ${key}`]) ?? acts[key];
    if (act) {
      event.preventDefault();
      act();
      return null;
    }
    return Object.keys(acts).some((name) => name.startsWith(`${key} `)) ? key : null;
  });
  useEffect(() => {
    let [before, at]: [string | null, number] = [null, 0];
    const listen = (event: KeyboardEvent): void => {
      before = press(event.timeStamp - at < pairTime ? before : null, event);
      at = event.timeStamp;
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog][aria-modal=true]")) return true;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|range|file)$/.test(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}
