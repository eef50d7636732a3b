import { Refused } from "../core/text/result.ts";
import type { DevAnswer } from "./dev-migrate.ts";

/**
 * Answers what POST /dev/restore asks for: `{"backup": "last" or a key, "confirm": the name of the database}`. Each call goes some way; `ended` tells
 * when all is done. 400 for what cannot be asked, 409 where it cannot be done.
 */
export async function devRestore(
  database: string,
  body: unknown,
  restore: (backup: string) => Promise<Readonly<Record<string, unknown>>>,
): Promise<DevAnswer> {
  const given = typeof body === "object" && body !== null ? new Map<string, unknown>(Object.entries(body)) : null;
  const backup = given?.get("backup");
  if (typeof backup !== "string" || given?.get("confirm") !== database)
    return { status: 400, body: { error: `It takes backup, a key or “last”, and confirm: ${database}.` } };
  try {
    return { status: 200, body: await restore(backup) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { status: 409, body: { error: error.message } };
  }
}
