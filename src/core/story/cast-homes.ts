import type { Company } from "./cast-company.ts";
import type { Member } from "./members.ts";
import { firstNames, nicknames, titles } from "./name-words.ts";
import type { NameEvidence } from "./names.ts";
import type { Gender } from "./story.ts";

/** What is known of a person while phrases are gathered under one name. */
export interface Cluster {
  /** Phrase keys that mean this person, strongest first. */
  keys: string[];
  first: string | null;
  /** Surnames, the patronymic of a Russian too, and both of a woman who marries. */
  lasts: Set<string>;
  gender: Gender | null;
  genderFrom: Member["genderFrom"];
  /** Title → how often it stands before the name. */
  titles: Map<string, number>;
  count: number;
  /** Offset of the first place where one of the keys stands. */
  since: number;
  fixed: string | null;
}

/** How often each phrase key stands in the book. */
export type Counts = ReadonlyMap<string, number>;

/** Titles that go with a first name: Sir William, Aunt Polly, Lady Catherine. */
const givenTitles = new Set(
  "sir lady uncle aunt aunty king queen prince princess father brother sister cousin dame don saint mother grandfather grandmother emperor master mester mistress madam".split(
    " ",
  ),
);
/** Those of them that nobody drops: she is never Catherine alone. */
const rank = new Set(["sir", "lady", "lord"]);
/** Offices that were men's where nothing says otherwise. */
const mens = new Set(
  "captain capt colonel col major maj general gen lieutenant lieut lt sergeant sergt sgt corporal private inspector constable reverend rev bishop cardinal dean admiral commodore judge mayor governor".split(
    " ",
  ),
);
/** Learned and military titles: a Dr. X and a Mr. X who are both named often are two. */
const offices = new Set([...mens, "dr", "doctor", "professor", "prof"]);
/** One title in two spellings. */
const spelling = new Map([
  ["doctor", "dr"],
  ["prof", "professor"],
  ["capt", "captain"],
  ["col", "colonel"],
  ["maj", "major"],
  ["gen", "general"],
  ["lieut", "lieutenant"],
]);
const spelled = (title: string) => spelling.get(title) ?? title;

export const goesByFirst = ({ titles: heads, names: [name = ""] }: NameEvidence, clusters: readonly Cluster[]) =>
  firstNames.has(name) || !clusters.some(({ lasts }) => lasts.has(name))
    ? heads.some((title) => givenTitles.has(title) || (title === "lord" && firstNames.has(name)))
    : false;

/** The gender that titles or a first name prove; an office counts as a man's only where `offices` are asked. */
export function genderOf(heads: readonly string[], names: readonly string[], full: boolean): Gender | null {
  for (const title of heads) {
    const gender = titles.get(title);
    if (gender !== undefined && gender !== null) return gender;
  }
  return full || heads.length === 0 ? (firstNames.get(names[0] ?? "") ?? null) : null;
}

const likelyGender = (entry: NameEvidence): Gender | null =>
  genderOf(entry.titles, entry.names, entry.names.length > 1) ??
  (entry.titles.some((title) => mens.has(title)) ? "male" : null);

const longForms = (name: string) => [name, ...(nicknames.get(name) ?? [])];
const sameFirst = (a: string, b: string) => longForms(a).some((form) => longForms(b).includes(form));
const agrees = (a: Gender | null, b: Gender | null) => a === null || b === null || a === b;

/** Who a full name belongs to, or null for somebody new. */
export function fullNameHome(clusters: readonly Cluster[], entry: NameEvidence): Cluster | null {
  const [first, last] = [entry.names[0] ?? "", entry.names.at(-1) ?? ""];
  const gender = likelyGender(entry);
  const same = clusters.filter(
    (c) =>
      (c.lasts.has(last) && c.first !== null && sameFirst(c.first, first) && agrees(c.gender, gender)) ||
      (c.lasts.has(first) && c.first === last),
  );
  if (same.length > 0) return most(same);
  // A list that knows a Mr. Knightley only means him by George Knightley too.
  const [only, second] = clusters.filter(
    (c) => c.fixed !== null && c.first === null && c.lasts.has(last) && agrees(c.gender, gender),
  );
  if (only !== undefined && second === undefined) return only;
  // Lady Catherine de Bourgh, once Lady Catherine stands.
  const longer = clusters.filter((c) => c.keys.some((key) => entry.key.startsWith(`${key} `)) && c.first === first);
  return most(longer);
}

/** So often a Mr. John Knightley is named that another Mr. Knightley must be about. */
const writtenOut = 6;

/** Who a title with one name belongs to: `Sir William`, `Mrs. Bennet`. */
export function titledHome(
  clusters: readonly Cluster[],
  entry: NameEvidence,
  apart: Company,
  counts: Counts,
): Cluster | null {
  const name = entry.names[0] ?? "";
  const gender = likelyGender(entry);
  const fits = clusters.filter(
    (c) => agrees(c.gender, gender) && !apart(c.keys, entry.key, Math.min(c.count, entry.count)),
  );
  const family = fits.filter((c) => c.lasts.has(name) && marries(c, entry, clusters) && !otherOffice(c, entry, counts));
  const byFirst =
    goesByFirst(entry, clusters) || entry.titles.includes("miss") || (family.length === 0 && firstNames.has(name))
      ? fits.filter((c) => c.first !== null && sameFirst(c.first, name) && !outranked(c, entry) && knownAs(c, entry))
      : [];
  const exact = byFirst.filter((c) => c.first === name);
  const sameRank = exact.filter((c) => entry.titles.some((title) => c.titles.has(title)));
  for (const some of [sameRank, exact, byFirst]) if (some.length > 0) return most(some);
  // Mr. John Knightley is written out because another Mr. Knightley is about.
  const apartFrom = family.some(
    (c) =>
      c.fixed === null &&
      entry.titles.includes("mr") &&
      c.keys.includes(`mr ${c.first ?? ""} ${name}`) &&
      c.count >= writtenOut &&
      c.count < entry.count * 0.5,
  );
  if (family.length === 0 || apartFrom) return null;
  const sameTitle = family.filter((c) => entry.titles.some((title) => c.titles.has(title)));
  if (sameTitle.length === 1) return sameTitle[0] ?? null;
  const [top, second] = [...family].sort((a, b) => b.count - a.count);
  return top !== undefined && (second === undefined || top.count >= second.count * 3) ? top : null;
}

/** A nickname that is written far more often than the full name beside it is somebody else's: Aunt Polly is not Mary Austin. */
const knownAs = ({ first, count, fixed }: Cluster, entry: NameEvidence) =>
  fixed !== null || first === entry.names[0] || count * 3 >= entry.count;

/** Sir William is not Mr. William Collins; Lady Anne is not Miss Anne. */
function outranked(cluster: Cluster, entry: NameEvidence): boolean {
  const ranked = entry.titles.some((title) => rank.has(title));
  const plain = ["mr", "mrs", "miss"].some((title) => cluster.titles.has(title));
  return ranked && plain && !entry.titles.some((title) => cluster.titles.has(title));
}

/** Fewest places of each that make a Dr. X and a Mr. X two people, and the least share of the rarer. */
const often = { times: 8, share: 0.15 } as const;

/** Whether the book often speaks of a Mr. X and of an X with an office: then neither is the other. */
function otherOffice(cluster: Cluster, { titles: heads, names: [name = ""] }: NameEvidence, counts: Counts): boolean {
  if (cluster.fixed !== null) return false;
  const plain = counts.get(`mr ${name}`) ?? 0;
  const held = Math.max(...[...offices].map((title) => counts.get(`${title} ${name}`) ?? 0));
  if (Math.min(plain, held) < Math.max(often.times, often.share * Math.max(plain, held))) return false;
  const holds = [...cluster.titles.keys()].some((title) => offices.has(title));
  return heads.includes("mr") ? holds : heads.some((title) => offices.has(title)) && !holds;
}

/** Mrs. and Miss of one surname are two people; a Mrs. or Lady is a woman known by her first name only if she is the one there is. */
function marries(cluster: Cluster, entry: NameEvidence, clusters: readonly Cluster[]): boolean {
  const name = entry.names[0] ?? "";
  const none = (...heads: string[]) => !heads.some((title) => cluster.titles.has(title));
  if (genderOf(entry.titles, entry.names, false) === "female" && cluster.gender === null) return false;
  if (entry.titles.includes("mrs") || entry.titles.includes("lady")) {
    const women = clusters.filter((c) => c.lasts.has(name) && c.gender === "female");
    const best = women.every((c) => c === cluster || c.count * 3 <= cluster.count) && cluster.count * 2 >= entry.count;
    return (
      none("miss", "mr", "lady") && (cluster.titles.has("mrs") || cluster.fixed !== null || women.length === 1 || best)
    );
  }
  return entry.titles.includes("miss") ? none("mrs", "mr", "lady") : true;
}

/** Places of a bare name before its full form is first written that show another bearer. */
const unknownFor = { times: 8, share: 0.35 } as const;
/** A full form with more than this share of the bare name's places is the usual one, however late it comes. */
const rare = 0.25;

/** Who a name without a title belongs to: a first name, a surname, a nickname, or a title that one person holds. */
export function bareHome(
  clusters: readonly Cluster[],
  entry: NameEvidence,
  apart: Company,
  counts: Counts,
): Cluster | null {
  const name = entry.names[0] ?? "";
  const holder = titles.has(name) ? holderOf(clusters, name) : null;
  if (holder !== null) return holder;
  const near = clusters.filter(
    (c) =>
      c.first !== null &&
      c.first !== name &&
      sameFirst(c.first, name) &&
      !neverBare(c) &&
      agrees(c.gender, firstNames.get(name) ?? null) &&
      !apart(c.keys, entry.key, Math.min(c.count, entry.count)),
  );
  const named = clusters.filter((c) => c.first === name);
  const exact = named.filter((c) => !comesLate(c, entry));
  const free = exact.filter((c) => !neverBare(c));
  const officer = officerOf(clusters, name, counts);
  if (officer !== null) return officer;
  if (free.length > 0) return most(free);
  if (exact.length > 0) return most(near) ?? most(exact);
  const surname = clusters.filter((c) => c.lasts.has(name));
  // A bare surname means the man, unless the name is a woman's first name.
  const men = surname.filter((c) => c.gender !== "female");
  if (men.length > 0) return most(men);
  if (near.length > 0 && named.length === 0) return most(near);
  return surname.length === 1 && entry.the === 0 ? (surname[0] ?? null) : null;
}

/** Fitzwilliam is the Colonel, though Darcy bears the name too: as a first name it hardly ever stands. */
function officerOf(clusters: readonly Cluster[], name: string, counts: Counts): Cluster | null {
  const officer = clusters.find(
    (c) => c.lasts.has(name) && c.keys.some((key) => mens.has(key.replace(` ${name}`, ""))),
  );
  if (officer === undefined) return null;
  const times = (keys: readonly string[], fits: (key: string) => boolean) =>
    keys.reduce((sum, key) => sum + (fits(key) ? (counts.get(key) ?? 0) : 0), 0);
  const asLast = times(officer.keys, (key) => key.endsWith(` ${name}`));
  const asFirst = times([...counts.keys()], (key) => key.includes(`${name} `));
  return asLast > asFirst * 3 ? officer : null;
}

/** Known with Sir or Lady only. */
const neverBare = ({ keys, fixed }: Cluster) =>
  fixed === null && keys.every((key) => rank.has(key.split(" ")[0] ?? ""));

/** Mary has long been about when Mary King is heard of: she is another. */
function comesLate(cluster: Cluster, entry: NameEvidence): boolean {
  if (cluster.fixed !== null || cluster.count > entry.count * rare) return false;
  const before = entry.at.filter((at) => at < cluster.since).length;
  return before >= Math.max(unknownFor.times, unknownFor.share * entry.count);
}

/** The Count, where all but a few of those who are called Count are one person. */
function holderOf(clusters: readonly Cluster[], name: string): Cluster | null {
  if (givenTitles.has(name) && !/^(?:prince|princess|king|queen)$/.test(name)) return null;
  const held = (cluster: Cluster) =>
    [...cluster.titles].reduce((sum, [title, count]) => sum + (spelled(title) === spelled(name) ? count : 0), 0);
  const [top, ...others] = [...clusters].sort((a, b) => held(b) - held(a));
  if (top === undefined || held(top) < 2) return null;
  return others.reduce((sum, other) => sum + held(other), 0) <= held(top) * 0.25 ? top : null;
}

function most(clusters: readonly Cluster[]): Cluster | null {
  return [...clusters].sort((a, b) => b.count - a.count)[0] ?? null;
}
