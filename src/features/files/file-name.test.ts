import { describe, expect, it } from "vitest";
import { fileName } from "./file-name.ts";

describe("the name that a file is kept under", () => {
  it.each([
    ["Rashomon.txt", "Rashomon.txt"],
    ["羅生門 第一章.TXT", "羅生門 第一章.txt"],
    ["../../etc/passwd", "passwd.txt"],
    ["C:\\Users\\me\\novel.md", "novel.md"],
    ["program.exe", "program.exe.txt"],
    ["story\u202etxt.exe\u0000\r\n.txt", "storytxt.exe.txt"],
    ['a<b>:"|?*.txt', "a_b______.txt"],
    [" . ..hidden.. .txt. ", "hidden...txt"],
    ["con.txt", "_con.txt"],
    ["LPT1", "_LPT1.txt"],
    ["", "file.txt"],
    ["...", "file.txt"],
    [".txt", "txt.txt"],
    ["cafe\u0301.txt", "café.txt"],
  ])("%j becomes %j", (given, kept) => {
    expect(fileName(given, "text")).toBe(kept);
  });

  it("has an ending that fits the type, whatever it was called", () => {
    expect(fileName("picture.png", "jpeg")).toBe("picture.png.jpg");
    expect(fileName("picture.jpeg", "jpeg")).toBe("picture.jpeg");
  });

  it("is cut at a whole letter to 200 bytes, and keeps its ending", () => {
    for (const letter of ["a", "あ", "👩‍👩‍👧", "e\u0301\u0302"]) {
      const name = fileName(`${letter.repeat(400)}.epub`, "epub");
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(name.endsWith(".epub")).toBe(true);
      expect(letter.normalize("NFC").repeat(400).startsWith(name.slice(0, -5))).toBe(true);
      expect((name.length - 5) % letter.normalize("NFC").length).toBe(0);
    }
    expect(fileName(`z${"\u0301".repeat(400)}`, "epub")).toBe("file.epub");
  });

  it("does not change when it is made again", () => {
    for (const name of ["a.txt.txt", "con", "..x..", "é?.md", "あ".repeat(300)])
      expect(fileName(fileName(name, "text"), "text")).toBe(fileName(name, "text"));
  });
});
