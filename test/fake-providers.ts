import { vi } from "vitest";

/** What a provider says of a person. */
export interface ProvidedPerson {
  /** The stable id. */
  subject: string;
  name: string;
  /** Null where the provider tells none. */
  email: string | null;
  isVerified: boolean;
}

/** Google, X and a provider of OpenID Connect, as far as signing in asks them. */
export interface FakeProviders {
  /** Issuer of the provider of OpenID Connect. */
  issuer: string;
  /** Lets a person agree on the page that `url` leads to; gives the path back to the studio. */
  agree(url: string, person: ProvidedPerson): string;
  /** What was asked for at the token endpoints: one that is not what the page was opened with is refused. */
  refused: string[];
  end(): void;
}

interface Granted {
  person: ProvidedPerson;
  challenge: string;
  nonce: string | null;
  client: string;
}

const issuer = "https://id.example.org";
const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const letters = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Answers what would go to the providers; everything else that is fetched fails the test. */
export async function fakeProviders(): Promise<FakeProviders> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const publicKey = await crypto.subtle.exportKey("jwk", keys.publicKey);
  const granted = new Map<string, Granted>();
  const people = new Map<string, ProvidedPerson>();
  const refused: string[] = [];

  async function idToken({ person, nonce, client }: Granted, iss: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss,
      aud: client,
      sub: person.subject,
      iat: now,
      exp: now + 600,
      name: person.name,
      email: person.email,
      email_verified: person.isVerified,
      ...(nonce === null ? {} : { nonce }),
    };
    const parts = [{ alg: "RS256", typ: "JWT", kid: "k1" }, claims].map((part) =>
      encode(letters(JSON.stringify(part))),
    );
    const signature = await crypto.subtle.sign(algorithm.name, keys.privateKey, letters(parts.join(".")));
    return [...parts, encode(new Uint8Array(signature))].join(".");
  }

  async function tokens(body: URLSearchParams, iss: string): Promise<Response> {
    const grant = granted.get(body.get("code") ?? "");
    const verifier = new Uint8Array(await crypto.subtle.digest("SHA-256", letters(body.get("code_verifier") ?? "")));
    granted.delete(body.get("code") ?? "");
    if (!grant || encode(verifier) !== grant.challenge) {
      refused.push(body.get("code") ?? "");
      return Response.json({ error: "invalid_grant" }, { status: 400 });
    }
    const access = crypto.randomUUID();
    people.set(access, grant.person);
    const answer = { access_token: access, refresh_token: "kept by nobody", token_type: "Bearer", expires_in: 3600 };
    return Response.json({ ...answer, id_token: await idToken(grant, iss) });
  }

  function ofX(token: string): Response {
    const person = people.get(token);
    if (!person) return Response.json({}, { status: 401 });
    const email = person.email !== null && person.isVerified ? { confirmed_email: person.email } : {};
    return Response.json({ data: { id: person.subject, name: person.name, username: "a handle", ...email } });
  }

  const discovery = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ["RS256"],
  };

  vi.stubGlobal("fetch", async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { origin, pathname } = new URL(request.url);
    const bearer = request.headers.get("Authorization")?.replace("Bearer ", "") ?? "";
    if (pathname === "/.well-known/openid-configuration") return Response.json(discovery);
    const jwks = { keys: [{ ...publicKey, kid: "k1", alg: "RS256", use: "sig" }] };
    if (pathname === "/jwks" || pathname === "/oauth2/v3/certs") return Response.json(jwks);
    if (origin === "https://oauth2.googleapis.com" && pathname === "/token")
      return tokens(new URLSearchParams(await request.text()), "https://accounts.google.com");
    if (pathname === "/token" || pathname === "/2/oauth2/token")
      return tokens(new URLSearchParams(await request.text()), issuer);
    if (pathname === "/2/users/me") return ofX(bearer);
    throw new Error(`Nobody fetches ${request.url}.`);
  });

  return {
    issuer,
    refused,
    agree(url, person) {
      const asked = new URL(url).searchParams;
      const [code, back] = [crypto.randomUUID(), new URL(asked.get("redirect_uri") ?? "")];
      if (asked.get("code_challenge_method") !== "S256")
        throw new Error("The way is not bound to who began it (PKCE).");
      const challenge = asked.get("code_challenge") ?? "";
      granted.set(code, { person, challenge, nonce: asked.get("nonce"), client: asked.get("client_id") ?? "" });
      return `${back.pathname}?${new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString()}`;
    },
    end: () => void vi.unstubAllGlobals(),
  };
}
