import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

export type SignUpPolicy = "open" | "invitation";

/** Who may make an account without being asked: nobody, as long as nothing was set. */
export async function signUpPolicy({ kysely }: Database): Promise<SignUpPolicy> {
  const row = await kysely
    .selectFrom("instance_settings")
    .select("value")
    .where("name", "=", "sign-up")
    .executeTakeFirst();
  return row?.value === "open" ? "open" : "invitation";
}

/** Sets who may make an account, written down with who did it. */
export async function setSignUpPolicy(
  db: Database,
  actor: string,
  { policy, auditId, address, now }: { policy: SignUpPolicy; auditId: string; address: string | null; now: number },
): Promise<void> {
  const at = timeText(now);
  await db.atomic([
    policyQuery(db, policy, now),
    db.kysely.insertInto("audit_log").values({
      id: auditId,
      actor_id: actor,
      action: "instance.sign-up",
      subject_type: "instance",
      subject_id: "sign-up",
      details: JSON.stringify({ policy }),
      ip_address: address,
      created_at: at,
    }),
  ]);
}

/** The change of the policy alone, for a list of queries. */
export function policyQuery({ kysely }: Database, policy: SignUpPolicy, now: number) {
  const row = { value: policy, updated_at: timeText(now) };
  return kysely
    .insertInto("instance_settings")
    .values({ name: "sign-up", ...row })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(row));
}
