import { expect, it } from "vitest";
import type { ImportedBook } from "../../../../web/studio/api/books.ts";
import { createImportQueue, type NamedFile } from "./import-queue.ts";

const file = (name: string): NamedFile => ({ name, content: new Blob([name]) });
const bookOf = (name: string): ImportedBook => ({
  isNew: true,
  book: {
    id: name,
    title: name,
    author: null,
    series: null,
    seriesNumber: null,
    language: "en",
    direction: "ltr",
    format: "text",
    tags: [],
    length: 10,
    createdAt: "2026-11-22T12:00:00Z",
    updatedAt: "2026-11-22T12:00:00Z",
    trashedAt: null,
    comic: null,
    progress: null,
    places: { text: null, comic: null },
  },
});

/** A queue whose files are sent when the test says so. */
function heldQueue() {
  const sent = new Map<
    string,
    { progress: (share: number) => void; end: () => void; fail: (error: unknown) => void; signal: AbortSignal }
  >();
  const came: string[] = [];
  const queue = createImportQueue(
    ({ name }, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        sent.set(name, { progress: onProgress, end: () => resolve(bookOf(name)), fail: reject, signal });
      }),
    ({ book }) => came.push(book.title),
  );
  const states = (): string =>
    queue
      .list()
      .map(({ name, state }) => `${name} ${state}`)
      .join(", ");
  return { queue, sent, came, states };
}

it("sends two files at a time, and the next when one has come", async () => {
  const { queue, sent, came, states } = heldQueue();
  queue.add([file("a"), file("b"), file("c")]);
  expect(states()).toBe("a sending, b sending, c waiting");
  sent.get("a")?.progress(1);
  expect(states()).toBe("a reading, b sending, c waiting");
  sent.get("a")?.end();
  await expect.poll(states).toBe("a done, b sending, c sending");
  expect(came).toEqual(["a"]);
});

it("keeps what failed with its reason, and sends it again when asked", async () => {
  const { queue, sent, states } = heldQueue();
  const reason = new Error("no book");
  queue.add([file("a")]);
  sent.get("a")?.fail(reason);
  await expect.poll(states).toBe("a failed");
  expect(queue.list()[0]?.problem).toBe(reason);
  queue.retry(queue.list()[0]?.id ?? 0);
  expect(states()).toBe("a sending");
  sent.get("a")?.end();
  await expect.poll(states).toBe("a done");
});

it("stops what is taken off the list, and goes on with the next", async () => {
  const { queue, sent, states } = heldQueue();
  queue.add([file("a"), file("b"), file("c")]);
  queue.drop(queue.list()[0]?.id ?? 0);
  expect(sent.get("a")?.signal.aborted).toBe(true);
  sent.get("a")?.fail(new DOMException("stopped", "AbortError"));
  await expect.poll(states).toBe("b sending, c sending");
});

it("clears what has ended and leaves what is under way", async () => {
  const { queue, sent, states } = heldQueue();
  queue.add([file("a"), file("b")]);
  sent.get("a")?.end();
  await expect.poll(states).toBe("a done, b sending");
  queue.clear();
  expect(states()).toBe("b sending");
});
