import { describe, expect, it } from "vitest";
import { cutToFit, endToFit, splitToFit } from "./clauses.ts";
import { paceFor } from "./pace.ts";

const en = paceFor("en");
const ja = paceFor("ja");
const whole = (text: string) => ({ start: 0, end: text.length });
const cut = (text: string, most: number, pace = en) => {
  const piece = cutToFit(text, whole(text), most, 3, pace);
  return piece && [text.slice(piece.start, piece.end), piece.ending];
};

describe("cutting a sentence short", () => {
  it("[T1] ends it before a new clause, with a full stop where a main clause stands", () => {
    expect(
      cut("Half a mile of wet stones ran out to the lighthouse, and nobody had ever walked them at night.", 12),
    ).toEqual(["Half a mile of wet stones ran out to the lighthouse", "stop"]);
  });

  it("never ends after the subordinate clause alone as if it were the whole", () => {
    expect(cut("When the old bell had rung twice, and the boats were in, she went down to the quay.", 9)?.[1]).not.toBe(
      "stop",
    );
  });

  it("never ends before a relative clause in the middle, whose verb is still to come", () => {
    expect(
      cut("In an instant the lady, who had stepped from her carriage, was the centre of a knot of men.", 6),
    ).toBeNull();
  });

  it("never keeps a subject whose verb is cut off", () => {
    expect(
      cut("My own complete happiness, and the interests which rise up around a new house, were enough for me.", 8),
    ).toBeNull();
    expect(cut("One night—it was on the twentieth of March—I was coming home.", 9)).toBeNull();
    expect(cut("The door opened, and a groom, ill-kempt and side-whiskered, walked into the room.", 8)).not.toEqual([
      "The door opened, and a groom, ill-kempt and side-whiskered",
      "stop",
    ]);
  });

  it("gives the end of a sentence as one of its own only where a subject stands before its verb", () => {
    const end = (text: string, most: number) => {
      const piece = endToFit(text, whole(text), most, 3, en);
      return piece && text.slice(piece.start, piece.end);
    };
    expect(end("He had been walking for an hour or more in the rain, and the boat was gone when he came.", 10)).toBe(
      "the boat was gone when he came.",
    );
    expect(end("He had been walking for an hour or more in the rain, and the wind, and the dark.", 6)).toBeNull();
  });

  it("leaves a sentence that fits as it is", () => {
    expect(cut("She ran.", 9)).toEqual(["She ran.", "as-is"]);
  });

  it("cuts Japanese only after a verb", () => {
    const text = "下人は門の下で雨のやむのを待ちながら、当然、この後の事を考えていたのである。";
    expect(cut(text, 22, ja)).toEqual(["下人は門の下で雨のやむのを待ちながら", "ellipsis"]);
  });
});

describe("splitting a long line over balloons", () => {
  it("[L2] loses nothing and keeps every part at 25 words at most", () => {
    const text =
      "I was sitting by the window when the whole of the harbour went dark, and then I heard the oars, and after that somebody was calling my name as if they had known me all my life.";
    const parts = splitToFit(text, whole(text), en.balloon, en);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join(" ")).toBe(text);
    for (const { start, end } of parts) expect(en.size(text.slice(start, end))).toBeLessThanOrEqual(25);
  });

  it("[L3] splits Japanese at a comma into at most 32 characters", () => {
    const text = "ただ、今時分この門の上で、何をして居たのだか、それを己に話しさえすればいいのだと男は言いたかった";
    const parts = splitToFit(text, whole(text), ja.balloon, ja);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    for (const { start, end } of parts) expect(ja.size(text.slice(start, end))).toBeLessThanOrEqual(32);
  });
});
