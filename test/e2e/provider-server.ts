import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { BrowserContext } from "playwright-core";
import { type FakeProviders, fakeProviders, type ProvidedPerson } from "../fake-providers.ts";

export interface ProviderServer {
  /** What the studio at an address is started with, to know Google, X and a provider of its own. */
  envAt(address: string): Record<string, string>;
  /** Shows a page on which `person` agrees, wherever a browser is sent to a provider. */
  appearIn(context: BrowserContext, person: ProvidedPerson): Promise<void>;
  end(): void;
}

const authorizing = /^https:\/\/(?:accounts\.google\.com|(?:www\.)?(?:x|twitter)\.com|id\.example\.org)\//;

/** The fake providers, for a studio that is another process: it asks this server what it would ask them. */
export async function openProviders(): Promise<ProviderServer> {
  let [providers, answer]: [FakeProviders | null, typeof fetch | null] = [null, null];
  const server = createServer(async (asked, response) => {
    const to = String(asked.headers["x-asked-for"]);
    const body = await text(asked);
    const { host: _host, connection: _connection, "content-length": _length, ...headers } = asked.headers;
    const got = await answer?.(to, {
      method: asked.method ?? "GET",
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      ...(body !== "" && { body }),
    });
    response.writeHead(got?.status ?? 500, { "Content-Type": "application/json" });
    response.end(await got?.text());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("a port has a number");
  const real = globalThis.fetch;
  providers = await fakeProviders();
  // Only this server asks them: everything else in the suite fetches as ever.
  answer = globalThis.fetch;
  globalThis.fetch = real;
  const { agree, issuer } = providers;
  const client = (name: string) => ({ [`${name}_CLIENT_ID`]: "studio", [`${name}_CLIENT_SECRET`]: "of the client" });
  return {
    envAt: (address) => ({
      FAKE_PROVIDERS: `http://127.0.0.1:${place.port}/`,
      NODE_OPTIONS: `--import=${new URL("provider-fetch.ts", import.meta.url).href}`,
      ...client("GOOGLE"),
      ...client("OIDC"),
      OIDC_ISSUER: issuer,
      OIDC_NAME: "Our house",
      ...client("TWITTER"),
      ORIGIN: address,
      TWITTER_REDIRECT_URI: `${address}/api/auth/callback/twitter`,
    }),
    async appearIn(context, person) {
      await context.route(authorizing, async (route) => {
        const url = route.request().url();
        const studio = new URL(new URL(url).searchParams.get("redirect_uri") ?? "").origin;
        const back = `${studio}${agree(url, person)}`;
        await route.fulfill({
          contentType: "text/html",
          body: `<title>Provider</title><a href="${back.replaceAll("&", "&amp;")}">Agree</a>`,
        });
      });
    },
    end() {
      server.close();
      providers?.end();
    },
  };
}
