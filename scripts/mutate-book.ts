import { unzipSync, zipSync } from "fflate";
import { type Random, randomFrom } from "../src/core/geometry/random.ts";

/** Bits of markup, notation and archives that readers act upon. */
const tokens = [
  "<",
  ">",
  "</p>",
  "<p>",
  "<section>",
  "</section>",
  "<title>",
  "<table><tr><td>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "&#xD800;",
  "&nbsp;",
  '<a href="#n">',
  '<img src="../../x">',
  "<ruby>",
  "<rt>",
  "<svg>",
  "<script>",
  "<html>",
  "<FictionBook>",
  '<?xml encoding="x"?>',
  "# ",
  "***",
  "> ",
  "- ",
  "[^n]",
  "[^n]: ",
  "](",
  "![",
  "```",
  "|---|",
  "---\n",
  "［＃",
  "］",
  "《",
  "》",
  "｜",
  "※",
  "［＃改ページ］",
  "底本：",
  "［＃ここから２字下げ］",
  "Chapter 1\n\n",
  "* * *",
  "\0",
  "\r",
  "\n\n",
  "\f",
  "\uFEFF",
  "\u2028",
  "\u202E",
  "“",
  "_",
  "PK\u0003\u0004",
].map((token) => new TextEncoder().encode(token));

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const place = (bytes: Uint8Array, random: Random): number => Math.floor(random() * (bytes.length + 1));

function range(bytes: Uint8Array, random: Random): [number, number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + Math.ceil(random() ** 3 * 4000))];
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const mutations: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = bytes.slice();
    for (let count = Math.ceil(random() * 8); count > 0; count--) {
      const at = Math.floor(random() * copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return copy;
  },
  function cut(bytes, random) {
    return bytes.slice(0, place(bytes, random));
  },
  function leaveOut(bytes, random) {
    const [from, to] = range(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  function double(bytes, random) {
    const [from, to] = range(bytes, random);
    const piece = bytes.subarray(from, to);
    return joined(
      bytes.subarray(0, to),
      ...Array.from({ length: Math.ceil(random() * 20) }, () => piece),
      bytes.subarray(to),
    );
  },
  function splice(bytes, random) {
    const [from, to] = range(bytes, random);
    const at = place(bytes, random);
    return joined(bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at));
  },
  function insertTokens(bytes, random) {
    let changed = bytes;
    for (let count = Math.ceil(random() * 6); count > 0; count--) {
      const at = place(changed, random);
      const token = random.pick(tokens);
      const run = Array.from({ length: random() < 0.1 ? 3000 : 1 }, () => token);
      changed = joined(changed.subarray(0, at), ...run, changed.subarray(at));
    }
    return changed;
  },
];

/** A mutated copy of a book; the same seed always gives the same one. Half of the time archives are mutated inside. */
export function mutateBook(bytes: Uint8Array, seed: string): Uint8Array {
  const random = randomFrom(seed);
  return bytes[0] === 0x50 && bytes[1] === 0x4b && random() < 0.5
    ? mutateEntries(bytes, random)
    : mutate(bytes, random);
}

function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = bytes;
  for (let count = Math.ceil(random() * 3); count > 0; count--) changed = random.pick(mutations)(changed, random);
  return changed;
}

/** Changes what is packed, its name, or whether it is there, and packs it again. */
function mutateEntries(bytes: Uint8Array, random: Random): Uint8Array {
  const entries = Object.entries(unzipSync(bytes));
  const chosen = Math.floor(random() * entries.length);
  const changed = entries.flatMap(([name, content], index): [string, Uint8Array][] => {
    if (index !== chosen) return [[name, content]];
    const way = random();
    if (way < 0.1) return [];
    if (way < 0.15) return [[`${name}/../${name}`, content]];
    if (way < 0.2) return [[random.pick(entries)[0], content]];
    return [[name, mutate(content, random)]];
  });
  return zipSync(Object.fromEntries(changed), { level: 0 });
}
