/** A leaf, or two nodes as one. */
interface Node {
  weight: number;
  symbol: number;
  parts: readonly [Node, Node] | null;
}

/**
 * Lengths in bits of the best prefix code with no length over the limit, by symbol; 0 for those that never occur. A code of one symbol has one
 * bit. Method: package-merge (Larmore and Hirschberg, 1990).
 */
export function codeLengths(frequencies: Uint32Array, limit: number): Uint8Array {
  const leaves: Node[] = [];
  for (const [symbol, weight] of frequencies.entries()) if (weight > 0) leaves.push({ weight, symbol, parts: null });
  leaves.sort((a, b) => a.weight - b.weight);
  const lengths = new Uint8Array(frequencies.length);
  const [only] = leaves;
  if (only && leaves.length === 1) lengths[only.symbol] = 1;
  if (leaves.length < 2) return lengths;
  let list = leaves;
  for (let level = 1; level < limit; level++) list = merged(leaves, packed(list));
  for (const node of list.slice(0, 2 * leaves.length - 2)) countLeaves(node, lengths);
  return lengths;
}

/** Neighbours two by two. */
function packed(nodes: readonly Node[]): Node[] {
  const pairs: Node[] = [];
  for (let i = 0; i + 1 < nodes.length; i += 2) {
    const [a, b] = [nodes[i], nodes[i + 1]];
    if (a && b) pairs.push({ weight: a.weight + b.weight, symbol: -1, parts: [a, b] });
  }
  return pairs;
}

/** Two sorted lists as one; leaves before packages of the same weight. */
function merged(leaves: readonly Node[], packages: readonly Node[]): Node[] {
  const all: Node[] = [];
  let next = 0;
  for (const leaf of leaves) {
    for (let other = packages[next]; other && other.weight < leaf.weight; other = packages[++next]) all.push(other);
    all.push(leaf);
  }
  return all.concat(packages.slice(next));
}

function countLeaves({ symbol, parts }: Node, lengths: Uint8Array): void {
  if (!parts) {
    lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    return;
  }
  countLeaves(parts[0], lengths);
  countLeaves(parts[1], lengths);
}

/** The codes of lengths as deflate writes them, the first bit lowest. Source: RFC 1951, 3.2.2. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(17);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const next = new Uint16Array(17);
  for (let bits = 1; bits <= 15; bits++) next[bits + 1] = ((next[bits] ?? 0) + (counts[bits] ?? 0)) << 1;
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reversed(code, length);
  });
}

function reversed(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}
