import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import { boundsOf, type Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { beastStature } from "../page/stature.ts";
import type { Person, Species } from "../story/story.ts";
import type { PlaceSheet } from "./artist.ts";
import { Canvas } from "./canvas.ts";
import { castSheets } from "./cast-sheets.ts";
import { drawDiners } from "./diners.ts";
import { drawFlock } from "./flock.ts";
import { drawParty, partyIn } from "./gatherings.ts";
import { drawOnlookers, extra, rows, seatsIn } from "./onlookers.ts";

const somebody = (id: string, name: string, species: Species | null): Person => ({
  id,
  name,
  aliases: [],
  gender: "female",
  role: "main",
  mentions: 5,
  looks: { ...noLooks, species: species === null ? null : { value: species, start: 0, end: 1 } },
});

const cast = [
  somebody("n1", "Ada", null),
  somebody("n2", "the Mouse", "mouse"),
  somebody("n3", "the Dodo", "bird"),
  somebody("n4", "the Cat", "cat"),
];
const people = Object.values(castSheets(cast, 3, "european", []));
const shapes = [
  { x: 40, y: 60, width: 900, height: 520 },
  { x: 40, y: 60, width: 900, height: 220 },
  { x: 40, y: 60, width: 360, height: 620 },
];

describe("a party of beasts", () => {
  it.each(shapes)("keeps every head in the picture ($width × $height)", (bounds) => {
    for (let seed = 0; seed < 12; seed++)
      for (const { figure } of partyIn({ bounds, people, seed })) {
        const { x, y, size } = figure.head;
        expect(x - 0.6 * size).toBeGreaterThan(bounds.x);
        expect(x + 0.6 * size).toBeLessThan(bounds.x + bounds.width);
        expect(y - 0.6 * size).toBeGreaterThan(bounds.y);
      }
  });

  it("[D9] stands on its feet inside the frame, whole", () => {
    const bounds = shapes[0] ?? { x: 0, y: 0, width: 900, height: 520 };
    for (const { figure, sheet, foot } of partyIn({ bounds, people, seed: 4 })) {
      if (sheet.species === "human") throw new Error(`${sheet.name} is no beast`);
      const under = beastStature(sheet.species, false, sheet.name).beast.grounds[figure.pose];
      expect(figure.head.y + under * figure.head.size).toBeCloseTo(foot.y, 3);
      expect(foot.y).toBeLessThan(bounds.y + bounds.height);
    }
  });

  it("brings the creatures of the book, but no cat among birds and mice", () => {
    const names = partyIn({ bounds: { x: 0, y: 0, width: 900, height: 520 }, people, seed: 1 }).map(
      (m) => m.sheet.name,
    );
    expect(names).toContain("the Mouse");
    expect(names).toContain("the Dodo");
    expect(names).not.toContain("the Cat");
    expect(names).not.toContain("Ada");
    expect(names.length).toBeGreaterThan(5);
  });

  it("[D3] is a pack of dogs in a book of dogs, without a dodo among them", () => {
    const pack = Object.values(castSheets([somebody("d1", "Rolf", "dog"), somebody("d2", "Ada", null)], 3, "european"));
    const kinds = partyIn({ bounds: { x: 0, y: 0, width: 900, height: 520 }, people: pack, seed: 1 }).map(
      ({ sheet }) => sheet.species,
    );
    expect(kinds.length).toBeGreaterThan(5);
    expect(new Set(kinds)).toEqual(new Set(["dog"]));
  });

  it("[T3] is drawn the same way twice", () => {
    const drawn = (): string => {
      const canvas = new Canvas({ x: 0, y: 0, width: 600, height: 400 }, "p-");
      drawParty(canvas, { bounds: canvas.bounds, people, night: false, seed: 2, prefix: "p-" });
      return canvas.svg;
    };
    expect(drawn()).toBe(drawn());
  });
});

describe("onlookers", () => {
  it("are never cut by the frame, in whichever row", () => {
    for (const width of [180, 340, 900])
      for (const row of [0, 1]) {
        const head = 40;
        const seats = seatsIn({ x: 100, y: 0, width, height: 300 }, head, row);
        expect(seats.length).toBeGreaterThan(0);
        for (const x of seats) {
          expect(x - head).toBeGreaterThan(100);
          expect(x + head).toBeLessThan(100 + width);
        }
      }
  });

  it("[L7] look out over no balloon: whose shoulders it hides is not there", () => {
    const bounds = { x: 0, y: 0, width: 900, height: 420 };
    const drawn = (covered: readonly Rect[]): string => {
      const canvas = new Canvas(bounds, "o-");
      const look = {
        bounds,
        people,
        place: null,
        towards: "picture",
        white: false,
        covered,
        seed: 4,
        prefix: "o-",
      } as const;
      drawOnlookers(canvas, { time: "day" }, look);
      return canvas.svg;
    };
    const [free, half] = [drawn([]), drawn([{ x: 0, y: 300, width: 450, height: 120 }])];
    expect(free).toContain('id="o-c10-');
    expect(half).not.toContain('id="o-c10-');
    expect(half).toContain("o-c14-");
  });

  it("[D4] go by in one direction, all in white, where the words say so", () => {
    const bounds = { x: 0, y: 0, width: 900, height: 420 };
    const drawn = (white: boolean): string => {
      const canvas = new Canvas(bounds, "o-");
      const look = {
        bounds,
        people,
        place: null,
        towards: "aside",
        white,
        covered: [],
        seed: 4,
        prefix: "o-",
      } as const;
      drawOnlookers(canvas, { time: "day" }, look);
      return canvas.svg;
    };
    expect(drawn(true)).not.toBe(drawn(false));
    expect(drawn(true)).not.toMatch(/NaN|undefined/);
  });

  it("[D9] are all of one stature: the heads of both rows are nearly level", () => {
    const bounds = { x: 0, y: 0, width: 900, height: 420 };
    const heads = rows.map(({ y }) => y * bounds.height);
    const largest = Math.max(...rows.map(({ size }) => size)) * bounds.height;
    expect(Math.max(...heads) - Math.min(...heads)).toBeLessThan(0.8 * largest);
  });

  it("stand far enough apart to have shoulders of their own", () => {
    const seats = seatsIn({ x: 0, y: 0, width: 900, height: 300 }, 40, 1);
    for (const [i, x] of seats.entries()) if (i > 0) expect(x - (seats[i - 1] ?? 0)).toBeGreaterThan(80);
  });
});

describe("a flock", () => {
  it("[L7] flies nowhere over a balloon", () => {
    const bounds = { x: 0, y: 0, width: 800, height: 500 };
    const balloon = { x: 380, y: 0, width: 420, height: 500 };
    const canvas = new Canvas(bounds, "f-");
    drawFlock(canvas, { bounds, night: false, calm: [balloon], seed: 3 });
    const spots = [...canvas.svg.matchAll(/ d="M(-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect(spots.length).toBeGreaterThan(3);
    for (const x of spots) expect(x).toBeLessThan(balloon.x);
  });

  it("[D4] is of birds in one stroke each, wider than high: loose feathers would be torn scraps", () => {
    for (let seed = 0; seed < 6; seed++) {
      const bounds = { x: 0, y: 0, width: 560, height: 500 };
      const canvas = new Canvas(bounds, "f-");
      drawFlock(canvas, { bounds, night: false, calm: [], seed });
      const middles = [...canvas.svg.matchAll(/ d="([^"]*)"/g)].map(([, path = ""]) => {
        const box = boundsOf(
          [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
        );
        expect(box.width).toBeGreaterThan(1.1 * box.height);
        return Math.round(box.x + box.width / 2);
      });
      expect(new Set(middles).size).toBe(middles.length);
    }
  });
});

describe("diners", () => {
  it("each have something to eat before them", () => {
    const canvas = new Canvas({ x: 0, y: 0, width: 800, height: 420 }, "d-");
    const place = { place: "p", name: "inn", kind: "tavern", inside: true, seed: 1, manner: "japanese" } as const;
    drawDiners(canvas, { bounds: canvas.bounds, people, place, night: false, seed: 3, prefix: "d-" });
    expect(canvas.svg.length).toBeGreaterThan(5000);
    expect(canvas.svg).not.toMatch(/NaN|undefined/);
  });
});

it("[D2] whoever wears a uniform in a street of old Europe has no hat of the street on it", () => {
  const street: PlaceSheet = { place: "p1", name: "", kind: "street", inside: false, seed: 2, manner: "european" };
  const dressed = (costume: "uniform" | "suit") => {
    const wardrobe = people.slice(0, 1).map((sheet) => ({ ...sheet, gender: "male" as const, costume }));
    return Array.from({ length: 12 }, (_, i) => extra(randomFrom(`${i}`), wardrobe, street).hat);
  };
  expect(new Set(dressed("uniform"))).toEqual(new Set(["none"]));
  expect(dressed("suit")).not.toContain("none");
});
