import type { Gender } from "./story.ts";

/** A person while the book is being read: how the text calls them, before ids and roles are given. */
export interface Member {
  name: string;
  /** Other surface forms, in order of first use. */
  aliases: string[];
  gender: Gender | null;
  /** How the gender is known; a pronoun vote may overrule a first name, never a title. `it`: the book says it of them. */
  genderFrom: "title" | "name" | "noun" | "pronouns" | "it" | null;
  /** The I who tells the story. */
  narrator: boolean;
  /** Known by a noun only (`the stranger`). */
  nameless: boolean;
  /** Last name where known, small letters; finds the families. */
  surname: string | null;
}

/** Somebody known by a noun only, which tells the gender where there is one. */
export const namelessMember = (name: string, gender: Gender | null): Member => ({
  name,
  aliases: [],
  gender,
  genderFrom: gender === null ? null : "noun",
  narrator: false,
  nameless: true,
  surname: null,
});

/** A place where the text names a member. */
export interface Mention {
  start: number;
  end: number;
  member: number;
  quoted: boolean;
  /** Stands as the owner of something (`Alice's sister`). */
  possessive: boolean;
}
