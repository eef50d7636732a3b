import type { Point } from "./camera.ts";

/** What fingers and mouse do on the stage; points are in its pixels. */
export interface StageGestures {
  /** `isDouble`: the second of two at the same place. */
  tap(at: Point, how: { isDouble: boolean; isTouch: boolean }): void;
  /** A finger or the button stays down at one place. */
  hold(at: Point): void;
  drag(by: Point, how: { total: Point; isTouch: boolean }): void;
  /** A drag has ended. `speed` in pixels a millisecond, to the right. */
  drop(total: Point, how: { speed: number; isTouch: boolean }): void;
  /** Two fingers: how much farther they are apart than a moment ago, and how far their middle went. */
  pinch(at: Point, by: number, moved: Point): void;
  wheel(at: Point, by: Point, isFine: boolean): void;
}

/** Pixels that a finger goes before it drags. */
const dragFrom = 8;
/** Milliseconds. */
const holdFor = 480;
const doubleWithin = 280;
/** Pixels between the two taps of a double tap. */
const doubleNear = 32;

interface Touch extends Point {
  from: Point;
  at: number;
}

const away = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Listens to a stage until the returned function is called. `gestures` gives what is to be called at the moment. */
export function listenToStage(stage: HTMLElement, gestures: () => StageGestures): () => void {
  const touches = new Map<number, Touch>();
  let state: "still" | "dragged" | "pinched" | "held" = "still";
  let lastTap: (Point & { at: number }) | null = null;
  let lastMove = { x: 0, at: 0, speed: 0 };
  let holding: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();
  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  function down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = pointOf(event);
    touches.set(event.pointerId, { ...at, from: at, at: event.timeStamp });
    clearTimeout(holding);
    if (touches.size > 1) state = "pinched";
    else {
      state = "still";
      lastMove = { x: at.x, at: event.timeStamp, speed: 0 };
      holding = setTimeout(() => {
        state = "held";
        gestures().hold(at);
      }, holdFor);
    }
  }

  function move(event: PointerEvent): void {
    const touch = touches.get(event.pointerId);
    if (touch === undefined) return;
    const now = pointOf(event);
    const isTouch = event.pointerType !== "mouse";
    const [one, two] = [...touches.values()];
    if (state === "pinched" && one !== undefined && two !== undefined) {
      const before = { apart: far(one, two), middle: { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 } };
      Object.assign(touch, now);
      const middle = { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 };
      if (before.apart > 0) gestures().pinch(middle, far(one, two) / before.apart, away(middle, before.middle));
      return;
    }
    if (state === "still" && far(now, touch.from) > dragFrom) {
      clearTimeout(holding);
      state = "dragged";
      stage.setPointerCapture(event.pointerId);
    }
    if (state === "dragged") {
      const passed = Math.max(1, event.timeStamp - lastMove.at);
      lastMove = { x: now.x, at: event.timeStamp, speed: (now.x - lastMove.x) / passed };
      gestures().drag(away(now, touch), { total: away(now, touch.from), isTouch });
    }
    Object.assign(touch, now);
  }

  function up(event: PointerEvent): void {
    const touch = touches.get(event.pointerId);
    if (touch === undefined) return;
    touches.delete(event.pointerId);
    clearTimeout(holding);
    const isTouch = event.pointerType !== "mouse";
    const at = pointOf(event);
    if (state === "dragged") {
      const speed = event.timeStamp - lastMove.at > 80 ? 0 : lastMove.speed;
      gestures().drop(away(at, touch.from), { speed, isTouch });
    }
    // Where the fingers go up one after the other, the last is no tap.
    if (state === "still" && touches.size === 0) {
      const isDouble = lastTap !== null && event.timeStamp - lastTap.at < doubleWithin && far(at, lastTap) < doubleNear;
      lastTap = isDouble ? null : { ...at, at: event.timeStamp };
      gestures().tap(at, { isDouble, isTouch });
    }
  }

  function cancel(event: PointerEvent): void {
    const touch = touches.get(event.pointerId);
    touches.delete(event.pointerId);
    clearTimeout(holding);
    if (touch && state === "dragged") gestures().drop({ x: 0, y: 0 }, { speed: 0, isTouch: true });
    state = "held";
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    gestures().wheel(
      pointOf(event),
      { x: event.deltaX * unit, y: event.deltaY * unit },
      event.ctrlKey || event.metaKey,
    );
  }

  const { signal } = listening;
  stage.addEventListener("pointerdown", down, { signal });
  stage.addEventListener("pointermove", move, { signal });
  stage.addEventListener("pointerup", up, { signal });
  stage.addEventListener("pointercancel", cancel, { signal });
  stage.addEventListener("wheel", wheel, { signal, passive: false });
  // A long touch on a picture would open the browser's own menu over ours.
  stage.addEventListener("contextmenu", (event) => touches.size > 0 && event.preventDefault(), { signal });
  return () => {
    clearTimeout(holding);
    listening.abort();
  };
}
