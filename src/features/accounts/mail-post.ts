import { type Mailer, MailError } from "../../backends/mail/mailer.ts";
import type { Database } from "../../backends/sql/database.ts";
import { type MailFacts, mailLanguage, mailPage, mailText } from "./mail-text.ts";
import type { MailKind } from "./mail-words.ts";
import {
  addMail,
  claimMails,
  type MailRow,
  mailsOfOtherKeys,
  markFailed,
  markSent,
  markUnreadable,
  resealMail,
} from "./queries/mails.ts";
import type { Sealer } from "./sealed-text.ts";

const minute = 60_000;
/** Milliseconds in which an attempt is over, one way or the other. */
const attemptLength = 2 * minute;
/** Attempts after which a mail stays in the outbox: the last comes a day and a half after the first. */
const mostAttempts = 12;
const batch = 20;

export interface MailPostParts {
  db: Database;
  now(): number;
  newId(): string;
  sealer: Sealer;
  /** Null keeps mail in the outbox. */
  mailer: Mailer | null;
  /** What goes wrong beside the mail server. */
  trouble(error: unknown): void;
}

export interface OutgoingMail {
  kind: MailKind;
  to: string;
  /** Whom it is for; null where the address has no account. */
  userId: string | null;
  /** BCP 47 tag. */
  language: string | null;
  facts: MailFacts;
}

/** Where mail is put, and from where it goes out. */
export interface MailPost {
  /** Puts a mail into the outbox and begins to send it. */
  post(mail: OutgoingMail): Promise<void>;
  /** Sends what is due; how many were taken. Nothing without a server of mail. */
  sendDue(): Promise<number>;
  /** The text of a mail that was not sent; null where it is gone. */
  textOf(row: Pick<MailRow, "sealedText" | "keyId">): Promise<string | null>;
  /** Seals anew what a former master secret has sealed; how many mails. */
  reseal(): Promise<number>;
  /** Waits until what was begun is over. */
  settled(): Promise<void>;
}

/** The outbox in the table `mails`, and the way out of it. What was not taken is tried again, later each time. */
export function mailPost({ db, now, newId, sealer, mailer, trouble }: MailPostParts): MailPost {
  const running = new Set<Promise<unknown>>();
  const track = (work: Promise<unknown>): void => {
    const kept = work.catch(trouble).finally(() => running.delete(kept));
    running.add(kept);
  };

  async function textOf({ sealedText, keyId }: Pick<MailRow, "sealedText" | "keyId">): Promise<string | null> {
    return sealedText === null || keyId === null ? null : sealer.open({ sealed: sealedText, keyId });
  }

  async function deliver(row: MailRow, to: Mailer): Promise<boolean> {
    const text = await textOf(row);
    if (text === null) {
      await markUnreadable(db, row.id);
      return false;
    }
    const language = mailLanguage(row.language);
    try {
      const { id, recipient, subject } = row;
      await to.send({ to: recipient, subject, text, html: mailPage(text, language), id, language });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      const isOver = error.isFinal || row.attempts >= mostAttempts;
      await markFailed(db, row.id, { error: error.message, next: isOver ? null : now() + waitAfter(row.attempts) });
      return false;
    }
    await markSent(db, row.id, now());
    return true;
  }

  async function sendDue(): Promise<number> {
    if (mailer === null) return 0;
    let taken = 0;
    for (const row of await claimMails(db, now(), now() + attemptLength, batch))
      if (await deliver(row, mailer)) taken += 1;
    return taken;
  }

  return {
    textOf,
    sendDue,
    async post({ kind, to, userId, language: tag, facts }) {
      const language = mailLanguage(tag);
      const { subject, text } = mailText(kind, language, facts);
      const { sealed, keyId } = await sealer.seal(text);
      const mail = { id: newId(), userId, recipient: to, kind, language, subject, sealedText: sealed, keyId };
      await addMail(db, { ...mail, now: now() });
      if (mailer) track(sendDue());
    },
    async reseal() {
      const current = await sealer.keyId();
      let count = 0;
      for (;;) {
        const rows = await mailsOfOtherKeys(db, current, batch);
        for (const row of rows) count += await resealed(row);
        if (rows.length < batch) return count;
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };

  /** A mail whose key is gone cannot be read by anybody: what is sealed in it goes. */
  async function resealed(row: MailRow): Promise<number> {
    const text = await textOf(row);
    if (text === null) {
      await markUnreadable(db, row.id);
      return 0;
    }
    const { sealed, keyId } = await sealer.seal(text);
    await resealMail(db, row.id, { from: row.keyId ?? "", sealedText: sealed, keyId });
    return 1;
  }
}

/** 1, 2, 4 … minutes, and never more than six hours. */
const waitAfter = (attempts: number): number => Math.min(360, 2 ** (attempts - 1)) * minute;
