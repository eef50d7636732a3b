import type { Story } from "../story/story.ts";

/** Nouns that only point at somebody who has been told of. */
const pointing =
  /^the (?:latter|former|elder|younger|original|sufferer|accused|speaker|other(?: (?:man|woman|one|lady|gentleman|fellow))?|culprit|offender|delinquent|victim)$/iu;
/** What somebody is thought of or feels: no mark by which one is told from another. */
const thoughtOf =
  /^the (?:exasperated|annoyed|irritated|indignant|astonished|bewildered|delighted|disconsolate|excited|startled|amazed|offended|outraged|enraged|infuriated|embarrassed|agitated|perplexed|puzzled|alarmed|terrified|mortified|unhappy|unlucky|unfortunate|miserable|wretched|happy|poor|worthy|good|kind|honest|brave|gallant|excellent|splendid|noble|fair|lovely|charming|amiable|genial|insolent|impudent|faithful|future|dear|whole|said|same|\p{Ll}+(?:-headed|-hearted|-minded|-natured|-tempered)) \p{Ll}+/u;
/** Somebody with more lines than this is a person of his own, whatever he is called. */
const mostLines = 3;

/**
 * A story without the people who are only a byname for another: `the exasperated pugilist` has a name that the talk knows, and a
 * face of his own would make two men of him. Their few lines are nobody's.
 */
export function withoutEpithets(story: Story): Story {
  const lines = new Map<string | null, number>();
  for (const { speaker } of story.quotes) lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
  const bynames = new Set(
    story.cast.flatMap(({ id, name, role }) =>
      role !== "narrator" && (pointing.test(name) || thoughtOf.test(name)) && (lines.get(id) ?? 0) <= mostLines
        ? [id]
        : [],
    ),
  );
  if (bynames.size === 0) return story;
  const known = (id: string) => !bynames.has(id);
  const orNobody = (id: string | null) => (id !== null && known(id) ? id : null);
  return {
    ...story,
    cast: story.cast.filter(({ id }) => known(id)),
    scenes: story.scenes.map((scene) => ({ ...scene, present: scene.present.filter(known) })),
    quotes: story.quotes.map((quote) => ({
      ...quote,
      speaker: orNobody(quote.speaker),
      addressee: orNobody(quote.addressee),
      ...(quote.maybe && { maybe: quote.maybe.filter(known) }),
    })),
  };
}
