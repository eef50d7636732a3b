import { describe, expect, it } from "vitest";
import { readPackage } from "./epub-package.ts";
import type { EpubPackage } from "./epub-package.ts";

const open = (metadata: string, rest = ""): EpubPackage =>
  readPackage(`<package unique-identifier=" id "><metadata>${metadata}</metadata>${rest}</package>`, "OPS/book.opf");
const read = (metadata: string): EpubPackage["metadata"] => open(metadata).metadata;

describe("metadata of an EPUB", () => {
  it("has the main title, without the space around it", () => {
    expect(read("<dc:title>\n  A  Book\n</dc:title>").title).toBe("A Book");
    expect(
      read(
        '<dc:title id="a">The Set</dc:title><dc:title id="b">One</dc:title><meta refines="#a" property="title-type">collection</meta><meta refines="#b" property="title-type">main</meta><meta refines="#b" property="alternate-script" xml:lang="ja">いち</meta>',
      ).title,
    ).toBe("One");
    expect(read("<dc:title/>").title).toBeNull();
  });

  it("has creators with roles, in the order that the book asks for", () => {
    expect(
      read(
        '<dc:creator id="b">Bea</dc:creator><dc:creator id="a">Ann</dc:creator><meta refines="#a" property="display-seq">1</meta><meta refines="#b" property="display-seq">2</meta><meta refines="#a" property="role" scheme="marc:relators">aut</meta><meta refines="#a" property="file-as">Ann, A.</meta><meta refines="#b" property="role">http://id.loc.gov/vocabulary/relators/ill</meta><dc:contributor opf:role="Translator">Tim</dc:contributor><dc:contributor opf:role="bkp">Tool</dc:contributor><dc:creator> </dc:creator>',
      ).creators,
    ).toEqual([
      { name: "Ann", role: "aut" },
      { name: "Bea", role: "ill" },
      { name: "Tim", role: "trl" },
    ]);
  });

  it("has the description without the markup that programs put into it", () => {
    expect(
      read("<dc:description>&lt;p&gt;A  &lt;b&gt;man&lt;/b&gt; &amp;amp; a whale.&lt;/p&gt;</dc:description>")
        .description,
    ).toBe("A man & a whale.");
    expect(read("<dc:description> </dc:description>").description).toBeNull();
  });

  it("has the series that it belongs to, and its number", () => {
    expect(
      read(
        '<meta property="belongs-to-collection" id="s">All Books</meta><meta refines="#s" property="collection-type">set</meta><meta property="belongs-to-collection" id="c">The Whales</meta><meta refines="#c" property="collection-type">series</meta><meta refines="#c" property="group-position">2.5</meta>',
      ).series,
    ).toEqual({ name: "The Whales", number: "2.5" });
    expect(
      read('<meta name="calibre:series" content="The Whales"/><meta name="calibre:series_index" content="3.0"/>')
        .series,
    ).toEqual({ name: "The Whales", number: "3" });
    expect(read('<meta property="belongs-to-collection">Loose</meta>').series).toEqual({ name: "Loose", number: null });
    expect(read("").series).toBeNull();
  });

  it("has its unique identifier, the date of publication, and each subject once", () => {
    expect(
      read(
        '<dc:identifier>x</dc:identifier><dc:identifier id="id">urn:isbn:1</dc:identifier><dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">1851</dc:date><dc:subject>Sea</dc:subject><dc:subject>Sea</dc:subject><dc:subject>Whales</dc:subject><dc:publisher>P</dc:publisher>',
      ),
    ).toMatchObject({ identifier: "urn:isbn:1", date: "1851", subjects: ["Sea", "Whales"], publisher: "P" });
    expect(read('<dc:date opf:event="modification">2020</dc:date>').date).toBeNull();
  });

  it("has the cover of EPUB 3, of EPUB 2 by id, and by file", () => {
    const items =
      '<manifest><item id="i" href="art/c.jpg" media-type="image/jpeg"/><item id="j" href="d.jpg" media-type="image/jpeg" properties="cover-image"/></manifest>';
    expect(open("", items).cover).toBe("OPS/d.jpg");
    const old = items.replace('properties="cover-image"', "");
    expect(open('<meta name="cover" content="i"/>', old).cover).toBe("OPS/art/c.jpg");
    expect(open('<meta name="cover" content="art/c.jpg"/>', old).cover).toBe("OPS/art/c.jpg");
    expect(open('<meta name="cover" content="gone"/>', old).cover).toBeNull();
  });
});
