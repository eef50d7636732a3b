import type { Cluster } from "./cast-homes.ts";
import { titles } from "./name-words.ts";

/**
 * A list may call John Knightley `Mr. Knightley`, as he is at home: where the text mostly writes him out, the bare
 * `Mr. Knightley` is his brother, whom the list calls by his full name only. `counts` are the phrases of the text.
 */
export function giveBackTitles(clusters: readonly Cluster[], counts: ReadonlyMap<string, number>): void {
  for (const cluster of clusters)
    for (const key of cluster.keys) {
      const [title = "", last, ...more] = key.split(" ");
      if (more.length > 0 || !titles.has(title) || last === undefined || cluster.first === null) continue;
      const family = clusters.filter((one) => one !== cluster && one.keys[0] === `${title} ${one.first ?? ""} ${last}`);
      const [other] = family;
      if (other === undefined || family.length > 1 || other.keys.includes(key)) continue;
      const times = ({ first }: Cluster) => counts.get(`${title} ${first ?? ""} ${last}`) ?? 0;
      const bare = counts.get(key) ?? 0;
      if (times(cluster) < 3 || times(other) >= times(cluster) || bare < times(cluster) * 2) continue;
      cluster.keys = cluster.keys.filter((one) => one !== key);
      other.keys.push(key);
      other.count += bare;
    }
}
