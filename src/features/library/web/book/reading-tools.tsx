import { ActionIcon, Button, Popover, SegmentedControl } from "@mantine/core";
import { IconLetterCase, IconList, IconMinus, IconPlus, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useBookWords } from "./book-words.ts";
import { measures, sizes, type TextLook } from "./text-look.ts";
import styles from "./text.module.css";

/** Above the text: its contents on a small screen, and how it is set. */
export function ReadingTools({
  look,
  onChange,
  mayBeVertical,
  isVertical,
  onContents,
  bookId,
  hasPassage,
}: {
  look: TextLook;
  onChange(patch: Partial<TextLook>): void;
  mayBeVertical: boolean;
  isVertical: boolean;
  onContents(): void;
  bookId: string;
  hasPassage: boolean;
}) {
  const words = useBookWords();
  return (
    <div className={styles["tools"]}>
      <Button
        className={styles["toContents"] ?? ""}
        variant="default"
        leftSection={<IconList size={18} aria-hidden />}
        onClick={onContents}
      >
        {words.contents}
      </Button>
      {hasPassage && (
        <p className={styles["passage"]} role="status">
          {words.passage}
          <Link
            to="/books/$id/read"
            params={{ id: bookId }}
            search={({ chapter }) => (chapter === undefined ? {} : { chapter })}
            resetScroll={false}
            aria-label={words.clearPassage}
          >
            <IconX size={18} aria-hidden />
          </Link>
        </p>
      )}
      <Popover position="bottom-end" trapFocus>
        <Popover.Target>
          <Button
            className={styles["toLook"] ?? ""}
            variant="default"
            leftSection={<IconLetterCase size={20} aria-hidden />}
          >
            {words.look}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.look}>
          <div className={styles["look"]}>
            <div className={styles["lookRow"]}>
              <span>{words.size}</span>
              <span className={styles["sizes"]}>
                <ActionIcon
                  size={40}
                  variant="default"
                  aria-label={words.smaller}
                  disabled={look.size === 0}
                  onClick={() => onChange({ size: look.size - 1 })}
                >
                  <IconMinus size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size={40}
                  variant="default"
                  aria-label={words.larger}
                  disabled={look.size === sizes.length - 1}
                  onClick={() => onChange({ size: look.size + 1 })}
                >
                  <IconPlus size={18} aria-hidden />
                </ActionIcon>
              </span>
            </div>
            <div className={styles["lookRow"]}>
              <span>{words.measure}</span>
              <SegmentedControl
                aria-label={words.measure}
                value={look.measure}
                onChange={(measure) => onChange({ measure })}
                data={measures.map((value) => ({ value, label: words.measures[value] }))}
              />
            </div>
            {mayBeVertical && (
              <div className={styles["lookRow"]}>
                <span>{words.writing}</span>
                <SegmentedControl
                  aria-label={words.writing}
                  value={isVertical ? "vertical" : "horizontal"}
                  onChange={(value) => onChange({ isVertical: value === "vertical" })}
                  data={[
                    { value: "vertical", label: words.writings.vertical },
                    { value: "horizontal", label: words.writings.horizontal },
                  ]}
                />
              </div>
            )}
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
