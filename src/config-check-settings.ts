import type { Json } from "./config-check-jsonc.ts";

export const environments = ["development", "production"] as const;
export type DeployEnvironment = (typeof environments)[number];

/** A text in the settings, and where it stands: `env.production.vars.ORIGIN`. */
export interface Told {
  where: string;
  value: string;
}

/** What wrangler makes of one environment. */
export interface EnvironmentSettings {
  name: DeployEnvironment;
  /** Where it stands: `env.production`. */
  where: string;
  own: Json;
  /** A value of the environment, or of the whole file where environments inherit it. */
  setting(key: string): { where: string; value: Json } | null;
}

/** The settings of both environments, and those of the whole file. */
export interface DeploySettings {
  file: Json;
  development: EnvironmentSettings;
  production: EnvironmentSettings;
}

/** What environments have from the level above unless they say otherwise; the others, all bindings among them, they must say themselves. */
const inherited = new Set(
  `name main compatibility_date compatibility_flags account_id routes route workers_dev preview_urls triggers assets rules observability`.split(
    " ",
  ),
);

/** The settings of an environment; null where the file has none of that name. */
export function settingsOf(file: Json, name: DeployEnvironment): EnvironmentSettings | null {
  const own = memberOf(memberOf(file, "env"), name);
  if (own === null || typeof own !== "object" || Array.isArray(own)) return null;
  const where = `env.${name}`;
  return {
    name,
    where,
    own,
    setting(key) {
      const value = memberOf(own, key);
      if (value !== null) return { where: `${where}.${key}`, value };
      const above = inherited.has(key) ? memberOf(file, key) : null;
      return above === null ? null : { where: key, value: above };
    },
  };
}

/** A member of an object; null where there is none. */
export function memberOf(value: Json | null, key: string): Json | null {
  if (value === null || typeof value !== "object" || Array.isArray(value) || !Object.hasOwn(value, key)) return null;
  // Not a list: `Array.isArray` does not narrow one that is read-only.
  return (value as { readonly [key: string]: Json })[key] ?? null;
}

/** Every text in a value, with its place. */
export function textsIn(value: Json | null, where: string): Told[] {
  if (typeof value === "string") return [{ where, value }];
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => textsIn(item, `${where}[${i}]`));
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${where}.${key}`));
}

/** The texts of an environment whose place ends in one of these keys. */
export function textsOf({ own, where }: EnvironmentSettings, keys: ReadonlySet<string>): Told[] {
  return textsIn(own, where).filter((told) => keys.has(lastKey(told.where)));
}

/** The name that a place ends in: `binding` of `env.production.d1_databases[0].binding`. */
function lastKey(where: string): string {
  return (where.split(".").at(-1) ?? "").replace(/\[\d+\]$/, "");
}
