import type { Gender } from "../story/story.ts";
import type { Meant } from "./english-doers.ts";

/** Whoever was about lately, so that the next `he` is understood. */
export interface Company {
  /** Somebody of the cast; `certain` where the book itself says so and no rule guessed. */
  note(person: string, certain: boolean): void;
  /** Somebody outside the cast, of a sex or of nobody knows which. */
  noteStranger(gender: Gender | null): void;
  /** One more sentence goes by. */
  step(): void;
  /** Nobody is about. */
  clear(): void;
  /** Whom a pronoun means: `named` come first, in the order of the sentence; null where it is a stranger or nobody. */
  meant(pronoun: string, named: readonly string[], narrator: string | null): Meant | null;
  /** The latest of the cast. */
  latest(): string | null;
}

interface Remembered {
  /** Null for somebody outside the cast. */
  person: string | null;
  gender: Gender | null;
  /** Number of the sentence. */
  at: number;
}

/** Sentences after which a stranger is forgotten, a voice that nobody knows, and one of the cast, who may have gone. */
const forgotten = { stranger: 14, voice: 3, cast: 40 };

/** Nobody is about yet. */
export function openCompany(genders: ReadonlyMap<string, Gender | null>): Company {
  let about: Remembered[] = [];
  let now = 0;
  /** Who acted or spoke in the sentence before, for certain: `he` is he, whoever else was about. */
  let last: { person: string; at: number } | null = null;
  const add = (one: Remembered) => {
    about = [one, ...about.filter(({ person, gender }) => person !== one.person || gender !== one.gender)].slice(0, 8);
  };
  const isFresh = ({ person, gender, at }: Remembered) =>
    now - at <= forgotten[person !== null ? "cast" : gender !== null ? "stranger" : "voice"];
  return {
    note(person, certain) {
      add({ person, gender: genders.get(person) ?? null, at: now });
      last = certain ? { person, at: now } : null;
    },
    noteStranger(gender) {
      add({ person: null, gender, at: now });
      if (last !== null && (gender === null || genders.get(last.person) === gender)) last = null;
    },
    step: () => void (now += 1),
    clear: () => {
      about = [];
      last = null;
    },
    latest: () => about.find(({ person }) => person !== null)?.person ?? null,
    meant(pronoun, named, narrator) {
      const gender: Gender = pronoun === "he" || pronoun === "him" ? "male" : "female";
      const fits = (person: string) => person !== narrator && genders.get(person) === gender;
      const here = [...new Set(named)].filter(fits);
      const [own] = here;
      // Of two whom the sentence names it means the first, perhaps.
      if (own !== undefined) return { person: own, sure: here.length === 1 };
      const fitting = about.filter(
        (one) => isFresh(one) && (one.person === null ? one.gender !== other(gender) : fits(one.person)),
      );
      const [person] = fitting.flatMap((one) => one.person ?? []);
      if (person === undefined) return null;
      const continues = last !== null && last.person === person && now - last.at <= 1;
      return { person, sure: continues || fitting.length === 1 };
    },
  };
}

const other = (gender: Gender): Gender => (gender === "male" ? "female" : "male");
