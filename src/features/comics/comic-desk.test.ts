import { expect, it } from "vitest";
import { type ComicDesk, fairDesk } from "./comic-desk.ts";
import { comicSettings, type Preview } from "./schema.ts";

const preview: Preview = {
  picture: "",
  width: 1,
  height: 1,
  direction: "ltr",
  pages: 4,
  seconds: 1,
  bytes: 1,
  isExact: true,
};
const of = { book: "b", chosen: comicSettings.parse({}) };

/** A desk whose previews are ready when it is said, with who has one being made. */
function slowDesk(): { desk: ComicDesk; making: string[]; finish: (() => void)[] } {
  const [making, finish]: [string[], (() => void)[]] = [[], []];
  const desk: ComicDesk = {
    makeFile: async () => undefined,
    preview: (owner, _, signal) =>
      new Promise((resolve, reject) => {
        making.push(owner);
        finish.push(() => resolve(preview));
        signal.addEventListener("abort", () => reject(new Error("given up")));
      }),
  };
  return { desk, making, finish };
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("makes one preview at a time for a person, and those of others meanwhile", async () => {
  const { desk, making, finish } = slowDesk();
  const fair = fairDesk(desk);
  const patient = new AbortController().signal;
  const all = [fair.preview("ann", of, patient), fair.preview("ann", of, patient), fair.preview("ben", of, patient)];
  await turns();
  expect(making).toEqual(["ann", "ben"]);
  finish[0]?.();
  await turns();
  expect(making).toEqual(["ann", "ben", "ann"]);
  for (const done of finish) done();
  expect(await Promise.all(all)).toEqual([preview, preview, preview]);
});

it("never begins what was given up while it waited, and goes on after one that was given up in the making", async () => {
  const { desk, making, finish } = slowDesk();
  const fair = fairDesk(desk);
  const [first, second] = [new AbortController(), new AbortController()];
  const given = [fair.preview("ann", of, first.signal), fair.preview("ann", of, second.signal)];
  const ended = Promise.allSettled(given);
  const last = fair.preview("ann", of, new AbortController().signal);
  await turns();
  second.abort();
  first.abort();
  expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await turns();
  expect(making).toEqual(["ann", "ann"]);
  finish[1]?.();
  expect(await last).toEqual(preview);
});
