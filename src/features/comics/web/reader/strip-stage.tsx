import { type ReactNode, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { PageGeometry } from "../../schema.ts";
import type { Size } from "./camera.ts";
import type { ComicPage } from "./openings.ts";
import { PageFigure } from "./page-figure.tsx";
import { type Thing, thingAt } from "./page-things.ts";
import type { ReaderSource } from "./reader-source.ts";
import styles from "./stage.module.css";

interface StripStageParts {
  source: ReaderSource;
  stage: RefObject<HTMLDivElement | null>;
  size: Size;
  pages: readonly ComicPage[];
  page: number;
  geometry: ReadonlyMap<number, PageGeometry>;
  /** How wide the strip is, 1 as usual. */
  zoom: number;
  onPage(number: number): void;
  onOpen(thing: Thing): void;
  onMiddle(): void;
  end: ReactNode;
}

/** Pixels across of the strip on a wide stage. */
const usualWidth = 820;
/** Pages before and after the one that is seen whose pictures are there. */
const near = 3;
/** Pixels around a balloon that still count as the balloon. */
const slack = 12;

/** All pages below each other; the browser scrolls. */
export function StripStage(parts: StripStageParts) {
  const { source, stage, size, pages, page, geometry, zoom, onPage, onOpen, onMiddle, end } = parts;
  const seen = useRef<number | null>(null);
  const wide = Math.min(size.width, usualWidth) * zoom;
  const index = pages.findIndex(({ number }) => number === page);

  // Goes where another part of the reader has gone; its own scrolling is told by `seen`.
  useLayoutEffect(() => {
    if (seen.current === page) return;
    seen.current = page;
    stage.current?.querySelector(`[data-place="${page}"]`)?.scrollIntoView({ block: "start" });
  }, [stage, page]);

  const scrolled = useEffectEvent(() => {
    const element = stage.current;
    if (element === null) return;
    const line = element.getBoundingClientRect().top + element.clientHeight / 3;
    const places = [...element.querySelectorAll<HTMLElement>("[data-place]")];
    const at = places.findLast((place) => place.getBoundingClientRect().top <= line) ?? places[0];
    const number = Number(at?.dataset["place"]);
    if (at === undefined || number === seen.current) return;
    seen.current = number;
    onPage(number);
  });
  useEffect(() => {
    const element = stage.current;
    const listen = (): void => scrolled();
    element?.addEventListener("scroll", listen, { passive: true });
    return () => element?.removeEventListener("scroll", listen);
  }, [stage]);

  const tap = (event: React.MouseEvent): void => {
    // The keyboard's click is the button's own.
    if (event.detail === 0) return;
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
    const known = geometry.get(Number(place?.dataset["place"]));
    if (place && known) {
      const box = place.getBoundingClientRect();
      const scale = box.width / known.width;
      const thing = thingAt(
        known,
        { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale },
        slack / scale,
      );
      if (thing !== null) return onOpen(thing);
    }
    return onMiddle();
  };

  return (
    // Its keys are the reader's; a click is only for pointers, beside the buttons on the pages.
    <div ref={stage} className={styles["strip"]} onClick={tap} tabIndex={-1}>
      <div
        className={styles["column"]}
        style={{ "--wide": `${wide}px` } as React.CSSProperties /* React does not know our properties. */}
      >
        {pages.map((each, place) => {
          const isNear = Math.abs(place - index) <= near;
          const height = (wide * each.height) / each.width;
          return (
            <div
              key={each.number}
              data-place={each.number}
              style={{ height, containIntrinsicSize: `auto ${height}px` }}
            >
              {isNear && (
                <PageFigure
                  {...{ source, onOpen }}
                  page={each}
                  geometry={geometry.get(each.number)}
                  isSeen={Math.abs(place - index) <= 1}
                  panel={null}
                />
              )}
            </div>
          );
        })}
        {end}
      </div>
    </div>
  );
}
