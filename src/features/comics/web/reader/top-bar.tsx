import { Menu } from "@mantine/core";
import {
  IconArrowLeft,
  IconColumns2,
  IconDotsVertical,
  IconFocus2,
  IconKeyboard,
  IconLayoutGrid,
  IconLayoutRows,
  IconMaximize,
  IconMinimize,
  IconRectangleVertical,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { ReaderButton } from "./reader-button.tsx";
import { type ChosenDirection, modes, type ReadingMode } from "./reading-mode.ts";
import { useReaderWords } from "./reader-words.ts";
import styles from "./bars.module.css";

export interface TopBarParts {
  title: string;
  /** Where one is, in words. */
  place: string;
  /** The book's id; null where one came by a shared link. */
  bookId: string | null;
  mode: ReadingMode;
  isGuided: boolean;
  direction: ChosenDirection;
  isFull: boolean;
  onMode(mode: ReadingMode): void;
  onGuided(): void;
  onDirection(direction: ChosenDirection): void;
  onZoom(by: number | null): void;
  onSheet(): void;
  onFull(): void;
  onHelp(): void;
}

const modeIcons = { single: IconRectangleVertical, spread: IconColumns2, strip: IconLayoutRows } as const;
const directions = ["auto", "ltr", "rtl"] as const;
/** How much nearer one comes with a button or a key. */
export const zoomStep = 1.4;

/** Way back, title, and all that changes how one reads. */
export function TopBar(parts: TopBarParts) {
  const { title, place, bookId, mode, isGuided, isFull, onMode, onGuided, onZoom, onSheet, onFull } = parts;
  const say = useReaderWords();
  return (
    <header className={styles["top"]}>
      {bookId !== null && (
        <Link
          to="/books/$id/comic"
          params={{ id: bookId }}
          className={styles["button"]}
          aria-label={say.back}
          title={say.back}
        >
          <IconArrowLeft size={22} stroke={1.7} aria-hidden />
        </Link>
      )}
      <div className={styles["title"]}>
        <h1>{title}</h1>
        <p>{place}</p>
      </div>
      <div className={styles["group"]} role="group" aria-label={say.mode} data-wide>
        {modes.map((each) => (
          <ReaderButton
            key={each}
            icon={modeIcons[each]}
            name={say[each]}
            keyName="D"
            isOn={!isGuided && mode === each}
            onClick={() => onMode(each)}
          />
        ))}
      </div>
      <ReaderButton icon={IconFocus2} name={say.guided} keyName="G" isOn={isGuided} onClick={onGuided} />
      <ReaderButton icon={IconZoomOut} name={say.farther} keyName="−" isWide onClick={() => onZoom(1 / zoomStep)} />
      <ReaderButton icon={IconZoomIn} name={say.nearer} keyName="+" isWide onClick={() => onZoom(zoomStep)} />
      <ReaderButton icon={IconLayoutGrid} name={say.sheet} keyName="T" onClick={onSheet} />
      <ReaderButton
        icon={isFull ? IconMinimize : IconMaximize}
        name={isFull ? say.leaveFull : say.full}
        keyName="F"
        isWide
        onClick={onFull}
      />
      <MoreMenu {...parts} />
    </header>
  );
}

function MoreMenu({ mode, isGuided, direction, isFull, onMode, onDirection, onZoom, onFull, onHelp }: TopBarParts) {
  const say = useReaderWords();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={styles["button"]} aria-label={say.more} title={say.more}>
          <IconDotsVertical size={22} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles["menu"]}>
        <Menu.Label>{say.mode}</Menu.Label>
        <Menu.RadioGroup value={isGuided ? null : mode} onChange={chosenOf(modes, onMode)}>
          {modes.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {say[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{say.direction}</Menu.Label>
        <Menu.RadioGroup value={direction} onChange={chosenOf(directions, onDirection)}>
          {directions.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {say.directions[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconZoomIn size={18} aria-hidden />}
          onClick={() => onZoom(zoomStep)}
        >
          {say.nearer}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconZoomOut size={18} aria-hidden />}
          onClick={() => onZoom(1 / zoomStep)}
        >
          {say.farther}
        </Menu.Item>
        <Menu.Item leftSection={<IconRectangleVertical size={18} aria-hidden />} onClick={() => onZoom(null)}>
          {say.fit}
        </Menu.Item>
        <Menu.Item leftSection={<IconMaximize size={18} aria-hidden />} onClick={onFull}>
          {isFull ? say.leaveFull : say.full}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} aria-hidden />} onClick={onHelp}>
          {say.help}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Tells which of the choices a menu has named. */
function chosenOf<Choice extends string>(
  choices: readonly Choice[],
  choose: (choice: Choice) => void,
): (name: string) => void {
  return (name) => {
    const chosen = choices.find((choice) => choice === name);
    if (chosen !== undefined) choose(chosen);
  };
}
