import type { JapaneseTurn } from "../src/core/story/japanese-talk.ts";
import type { Turn } from "../src/core/story/turns.ts";

/** A turn of a conversation that nothing is known of. For tests. */
export const plainTurn: Turn = {
  quotes: [],
  passage: 0,
  gap: 0,
  fixed: null,
  gender: null,
  kin: false,
  actor: null,
  actorGender: null,
  called: [],
  spokenOf: [],
  near: [],
  leaning: new Map(),
  continues: false,
  switches: false,
  aside: false,
  stranger: false,
  style: null,
  toGender: null,
};

/** The same of a Japanese conversation. */
export const plainJapaneseTurn: JapaneseTurn = {
  ...plainTurn,
  teller: 0,
  heard: null,
  judged: null,
  listener: null,
  alone: false,
  outsider: 0,
  overheard: false,
  acting: [],
  gone: [],
  unheardOf: [],
  met: null,
  elsewhere: false,
};
