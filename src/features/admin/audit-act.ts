import type { Context } from "hono";
import type { ApiEnv } from "../../http/api.ts";
import type { AuditAct } from "./queries/audit-row.ts";

/** An act of who sends a request, from where it comes. */
export function actOf(
  c: Context<ApiEnv>,
  act: Omit<AuditAct, "actor" | "address" | "details"> & { details?: AuditAct["details"] },
): AuditAct {
  const address = c.get("address");
  return { details: null, ...act, actor: c.get("owner"), address: address === "unknown" ? null : address };
}
