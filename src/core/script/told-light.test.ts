import { describe, expect, it } from "vitest";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { inToldLight, tellsDark, underStars } from "./told-light.ts";

const line = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** How a panel with a caption ends up that was to show this. */
function lit(caption: string, framing: Framing, rules: "en" | "ja" = "en", step = inToldLight): Framing | undefined {
  const draft = newDraft("quiet");
  const pieces = [{ start: 0, end: caption.length, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...line });
  return step([draft], [framing], { text: caption, rules, indoors: (place) => place === "cellar" })[0];
}

const at = (place: string | null) => ({ place, named: false });
const sky: Framing = { ...withPeople("quiet", "wide", [], at(null)), scenery: "sky" };

describe("words of darkness darken their panel", () => {
  it("[D4] shows black, no fair sky, where nobody is seen", () => {
    expect(lit("As I reached out into the darkness my hand met a wall.", sky)).toMatchObject({ scenery: "black" });
    expect(lit("The schooner drew nearer in the\ndark.", sky)).toMatchObject({ scenery: "black" });
    expect(lit("手さぐりで進んだ。", sky, "ja")).toMatchObject({ scenery: "black" });
    expect(lit("He came back in the morning.", sky)).toEqual(sky);
  });

  it("[D4] shows who gropes by night: under a roof where he is, elsewhere before black", () => {
    const told = "He groped along in the pitch dark.";
    expect(lit(told, withPeople("action", "medium", ["n1"], at("cellar")))).toMatchObject({
      place: "cellar",
      sky: { time: "night" },
    });
    expect(lit(told, withPeople("action", "medium", ["n1"], at("meadow")))).toMatchObject({ place: null });
  });

  it("[D4] shows the stars that somebody watches, not his face", () => {
    const watcher = withPeople("quiet", "medium", ["n1"], at("meadow"));
    const stars = { seen: [], scenery: "sky", sky: { time: "night", weather: "clear" } };
    expect(lit("Most nights we lay and watched the stars.", watcher, "en", underStars)).toMatchObject(stars);
    expect(lit("縁側で星を見ていた。", watcher, "ja", underStars)).toMatchObject(stars);
    expect(lit("He saw stars when the door hit him.", watcher, "en", underStars)).toEqual(watcher);
  });

  it("[D4] takes nothing for darkness that only sounds like it", () => {
    for (const words of [
      "He looked into her dark eyes.",
      "We were kept in the dark about it.",
      "The dark wood was fine.",
    ])
      expect(tellsDark(words, "en"), words).toBe(false);
  });
});
