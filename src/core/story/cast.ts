import type { Member } from "./members.ts";
import { firstNames, nicknames, softTitles, titles } from "./name-words.ts";
import type { NameEvidence } from "./names.ts";
import type { Gender } from "./story.ts";

/** A name given from outside: the cast is then exactly this list. */
export interface RosterEntry {
  name: string;
  aliases?: readonly string[];
}

interface Cluster {
  /** Phrase keys that mean this person, strongest first. */
  keys: string[];
  first: string | null;
  last: string | null;
  gender: Gender | null;
  genderFrom: Member["genderFrom"];
  titles: Set<string>;
  count: number;
  fixed: string | null;
}

/** The people of a text by their names, and which phrase means whom. */
export interface NamedCast {
  members: Member[];
  byKey: Map<string, number>;
}

/** Titles that go with a first name: Sir William, Aunt Polly, Lady Catherine. */
const givenTitles = new Set(
  "sir lady uncle aunt aunty king queen prince princess father brother sister cousin dame don saint mother grandfather grandmother emperor".split(
    " ",
  ),
);

/** Groups phrases into people: full names first, then what is left of them in titles, first names and surnames. */
export function clusterNames(people: readonly NameEvidence[], roster: readonly RosterEntry[] | null): NamedCast {
  const clusters = (roster ?? []).map(fromRoster);
  const sorted = [...people].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const known = new Set(clusters.flatMap((cluster) => cluster.keys));
  for (const entry of sorted) if (known.has(entry.key)) count(clusters, entry);
  const rest = sorted.filter((entry) => !known.has(entry.key));
  for (const entry of rest)
    if (entry.names.length > 1) place(clusters, entry, fullNameHome(clusters, entry), roster !== null);
  for (const entry of rest)
    if (entry.names.length === 1 && entry.titles.length > 0)
      place(clusters, entry, titledHome(clusters, entry), roster !== null);
  for (const entry of rest)
    if (entry.names.length === 1 && entry.titles.length === 0)
      place(clusters, entry, bareHome(clusters, entry), roster !== null);
  const display = new Map(people.map((entry) => [entry.key, entry.display]));
  const byKey = new Map<string, number>();
  for (const [index, cluster] of clusters.entries())
    for (const key of cluster.keys) if (!byKey.has(key)) byKey.set(key, index);
  return { members: clusters.map((cluster) => memberOf(cluster, display, people)), byKey };
}

/** Small letters and single spaces, as phrase keys are written. */
export const keyOf = (name: string) =>
  (name.toLowerCase().match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [])
    .filter((word) => !softTitles.has(word) && !/^(?:the|an?)$/.test(word))
    .join(" ");

function fromRoster({ name, aliases = [] }: RosterEntry): Cluster {
  const keys = [...new Set([name, ...aliases].map(keyOf).filter((key) => key !== ""))];
  const words = keyOf(name).split(" ");
  const heads = words.filter((word, i) => titles.has(word) && i < words.length - 1);
  const names = words.slice(heads.length);
  const gender = genderOf(heads, names, names.length > 1) ?? firstProof(keys);
  return {
    keys,
    first: names.length > 1 ? (names[0] ?? null) : null,
    last: names.length > 1 || heads.length > 0 ? (names.at(-1) ?? null) : null,
    gender,
    genderFrom: gender === null ? null : "name",
    titles: new Set(heads),
    count: 0,
    fixed: name,
  };
}

function firstProof(keys: readonly string[]): Gender | null {
  for (const key of keys) {
    const words = key.split(" ");
    const gender = titles.get(words[0] ?? "") ?? firstNames.get(words[0] ?? "");
    if (gender !== undefined && gender !== null) return gender;
  }
  return null;
}

function count(clusters: Cluster[], entry: NameEvidence): void {
  for (const cluster of clusters) if (cluster.keys.includes(entry.key)) cluster.count += entry.count;
}

function genderOf(heads: readonly string[], names: readonly string[], full: boolean): Gender | null {
  for (const title of heads) {
    const gender = titles.get(title);
    if (gender !== undefined && gender !== null) return gender;
  }
  return full || heads.length === 0 ? (firstNames.get(names[0] ?? "") ?? null) : null;
}

function place(clusters: Cluster[], entry: NameEvidence, home: Cluster | null, closed: boolean): void {
  const gender = genderOf(entry.titles, entry.names, entry.names.length > 1);
  const titled = entry.titles.some((title) => (titles.get(title) ?? null) !== null);
  if (home !== null) {
    home.keys.push(entry.key);
    home.count += entry.count;
    for (const title of entry.titles) home.titles.add(title);
    if (gender !== null && (home.gender === null || titled))
      Object.assign(home, { gender, genderFrom: titled ? "title" : "name" });
    if (entry.names.length > 1 && home.first === null) home.first = entry.names[0] ?? null;
    return;
  }
  if (closed) return;
  const surname =
    entry.names.length > 1 || (entry.titles.length > 0 && !entry.titles.some((title) => givenTitles.has(title)));
  clusters.push({
    keys: [entry.key],
    first: entry.names.length > 1 || !surname ? (entry.names[0] ?? null) : null,
    last: surname ? (entry.names.at(-1) ?? null) : null,
    gender,
    genderFrom: gender === null ? null : titled ? "title" : "name",
    titles: new Set(entry.titles),
    count: entry.count,
    fixed: null,
  });
}

const sameFirst = (a: string, b: string) =>
  a === b || (nicknames.get(a)?.includes(b) ?? false) || (nicknames.get(b)?.includes(a) ?? false);
const agrees = (a: Gender | null, b: Gender | null) => a === null || b === null || a === b;

function fullNameHome(clusters: readonly Cluster[], entry: NameEvidence): Cluster | null {
  const [first, last] = [entry.names[0] ?? "", entry.names.at(-1) ?? ""];
  const gender = genderOf(entry.titles, entry.names, true);
  const same = clusters.filter(
    (c) => c.last === last && c.first !== null && sameFirst(c.first, first) && agrees(c.gender, gender),
  );
  if (same.length > 0) return most(same);
  // Lady Catherine de Bourgh, once Lady Catherine stands.
  const longer = clusters.filter((c) => c.keys.some((key) => entry.key.startsWith(`${key} `)) && c.first === first);
  return most(longer);
}

function titledHome(clusters: readonly Cluster[], entry: NameEvidence): Cluster | null {
  const name = entry.names[0] ?? "";
  const gender = genderOf(entry.titles, entry.names, false);
  const given = entry.titles.some((title) => givenTitles.has(title));
  const byFirst = clusters.filter(
    (c) =>
      c.first !== null &&
      sameFirst(c.first, name) &&
      agrees(c.gender, gender) &&
      (given || entry.titles.includes("miss")),
  );
  if (byFirst.length > 0) return most(byFirst);
  const family = clusters.filter((c) => c.last === name && agrees(c.gender, gender) && marries(c, entry));
  // Mr. John Knightley is written out because another Mr. Knightley is about.
  const apart = family.some(
    (c) =>
      c.fixed === null &&
      entry.titles.includes("mr") &&
      c.keys.includes(`mr ${c.first ?? ""} ${name}`) &&
      c.count > 1 &&
      c.count < entry.count * 0.5,
  );
  if (family.length === 0 || apart) return null;
  const sameTitle = family.filter((c) => entry.titles.some((title) => c.titles.has(title)));
  if (sameTitle.length === 1) return sameTitle[0] ?? null;
  const [top, second] = [...family].sort((a, b) => b.count - a.count);
  return top !== undefined && (second === undefined || top.count >= second.count * 3) ? top : null;
}

/** Mrs. and Miss of one surname are two people. */
function marries(cluster: Cluster, entry: NameEvidence): boolean {
  if (genderOf(entry.titles, entry.names, false) === "female" && cluster.gender === null) return false;
  if (entry.titles.includes("mrs")) return !cluster.titles.has("miss") && !cluster.titles.has("mr");
  if (entry.titles.includes("miss")) return !cluster.titles.has("mrs") && !cluster.titles.has("mr");
  return true;
}

function bareHome(clusters: readonly Cluster[], entry: NameEvidence): Cluster | null {
  const name = entry.names[0] ?? "";
  const exact = clusters.filter((c) => c.first === name);
  if (exact.length > 0) return most(exact);
  const surname = clusters.filter((c) => c.last === name);
  // A bare surname means the man, unless the name is a woman's first name.
  const men = surname.filter((c) => c.gender !== "female");
  if (men.length > 0) return most(men);
  const byNick = clusters.filter(
    (c) =>
      c.first !== null && c.last !== null && sameFirst(c.first, name) && agrees(c.gender, firstNames.get(name) ?? null),
  );
  if (byNick.length > 0) return most(byNick);
  return surname.length === 1 && entry.the === 0 ? (surname[0] ?? null) : null;
}

function most(clusters: readonly Cluster[]): Cluster | null {
  return [...clusters].sort((a, b) => b.count - a.count)[0] ?? null;
}

function memberOf(cluster: Cluster, display: ReadonlyMap<string, string>, people: readonly NameEvidence[]): Member {
  const counts = new Map(people.map((entry) => [entry.key, entry]));
  const forms = cluster.keys
    .filter((key) => display.has(key))
    .map((key) => ({ surface: display.get(key) ?? key, entry: counts.get(key) }));
  const best = cluster.fixed ?? bestName(forms);
  const aliases = [...new Set(forms.map((form) => form.surface))].filter((form) => form !== best);
  return {
    name: best,
    aliases,
    gender: cluster.gender,
    genderFrom: cluster.genderFrom,
    narrator: false,
    nameless: false,
    surname: cluster.last,
  };
}

/** The fullest form that is not rare, for the cast list: Elizabeth Bennet, not Miss Eliza Bennet. */
function bestName(forms: readonly { surface: string; entry: NameEvidence | undefined }[]): string {
  const score = ({ entry }: { entry: NameEvidence | undefined }) => {
    if (entry === undefined) return 0;
    const fullness = entry.names.length > 1 ? 3 : entry.titles.length > 0 ? 1.5 : 1;
    return fullness * Math.log2(1 + entry.count);
  };
  const [best] = [...forms].sort((a, b) => score(b) - score(a));
  const the = best?.entry !== undefined && best.entry.the > best.entry.count * 0.5;
  return best === undefined ? "" : the ? `the ${best.surface}` : best.surface;
}
