import type { Looks } from "./story.ts";

/** Offices and titles that put a beast into clothes and on its hind legs. */
const offices =
  /\b(footman|king|queen|duke|duchess|knave|knight|lord|lady|sir|mr|mrs|miss|captain|doctor|dr|judge|herald|constable|butler|cook|hatter|professor|general|colonel|tailor|cobbler)\b|王|殿|先生|博士|大臣|和尚/i;

/** Beasts of well-known tales that everybody has seen dressed. */
const famous = /\b(white rabbit|march hare|peter rabbit|puss in boots|toad|badger|ratty|mole)\b|長靴/i;

/** Garments that the text must name before it is believed: a single one is often somebody else's in the same sentence. */
const enough = 2;

/** Whether a beast walks upright in clothes: where the text dresses it, or its name does. All others go on their own feet. */
export function goesUpright(name: string, { clothes }: Pick<Looks, "clothes">): boolean {
  return clothes.length >= enough || offices.test(name) || famous.test(name);
}
