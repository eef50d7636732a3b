import { describe, expect, it } from "vitest";
import { elementOf, escapeXml, parseXml, textOf } from "./s3-xml.ts";

describe("the XML of S3", () => {
  it("gives elements and their text", () => {
    const root = parseXml(
      '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- a remark --><List xmlns="http://x/" a=\'b\'>\n <Key>a &amp; b &#x7f85;&#29983;</Key><Empty/><Owner><ID>1</ID></Owner><Key>2</Key></List>\n',
    );
    expect(root && [root.name, textOf(root, "Key"), textOf(root, "Empty"), textOf(root, "None")]).toEqual([
      "List",
      "a & b 羅生",
      "",
      null,
    ]);
    const owner = root && elementOf(root, "Owner");
    expect(owner && textOf(owner, "ID")).toBe("1");
    expect(root?.elements.map(({ name }) => name)).toEqual(["Key", "Empty", "Owner", "Key"]);
  });

  it.each([
    "",
    "text",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a/>text",
    "<a>&none;</a>",
    "<a>&amp</a>",
    "<a>&#x110000;</a>",
    "<a b=c/>",
    "<a><![CDATA[x]]></a>",
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    "<a>".repeat(20) + "</a>".repeat(20),
    "<html><body><p>A proxy speaks</body></html>",
  ])("is not %s", (document) => {
    expect(parseXml(document)).toBeNull();
  });

  it("is read in time that grows with its length, however broken", () => {
    const began = performance.now();
    for (const part of ["<", "<a ", "&", "<a b='", "<!--", "</a"]) expect(parseXml(part.repeat(50_000))).toBeNull();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("takes any text that was written for it", () => {
    const text = `<"&'> 😀`;
    expect(textOf(parseXml(`<r><t>${escapeXml(text)}</t></r>`) ?? { name: "", elements: [], text: "" }, "t")).toBe(
      text,
    );
  });
});
