import { IconRectangleVertical, IconWifiOff } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTellDone } from "../../../../web/studio/ui/tell.tsx";
import type { JobView } from "../../../jobs/schema.ts";
import { type Box, type Camera, focusOf, held, panelCamera, restingCamera, type Size, zoomed } from "./camera.ts";
import { ContactSheet } from "./contact-sheet.tsx";
import { EndCard } from "./end-card.tsx";
import { useFullScreen } from "./full-screen.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { PageBar } from "./page-bar.tsx";
import type { Thing } from "./page-things.ts";
import { PagedStage, wholeOf } from "./paged-stage.tsx";
import type { KeyAct } from "./reader-keys.ts";
import type { ReaderSource } from "./reader-source.ts";
import { openingName, type ReaderWords, useReaderWords } from "./reader-words.ts";
import { type Reading, useReading } from "./reading.ts";
import { type ChosenDirection, nextMode, type ReadingMode, shownMode } from "./reading-mode.ts";
import { useStageSize } from "./stage-size.ts";
import { StripStage } from "./strip-stage.tsx";
import { ThingCard } from "./thing-card.tsx";
import { TopBar, zoomStep } from "./top-bar.tsx";
import { useReaderKeys } from "./use-reader-keys.ts";
import styles from "./reader.module.css";

/** Where somebody is in a comic, as it is kept. */
export interface KeptPlace {
  page: number;
  percent: number;
  /** How far that is into the text of the book. */
  offset: number | null;
}

export interface ComicReaderParts {
  source: ReaderSource;
  /** Number of the page at which it opens. */
  start: number;
  /** How the comic is made at the moment; null where it is finished or nobody tells. */
  job: JobView | null;
  mode: ReadingMode;
  onMode(mode: ReadingMode): void;
  direction: ChosenDirection;
  onDirection(direction: ChosenDirection): void;
  isOffline: boolean;
  onPlace(place: KeptPlace): void;
  /** Where the text is up to which the person had read before. */
  readBefore: number;
}

/** Pixels that a bar takes. */
const barHeight = 58;
const stripZoom = { least: 0.5, most: 2.5 };

/** A comic over the whole window: its pages, the bars that come and go, and what is tapped on the pages. */
export function ComicReader(parts: ComicReaderParts) {
  const { source, start, job, mode, onMode, direction: chosen, onDirection, isOffline, onPlace, readBefore } = parts;
  const { comic } = source;
  const say = useReaderWords();
  const tell = useTellDone();
  const root = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const size = useStageSize(root);
  const [hasBars, setHasBars] = useState(true);
  const [over, setOver] = useState<"sheet" | "help" | null>(null);
  const [thing, setThing] = useState<Thing | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [wide, setWide] = useState(1);
  const direction = chosen === "auto" ? comic.direction : chosen;
  const shown = shownMode(mode, size);
  const reading = useReading({ source, start, mode: shown, direction, expected: job?.pagesTotal ?? 0 });
  const { place, opening, isGuided, panel, offset, percent } = reading;
  const isStrip = shown === "strip" && !isGuided;
  const room = roomOf(size, hasBars);
  const name = placeName(reading, comic, say);
  const read = useFarthest(readBefore, offset);
  const { isFull, toggle: onFull } = useFullScreen(useCallback(() => tell(say.noFull), [tell, say]));

  // Whoever changes the window, or the page, sees the whole again.
  useEffect(() => setCamera(null), [size, place, isGuided, shown]);
  useEffect(() => setThing(null), [place.page, place.panel, place.isAtEnd]);
  useEffect(() => onPlace({ page: place.page, percent, offset }), [onPlace, place.page, percent, offset]);

  const leave = (act: () => void): void => {
    setHasBars(false);
    act();
  };
  const turn = (by: 1 | -1): void => leave(() => reading.turn(by));
  const setGuided = (next: boolean): void => {
    setHasBars(!next);
    reading.setGuided(next);
  };
  const choose = (next: ReadingMode): void => {
    if (isGuided) reading.setGuided(false);
    onMode(next);
  };
  const zoom = (by: number | null): void => {
    if (isStrip)
      return setWide((now) => (by === null ? 1 : Math.min(stripZoom.most, Math.max(stripZoom.least, now * by))));
    if (by === null || size === null || opening.length === 0) return setCamera(null);
    return setCamera(nearer(camera, by, { opening, room, size, reading }));
  };
  const scroll = (by: 1 | -1): void =>
    stage.current?.scrollBy({ top: by * (stage.current.clientHeight * 0.85), behavior: "smooth" });
  const escape = (): void => {
    if (thing !== null) setThing(null);
    else if (camera !== null) setCamera(null);
    else if (isGuided) setGuided(false);
    else setHasBars(true);
  };
  const acts: Readonly<Record<KeyAct, (key: string) => void>> = {
    next: (key) => (isStrip && key === " " ? scroll(1) : turn(1)),
    previous: (key) => (isStrip && key === " " ? scroll(-1) : turn(-1)),
    first: () => reading.jump("first"),
    last: () => reading.jump("last"),
    guided: () => setGuided(!isGuided),
    mode: () => choose(nextMode(mode)),
    sheet: () => setOver("sheet"),
    full: onFull,
    help: () => setOver("help"),
    nearer: () => zoom(zoomStep),
    farther: () => zoom(1 / zoomStep),
    fit: () => zoom(null),
    chrome: () => setHasBars(!hasBars),
    escape,
  };
  useReaderKeys(direction, acts);

  const end = <EndCard source={source} job={job} onAgain={() => reading.jump("first")} />;
  const onMiddle = (): void => (thing === null ? setHasBars(!hasBars) : setThing(null));
  return (
    <main
      ref={root}
      className={styles["reader"]}
      data-bars={hasBars ? "shown" : "hidden"}
      data-mode={isGuided ? "guided" : shown}
      data-direction={direction}
      onPointerMove={(event) => event.pointerType === "mouse" && isAtEdge(event) && setHasBars(true)}
    >
      <TopBar
        {...{ mode, isGuided, isFull, onFull, onDirection }}
        title={comic.title}
        place={name}
        bookId={source.own?.bookId ?? null}
        direction={chosen}
        onMode={choose}
        onGuided={() => setGuided(!isGuided)}
        onZoom={zoom}
        onSheet={() => setOver("sheet")}
        onHelp={() => setOver("help")}
      />
      {isStrip && size !== null && (
        <StripStage
          {...{ source, stage, size, end, onMiddle }}
          pages={comic.pages}
          page={place.page}
          geometry={reading.geometry}
          zoom={wide}
          onPage={reading.goTo}
          onOpen={setThing}
        />
      )}
      {!isStrip && size !== null && (
        <PagedStage
          {...{ source, stage, size, room, direction, camera, end, onMiddle }}
          openings={reading.openings}
          index={reading.index}
          geometry={reading.geometry}
          panel={panel?.index ?? null}
          onCamera={(next) => {
            setThing(null);
            setCamera(next);
          }}
          onTurn={turn}
          onOpen={setThing}
        />
      )}
      {isGuided && !hasBars && (
        // Here a tap anywhere goes on, and fingers have no key and no edge that brings the bars.
        <button
          type="button"
          className={styles["wholePage"]}
          aria-label={say.fit}
          title={`${say.fit} (Esc)`}
          onClick={() => setGuided(false)}
        >
          <IconRectangleVertical size={22} stroke={1.7} aria-hidden />
        </button>
      )}
      {isOffline && (
        <p className={styles["offline"]} role="status">
          <IconWifiOff size={18} aria-hidden /> {say.offline}
        </p>
      )}
      {thing !== null && <ThingCard {...{ source, thing }} readUpTo={read} onClose={() => setThing(null)} />}
      <PageBar
        {...{ source, direction }}
        pages={comic.pages}
        page={place.page}
        place={name}
        onPage={reading.goTo}
        onTurn={turn}
      />
      <p className="out-of-sight" aria-live="polite">
        {name}
      </p>
      {over === "sheet" && (
        <ContactSheet
          {...{ source, direction }}
          page={place.page}
          onClose={() => setOver(null)}
          onPage={(page) => {
            setOver(null);
            leave(() => reading.goTo(page));
          }}
        />
      )}
      {over === "help" && <HelpDialog onClose={() => setOver(null)} />}
    </main>
  );
}

/** What the bars leave free. */
function roomOf(size: Size | null, hasBars: boolean): Box {
  const { width, height } = size ?? { width: 1, height: 1 };
  const bar = hasBars ? barHeight : 0;
  return { x: 0, y: bar, width, height: Math.max(1, height - 2 * bar) };
}

/** Nearer to, or farther from, the middle of the window; null where the whole is seen again. */
function nearer(
  camera: Camera | null,
  by: number,
  { opening, room, size, reading }: { opening: Reading["opening"]; room: Box; size: Size; reading: Reading },
): Camera | null {
  const whole = wholeOf(opening);
  const rest = restingCamera(whole, room);
  const focus = reading.panel === null ? null : focusIn(reading);
  const from = camera ?? (focus === null ? rest : panelCamera(focus, whole, room));
  const next = zoomed(from, { x: size.width / 2, y: size.height / 2 }, by, { least: rest.scale });
  return next.scale <= rest.scale * 1.01 ? null : held(next, whole, { x: 0, y: 0, ...size });
}

function focusIn({ opening: [page], geometry, panel }: Reading): Box | null {
  const known = page?.role === "story" ? geometry.get(page.number) : undefined;
  return known === undefined || panel === null ? null : focusOf(known, panel.index);
}

function placeName(
  { place, opening, panel }: Reading,
  { pages, isFinished }: ReaderSource["comic"],
  say: ReaderWords,
): string {
  if (place.isAtEnd || opening.length === 0) return isFinished ? say.end : say.growingPlace;
  const own = openingName(opening, say);
  const name = opening.some(({ role }) => role === "story") ? say.pageOf(own, storyLength(pages)) : own;
  return panel === null || panel.count === 0 ? name : `${name} · ${say.panelOf(panel.index + 1, panel.count)}`;
}

/** The number of the last page of the story, which people count. */
function storyLength(pages: ReaderSource["comic"]["pages"]): number {
  return Math.max(0, ...pages.filter(({ role }) => role === "story").map(({ number }) => number));
}

/** How far the book has been read at the farthest. */
function useFarthest(before: number, offset: number | null): number {
  const [farthest, setFarthest] = useState(before);
  const now = Math.max(farthest, before, offset ?? 0);
  if (now !== farthest) setFarthest(now);
  return now;
}

/** Whether the mouse is where a bar would be. */
function isAtEdge({ clientY }: React.PointerEvent): boolean {
  return clientY < barHeight / 2 || clientY > innerHeight - barHeight / 2;
}
