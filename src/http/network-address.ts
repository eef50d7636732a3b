/** An address of IPv4 (32 bits) or IPv6 (128 bits). */
export interface NetworkAddress {
  bits: 32 | 128;
  value: bigint;
}

/** All addresses whose first `length` bits are those of `value`. */
export interface NetworkRange extends NetworkAddress {
  length: number;
}

/** Reads an address as sockets and proxies write it: with a zone, in brackets, with a port behind it; IPv4 inside IPv6 is IPv4. Null for anything else. */
export function networkAddressOf(text: string): NetworkAddress | null {
  const bare = text.trim();
  const inside = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(bare)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(bare)?.[1] ?? bare;
  const plain = inside.replace(/%[\w.-]+$/, "");
  if (!plain.includes(":")) return fourOf(plain);
  const six = sixOf(plain);
  const isMapped = six !== null && six >> 32n === 0xffffn;
  if (isMapped) return { bits: 32, value: six & 0xffff_ffffn };
  return six === null ? null : { bits: 128, value: six };
}

/** Whether an address, as sockets write it, is that of this machine itself. */
export function isLoopbackAddress(text: string): boolean {
  const address = networkAddressOf(text);
  return address !== null && (address.bits === 32 ? address.value >> 24n === 127n : address.value === 1n);
}

/** Reads an address, or a range of them as `10.0.0.0/8`. Null for anything else. */
export function networkRangeOf(text: string): NetworkRange | null {
  const [start = "", end, ...more] = text.trim().split("/");
  const address = networkAddressOf(start);
  if (address === null || more.length > 0) return null;
  if (end === undefined) return { ...address, length: address.bits };
  const length = /^\d{1,3}$/.test(end) ? Number(end) : Infinity;
  return length <= address.bits ? { ...address, length } : null;
}

export function isWithin({ bits, value }: NetworkAddress, range: NetworkRange): boolean {
  const free = BigInt(range.bits - range.length);
  return bits === range.bits && value >> free === range.value >> free;
}

/** Whose address it is, as text: an address of IPv4, and the 64 bits of IPv6 that a household or machine is given. */
export function householdOf({ bits, value }: NetworkAddress): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  const groups = [112n, 96n, 80n, 64n].map((shift) => ((value >> shift) & 0xffffn).toString(16));
  return `${groups.join(":")}::/64`;
}

function fourOf(text: string): NetworkAddress | null {
  const parts = text.split(".");
  const isOne = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isOne ? { bits: 32, value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n) } : null;
}

function sixOf(text: string): bigint | null {
  const tail = /(?<=:)\d+(?:\.\d+){3}$/.exec(text)?.[0];
  const four = tail === undefined ? null : fourOf(tail);
  if (tail !== undefined && four === null) return null;
  const halves = four === null || tail === undefined ? text : text.slice(0, -tail.length) + groupsOf(four.value);
  const [before = "", after, ...more] = halves.split("::");
  const [left, right] = [before, after ?? ""].map((half) => (half === "" ? [] : half.split(":")));
  if (more.length > 0 || left === undefined || right === undefined) return null;
  const missing = 8 - left.length - right.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

const groupsOf = (four: bigint): string => `${(four >> 16n).toString(16)}:${(four & 0xffffn).toString(16)}`;
