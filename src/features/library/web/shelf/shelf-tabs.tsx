import { Link } from "@tanstack/react-router";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import tabStyles from "../../../../web/studio/ui/tabs.module.css";
import type { BookShelf, LibraryPlace } from "../library-place.ts";

/** The shelves, each with an address of its own. */
export function ShelfTabs({ shelf, view }: { shelf: BookShelf; view: LibraryPlace["view"] }) {
  const words = useWords();
  const shelves = [
    ["all", words.shelfAll],
    ["reading", words.shelfReading],
    ["comics", words.shelfComics],
    ["trash", words.shelfTrash],
  ] as const;
  return (
    <nav className={tabStyles["tabs"]} aria-label={words.shelves}>
      {shelves.map(([name, label]) => (
        <Link
          key={name}
          to="/library"
          search={{ ...(name !== "all" && { shelf: name }), ...(view && { view }) }}
          className={tabStyles["tab"]}
          activeOptions={{ exact: true }}
          {...(name === shelf && { "aria-current": "page" })}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
