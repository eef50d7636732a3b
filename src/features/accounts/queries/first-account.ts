import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { SqlError } from "../../../backends/sql/sql-error.ts";
import { policyQuery, type SignUpPolicy } from "./instance.ts";
import { localEmail } from "./local-owner.ts";

export interface FirstAccount {
  /** In lower case. */
  email: string;
  name: string;
  language: string;
  passwordHash: string;
  accountId: string;
  auditId: string;
  policy: SignUpPolicy;
  /** From where; null where it is not known. */
  address: string | null;
  now: number;
}

/**
 * Makes the first account of what the one person has, who keeps all of it and becomes ADMIN; false where that was done before, by somebody else at
 * the same moment too.
 */
export async function claimOwner(db: Database, owner: string, account: FirstAccount): Promise<boolean> {
  const { kysely } = db;
  const at = timeText(account.now);
  try {
    await db.atomic([
      kysely
        .updateTable("users")
        .set({
          email: account.email,
          email_verified: 1,
          email_verified_at: at,
          name: account.name,
          language: account.language,
          roles: '["USER","ADMIN"]',
          updated_at: at,
        })
        .where("id", "=", owner)
        .where("email", "=", localEmail),
      guard(
        db,
        sql`exists (select 1 from users where id = ${owner} and email = ${account.email} and updated_at = ${at})`,
      ),
      kysely.insertInto("accounts").values({
        id: account.accountId,
        user_id: owner,
        type: "credential",
        provider: "credential",
        provider_account_id: owner,
        password_hash: account.passwordHash,
        created_at: at,
        updated_at: at,
      }),
      policyQuery(db, account.policy, account.now),
      kysely.insertInto("audit_log").values({
        id: account.auditId,
        actor_id: owner,
        action: "account.claimed",
        subject_type: "user",
        subject_id: owner,
        details: JSON.stringify({ policy: account.policy }),
        ip_address: account.address,
        created_at: at,
      }),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error) || (error instanceof SqlError && error.code === "unique")) return false;
    throw error;
  }
}
