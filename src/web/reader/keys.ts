interface KeyActions {
  rtl: boolean;
  /** Whether the comic is in view: elsewhere arrows and space scroll. */
  inComic(): boolean;
  turn(by: 1 | -1): void;
  jump(end: 1 | -1): void;
  /** Single letters, in lower case, and `?`. */
  letters: Readonly<Record<string, () => void>>;
  escape(): void;
}

/** The whole keyboard. Keys with a modifier and keys meant for a field belong to the browser. */
export function listenToKeys(actions: KeyActions): void {
  document.addEventListener("keydown", (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      document.querySelector("dialog[open]")
    )
      return;
    // The page slider turns by openings and in the direction of reading, as the page keys do, so it leaves them its keys.
    const field =
      event.target instanceof HTMLElement && event.target.matches("select, input:not([type=range])")
        ? event.target
        : null;
    if (event.key === "Escape") {
      if (field) field.blur();
      else actions.escape();
    } else if (field) return;
    else if (!pageKey(event, actions)) {
      const act = actions.letters[event.key.toLowerCase()];
      if (!act) return;
      act();
    }
    event.preventDefault();
  });
}

function pageKey(event: KeyboardEvent, { rtl, inComic, turn, jump }: KeyActions): boolean {
  if (!inComic()) return false;
  // Space and Enter on a button or link press it.
  const onControl = event.target instanceof Element && event.target.closest("button, a, [role=button]") !== null;
  switch (event.key) {
    case "ArrowRight":
      turn(rtl ? -1 : 1);
      return true;
    case "ArrowLeft":
      turn(rtl ? 1 : -1);
      return true;
    case "ArrowDown":
    case "PageDown":
      turn(1);
      return true;
    case "ArrowUp":
    case "PageUp":
      turn(-1);
      return true;
    case "Home":
      jump(-1);
      return true;
    case "End":
      jump(1);
      return true;
    case " ":
      if (onControl) return false;
      turn(event.shiftKey ? -1 : 1);
      return true;
    default:
      return false;
  }
}
