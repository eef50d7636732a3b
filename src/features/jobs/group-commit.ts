/**
 * Gathers what comes while a write is under way into the next one, at most `most` at once: the busier, the larger the batches, and alone
 * nothing waits. `write` gets the items in order and settles them all; its error is everyone's.
 */
export function groupCommit<Item, Outcome>(
  write: (items: readonly Item[]) => Promise<(item: Item) => Outcome>,
  most: number,
): (item: Item) => Promise<Outcome> {
  const waiting: { item: Item; resolve: (outcome: Outcome) => void; reject: (error: unknown) => void }[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    // What ends in the same turn of the event loop goes together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      try {
        const outcomeOf = await write(group.map(({ item }) => item));
        for (const { item, resolve } of group) resolve(outcomeOf(item));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    writing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void writeAll();
    });
}
