import { memo, useId } from "react";
import type { PageGeometry } from "../../schema.ts";
import type { ComicPage } from "./openings.ts";
import { PagePicture } from "./page-picture.tsx";
import { boxOf, type Thing, thingsOf } from "./page-things.ts";
import type { ReaderSource } from "./reader-source.ts";
import { useReaderWords, voiceOf } from "./reader-words.ts";
import styles from "./page.module.css";

interface PageFigureParts {
  source: ReaderSource;
  page: ComicPage;
  geometry: PageGeometry | undefined;
  isSeen: boolean;
  /** The panel around which all is dimmed. */
  panel: number | null;
  onOpen(thing: Thing): void;
}

/** A page with its words as text, and its balloons and faces as buttons for the keyboard; fingers and mouse are the stage's. */
export const PageFigure = memo(function PageFigure({ source, page, geometry, isSeen, panel, onOpen }: PageFigureParts) {
  const texts = geometry?.panels.flatMap((each) => each.texts.map(({ words }) => words)) ?? [];
  return (
    <figure className={styles["page"]} data-number={page.number} data-role={page.role} data-panel={panel}>
      <PagePicture source={source} page={page} words={texts.join(" ")} isSeen={isSeen} />
      {geometry && panel !== null && <Shade geometry={geometry} panel={panel} />}
      {geometry &&
        isSeen &&
        page.isDrawn &&
        thingsOf(geometry).map((thing, index) => (
          // The things of a page never change their order.
          <ThingButton key={index} thing={thing} geometry={geometry} onOpen={onOpen} />
        ))}
    </figure>
  );
});

interface ThingButtonParts {
  thing: Thing;
  geometry: PageGeometry;
  onOpen(thing: Thing): void;
}

function ThingButton({ thing, geometry, onOpen }: ThingButtonParts) {
  const say = useReaderWords();
  const [x, y, width, height] = boxOf(thing);
  const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  const label =
    thing.kind === "face" ? say.whoIs(thing.face.name) : say.balloonOf(voiceOf(thing.text, say), thing.text.words);
  return (
    <button
      type="button"
      className={styles["thing"]}
      data-kind={thing.kind}
      aria-label={label}
      style={{
        left: share(x, geometry.width),
        top: share(y, geometry.height),
        width: share(width, geometry.width),
        height: share(height, geometry.height),
      }}
      // A click without a pointer is the keyboard's; the stage has heard of all others.
      onClick={(event) => event.detail === 0 && onOpen(thing)}
    />
  );
}

/** Dims what is not of a panel; the panel's balloons stay bright where they stand out of it. */
function Shade({ geometry: { width, height, panels }, panel }: { geometry: PageGeometry; panel: number }) {
  const id = useId();
  const shown = panels[panel];
  if (shown === undefined || shown.outline.length < 6) return null;
  return (
    <svg className={styles["shade"]} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <mask id={id}>
        <rect width={width} height={height} fill="#fff" />
        <polygon points={shown.outline.join(" ")} />
        {shown.texts.map(({ box: [x, y, w, h] }) => (
          <rect key={`${x} ${y}`} x={x - 8} y={y - 8} width={w + 16} height={h + 16} rx={Math.min(w, h) / 2.2} />
        ))}
      </mask>
      <rect width={width} height={height} mask={`url(#${id})`} className={styles["dark"]} />
    </svg>
  );
}
