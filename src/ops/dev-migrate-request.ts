const actions = ["up", "down", "reset", "status"] as const;
type DevMigrateAction = (typeof actions)[number];

/** What POST /dev/migrate may ask for. */
export interface DevMigrateRequest {
  action: DevMigrateAction;
  /** The version that is the last afterwards; null for all up, or one down. */
  target: number | null;
  /** Tell what would be done, and do nothing. */
  dryRun: boolean;
}

export type ReadDevMigrateRequest =
  | { ok: true; request: DevMigrateRequest }
  | { ok: false; details: string; action: string | null };

/**
 * Reads what was sent. To begin anew throws all rows away, so it must be forced; whatever is forced must be confirmed by the name of the database.
 */
export function readDevMigrateRequest(body: unknown, database: string): ReadDevMigrateRequest {
  const given = typeof body === "object" && body !== null ? new Map<string, unknown>(Object.entries(body)) : null;
  const action = actions.find((each) => each === given?.get("action")) ?? null;
  const wrong = (details: string): ReadDevMigrateRequest => ({ ok: false, details, action });
  if (!given || !action) return wrong(`The action is one of ${actions.join(", ")}.`);
  const unknown = [...given.keys()].find((name) => !fields.includes(name));
  if (unknown !== undefined) return wrong(`Nothing is known of ${unknown.slice(0, 40)}.`);
  for (const name of ["force", "dry_run"])
    if (!["boolean", "undefined"].includes(typeof given.get(name))) return wrong(`${name} is true or false.`);
  const force = given.get("force") === true;
  if (action === "reset" && !force) return wrong("A reset throws all rows away; it needs force.");
  if (force && given.get("confirm") !== database)
    return wrong(`What is forced needs confirm, with the name of the database: ${database}.`);
  const target = versionOf(given.get("target_version"));
  if (target === undefined) return wrong("target_version is the number of a migration, as in 0003, or 0 for none.");
  return { ok: true, request: { action, target, dryRun: given.get("dry_run") === true } };
}

const fields = ["action", "target_version", "force", "confirm", "dry_run"];

/** Null where none is given, undefined where it is none. */
function versionOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return null;
  const number = typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : undefined;
}
