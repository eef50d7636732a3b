import { createServer, type Server } from "node:http";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeEpub } from "../epub-fixture.ts";
import { browserPath, newPage, startStudio, type TestStudio } from "./book-studio.ts";

/** Everything by which a chapter could run or fetch something, with the address that would hear of it. */
const hostile = (evil: string): string => `
<script>window.ran = "script"</script>
<script src="${evil}/script.js"></script>
<script type="module">window.ran = "module"</script>
<p onclick="window.ran='click'" onmouseover="window.ran='over'" style="background:url(${evil}/style.png)">The first paragraph is quite ordinary.</p>
<img src="${evil}/picture.png" onerror="window.ran='error'" alt="A picture from elsewhere"/>
<img src="x" onerror="window.ran='broken'"/>
<p>A <a href="javascript:window.ran='link'">link that runs</a>, and <a href="${evil}/away">one that leads away</a>.</p>
<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran='svg'"><script>window.ran='svg script'</script><image href="${evil}/svg.png"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${evil}/inner"/></foreignObject></svg>
<iframe src="${evil}/frame" srcdoc="&lt;script&gt;parent.ran='frame'&lt;/script&gt;"></iframe>
<object data="${evil}/object"></object><embed src="${evil}/embed"/>
<video src="${evil}/video" autoplay="autoplay" onloadstart="window.ran='video'"></video><audio src="${evil}/audio" autoplay="autoplay"/>
<form action="${evil}/form" method="post"><input name="a" value="1" autofocus="autofocus" onfocus="window.ran='focus'"/><button formaction="javascript:window.ran='button'">Send</button></form>
<details open="open" ontoggle="window.ran='toggle'"><summary>More</summary>Within</details>
<style>@import url(${evil}/import.css); p { background: url(${evil}/sheet.png) }</style>
<link rel="stylesheet" href="${evil}/link.css"/><base href="${evil}/"/>
<meta http-equiv="refresh" content="0;url=${evil}/refresh"/>
<p>&lt;script&gt;window.ran = "escaped"&lt;/script&gt;&lt;img src=x onerror="window.ran='escaped'"&gt;</p>
<p>The last paragraph says good night.</p>`;

const markup = `&lt;img src=x onerror="window.ran='title'"&gt;`;

function hostileBook(evil: string): Uint8Array<ArrayBuffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="window.ran='cover'"><script>window.ran='cover'</script><image href="${evil}/cover.png"/></svg>`;
  return new Uint8Array(
    makeEpub({
      metadata: `<dc:title>Night ${markup}</dc:title><dc:creator>Eve ${markup}</dc:creator><dc:language>en</dc:language><dc:description>${markup}</dc:description><dc:subject>${markup}</dc:subject><meta name="cover" content="drawing"/>`,
      items: `<item id="drawing" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>`,
      pages: { "one.xhtml": `<h1>One ${markup}</h1>${hostile(evil)}`, "two.xhtml": `<h1>Two</h1>${hostile(evil)}` },
      nav: `<ol><li><a href="one.xhtml">One ${markup}</a></li><li><a href="two.xhtml" onclick="window.ran='nav'">Two</a></li></ol>`,
      files: { "OEBPS/cover.svg": drawing },
    }),
  );
}

describe.skipIf(browserPath === null)("a hostile book in the browser", () => {
  let studio: TestStudio;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let stranger: Server;
  let evil = "";
  /** What the stranger’s server was asked for, and what the browser has asked for anywhere. */
  const heard: string[] = [];
  const asked: string[] = [];
  const dialogs: string[] = [];
  let book = "";

  beforeAll(async () => {
    stranger = createServer((request, response) => {
      heard.push(request.url ?? "");
      response.end("window.ran = 'fetched'");
    });
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const place = stranger.address();
    if (place === null || typeof place === "string") throw new Error("no port is free");
    evil = `http://127.0.0.1:${place.port}`;
    studio = await startStudio();
    browser = await chromium.launch({ ...(browserPath && { executablePath: browserPath }), args: ["--no-sandbox"] });
    page = await newPage(browser, studio);
    context = page.context();
    context.on("request", (request) => asked.push(request.url()));
    context.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const response = await page.request.post("/api/books", {
      data: Buffer.from(hostileBook(evil)),
      headers: { "Content-Type": "application/octet-stream", "X-File-Name": "night.epub" },
    });
    const brought: { book: { id: string } } = await response.json();
    book = brought.book.id;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
    await new Promise((resolve) => stranger.close(resolve));
  }, 30_000);

  /** What has run, been fetched from elsewhere, or stands in the page though only text may. */
  async function harm(): Promise<string[]> {
    await page.waitForTimeout(300);
    const ran = await page.evaluate<string | null>("window.ran ?? null");
    const elements = await page.evaluate<string[]>(`[...document.querySelectorAll(
      "main iframe, main object, main embed, main form[action], main video, main audio, base, meta[http-equiv], main script, main [onclick], main [onerror], main [onload], main a[href^='javascript:'], main a[href^='http'], style[src], link[href^='http']"
    )].map((element) => element.outerHTML.slice(0, 200)).filter((html) => !html.includes("${studio.address}"))`);
    const elsewhere = asked.filter((url) => !url.startsWith(studio.address) && !/^(?:data|blob):/.test(url));
    return [...(ran === null ? [] : [`ran: ${ran}`]), ...elements, ...elsewhere, ...heard, ...dialogs];
  }

  it("is read as words: nothing of it runs, and nothing is fetched", { timeout: 120_000 }, async () => {
    for (const chapter of [0, 1]) {
      await page.goto(`/books/${book}/read?chapter=${chapter}`);
      const first = page.getByText("The first paragraph is quite ordinary.");
      await first.waitFor();
      await first.click();
      await first.hover();
      await page.getByText("The last paragraph says good night.").waitFor();
      // What is markup in words is words.
      expect(await page.locator("main").innerText()).toContain('<script>window.ran = "escaped"</script>');
      await page.getByText("link that runs").click();
      expect(page.url()).toContain(`/books/${book}/read`);
      expect(await harm()).toEqual([]);
    }
  });

  it("is shown on the shelf and on all its pages without harm", { timeout: 120_000 }, async () => {
    for (const path of [
      "/",
      "/library",
      `/books/${book}`,
      `/books/${book}/contents`,
      `/books/${book}/cast`,
      `/books/${book}/comic`,
    ]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      expect(await harm(), path).toEqual([]);
    }
    expect(asked.length).toBeGreaterThan(20);
  });

  it("does nothing when its parts are opened as pages of their own", { timeout: 120_000 }, async () => {
    for (const path of [
      `/api/books/${book}`,
      `/api/books/${book}/chapters/0`,
      `/api/books/${book}/cover`,
      `/api/books?q=night`,
    ]) {
      const answer = await page.goto(path);
      const policy = answer?.headers()["content-security-policy"] ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(await harm(), path).toEqual([]);
    }
  });

  it(
    "would do nothing even if its markup stood in the studio’s page: the policy forbids it",
    { timeout: 120_000 },
    async () => {
      await page.goto(`/books/${book}/read`);
      await page.getByText("The first paragraph is quite ordinary.").waitFor();
      // A refresh and a link lead the whole page away, which no policy forbids: markup never gets so far, as the tests above show.
      const got = hostile(evil).replace(/<meta[^>]*>|<base[^>]*>/g, "");
      const forbidden = await page.evaluate<string[]>(`(async () => {
      const seen = [];
      document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
      const place = document.createElement("div");
      document.body.append(place);
      place.innerHTML = ${JSON.stringify(got)};
      for (const script of place.querySelectorAll("script")) {
        const again = document.createElement("script");
        for (const { name, value } of script.attributes) again.setAttribute(name, value);
        again.textContent = script.textContent;
        place.append(again);
      }
      for (const element of place.querySelectorAll("a[href^='javascript'], p, button")) element.click();
      place.querySelector("form").submit();
      fetch("${evil}/fetch").catch(() => null);
      navigator.sendBeacon("${evil}/beacon", "x");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return [...new Set(seen)];
    })()`);
      for (const directive of [
        "script-src-elem",
        "script-src-attr",
        "img-src",
        "frame-src",
        "object-src",
        "media-src",
        "form-action",
        "connect-src",
        "style-src-elem",
      ])
        expect(forbidden).toContain(directive);
      expect(await page.evaluate("window.ran ?? null")).toBeNull();
      expect(heard).toEqual([]);
    },
  );
});
