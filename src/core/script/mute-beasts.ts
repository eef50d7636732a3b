import { goesUpright } from "../story/upright-beasts.ts";
import type { Person, Quote } from "../story/story.ts";

/** Lines of a beast that talks: of so many mentions one at least. A dog of a tale of men is given a line of theirs now and then. */
const seldom = 25;

/** No line is a beast's that hardly ever speaks in a book where people do: whose it is, nobody knows. */
export function withoutMuteBeasts(quotes: readonly Quote[], cast: readonly Person[]): Quote[] {
  const lines = new Map<string, number>();
  for (const { speaker } of quotes) if (speaker !== null) lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
  const talkers = cast.filter(({ looks }) => looks.species === null).some(({ id }) => lines.has(id));
  const mute = new Set(
    cast
      .filter(({ name, looks }) => looks.species !== null && !goesUpright(name, looks))
      .filter(({ id, mentions }) => (lines.get(id) ?? 0) * seldom < mentions)
      .map(({ id }) => id),
  );
  if (!talkers || mute.size === 0) return [...quotes];
  return quotes.map((quote) => {
    const maybe = quote.maybe?.filter((id) => !mute.has(id));
    const heard = maybe === undefined ? quote : { ...quote, maybe };
    return quote.speaker !== null && mute.has(quote.speaker)
      ? { ...heard, speaker: null, addressee: null, maybe: maybe ?? [], evidence: null }
      : heard;
  });
}
