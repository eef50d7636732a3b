import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useBookWords } from "./book-words.ts";
import styles from "./cast.module.css";

/** Leads to the words of the book that prove something. */
export function EvidenceLink({
  bookId,
  evidence: { start, end, text },
  children,
}: {
  bookId: string;
  evidence: { start: number; end: number; text: string };
  children: ReactNode;
}) {
  const words = useBookWords();
  return (
    <Link
      to="/books/$id/read"
      params={{ id: bookId }}
      search={{ at: `${start}-${end}` }}
      resetScroll={false}
      className={styles["evidence"]}
      title={words.evidence(text.trim())}
    >
      {children}
    </Link>
  );
}
