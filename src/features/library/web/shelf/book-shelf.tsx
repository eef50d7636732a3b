import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import type { BookView } from "../../schema.ts";
import { BookLine } from "./book-line.tsx";
import { BookTile } from "./book-tile.tsx";
import styles from "./book-shelf.module.css";
import { useElementWidth } from "./element-width.ts";
import { useRowWindow } from "./row-window.ts";
import { nextOnShelf, shelfShape } from "./shelf-shape.ts";

/** Books that are still to come into sight when more are asked for, so that who scrolls does not wait at the end of each part. */
const ahead = 50;

/** Books as a bookcase of covers or as a list. Only the rows in sight are on the page, so that ten thousand books are as light as ten. */
export function BookShelf({
  books,
  isList,
  chosen,
  isChoosing,
  onChoose,
  onNearEnd,
  besideBook,
}: {
  books: readonly BookView[];
  isList: boolean;
  chosen: ReadonlySet<string>;
  isChoosing: boolean;
  onChoose: (book: BookView) => void;
  onNearEnd: () => void;
  /** What else stands with each book, such as the way out of the trash. */
  besideBook?: (book: BookView) => ReactNode;
}) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const width = useElementWidth(list);
  const shape = shelfShape(width, isList, besideBook !== undefined);
  const rowCount = Math.ceil(books.length / shape.columns);
  const { first, end } = useRowWindow(list, shape.rowHeight, rowCount);
  const [focused, setFocused] = useState<number | null>(null);

  useEffect(() => {
    if (books.length - end * shape.columns < ahead) onNearEnd();
  }, [books.length, end, shape.columns, onNearEnd]);
  useEffect(() => {
    if (focused !== null) list.current?.querySelector<HTMLElement>(`[data-index="${focused}"] a`)?.focus();
    setFocused(null);
  }, [focused, first, end]);

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    const at = Number(place?.dataset["index"] ?? -1);
    const book = books[at];
    if (!book || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "x") {
      event.preventDefault();
      onChoose(book);
      return;
    }
    const next = nextOnShelf(event.key, at, shape.columns, books.length);
    if (next === null) return;
    event.preventDefault();
    const row = list.current?.querySelector(`[data-index="${next}"]`);
    if (row) row.scrollIntoView({ block: "nearest" });
    else if (list.current)
      scrollTo({
        top:
          scrollY +
          list.current.getBoundingClientRect().top +
          Math.floor(next / shape.columns) * shape.rowHeight -
          innerHeight / 3,
      });
    setFocused(next);
  };

  const from = first * shape.columns;
  return (
    <ul
      ref={list}
      className={isList ? styles["list"] : styles["covers"]}
      style={{ height: rowCount * shape.rowHeight }}
      onKeyDown={move}
    >
      {width > 0 &&
        books.slice(from, end * shape.columns).map((book, i) => {
          const index = from + i;
          return (
            <li
              key={book.id}
              data-index={index}
              className={`${styles["place"]} ${chosen.has(book.id) ? styles["chosen"] : ""}`}
              style={{
                width: shape.tileWidth,
                height: shape.rowHeight - shape.gap,
                transform: `translate(${(index % shape.columns) * (shape.tileWidth + shape.gap)}px, ${Math.floor(index / shape.columns) * shape.rowHeight}px)`,
              }}
            >
              <label className={`${styles["choose"]} ${isChoosing ? styles["always"] : ""}`}>
                <input
                  type="checkbox"
                  checked={chosen.has(book.id)}
                  onChange={() => onChoose(book)}
                  aria-label={words.selectBook(book.title)}
                />
              </label>
              {isList ? <BookLine book={book} /> : <BookTile book={book} isEager={index < 8} />}
              {besideBook?.(book)}
            </li>
          );
        })}
    </ul>
  );
}
