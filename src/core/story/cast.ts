import * as steady from "../geometry/steady-math.ts";
import type { Company } from "./cast-company.ts";
import { bareHome, type Cluster, fullNameHome, genderOf, goesByFirst, titledHome } from "./cast-homes.ts";
import type { Member } from "./members.ts";
import { firstNames, roleNouns, softTitles, titles } from "./name-words.ts";
import type { NameEvidence } from "./names.ts";
import { giveBackTitles } from "./roster-titles.ts";
import type { Gender } from "./story.ts";

/** A name given from outside: the cast is then exactly this list. */
export interface RosterEntry {
  name: string;
  aliases?: readonly string[];
}

/** The people of a text by their names, and which phrase means whom. */
export interface NamedCast {
  members: Member[];
  byKey: Map<string, number>;
}

/** Groups phrases into people: full names first, then what is left of them in titles, first names and surnames. */
export function clusterNames(
  people: readonly NameEvidence[],
  roster: readonly RosterEntry[] | null,
  apart: Company,
): NamedCast {
  const clusters = (roster ?? []).map(fromRoster);
  const sorted = [...people].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const counts = new Map(people.map(({ key, count: times }) => [key, times]));
  const known = new Set(clusters.flatMap((cluster) => cluster.keys));
  for (const entry of sorted) if (known.has(entry.key)) count(clusters, entry);
  if (roster !== null) giveBackTitles(clusters, counts);
  const rest = sorted.filter((entry) => !known.has(entry.key));
  for (const entry of rest)
    if (entry.names.length > 1) place(clusters, entry, fullNameHome(clusters, entry), roster !== null);
  for (const entry of rest)
    if (entry.names.length === 1 && entry.titles.length > 0)
      place(clusters, entry, titledHome(clusters, entry, apart, counts), roster !== null);
  for (const entry of rest)
    if (entry.names.length === 1 && entry.titles.length === 0)
      place(clusters, entry, bareHome(clusters, entry, apart, counts), roster !== null);
  if (roster === null) clusters.splice(0, clusters.length, ...withMarriages(clusters));
  const display = new Map(people.map((entry) => [entry.key, entry.display]));
  const byKey = new Map<string, number>();
  for (const [index, cluster] of clusters.entries())
    for (const key of cluster.keys) if (!byKey.has(key)) byKey.set(key, index);
  return { members: clusters.map((cluster) => memberOf(cluster, display, people)), byKey };
}

/** Miss Mina Murray is Mrs. Mina Harker by and by: one first name, a Miss of one surname and a Mrs. of another. */
function withMarriages(clusters: readonly Cluster[]): Cluster[] {
  const gone = new Set<Cluster>();
  for (const wife of clusters) {
    if (wife.first === null || wife.gender !== "female" || !wife.titles.has("mrs") || wife.titles.has("miss")) continue;
    const maid = clusters.find(
      ({ first, titles: heads }) => first === wife.first && heads.has("miss") && !heads.has("mrs"),
    );
    if (maid === undefined || gone.has(maid)) continue;
    maid.keys.push(...wife.keys);
    maid.count += wife.count;
    for (const last of wife.lasts) maid.lasts.add(last);
    gone.add(wife);
  }
  return clusters.filter((cluster) => !gone.has(cluster));
}

/** Small letters and single spaces, as phrase keys are written. */
export const keyOf = (name: string) =>
  (name.toLowerCase().match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [])
    .filter((word) => !softTitles.has(word) && !/^(?:the|an?)$/.test(word))
    .join(" ");

function fromRoster({ name, aliases = [] }: RosterEntry): Cluster {
  const keys = [...new Set([name, ...aliases].map(keyOf).filter((key) => key !== ""))];
  const forms = keys.map((key) => {
    const words = key.split(" ");
    const heads = words.filter((word, i) => titles.has(word) && i < words.length - 1);
    return { heads, names: words.slice(heads.length) };
  });
  const [own] = forms;
  const full = forms.find(({ names }) => names.length > 1);
  const gender = own === undefined ? null : genderOf(own.heads, own.names, own.names.length > 1);
  const proof = gender ?? firstProof(keys);
  return {
    keys,
    first: full?.names[0] ?? null,
    lasts: new Set(forms.flatMap(({ heads, names }) => (names.length + heads.length > 1 ? names.slice(-1) : []))),
    gender: proof,
    genderFrom: proof === null ? null : "name",
    titles: new Map(forms.flatMap(({ heads }) => heads.map((title) => [title, 1] as const))),
    count: 0,
    since: 0,
    fixed: name,
  };
}

function firstProof(keys: readonly string[]): Gender | null {
  for (const key of keys) {
    const words = key.split(" ");
    const gender = titles.get(words[0] ?? "") ?? firstNames.get(words[0] ?? "") ?? roleNouns.get(words.at(-1) ?? "");
    if (gender !== undefined && gender !== null) return gender;
  }
  return null;
}

function count(clusters: Cluster[], entry: NameEvidence): void {
  for (const cluster of clusters) if (cluster.keys.includes(entry.key)) cluster.count += entry.count;
}

function place(clusters: Cluster[], entry: NameEvidence, home: Cluster | null, closed: boolean): void {
  const gender = genderOf(entry.titles, entry.names, entry.names.length > 1);
  const titled = entry.titles.some((title) => (titles.get(title) ?? null) !== null);
  if (home !== null) {
    home.keys.push(entry.key);
    home.count += entry.count;
    for (const title of entry.titles) home.titles.set(title, (home.titles.get(title) ?? 0) + entry.count);
    home.since = Math.min(home.since, entry.at[0] ?? Infinity);
    if (gender !== null && (home.gender === null || titled))
      Object.assign(home, { gender, genderFrom: titled ? "title" : "name" });
    if (entry.names.length > 1) {
      home.first ??= entry.names[0] ?? null;
      home.lasts.add(entry.names.at(-1) ?? "");
    }
    return;
  }
  if (closed) return;
  const surname = entry.names.length > 1 || (entry.titles.length > 0 && !goesByFirst(entry, clusters));
  clusters.push({
    keys: [entry.key],
    first: entry.names.length > 1 || !surname ? (entry.names[0] ?? null) : null,
    lasts: new Set(surname ? entry.names.slice(-1) : []),
    gender,
    genderFrom: gender === null ? null : titled ? "title" : "name",
    titles: new Map(entry.titles.map((title) => [title, entry.count])),
    count: entry.count,
    since: entry.at[0] ?? Infinity,
    fixed: null,
  });
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
    surname: [...cluster.lasts].at(-1) ?? null,
  };
}

/** The fullest form that is not rare, for the cast list: Elizabeth Bennet, not Miss Eliza Bennet. */
function bestName(forms: readonly { surface: string; entry: NameEvidence | undefined }[]): string {
  const score = ({ entry }: { entry: NameEvidence | undefined }) => {
    if (entry === undefined) return 0;
    const fullness = entry.names.length > 1 ? 3 : entry.titles.length > 0 && !entry.titles.includes("miss") ? 1.5 : 1;
    return fullness * steady.log2(1 + entry.count);
  };
  const [best] = [...forms].sort((a, b) => score(b) - score(a));
  const the = best?.entry !== undefined && best.entry.the > best.entry.count * 0.5;
  return best === undefined ? "" : the ? `the ${best.surface}` : best.surface;
}
