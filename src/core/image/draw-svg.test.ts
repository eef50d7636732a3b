import { describe, expect, it } from "vitest";
import { drawSvg } from "./draw-svg.ts";

const svg = (inside: string, width = 8, height = 8, more = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"${more}>${inside}</svg>`;

/** Rows of greys of a picture that is known to be drawn. */
function greys(text: string, asked?: number): number[][] {
  const drawn = drawSvg(text, asked);
  if (!drawn) throw new Error("The picture is of an unknown kind");
  const [plane = new Uint8Array()] = drawn.planes;
  return Array.from({ length: drawn.height }, (_, y) => [...plane.subarray(y * drawn.width, (y + 1) * drawn.width)]);
}

/** Ink of a picture in pixels. */
const inkOf = (text: string): number =>
  greys(text)
    .flat()
    .reduce((sum, grey) => sum + (255 - grey) / 255, 0);

/** Curves are drawn as chords, which cut a little off. */
function expectArea(ink: number, area: number): void {
  expect(ink).toBeGreaterThan(0.975 * area);
  expect(ink).toBeLessThan(1.005 * area);
}

describe("drawSvg", () => {
  it("covers each pixel as far as a shape reaches over it", () => {
    expect(greys(svg(`<rect x="1" y="1" width="1.5" height="1"/>`, 4, 2))).toEqual([
      [255, 255, 255, 255],
      [255, 0, 127, 255],
    ]);
    expect(greys(svg(`<path d="M0 0L2 2H0Z"/>`, 2, 2))).toEqual([
      [127, 255],
      [0, 127],
    ]);
  });

  it("draws curves, arcs and ellipses with the area that they have", () => {
    const circle = Math.PI * 9 * 9;
    const [a, b] = [11 - 9, 11 + 9];
    const k = 9 * 0.5523;
    const cubics = `M11 ${a}C${11 + k} ${a} ${b} ${11 - k} ${b} 11S${11 + k} ${b} 11 ${b} ${a} ${11 + k} ${a} 11 ${11 - k} ${a} 11 ${a}Z`;
    expectArea(inkOf(svg(`<ellipse cx="11" cy="11" rx="9" ry="9"/>`, 22, 22)), circle);
    expectArea(inkOf(svg(`<path d="M2 11a9 9 0 1 0 18 0a9 9 0 1 0 -18 0Z"/>`, 22, 22)), circle);
    expectArea(inkOf(svg(`<path d="${cubics}"/>`, 22, 22)), circle);
    // A parabola under a chord holds two thirds of its box.
    expectArea(inkOf(svg(`<path d="M1 13Q9 -11 17 13Z"/>`, 20, 20)), (2 / 3) * 16 * 12);
  });

  it("leaves out what a path turns round an even number of times, where it says so", () => {
    const twice = "M0 0H6V6H0ZM2 2H4V4H2Z";
    expect(inkOf(svg(`<path d="${twice}"/>`))).toBe(36);
    expect(inkOf(svg(`<path d="${twice}" fill-rule="evenodd"/>`))).toBe(32);
    expect(inkOf(svg(`<path d="M0 0H6V6H0ZM2 2V4H4V2Z"/>`))).toBe(32);
  });

  it("cuts what lies outside the picture, and keeps what reaches into it from all sides", () => {
    expect(inkOf(svg(`<path d="M-900 -900H900V900H-900Z"/>`))).toBe(64);
    expect(inkOf(svg(`<path d="M-900 4L4 -900L908 4L4 908Z"/>`))).toBe(64);
    expect(inkOf(svg(`<path d="M20 2H90V5H20Z"/><path d="M-90 2H-20V5H-90Z"/>`))).toBe(0);
    expect(inkOf(svg(`<path d="M4 -5V20H90V-5Z"/>`))).toBe(32);
  });

  it("strokes lines with their caps, joins and dashes", () => {
    const line = (d: string, more = ""): string =>
      svg(`<path d="${d}" fill="none" stroke="#000" stroke-width="4"${more}/>`, 40, 40);
    expect(inkOf(line("M10 20H30"))).toBe(80);
    expectArea(inkOf(line("M10 20H30", ` stroke-linecap="round"`)), 80 + Math.PI * 4);
    expect(inkOf(line("M10 10H30V30H10Z"))).toBe(24 * 24 - 16 * 16);
    expectArea(inkOf(line("M10 10H30V30H10Z", ` stroke-linejoin="round"`)), 24 * 24 - 16 * 16 - 4 * (4 - Math.PI));
    expect(inkOf(line("M10 20H30", ` stroke-dasharray="3 2"`))).toBe(48);
    // Narrower than its line: the middle is not left open.
    expectArea(inkOf(line("M20 19a1 1 0 1 1 0 2a1 1 0 1 1 0 -2Z", ` stroke-linejoin="round"`)), Math.PI * 9);
  });

  it("lays strokes over or under fills, as it is told", () => {
    const box = (more: string): number =>
      inkOf(svg(`<rect x="2" y="2" width="4" height="4" fill="#fff" stroke="#000" stroke-width="2"${more}/>`));
    expect(box("")).toBe(36 - 4);
    expect(box(` paint-order="stroke"`)).toBe(36 - 16);
  });

  it("hands styles and transforms down groups, and clips them, also by more than one clip", () => {
    const clips = `<clipPath id="a"><path d="M0 0H4V8H0Z"/></clipPath><clipPath id="b"><path d="M0 0H8V2H0Z"/></clipPath>`;
    const all = `<path d="M0 0H8V8H0Z"/>`;
    expect(inkOf(svg(`${clips}<g clip-path="url(#a)">${all}</g>`))).toBe(32);
    expect(inkOf(svg(`${clips}<g clip-path="url(#a)"><g clip-path="url(#b)">${all}</g></g>`))).toBe(8);
    expect(inkOf(svg(`<g transform="translate(1 1) scale(2)" fill="#fff"><path d="M0 0H3V3H0Z"/></g>`))).toBe(0);
    expect(inkOf(svg(`<g transform="translate(1 1) scale(2)"><path d="M0 0H3V3H0Z"/></g>`))).toBe(36);
  });

  it("mixes what is seen through with what lies under it", () => {
    const [row = []] = greys(
      svg(`<rect width="8" height="8"/><rect width="4" height="8" fill="#fff" fill-opacity=".5"/>`),
    );
    expect(row).toEqual([128, 128, 128, 128, 0, 0, 0, 0]);
  });

  const dots = `<defs><pattern id="t" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><path d="M2 2H6V6H2Z"/></pattern></defs>`;

  it("draws a pattern as its own picture has it, though another had one of the same name", () => {
    const filled = (square: string): string =>
      svg(
        `<defs><pattern id="t" width="2" height="2" patternUnits="userSpaceOnUse">${square}</pattern></defs><rect width="4" height="1" fill="url(#t)"/>`,
        4,
        1,
      );
    const left = filled(`<rect width="1" height="2"/>`);
    const [white, black] = [255, 0];
    expect(greys(left)).toEqual([[black, white, black, white]]);
    expect(greys(filled(`<rect x="1" width="1" height="2"/>`))).toEqual([[white, black, white, black]]);
    expect(greys(left)).toEqual([[black, white, black, white]]);
  });

  it("repeats a pattern pixel by pixel, on one grid for the whole picture", () => {
    const drawn = greys(
      svg(`${dots}<g transform="translate(0.4 0.4)"><rect width="64" height="64" fill="url(#t)"/></g>`, 24, 24),
    );
    const rows = drawn.slice(8, 16).map((row) => row.slice(8, 16));
    expect(drawn.slice(1, 8).map((row) => row.slice(1, 8))).toEqual(rows.slice(1).map((row) => row.slice(1)));
    expect(rows[3]).toEqual([255, 255, 0, 0, 0, 0, 255, 255]);
  });

  it.each([
    [100, 25],
    [133, 11],
    [160, 40],
    [171, 43],
    [300, 25],
  ])("keeps the pitch of a pattern even in a picture of %d pixels: each dot comes again after %d", (width, period) => {
    const rows = greys(svg(`${dots}<rect width="96" height="96" fill="url(#t)"/>`, 96, 96), width);
    const row = rows[Math.round(width / 24)] ?? [];
    expect(row.slice(period, width - 1)).toEqual(row.slice(0, width - 1 - period));
    const ink = row.reduce((sum, grey) => sum + (255 - grey) / 255, 0) / row.length;
    expect(Math.abs(ink - 0.5)).toBeLessThan(0.08);
  });

  it("draws gradients, and one plane for each colour where not all is grey", () => {
    const stops = `<stop offset="0" stop-color="rgba(255,0,0,1)"/><stop offset="1" stop-color="rgba(0,0,255,1)"/>`;
    const gradient = `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="8" y2="0">${stops}</linearGradient>`;
    const drawn = drawSvg(svg(`${gradient}<rect width="8" height="8" fill="url(#g)"/>`));
    const [red, green, blue] = (drawn?.planes ?? []).map((plane) => [...plane.subarray(0, 8)]);
    expect(red).toEqual([239, 207, 175, 143, 112, 80, 48, 16]);
    expect(green).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(blue).toEqual([16, 48, 80, 112, 143, 175, 207, 239]);
    expect(drawSvg(svg(`<rect width="8" height="8" fill="#777"/>`))?.planes).toHaveLength(1);
  });

  it("is as wide as the SVG says, or as it is told, and shows its view box", () => {
    const picture = svg(`<rect x="-1" y="-1" width="2" height="1"/>`, 40, 30, ` viewBox="-1 -1 40 30"`);
    expect(drawSvg(picture, 100)).toMatchObject({ width: 100, height: 75 });
    expect(greys(picture)[0]?.slice(0, 3)).toEqual([0, 0, 255]);
  });

  it.each([
    ["half a tag", "<svg"],
    ["tags that do not close", svg("<g>")],
    ["text", svg("<text>a</text>")],
    ["an attribute that it does not know", svg(`<g opacity=".5"/>`)],
    ["a colour by name", svg(`<rect width="9" height="9" fill="red"/>`)],
    ["a pattern that is not there", svg(`<rect width="9" height="9" fill="url(#x)"/>`)],
    ["broken path data", svg(`<path d="M1 2L"/>`)],
  ])("refuses %s", (_, text) => {
    expect(drawSvg(text)).toBeNull();
  });
});
