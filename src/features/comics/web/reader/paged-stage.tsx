import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from "react";
import type { PageGeometry } from "../../schema.ts";
import {
  type Box,
  type Camera,
  focusOf,
  held,
  panelCamera,
  type Point,
  restingCamera,
  type Size,
  zoomed,
} from "./camera.ts";
import type { Direction, Opening } from "./openings.ts";
import { PageFigure } from "./page-figure.tsx";
import { type Thing, thingAt } from "./page-things.ts";
import type { ReaderSource } from "./reader-source.ts";
import { listenToStage, type StageGestures } from "./stage-gestures.ts";
import styles from "./stage.module.css";

export interface PagedStageParts {
  source: ReaderSource;
  stage: RefObject<HTMLDivElement | null>;
  size: Size;
  /** The part of the stage that bars leave free. */
  room: Box;
  openings: readonly Opening[];
  /** Which opening is seen; `openings.length` is what stands behind the last. */
  index: number;
  direction: Direction;
  geometry: ReadonlyMap<number, PageGeometry>;
  /** The panel that fills the stage; null where whole pages are seen. */
  panel: number | null;
  /** Where a person has come nearer; null while the whole is seen. */
  camera: Camera | null;
  onCamera(camera: Camera | null): void;
  onTurn(by: 1 | -1): void;
  onOpen(thing: Thing): void;
  /** A tap in the middle: bars come and go. */
  onMiddle(): void;
  end: ReactNode;
}

/** Pixels a finger has to go, or pixels a millisecond it has to be fast, to turn the page. */
const turnFrom = 64;
const turnSpeed = 0.35;
/** Pixels around a balloon that still count as the balloon, for fingers. */
const fingerSlack = 12;
/** Milliseconds in which a second tap may follow one in the middle. */
const secondTap = 280;

/** Openings side by side: the one that is seen and its neighbours, which are loaded already and follow the finger. */
export function PagedStage(parts: PagedStageParts) {
  const { source, stage, size, room, openings, index, direction, geometry, panel, camera, onOpen, end } = parts;
  const track = useRef<HTMLDivElement>(null);
  useStageGestures(parts, track);
  const way = direction === "rtl" ? -1 : 1;
  const slots = [index - 1, index, index + 1].filter((slot) => slot >= 0 && slot <= openings.length);
  return (
    <div ref={stage} className={styles["stage"]} data-guided={panel !== null} data-zoomed={camera !== null}>
      <div ref={track} className={styles["track"]}>
        {slots.map((slot) => {
          const opening = openings[slot];
          // The slot counts from where one is: what stays on the track slides there.
          const place: CSSProperties & { "--slot": number } = { "--slot": (slot - index) * way };
          const isSeen = slot === index;
          return (
            <div
              key={opening?.[0]?.number ?? "end"}
              className={styles["slot"]}
              style={place}
              data-seen={isSeen}
              aria-hidden={!isSeen}
              inert={!isSeen}
            >
              {opening === undefined ? (
                end
              ) : (
                <OpeningView
                  {...{ source, size, room, opening, direction, geometry, onOpen, isSeen }}
                  panel={isSeen ? panel : panel === null ? null : -1}
                  camera={isSeen ? camera : null}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface OpeningViewParts extends Pick<
  PagedStageParts,
  "source" | "size" | "room" | "direction" | "geometry" | "panel" | "camera" | "onOpen"
> {
  opening: Opening;
  isSeen: boolean;
}

function OpeningView(parts: OpeningViewParts) {
  const { source, size, room, opening, direction, geometry, panel, camera, onOpen, isSeen } = parts;
  const whole = wholeOf(opening);
  const base = restingCamera(whole, { x: 0, y: 0, ...size }).scale;
  const seen = camera ?? guidedCamera(opening, geometry, panel, room) ?? restingCamera(whole, room);
  return (
    <div
      className={styles["opening"]}
      data-direction={direction}
      data-held={camera !== null}
      style={{
        width: whole.width * base,
        height: whole.height * base,
        transform: `translate(${seen.x}px, ${seen.y}px) scale(${seen.scale / base})`,
      }}
    >
      {opening.map((page) => (
        <PageFigure
          key={page.number}
          {...{ source, page, isSeen, onOpen }}
          geometry={geometry.get(page.number)}
          panel={panel === null || panel < 0 || page.role !== "story" ? null : panel}
        />
      ))}
    </div>
  );
}

/** All that lies open, in page units. */
export function wholeOf(opening: Opening): Size {
  const height = Math.max(1, ...opening.map((page) => page.height));
  return {
    width: Math.max(
      1,
      opening.reduce((sum, page) => sum + page.width, 0),
    ),
    height,
  };
}

function guidedCamera(
  [page]: Opening,
  geometry: ReadonlyMap<number, PageGeometry>,
  panel: number | null,
  room: Box,
): Camera | null {
  const known = page && page.role === "story" ? geometry.get(page.number) : undefined;
  if (panel === null || panel < 0 || known === undefined) return null;
  return panelCamera(focusOf(known, panel), known, room);
}

/** Turns, zooms and opens what fingers, pen and mouse ask for. */
function useStageGestures(parts: PagedStageParts, track: RefObject<HTMLDivElement | null>): void {
  const { stage, size, room, openings, index, direction, geometry, panel, camera, onCamera, onTurn, onOpen, onMiddle } =
    parts;
  const opening = openings[index] ?? null;
  const firstTap = useRef<{ camera: Camera | null; timer: ReturnType<typeof setTimeout> | undefined }>(null);
  const whole = opening === null ? null : wholeOf(opening);
  const rest = whole === null ? null : restingCamera(whole, room);
  const all: Box = { x: 0, y: 0, ...size };
  // Fingers move more than once between two drawings of the page.
  const latest = useRef(camera);
  useLayoutEffect(() => {
    latest.current = camera;
  });

  const see = (next: Camera): void => {
    if (whole === null || rest === null) return;
    latest.current = next.scale <= rest.scale * 1.01 ? null : held(next, whole, all);
    onCamera(latest.current);
  };
  const now = (): Camera | null =>
    latest.current ?? (opening === null ? null : guidedCamera(opening, geometry, panel, room)) ?? rest;
  const zoom = (at: Point, by: number, moved: Point = { x: 0, y: 0 }): void => {
    const from = now();
    if (from === null || rest === null) return;
    see(zoomed({ ...from, x: from.x + moved.x, y: from.y + moved.y }, at, by, { least: rest.scale }));
  };
  const thingUnder = (at: Point, slack: number): Thing | null => {
    const seen = now();
    if (opening === null || seen === null) return null;
    let left = 0;
    for (const page of direction === "rtl" ? opening.toReversed() : opening) {
      const x = (at.x - seen.x) / seen.scale - left;
      const known = geometry.get(page.number);
      if (x >= 0 && x < page.width)
        return known ? thingAt(known, { x, y: (at.y - seen.y) / seen.scale }, slack / seen.scale) : null;
      left += page.width;
    }
    return null;
  };
  /** Which way a place of the stage leads: its outer thirds turn the page. */
  const wayAt = ({ x }: Point): 1 | -1 | null => {
    if (x > size.width / 3 && x < (2 * size.width) / 3) return null;
    return x > size.width / 2 === (direction === "ltr") ? 1 : -1;
  };
  const gestures: StageGestures = {
    tap(at, { isDouble, isTouch }) {
      clearTimeout(firstTap.current?.timer);
      const way = wayAt(at);
      if (panel !== null && camera === null) return onTurn(way === -1 ? -1 : 1);
      if (isDouble && (camera !== null || way === null)) return camera === null ? zoom(at, 2.4) : onCamera(null);
      const thing = thingUnder(at, isTouch ? fingerSlack : 0);
      if (thing !== null) return onOpen(thing);
      if (way !== null && camera === null) return onTurn(way);
      firstTap.current = { camera, timer: setTimeout(onMiddle, secondTap) };
      return undefined;
    },
    hold(at) {
      const thing = thingUnder(at, fingerSlack);
      if (thing !== null) onOpen(thing);
    },
    drag(by, { total, isTouch }) {
      const seen = latest.current;
      if (seen !== null) return see({ ...seen, x: seen.x + by.x, y: seen.y + by.y });
      if (!isTouch || Math.abs(total.y) > Math.abs(total.x) * 1.5) return undefined;
      const back = total.x > 0 === (direction === "ltr");
      const isStuck = back ? index === 0 : opening === null;
      return follow(track.current, isStuck ? total.x / 3 : total.x);
    },
    drop(total, { speed, isTouch }) {
      follow(track.current, null);
      if (camera !== null || !isTouch || Math.abs(total.y) > Math.abs(total.x)) return;
      const isFast = Math.abs(speed) > turnSpeed && Math.sign(speed) === Math.sign(total.x) && Math.abs(total.x) > 16;
      if (Math.abs(total.x) > turnFrom || isFast) onTurn(total.x > 0 === (direction === "ltr") ? -1 : 1);
    },
    pinch: (at, by, moved) => zoom(at, by, moved),
    wheel(at, by, isFine) {
      if (camera !== null && !isFine && Math.abs(by.x) > Math.abs(by.y)) return see({ ...camera, x: camera.x - by.x });
      return zoom(at, Math.exp(-by.y * (isFine ? 0.01 : 0.002)));
    },
  };
  const current = useEffectEvent(() => gestures);
  useEffect(() => {
    const element = stage.current;
    return element === null ? undefined : listenToStage(element, () => current());
  }, [stage]);
}

/** Lets the pages follow the finger, or glide back where they belong. */
function follow(track: HTMLDivElement | null, by: number | null): void {
  if (track === null) return;
  track.style.setProperty("--drag", `${by ?? 0}px`);
  track.dataset["dragged"] = String(by !== null);
}
