import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { indexHtml } from "./index-html.ts";
import type { ReaderData } from "./reader-data.ts";

const hostile = `</script><script>alert("1")</script><!-- ' & <b> \u2028`;

describe("index.html", () => {
  it("[F0] asks for nothing but the pictures beside it", () => {
    const { links } = parsed(indexHtml(book()));
    const asked = links.filter((link) => !link.startsWith("#") && !link.startsWith("data:"));
    expect(asked).toEqual(["pages/0000.png", "pages/0001.png", "pages/0002.png"]);
    expect(indexHtml(book())).not.toMatch(/@import|url\((?!#)/);
  });

  it("[F0] names no other machine: the only address in it is the name of SVG's own vocabulary", () => {
    const addresses = indexHtml(book()).match(/\b(?:https?|wss?|ftp):\/\/[^\s"'`)]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(["http://www.w3.org/2000/svg"]));
  });

  it("[F0] allows its own script and style by their hashes and nothing else", async () => {
    const { elements, policy } = parsed(indexHtml(book()));
    const own = async (tag: string) =>
      sha256(elements.find((element) => element.tag === tag && !element.type)?.text ?? "");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${await own("script")}'`);
    expect(policy).toContain(`style-src 'sha256-${await own("style")}'`);
    expect(policy).not.toContain("unsafe");
  });

  it("[F0] keeps a hostile book inside its text", () => {
    const data = { ...book(), title: hostile, creators: [hostile], text: hostile.repeat(3) };
    for (const page of data.pages)
      for (const panel of page.panels) for (const balloon of panel.balloons) balloon.words = hostile;
    const { elements } = parsed(indexHtml(data));
    expect(elements.filter(({ tag }) => tag === "script").map(({ type }) => type)).toEqual(["", "application/json"]);
    expect(elements.find(({ tag }) => tag === "title")?.text).toBe(hostile);
    expect(elements.find(({ tag }) => tag === "h1")?.text).toBe(hostile);
    expect(elements.filter(({ tag }) => tag === "b")).toEqual([]);
  });

  it("[F0] carries the whole data, to the letter", () => {
    const data = { ...book(), title: hostile, text: `${hostile} \ud800 « 猫 »` };
    const json = parsed(indexHtml(data)).elements.find(({ type }) => type === "application/json")?.text ?? "";
    expect(JSON.parse(json)).toEqual(data);
  });

  it("[F0] shows the pages in order without scripts, with what is said on them as alternative text", () => {
    const { images } = parsed(indexHtml(book()));
    expect(images).toEqual([
      { src: "pages/0000.png", alt: "Cover" },
      { src: "pages/0001.png", alt: "Page 1: Who is there? Nobody." },
      { src: "pages/0002.png", alt: "Page 2" },
    ]);
  });

  it("[F7] calls the book's own pages by their names, wherever their numbers are", () => {
    const [cover, first, second] = book().pages;
    if (!cover || !first || !second) throw new Error("no pages");
    const pages = [cover, { ...second, role: "title" as const }, first];
    const alts = (language: string) => parsed(indexHtml({ ...book(), language, pages })).images.map(({ alt }) => alt);
    expect(alts("en")).toEqual(["Cover", "Title page", "Page 1: Who is there? Nobody."]);
    expect(alts("ja")[1]).toBe("扉");
  });

  it("[F0] speaks Japanese for a Japanese book, and sets its pages from right to left", () => {
    const html = indexHtml({ ...book(), language: "ja", direction: "rtl" });
    expect(html).toContain(`<html lang="ja">`);
    expect(html).toContain(`<ol dir="rtl">`);
    expect(parsed(html).images[0]?.alt).toBe("表紙");
  });

  it("[T3] writes the same bytes for the same comic", () => {
    expect(indexHtml(book())).toBe(indexHtml(book()));
  });
});

function book(): ReaderData {
  const balloon = (words: string) => ({
    box: [0, 0, 10, 10] as [number, number, number, number],
    words,
    speaker: null,
    start: 0,
    end: 4,
  });
  const page = (number: number, said: string[]): ReaderData["pages"][number] => ({
    number,
    picture: `pages/000${number}.png`,
    width: 1240,
    height: 1754,
    side: number % 2 ? "right" : "left",
    panels: said.length > 0 ? [{ outline: [0, 0, 9, 0, 9, 9, 0, 9], balloons: said.map(balloon) }] : [],
  });
  return {
    version: 1,
    title: "A Book",
    creators: ["Somebody"],
    language: "en",
    direction: "ltr",
    text: "Who is there? Nobody.",
    chapters: [{ title: null, start: 0, end: 21 }],
    pages: [page(0, []), page(1, ["Who is there?", "Nobody."]), page(2, [])],
    cast: [],
    fates: [{ start: 0, end: 21, fate: "shown", at: { page: 1, panel: 0 }, note: null }],
  };
}

interface Parsed {
  elements: { tag: string; type: string; text: string }[];
  images: { src: string; alt: string }[];
  links: string[];
  policy: string;
}

/** The file as a browser's tokeniser sees it. */
function parsed(html: string): Parsed {
  const result: Parsed = { elements: [], images: [], links: [], policy: "" };
  const open: Parsed["elements"] = [];
  const parser = new Parser({
    onopentag(tag, { type = "", src, href, alt = "", content = "", ...rest }) {
      const element = { tag, type, text: "" };
      open.push(element);
      result.elements.push(element);
      if (tag === "img") result.images.push({ src: src ?? "", alt });
      if (rest["http-equiv"]) result.policy = content;
      result.links.push(...[src, href].filter((link) => link !== undefined));
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return result;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
