import { beforeAll, describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { boundsOf } from "../geometry/geometry.ts";
import { openFonts } from "../lettering/fonts.ts";
import { checkPage } from "./check-page.ts";
import { layOutEpisode } from "./lay-out-episode.ts";
import { type Balloon, type Page, pageSize, type Panel } from "./page.ts";

let page: Page;
let spoken: number;
beforeAll(async () => {
  const fonts = openFonts(await readVendoredFonts());
  const pages = layOutEpisode(randomEpisode(1, "en", 12), {
    fonts,
    direction: "ltr",
    size: pageSize,
    language: "en",
    firstPage: 1,
    seed: 1,
    statures: {},
  });
  const speaks = ({ balloons, figures }: Panel) =>
    figures.length > 0 && balloons.some(({ tail, kind }) => tail && kind === "speech");
  const found = pages.find(({ panels }) => panels.some(speaks));
  if (!found) throw new Error("nobody speaks");
  page = found;
  spoken = found.panels.findIndex(speaks);
});

/** The page with the first balloon that has a tail changed. */
function spoilt(change: (balloon: Balloon, panel: Panel) => Partial<Balloon>): Page {
  const panels = page.panels.map((panel, i) => {
    if (i !== spoken) return panel;
    const at = panel.balloons.findIndex(({ tail, kind }) => tail && kind === "speech");
    return {
      ...panel,
      balloons: panel.balloons.map((balloon, j) => (j === at ? { ...balloon, ...change(balloon, panel) } : balloon)),
    };
  });
  return { ...page, panels };
}

describe("checkPage", () => {
  it("finds nothing on a good page", () => {
    expect(checkPage(page)).toEqual([]);
  });

  it("[L7] finds a balloon over a face", () => {
    const bad = spoilt((_, { figures }) => ({ centre: { x: figures[0]?.head.x ?? 0, y: figures[0]?.head.y ?? 0 } }));
    expect(checkPage(bad).join()).toContain("covers the face");
  });

  it("[L7] finds a tail to nobody", () => {
    const bad = spoilt((_, { outline }) => ({ tail: outline[0] ?? { x: 0, y: 0 } }));
    expect(checkPage(bad).join()).toContain("far from the mouth");
    expect(checkPage(spoilt(() => ({ tail: { x: 1, y: 1 } }))).join()).toContain("ends in another panel");
  });

  it("[L7] finds a tail over the chest of somebody else", () => {
    const panels = page.panels.map((panel, i) => {
      const balloon = panel.balloons.find(({ tail, kind }) => tail && kind === "speech");
      const [figure] = panel.figures;
      if (i !== spoken || !balloon?.tail || !figure) return panel;
      const { centre, tail } = balloon;
      const head = { ...figure.head, size: 40, x: (centre.x + tail.x) / 2, y: (centre.y + tail.y) / 2 - 40 };
      return { ...panel, figures: [...panel.figures, { ...figure, person: "somebody", head }] };
    });
    expect(checkPage({ ...page, panels }).join()).toContain("runs over somebody else");
  });

  it("[L7] finds the neck of one balloon over the letters of another", () => {
    const letter = (balloon: Balloon): string => {
      const [run] = balloon.runs;
      const [glyph] = run?.glyphs ?? [];
      if (!run || !glyph) throw new Error("nothing is said");
      return `${balloon.centre.x + glyph.x + 2} ${balloon.centre.y + glyph.y - 0.2 * run.size}`;
    };
    const bad = page.panels.map((panel, i) => {
      const [said] = panel.balloons;
      if (i !== spoken || !said) return panel;
      const neck = { ...said, text: "t-neck", centre: { x: 0, y: 0 }, runs: [], outline: `M${letter(said)}Q1 1 2 2` };
      return { ...panel, balloons: [...panel.balloons, neck] };
    });
    expect(checkPage({ ...page, panels: bad }).join()).toContain("runs over the letters");
  });

  it("[L6] finds a voice that leaves the picture at two sides", () => {
    const torn = page.panels.map((panel, i) => {
      const [balloon] = panel.balloons;
      if (i !== spoken || !balloon) return panel;
      const voice = (side: number): Balloon => ({
        ...balloon,
        kind: "off-panel",
        tail: { x: balloon.centre.x + side * 30, y: balloon.centre.y },
      });
      return { ...panel, balloons: [voice(-1), voice(1)] };
    });
    expect(checkPage({ ...page, panels: torn }).join()).toContain("from two sides");
  });

  it("[L4] finds a balloon that leaves the page and a text that leaves its balloon", () => {
    expect(checkPage(spoilt(() => ({ centre: { x: 5, y: 300 } }))).join()).toContain("leaves the page");
    expect(checkPage(spoilt(() => ({ radiusX: 3 }))).join()).toContain("overflows its balloon");
  });

  it("[P4] finds panels in another order than they are read", () => {
    expect(checkPage({ ...page, panels: page.panels.toReversed() }).join()).toContain("P4");
  });

  it("[D9] finds a face under another panel, and a balloon that lies on it", () => {
    const host = page.panels[spoken];
    const [figure] = host?.figures ?? [];
    const box = host?.balloons[0];
    if (!host || !figure || !box) throw new Error("nobody speaks");
    const over = (x: number, y: number): Page => {
      const outline = [
        { x: x - 20, y: y - 20 },
        { x: x + 20, y: y - 20 },
        { x: x + 20, y: y + 20 },
        { x: x - 20, y: y + 20 },
      ];
      return { ...page, panels: [...page.panels, { ...host, outline, figures: [], balloons: [], sounds: [] }] };
    };
    expect(checkPage(over(figure.head.x, figure.head.y)).join()).toContain("another panel hides the face");
    expect(checkPage(over(box.centre.x, box.centre.y)).join()).toContain("lies on another panel");
  });

  it("[D9] finds a head without shoulders on the lower frame", () => {
    const low = page.panels.map((panel, i) => {
      const [figure] = panel.figures;
      if (i !== spoken || !figure) return panel;
      const { x, y, width, height } = boundsOf(panel.outline);
      const head = { ...figure.head, size: 0.15 * height, x: x + width / 2, y: y + 0.87 * height };
      return { ...panel, figures: [{ ...figure, head }] };
    });
    expect(checkPage({ ...page, panels: low }).join()).toContain("without shoulders on the lower frame");
  });

  it("[P1] finds an important panel that is small", () => {
    const importance = (panel: Panel, i: number) => (i === page.panels.length - 1 ? 0.94 : panel.importance);
    const areas = page.panels.map((panel, i) => ({ ...panel, importance: importance(panel, i) }));
    const shrunk = areas.map((panel, i) => {
      const [a, , c] = panel.outline;
      if (i !== areas.length - 1 || !a || !c) return panel;
      const right = a.x + (c.x - a.x) * 0.3;
      return {
        ...panel,
        outline: [a, { x: right, y: a.y }, { x: right, y: c.y }, { x: a.x, y: c.y }],
        balloons: [],
        sounds: [],
      };
    });
    expect(checkPage({ ...page, panels: shrunk }).join()).toContain("P1");
  });
});
