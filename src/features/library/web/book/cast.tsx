import { Button } from "@mantine/core";
import { IconEye, IconEyeOff, IconMapPin, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import type { BookDetail, CastView } from "../../schema.ts";
import { useBookWords } from "./book-words.ts";
import styles from "./cast.module.css";
import { PersonCard } from "./person-card.tsx";
import { PlaceItem } from "./place-item.tsx";
import { VeiledCard } from "./veiled-card.tsx";
import { useReadyComic } from "./ready-comic.ts";
import { isPersonMet, isPlaceMet, metPart, readUpTo } from "./spoilers.ts";

/** The people and places of a book, as far as one has read; the rest is asked for. */
export function Cast({ book, cast }: { book: BookDetail; cast: CastView }) {
  const words = useBookWords();
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const readTo = isOpen ? Infinity : readUpTo(book);
  const show = (things: readonly { id: string }[]): void =>
    setShown((before) => new Set([...before, ...things.map(({ id }) => id)]));
  const people = parted(cast.people, (person) => shown.has(person.id) || isPersonMet(person, readTo));
  const places = parted(cast.places, (place) => shown.has(place.id) || isPlaceMet(place, readTo));
  const isVeiling =
    people.others.length + places.others.length > 0 ||
    people.met.some((person) => metPart(person, readTo).looks.length < person.looks.length);
  const portraits = useReadyComic(book);
  return (
    <div className={styles["cast"]}>
      {(isVeiling || isOpen) && (
        <div className={styles["veil"]}>
          <p>
            <strong>{isOpen ? words.openTitle : words.veilTitle}</strong>
            <span>{isOpen ? words.openHint : words.veilHint(people.met.length, cast.people.length)}</span>
          </p>
          <Button
            variant="default"
            leftSection={isOpen ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
            onClick={() => {
              setOpen(!isOpen);
              setShown(new Set());
            }}
          >
            {isOpen ? words.hideAgain : words.showAll}
          </Button>
        </div>
      )}
      <section aria-labelledby="people-title">
        <h2 id="people-title" className={styles["title"]}>
          {words.people}
        </h2>
        {cast.people.length === 0 && <p className={styles["none"]}>{words.nobody}</p>}
        <ul className={styles["people"]}>
          {people.met.map((person) => (
            <li key={person.id}>
              <PersonCard
                bookId={book.id}
                comicId={portraits}
                person={person}
                met={shown.has(person.id) ? person : metPart(person, readTo)}
                onShow={() => show([person])}
              />
            </li>
          ))}
        </ul>
        <VeiledCard
          icon={IconUser}
          count={people.others.length}
          text={words.veiled(people.others.length)}
          onShow={() => show(people.others)}
        />
      </section>
      <section aria-labelledby="places-title">
        <h2 id="places-title" className={styles["title"]}>
          {words.places}
        </h2>
        {cast.places.length === 0 && <p className={styles["none"]}>{words.nowhere}</p>}
        <ul className={styles["places"]}>
          {places.met.map((place) => (
            <li key={place.id} className={styles["place"]}>
              <PlaceItem bookId={book.id} place={place} />
            </li>
          ))}
        </ul>
        <VeiledCard
          icon={IconMapPin}
          count={places.others.length}
          text={words.veiledPlaces(places.others.length)}
          onShow={() => show(places.others)}
        />
      </section>
    </div>
  );
}

function parted<Thing>(things: readonly Thing[], isMet: (thing: Thing) => boolean): { met: Thing[]; others: Thing[] } {
  return { met: things.filter(isMet), others: things.filter((thing) => !isMet(thing)) };
}
