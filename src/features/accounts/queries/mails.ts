import { timeText } from "../../../backends/sql/codecs.ts";
import type { Cursor } from "../../../backends/sql/cursor.ts";
import type { Database } from "../../../backends/sql/database.ts";

const columns = [
  "id",
  "recipient",
  "template as kind",
  "language",
  "subject",
  "sealed_text as sealedText",
  "key_id as keyId",
  "attempts",
  "error_message as error",
  "sent_at as sentAt",
  "created_at as createdAt",
] as const;

export interface MailRow {
  id: string;
  recipient: string;
  kind: string;
  language: string;
  subject: string;
  sealedText: string | null;
  keyId: string | null;
  attempts: number;
  error: string | null;
  sentAt: string | null;
  createdAt: string;
}

export interface NewMail {
  id: string;
  userId: string | null;
  recipient: string;
  kind: string;
  language: string;
  subject: string;
  sealedText: string;
  keyId: string;
  now: number;
}

/** Puts a mail into the outbox, to be sent at once. */
export async function addMail({ kysely }: Database, mail: NewMail): Promise<void> {
  const at = timeText(mail.now);
  await kysely
    .insertInto("mails")
    .values({
      id: mail.id,
      user_id: mail.userId,
      recipient: mail.recipient,
      template: mail.kind,
      language: mail.language,
      subject: mail.subject,
      sealed_text: mail.sealedText,
      key_id: mail.keyId,
      next_attempt_at: at,
      created_at: at,
    })
    .execute();
}

/** Milliseconds after which a mail is too old to be sent: the links in it are worth nothing. */
const sendable = 2 * 24 * 3_600_000;

/** Takes some mails whose time has come, and puts off their next attempt to `until`, so that nobody else tries them meanwhile. */
export async function claimMails({ kysely }: Database, now: number, until: number, limit: number): Promise<MailRow[]> {
  const due = kysely
    .selectFrom("mails")
    .select("id")
    .where("next_attempt_at", "<=", timeText(now))
    .where("created_at", ">", timeText(now - sendable))
    .orderBy("next_attempt_at")
    .limit(limit);
  return kysely
    .updateTable("mails")
    .set(({ eb }) => ({ next_attempt_at: timeText(until), attempts: eb("attempts", "+", 1) }))
    .where("id", "in", due)
    .where("next_attempt_at", "<=", timeText(now))
    .returning(columns)
    .execute();
}

/** A mail is on its way; what stood in it is forgotten. */
export async function markSent({ kysely }: Database, id: string, now: number): Promise<void> {
  await kysely
    .updateTable("mails")
    .set({ sent_at: timeText(now), sealed_text: null, key_id: null, next_attempt_at: null, error_message: null })
    .where("id", "=", id)
    .execute();
}

/** A mail was not taken; `next` in milliseconds since 1970, null for never again. */
export async function markFailed(
  { kysely }: Database,
  id: string,
  { error, next }: { error: string; next: number | null },
): Promise<void> {
  await kysely
    .updateTable("mails")
    .set({ error_message: error.slice(0, 300), next_attempt_at: next === null ? null : timeText(next) })
    .where("id", "=", id)
    .execute();
}

/** What stood in a mail can be read by nobody any more. */
export async function markUnreadable({ kysely }: Database, id: string): Promise<void> {
  const error_message = "The key that sealed it is gone.";
  await kysely
    .updateTable("mails")
    .set({ sealed_text: null, key_id: null, next_attempt_at: null, error_message })
    .where("id", "=", id)
    .execute();
}

/** Mails, newest first; one more than `limit`. */
export async function listMails(
  { kysely }: Database,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<MailRow[]> {
  let query = kysely.selectFrom("mails").select(columns).orderBy("created_at", "desc").orderBy("id", "desc");
  if (cursor) {
    const [createdAt, id] = cursor.map(String);
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("created_at", "id"), "<", tuple(createdAt ?? "", id ?? "")),
    );
  }
  return query.limit(limit + 1).execute();
}

/** Some mails that another key has sealed than `keyId`. */
export async function mailsOfOtherKeys({ kysely }: Database, keyId: string, limit: number): Promise<MailRow[]> {
  return kysely.selectFrom("mails").select(columns).where("key_id", "<>", keyId).limit(limit).execute();
}

/** Replaces what is sealed in a mail, unless it was sent or replaced meanwhile. */
export async function resealMail(
  { kysely }: Database,
  id: string,
  { from, sealedText, keyId }: { from: string; sealedText: string; keyId: string },
): Promise<void> {
  await kysely
    .updateTable("mails")
    .set({ sealed_text: sealedText, key_id: keyId })
    .where("id", "=", id)
    .where("key_id", "=", from)
    .execute();
}
