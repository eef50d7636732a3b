interface Turns {
  rtl: boolean;
  turn(by: 1 | -1): void;
  tapMiddle(): void;
}

/** How far a finger goes, in CSS pixels, before a touch is a swipe. */
const swipeFrom = 40;

/** Page turning by click on the left and right third and by swipe, in the direction of reading. */
export function turnsOf(stage: HTMLElement, { rtl, turn, tapMiddle }: Turns): void {
  const towards = (right: boolean): 1 | -1 => (right === rtl ? -1 : 1);
  let from: { x: number; y: number } | null = null;
  let swiped = false;

  stage.addEventListener("pointerdown", (event) => {
    // Two fingers zoom, and a zoomed page is moved about, not turned.
    const zoomed = (window.visualViewport?.scale ?? 1) > 1.05;
    from = event.pointerType === "touch" && event.isPrimary && !zoomed ? { x: event.clientX, y: event.clientY } : null;
    swiped = false;
  });
  stage.addEventListener("pointerup", (event) => {
    if (!from) return;
    const dx = event.clientX - from.x;
    const dy = event.clientY - from.y;
    from = null;
    if (Math.abs(dx) < swipeFrom || Math.abs(dx) < 1.5 * Math.abs(dy)) return;
    swiped = true;
    turn(towards(dx < 0));
  });
  stage.addEventListener("pointercancel", () => {
    from = null;
  });
  stage.addEventListener(
    "click",
    (event) => {
      // The click that ends a swipe must neither turn again nor open a balloon.
      if (swiped) event.stopPropagation();
      swiped = false;
    },
    { capture: true },
  );
  stage.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a, button, .card")) return;
    const box = stage.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    if (share < 1 / 3) turn(towards(false));
    else if (share > 2 / 3) turn(towards(true));
    else tapMiddle();
  });
}
