import { expect, it } from "vitest";
import { openFonts } from "../lettering/fonts.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { randomEpisode } from "../../../test/episodes.ts";
import { layOutEpisode } from "../page/lay-out-episode.ts";
import { pageSize } from "../page/page.ts";
import { pageSvg } from "./page-svg.ts";

it("[P4] the frame of a panel that lies under another goes on along its rim", async () => {
  const fonts = openFonts(await readVendoredFonts());
  const options = {
    fonts,
    direction: "ltr",
    size: pageSize,
    language: "en",
    firstPage: 1,
    seed: 1,
    statures: {},
  } as const;
  const [page] = layOutEpisode(randomEpisode(1, "en", 4), options);
  const [panel] = page?.panels ?? [];
  if (!page || !panel) throw new Error("no page");
  const boxed = (x: number, y: number) => ({
    ...panel,
    frame: "ruled" as const,
    outline: [
      { x, y },
      { x: x + 400, y },
      { x: x + 400, y: y + 300 },
      { x, y: y + 300 },
    ],
  });
  const sheets = { people: {}, places: {} };
  const artist = { id: "blank", sheets: () => sheets, draw: () => ({ svg: "", defs: "" }) };
  const drawn = (x: number) =>
    pageSvg({ ...page, panels: [boxed(100, 100), boxed(x, 200)] }, { artist, sheets, fonts, seed: 1 });
  expect(drawn(440)).toContain(`<rect x="440" y="200" width="60" height="200" fill="none" stroke="#000"`);
  expect(drawn(540)).not.toContain(`height="200" fill="none"`);
});
