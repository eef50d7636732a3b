import { smtpMailer } from "../backends/mail/smtp.ts";
import { openSignIn } from "../backends/sign-in/better-auth.ts";
import type { Config } from "../config.ts";
import type { Secret } from "../config-secret.ts";
import { isLoopback } from "../config-values.ts";
import { mailPost } from "../features/accounts/mail-post.ts";
import { ownerWithoutAccount } from "../features/accounts/queries/local-owner.ts";
import { resealKeys } from "../features/accounts/reseal-keys.ts";
import { sealer } from "../features/accounts/sealed-text.ts";
import { setupCode } from "../features/accounts/setup-code.ts";
import type { StudioAccounts } from "../features/accounts/sign-in-api.ts";
import { signInHooks } from "../features/accounts/sign-in-hooks.ts";
import { personFinder } from "../features/accounts/sign-in-person.ts";
import type { Services } from "../services.ts";

/** Milliseconds between two looks for mail that is due. */
const mailPause = 60_000;

export interface AccountsChoice {
  config: Pick<
    Config,
    | "onLoopback"
    | "sessionSecret"
    | "oldSessionSecrets"
    | "masterSecret"
    | "oldMasterSecrets"
    | "google"
    | "twitter"
    | "oidc"
    | "smtp"
    | "mailFrom"
  >;
  /** Scheme, host and port that browsers see, without a slash at the end. */
  origin: string;
  trouble(error: unknown): void;
}

export interface OpenedAccounts extends StudioAccounts {
  /** Whether the first account is to be made with the code. */
  isSetupAwaited(): Promise<boolean>;
  /** Sends mail that is due from time to time, and seals anew what a former master secret has sealed; `stop` ends it. */
  begin(): { stop(): Promise<void> };
}

/** Accounts on the database of some services. */
export async function openAccounts(
  { db, now, newId }: Pick<Services, "db" | "now" | "newId">,
  { config, origin, trouble }: AccountsChoice,
): Promise<OpenedAccounts> {
  const masters = [config.masterSecret, ...config.oldMasterSecrets].map((secret) => secret.bytes());
  const smtp = { host: new URL(origin).hostname, from: config.mailFrom };
  const mailer = config.smtp === null ? null : smtpMailer({ url: config.smtp.reveal(), ...smtp });
  const mail = mailPost({ db, now, newId, sealer: sealer(masters, "mail"), mailer, trouble });
  const { google, twitter, oidc } = config;
  const signIn = openSignIn({
    db,
    origin,
    newId,
    now,
    secrets: [config.sessionSecret.reveal(), ...config.oldSessionSecrets.map((secret) => secret.reveal())],
    providers: {
      google: google && clientOf(google),
      twitter: twitter && clientOf(twitter),
      oidc: oidc && { ...clientOf(oidc), issuer: oidc.issuer, name: oidc.name },
    },
    hooks: signInHooks({ db, mail, now, origin, trouble }),
  });
  // A proxy on this machine may let others in: then ORIGIN is another place.
  const onLoopback = config.onLoopback && isLoopback(new URL(origin).hostname.replace(/^\[(.*)\]$/, "$1"));
  const people = personFinder({ db, signIn, now, onLoopback });
  return {
    signIn,
    mail,
    people,
    isSetupAwaited: async () => !(await people.isSingleUser()) && (await ownerWithoutAccount(db)) !== null,
    setupCode: await setupCode(config.sessionSecret.bytes()),
    google: google !== null,
    twitter: twitter !== null,
    oidc: oidc?.name ?? null,
    sendsMail: mailer !== null,
    begin() {
      const resealed = Promise.all([mail.reseal(), resealKeys(db, sealer(masters, "api-keys"))]).catch(trouble);
      const send = (): void => void mail.sendDue().catch(trouble);
      const timer = setInterval(send, mailPause);
      send();
      return {
        async stop() {
          clearInterval(timer);
          await Promise.all([resealed, mail.settled()]);
          await mailer?.close();
        },
      };
    },
  };
}

const clientOf = ({ id, secret }: { id: string; secret: Secret }) => ({ id, secret: secret.reveal() });
