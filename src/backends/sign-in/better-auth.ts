import { passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";
import { betterAuth, type BetterAuthOptions } from "better-auth/minimal";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { magicLink } from "better-auth/plugins/magic-link";
import { accountRows } from "./account-rows.ts";
import { passwords } from "./passwords.ts";
import { accountFields, authenticatorFields, sessionFields, userFields, verificationFields } from "./row-names.ts";
import { accountHooks, sessionHooks, userHooks } from "./row-hooks.ts";
import { passwordLength, sessionDays, type SignIn, type SignInLetter, type SignInParts } from "./sign-in.ts";
import { renewToken } from "./session-token.ts";
import { signedCookies } from "./signed-cookies.ts";
import { renewedLink } from "./signed-links.ts";
import { forgetUnproven, proveAddress } from "./unproven-account.ts";

const hour = 3_600;
const day = 24 * hour;
/** Seconds for which a link of a mail is good. */
const linkLife = { address: 24 * hour, password: hour, magic: 15 * 60 };

/** Signing in by better-auth, on our tables. */
export function openSignIn(parts: SignInParts): SignIn {
  const { db, origin, secrets, hooks } = parts;
  const isSecure = origin.startsWith("https:");
  const prefix = isSecure ? "__Host-fabula" : "fabula";
  const sessionCookie = `${prefix}.session_token`;
  const cookies = signedCookies(secrets);
  const own = passwords();
  const tokenOf = (headers: Headers): Promise<string | null> => cookies.read(headers, sessionCookie);
  const cookieOf = async (token: string, isLong = true): Promise<string> => {
    const age = isLong ? `Max-Age=${sessionDays * day}; ` : "";
    const flags = `Path=/; ${age}HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
    return `${sessionCookie}=${await cookies.sign(token)}; ${flags}`;
  };
  const anew: SignIn["anew"] = async (headers) => {
    const token = await tokenOf(headers);
    const session = token === null ? null : await renewToken(db, token);
    return session && cookieOf(session.token, session.isLong);
  };
  /** A link that confirms another address signs nobody in; the session that has opened it goes on, under another token. */
  async function withOwnSession(response: Response, headers: Headers): Promise<Response> {
    const isSession = (cookie: string): boolean => cookie.startsWith(`${sessionCookie}=`);
    const set = response.headers.getSetCookie();
    if (!set.some(isSession)) return response;
    const answer = new Response(response.body, response);
    answer.headers.delete("Set-Cookie");
    const renewed = await anew(headers);
    for (const cookie of [...set.filter((each) => !isSession(each)), ...(renewed === null ? [] : [renewed])])
      answer.headers.append("Set-Cookie", cookie);
    return answer;
  }
  const auth = betterAuth(optionsOf(parts, { prefix, isSecure, own, tokenOf }));
  return {
    async answer(request) {
      const headers = await cookies.renewed(request.headers);
      const address = await renewedLink(request.url, secrets);
      const asked = address === request.url ? new Request(request, { headers }) : new Request(address, { headers });
      const response = await auth.handler(asked);
      if (response.status >= 500) hooks.trouble(new Error(`Signing in answered ${response.status}.`));
      return address.includes("/verify-email?") ? withOwnSession(response, headers) : response;
    },
    tokenOf,
    cookieOf,
    anew,
    hashPassword: own.hash,
    isPassword: own.verify,
  };
}

interface Chosen {
  prefix: string;
  isSecure: boolean;
  own: ReturnType<typeof passwords>;
  tokenOf: SignIn["tokenOf"];
}

function optionsOf(parts: SignInParts, { prefix, isSecure, own, tokenOf }: Chosen) {
  const { db, origin, secrets, newId, providers, hooks } = parts;
  return {
    appName: "Fabula",
    baseURL: origin,
    basePath: "/api/auth",
    secret: secrets[0],
    database: accountRows(db, newId),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    // What it would write holds addresses of people; what fails comes to `trouble`.
    logger: { disabled: true },
    // The studio has its own, which holds over all processes.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: newId, validateSchema: false },
      // The route writes this field from what it knows of the connection.
      ipAddress: { ipAddressHeaders: ["x-fabula-address"] },
    },
    user: {
      ...userFields,
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: async ({ user, newEmail, url }) =>
          sendLetter(parts, letter("confirm-address", user, url, newEmail)),
      },
      validateUserInfo: async ({ user, source }) => {
        const email = user.email ?? "";
        const isProven = source.method !== "oauth" || user.emailVerified === true;
        if (source.action === "sign-in") return undefined;
        if (!isProven) return { error: "address-unproven" };
        if (source.action === "link-account") await forgetUnproven(db, { id: user.id ?? "", email, now: parts.now() });
        else if (!(await hooks.mayJoin(email))) return { error: "sign-up-closed" };
        return undefined;
      },
    },
    session: { ...sessionFields, expiresIn: sessionDays * day, updateAge: day, freshAge: day },
    account: {
      ...accountFields,
      updateAccountOnSignIn: false,
      // Both sides must have proven the address, or `forgetUnproven` has taken away what was there before the proof.
      accountLinking: {
        enabled: true,
        requireLocalEmailVerified: false,
        trustedProviders: [],
        allowDifferentEmails: true,
      },
    },
    // A token in a link is worth a password: the row keeps its hash.
    verification: { ...verificationFields, storeIdentifier: "hashed" },
    databaseHooks: { user: userHooks(parts, tokenOf), session: sessionHooks(parts), account: accountHooks },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: { hash: own.hash, verify: ({ password, hash }) => own.verify(password, hash) },
      resetPasswordTokenExpiresIn: linkLife.password,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => sendLetter(parts, letter("reset-password", user, url)),
      onExistingUserSignUp: async ({ user }) => sendLetter(parts, letter("address-known", user, null)),
      // Who has the link has the mailbox.
      onPasswordReset: async ({ user }) => proveAddress(db, user.id, parts.now()),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: false,
      expiresIn: linkLife.address,
      sendVerificationEmail: async ({ user, url }) => {
        const known = await db.kysely.selectFrom("users").select("email").where("id", "=", user.id).executeTakeFirst();
        const kind = known?.email === user.email ? "verify-address" : "new-address";
        sendLetter(parts, letter(kind, user, url));
      },
    },
    socialProviders: socialProvidersOf(parts),
    plugins: [
      magicLink({
        expiresIn: linkLife.magic,
        storeToken: "hashed",
        sendMagicLink: async ({ email, url }) => {
          const user = await db.kysely.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst();
          if (!user && !(await hooks.mayJoin(email))) return;
          sendLetter(parts, { kind: "magic-link", email, userId: user?.id ?? null, link: url, newEmail: null });
        },
      }),
      passkey({ rpName: "Fabula", rpID: new URL(origin).hostname, origin, schema: { passkey: authenticatorFields } }),
      ...(providers.oidc === null ? [] : [genericOAuth({ config: [oidcOf(providers.oidc)] })]),
    ],
    onAPIError: {
      errorURL: `${origin}/sign-in`,
      onError: (error: unknown) => {
        if (!(error instanceof APIError)) hooks.trouble(error);
      },
    },
  } satisfies BetterAuthOptions;
}

function letter(
  kind: SignInLetter["kind"],
  { id, email }: { id: string; email: string },
  link: string | null,
  newEmail: string | null = null,
): SignInLetter {
  return { kind, email, userId: id, link, newEmail };
}

/** Not waited for: how long an answer takes must not tell whether an address is known. */
function sendLetter({ hooks }: SignInParts, sent: SignInLetter): void {
  hooks.send(sent).catch((error: unknown) => hooks.trouble(error));
}

function socialProvidersOf({ providers: { google, twitter }, origin }: SignInParts) {
  const client = (name: string, { id, secret }: { id: string; secret: string }) => ({
    clientId: id,
    clientSecret: secret,
    redirectURI: `${origin}/api/auth/callback/${name}`,
  });
  return {
    ...(google === null ? {} : { google: { ...client("google", google), prompt: "select_account" as const } }),
    ...(twitter === null ? {} : { twitter: client("twitter", twitter) }),
  };
}

function oidcOf({ id, secret, issuer, name }: NonNullable<SignInParts["providers"]["oidc"]>) {
  return {
    providerId: "oidc",
    name,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId: id,
    clientSecret: secret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    requireIdTokenVerification: true,
  };
}
