import { expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { understand } from "../story/understand.ts";
import { unwrap } from "../text/result.ts";
import { condenseTurns } from "./exchanges.ts";
import { paceFor } from "./pace.ts";
import { turnsOf } from "./turns.ts";
import { scenesOf } from "./units.ts";

it("[T4] what follows its verb is not lettered without it", async () => {
  const source = "題\n\n「権太、おまえだったのか。いつも栗を届けてくれたのは」\n";
  const book = unwrap(await readBook(new TextEncoder().encode(source)));
  const pace = paceFor("ja");
  const turns = scenesOf(book, understand(book), pace).flatMap(({ units }) => turnsOf(book.text, units));
  for (const room of [18, 20, 24, 28, 34]) {
    const lettered = condenseTurns(book.text, turns, room, () => 0, pace)
      .flatMap(({ sentences }) => sentences.flat())
      .map(({ start, end }) => book.text.slice(start, end))
      .join("");
    if (lettered.includes("くれたのは")) expect(lettered, `${room}`).toContain("おまえだったのか");
  }
  const [all] = condenseTurns(book.text, turns, 100, () => 0, pace);
  expect(all?.sentences).toHaveLength(2);
});
