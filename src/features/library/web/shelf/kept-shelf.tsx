import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconCloudDown } from "@tabler/icons-react";
import { sizeText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { keptComicsQuery } from "../../../../web/studio/offline/use-kept.ts";
import styles from "./kept-shelf.module.css";

/** While the studio does not answer: what can be read all the same, over the shelf as it was last seen. */
export function KeptShelf() {
  const words = useWords();
  const language = useLanguage();
  const { data: comics = [] } = useQuery(keptComicsQuery);
  return (
    <section className={styles["kept"]} aria-labelledby="kept-comics">
      <h2 id="kept-comics">{words.keptHeading}</h2>
      {comics.length === 0 ? (
        <p>{words.keptNone}</p>
      ) : (
        <ul>
          {comics.map(({ id, title, pages, bytes }) => (
            <li key={id}>
              <Link to="/comics/$id" params={{ id }}>
                <IconCloudDown size={20} stroke={1.7} aria-hidden />
                <span>{title}</span>
                <small>{words.keptSize(pages, sizeText(language, bytes))}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>{words.offlineShelf}</p>
    </section>
  );
}
