import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { steadyNumbers } from "../../steady-numbers.ts";

it("functions that every engine is to round alike give in workerd what they give on Node, bit by bit", async () => {
  const onNode: unknown = await (await env.NODE_COMIC.fetch("https://node/numbers")).json();
  expect(Object.keys(steadyNumbers())).toHaveLength(13);
  expect(steadyNumbers()).toEqual(onNode);
});
