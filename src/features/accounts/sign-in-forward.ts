import type { Context } from "hono";
import type { SignIn } from "../../backends/sign-in/sign-in.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import type { ApiEnv } from "../../http/api.ts";
import type { Person } from "../../http/person.ts";
import { endSessionOfToken } from "./queries/sessions.ts";
import type { PersonFinder } from "./sign-in-person.ts";
import { refusalCode, refusalOf } from "./sign-in-refusals.ts";

export interface ForwardParts {
  db: Database;
  signIn: SignIn;
  people: PersonFinder;
  /** Scheme, host and port that browsers see, without a slash at the end. */
  origin: string;
}

type Body = Readonly<Record<string, unknown>>;

/** Headers of a request that the back end may see; all others stay outside. */
const passed = ["Cookie", "User-Agent", "Accept-Language"];

/**
 * Sends a request on to the back end: under the origin of the studio, which has been compared already, with the fields that the schema lets through
 * and the address that we know of.
 */
function send(
  c: Context<ApiEnv>,
  { signIn, origin }: ForwardParts,
  path: string,
  body: Body | null,
): Promise<Response> {
  const headers = new Headers({ Origin: origin, "x-fabula-address": c.get("address") });
  for (const name of passed) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  if (body !== null) headers.set("Content-Type", "application/json");
  const init = body === null ? { method: "GET", headers } : { method: "POST", headers, body: JSON.stringify(body) };
  return signIn.answer(new Request(`${origin}/api/auth${path}`, init));
}

/** Asks the back end for something; gives its JSON, and the browser its cookies. Throws `Refused`. */
export async function ask(c: Context<ApiEnv>, parts: ForwardParts, path: string, body: Body | null): Promise<unknown> {
  const response = await send(c, parts, path, body);
  if (response.status >= 400) throw await refusalOf(response);
  await passCookies(c, parts, response);
  return response.json();
}

/** Lets the browser follow a link of a mail or come back from a provider. What fails leads to `failed`, or to where the provider's way was begun. */
export async function follow(
  c: Context<ApiEnv>,
  parts: ForwardParts,
  { path, failed }: { path: string; failed: string | null },
): Promise<Response> {
  const response = await send(c, parts, path, null);
  const location = response.headers.get("Location");
  if (location === null) {
    const refusal = response.status >= 400 ? await refusalOf(response) : null;
    return c.redirect(withError(failed ?? "/sign-in", refusal?.code ?? "provider-failed"), 302);
  }
  await passCookies(c, parts, response);
  return c.redirect(ownPlace(location, parts.origin, failed), 302);
}

/** The path of a place of ours. A failure is told by our own code, and nothing that a provider wrote goes on. */
function ownPlace(location: string, origin: string, failed: string | null): string {
  const place = new URL(location, origin);
  if (place.origin !== origin) return withError("/sign-in", "provider-failed");
  const error = place.searchParams.get("error");
  if (error === null) return `${place.pathname}${place.search}`;
  return withError(failed ?? place.pathname, refusalCode(error, failed === null ? "provider-failed" : "link-ended"));
}

const withError = (path: string, code: string): string => `${path}?error=${encodeURIComponent(code)}`;

/** A browser that signs in anew leaves the session that it had, which somebody may have given it. */
async function passCookies(c: Context<ApiEnv>, { db, signIn }: ForwardParts, response: Response): Promise<void> {
  const cookies = response.headers.getSetCookie();
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
  if (!cookies.some((cookie) => /session_token=[^;]/.test(cookie))) return;
  const [before, after] = [await signIn.tokenOf(c.req.raw.headers), await signIn.tokenOf(cookiesOf(cookies))];
  if (before !== null && after !== null && before !== after) await endSessionOfToken(db, before);
}

/** Cookies as the browser will send them. */
function cookiesOf(cookies: readonly string[]): Headers {
  return new Headers({ Cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}

/** Who asks, and has signed in to do so. Throws `Refused`: `sign-in-needed`, `session-needed`. */
export async function personOfSession(
  c: Context<ApiEnv>,
  { people }: Pick<ForwardParts, "people">,
): Promise<Person & { sessionId: string }> {
  const person = await people.signedIn(c.req.raw);
  if (person === null) throw new Refused("sign-in-needed");
  if (person.sessionId === null) throw new Refused("session-needed");
  return { ...person, sessionId: person.sessionId };
}
