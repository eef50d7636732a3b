import { IconBooks, IconSettings, IconSun } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../i18n/language.ts";
import { Wordmark } from "../ui/wordmark.tsx";
import styles from "./section-bar.module.css";

/** The sections: beside the page, or below it on a phone. */
export function SectionBar() {
  const words = useWords();
  // A book stands in the library, wherever one came to it from.
  const isInBook = useLocation({ select: ({ pathname }) => pathname.startsWith("/books/") });
  const sections = [
    { to: "/", label: words.today, icon: IconSun, className: "" },
    { to: "/library", label: words.library, icon: IconBooks, className: "" },
    { to: "/settings", label: words.settings, icon: IconSettings, className: styles["last"] },
  ] as const;
  return (
    <nav className={styles["bar"]} aria-label={words.sections}>
      <Link to="/" className={styles["name"]} aria-label={words.studio}>
        <Wordmark />
      </Link>
      {sections.map(({ to, label, icon: Icon, className }) => (
        <Link
          key={to}
          to={to}
          className={`${styles["section"]} ${className}`}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          {...(isInBook && to === "/library" && { "aria-current": "true" as const })}
        >
          <Icon size={22} stroke={1.7} aria-hidden />
          <span className={styles["label"]}>{label}</span>
        </Link>
      ))}
    </nav>
  );
}
