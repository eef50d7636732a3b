import type { SignInHooks } from "../../backends/sign-in/sign-in.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { MailPost } from "./mail-post.ts";
import { acceptInvitation, isInvited } from "./queries/invitations.ts";
import { signUpPolicy } from "./queries/instance.ts";
import { ownerWithoutAccount } from "./queries/local-owner.ts";
import { personOfMail } from "./queries/sign-in-ways.ts";
import { deviceOf } from "./sign-in-device.ts";

export interface SignInHookParts {
  db: Database;
  mail: MailPost;
  now(): number;
  /** Scheme, host and port that browsers see, without a slash at the end. */
  origin: string;
  trouble(error: unknown): void;
}

/** What signing in asks of mail, invitations and the settings of the instance. */
export function signInHooks({ db, mail, now, origin, trouble }: SignInHookParts): SignInHooks {
  return {
    trouble,
    deviceOf,
    async send({ kind, email, userId, link, newEmail }) {
      const person = userId === null ? null : await personOfMail(db, userId);
      await mail.post({
        kind,
        to: email,
        userId,
        language: person?.language ?? null,
        facts: { name: person?.name ?? "", link: link ?? `${origin}/sign-in`, address: newEmail ?? "" },
      });
    },
    async mayJoin(email) {
      // Before the first account nobody comes in but by the code.
      if ((await ownerWithoutAccount(db)) !== null) return false;
      return (await signUpPolicy(db)) === "open" || isInvited(db, { email, hash: null, now: now() });
    },
    proven: ({ id, email }) => acceptInvitation(db, { email, userId: id, now: now() }),
  };
}
