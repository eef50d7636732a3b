import { useState } from "react";
import { coverAddress } from "../api/books.ts";
import styles from "./book-cover.module.css";

/** What of a book its cover shows. */
export interface CoveredBook {
  id: string;
  title: string;
  author: string | null;
  updatedAt: string;
  comic: { id: string; status: string } | null;
}

/** The cover of a book; its title on a plain one where the picture does not come. As wide as its place, two to three. */
export function BookCover({ book, isEager = false }: { book: CoveredBook; isEager?: boolean }) {
  // A finished comic may give the book its cover: then the picture is another.
  const version = `${Date.parse(book.updatedAt)}-${book.comic?.status === "completed" ? book.comic.id : ""}`;
  const [brokenVersion, setBroken] = useState<string | null>(null);
  return (
    <span className={styles["cover"]}>
      {brokenVersion === version ? (
        <span className={`${styles["plain"]} tone`}>
          <span className={styles["title"]}>{book.title}</span>
          <span>{book.author}</span>
        </span>
      ) : (
        <img
          src={coverAddress(book.id, version)}
          alt=""
          loading={isEager ? "eager" : "lazy"}
          decoding="async"
          onError={() => setBroken(version)}
        />
      )}
    </span>
  );
}
