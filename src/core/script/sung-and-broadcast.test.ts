import { describe, expect, it } from "vitest";
import { isBroadcast, isSung } from "./sung-and-broadcast.ts";

const around = { words: "Home we go", tag: "", before: "", quote: "speech" } as const;

describe("[L6] voices that are more than speech", () => {
  it("are sung where the tag says so, and not where somebody is a singer", () => {
    expect(isSung({ ...around, tag: "sang the sailor, coming down the stairs." }, "en")).toBe(true);
    expect(isSung({ ...around, tag: "said the singer, who had a song to learn." }, "en")).toBe(false);
    expect(isSung({ ...around, tag: "The street boys sang," }, "en")).toBe(true);
    expect(isSung({ ...around, tag: "Then it sang again in its own sweet way, and they listened." }, "en")).toBe(false);
    expect(isSung({ ...around, tag: "said the Emperor, while the bird sang as loud as it could." }, "en")).toBe(false);
    expect(isSung({ ...around, words: "帰ろう", tag: "と子供たちは歌いながら通った。" }, "ja")).toBe(true);
    expect(isSung({ ...around, words: "帰ろう", tag: "と歌手は言った。" }, "ja")).toBe(false);
  });

  it("are sung where a verse was announced as a song, and read where it was a poem", () => {
    expect(isSung({ ...around, quote: "verse", before: "He began the song they all knew:" }, "en")).toBe(true);
    expect(isSung({ ...around, quote: "verse", before: "She read the poem on the stone:" }, "en")).toBe(false);
  });

  it("come out of a machine where it is what speaks, not where it only stands there", () => {
    expect(isBroadcast("said Marta over the telephone", "en")).toBe(true);
    expect(isBroadcast("The loudspeaker crackled:", "en")).toBe(true);
    expect(isBroadcast("said Marta, and looked at the telephone", "en")).toBe(false);
    expect(isBroadcast("said Marta into the telephone", "en")).toBe(false);
    expect(isBroadcast("と受話器の向こうで父が言った", "ja")).toBe(true);
    expect(isBroadcast("と父は受話器を見て言った", "ja")).toBe(false);
  });
});
