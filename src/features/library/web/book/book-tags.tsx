import { IconPlus, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { BookDetail } from "../../schema.ts";
import styles from "./book-head.module.css";
import { useBookWords } from "./book-words.ts";
import { useChangeBook } from "./changed-book.ts";
import { Editable } from "./editable.tsx";

/** The tags of a book: each leads to the books that have it too. */
export function BookTags({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const change = useChangeBook(book);
  const { tags } = book;
  return (
    <ul className={styles["tags"]}>
      {tags.map((tag) => (
        <li key={tag} className={styles["tag"]}>
          <Link to="/library" search={{ tag }}>
            {tag}
          </Link>
          <button
            type="button"
            aria-label={words.dropTag(tag)}
            onClick={() => change({ tags: tags.filter((each) => each !== tag) })}
          >
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Editable
          key={tags.length}
          value=""
          label={words.newTag}
          isNeeded
          onKeep={(tag) => !tags.includes(tag) && change({ tags: [...tags, tag.slice(0, 100)] })}
        >
          <span className={styles["add"]}>
            <IconPlus size={14} aria-hidden />
            {words.addTag}
          </span>
        </Editable>
      </li>
    </ul>
  );
}
