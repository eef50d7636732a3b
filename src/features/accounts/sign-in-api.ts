import type { SignIn } from "../../backends/sign-in/sign-in.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { Api } from "../../http/api.ts";
import { claimRoutes } from "./claim-routes.ts";
import { invitationRoutes } from "./invitations-routes.ts";
import type { MailPost } from "./mail-post.ts";
import { mailRoutes } from "./mail-routes.ts";
import { sessionRoutes } from "./sessions-routes.ts";
import { signInLinkRoutes } from "./sign-in-link-routes.ts";
import { ownSignInRoutes } from "./sign-in-own-routes.ts";
import { passkeyRoutes } from "./sign-in-passkey-routes.ts";
import type { PersonFinder } from "./sign-in-person.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { tokenRoutes } from "./tokens-routes.ts";

/** What a studio with accounts is made of; an entry makes it. */
export interface StudioAccounts {
  signIn: SignIn;
  people: PersonFinder;
  mail: MailPost;
  /** What the first to sign up must know where others can reach the server. */
  setupCode: string;
  google: boolean;
  twitter: boolean;
  /** What the provider of OpenID Connect is called; null where there is none. */
  oidc: string | null;
  /** Whether mail reaches people, and does not stay in the outbox. */
  sendsMail: boolean;
}

export interface SignInApiParts {
  db: Database;
  now(): number;
  newId(): string;
  /** Scheme, host and port that browsers see, without a slash at the end. */
  origin: string;
}

/** Mounts everything about signing in, sessions, tokens, invitations and mail. */
export function mountSignIn(app: Api, parts: SignInApiParts, accounts: StudioAccounts): void {
  const all = { ...parts, ...accounts };
  const routes = [
    signInRoutes(all),
    signInLinkRoutes(all),
    ownSignInRoutes(all),
    passkeyRoutes(all),
    claimRoutes(all),
    sessionRoutes(all),
    tokenRoutes(all),
    invitationRoutes(all),
    mailRoutes(all),
  ];
  for (const each of routes) app.route("/api", each);
}
