import * as steady from "../../geometry/steady-math.ts";
import { brush, flick } from "../people/brush.ts";
import { fineTone } from "../tone.ts";
import { beastHorns } from "./beast-horns.ts";
import { lionMane, mane } from "./beast-mane.ts";
import type { Chain } from "./beast-heads-data.ts";
import { type BeastView, bonesOf, fleshOn, inked, onHead } from "./beast-view.ts";

/** What stands on a crown, behind the head and before it. */
export interface TopInk {
  behind: string;
  before: string;
  outline: string;
}

/** What stands on the crown: a mane, wool, horns, feelers, a crest or a fin. */
export function beastTop(view: BeastView): TopInk {
  const none: TopInk = { behind: "", before: "", outline: "" };
  switch (view.plan.top) {
    case "mane":
      return mane(view);
    case "lion-mane":
      return lionMane(view);
    case "wool":
      return wool(view);
    case "horns":
    case "goat-horns":
    case "antlers":
      return beastHorns(view, view.plan.top);
    case "feelers":
      return { ...none, behind: [-1, 1].map((side) => feeler(view, side)).join("") };
    case "crest":
      return crest(view);
    case "fin":
      return fin(view);
    default:
      return none;
  }
}

function lump(
  view: BeastView,
  chains: readonly Chain[],
  fill: string,
  blend: number,
  width: number,
): { ink: string; path: string } {
  const { path } = fleshOn(
    view,
    chains.flatMap((chain) => bonesOf(chain, view.sight)),
    blend,
  );
  return { ink: inked(path, fill, width), path };
}

function wool(view: BeastView): TopInk {
  // Curls from ear to ear, and from the brow to the nape.
  const curls: Chain[] = [
    [0.1, -0.33, 0.13],
    [0, -0.42, 0],
    [0.02, -0.44, -0.16],
    [0, -0.36, -0.31],
    [0, -0.2, -0.4],
  ].map(([x = 0, y = 0, z = 0]): Chain => [
    [x, y, z, 0.13],
    [-x, y + 0.02, z - 0.03, 0.12],
  ]);
  for (let i = 0; i < 7; i++) {
    const a = (-160 + i * 23.3) * (Math.PI / 180);
    const [x, y] = [0.25 * steady.cos(a), -0.18 + 0.26 * steady.sin(a)];
    curls.push([
      [x, y, 0.02, 0.12],
      [x * 0.9, y, -0.14, 0.12],
    ]);
  }
  const cap = lump(view, curls, view.coat.main === "#fff" ? "#fff" : fineTone(10), 0.012, view.nib.line);
  return { behind: "", before: cap.ink, outline: cap.path };
}

function feeler(view: BeastView, side: number): string {
  const line = [
    onHead(view, side * 0.12, -0.36, 0.12),
    onHead(view, side * 0.16, -0.56, 0.2),
    onHead(view, side * 0.28, -0.68, 0.26),
  ];
  const end = line.at(-1);
  return (
    brush(line, view.nib.bold * 1.4, { tip: 0.6 }) +
    (end ? `<circle cx="${end.x.toFixed(1)}" cy="${end.y.toFixed(1)}" r="${(view.size * 0.045).toFixed(1)}"/>` : "")
  );
}

/** The fin of a fish from its brow down its back. */
function fin(view: BeastView): TopInk {
  const ridge: Chain = [
    [0, -0.3, 0.1, 0.03],
    [0, -0.5, -0.2, 0.1],
    [0, -0.56, -0.44, 0.12],
    [0, -0.46, -0.74, 0.06],
  ];
  const root: Chain = [
    [0, -0.3, -0.1, 0.12],
    [0, -0.36, -0.5, 0.16],
  ];
  const dark = view.coat.dark === "#000" ? fineTone(40) : view.coat.dark;
  const comb = lump(view, [ridge, root], dark, 0.06, view.nib.bold);
  const rays = [0, 1, 2, 3].map((i) =>
    flick(
      [0, 0.5, 1].map((t) => onHead(view, 0, -0.42 - 0.16 * t, -0.08 - i * 0.15 - 0.12 * t)),
      view.nib.line,
      view.coat.line,
    ),
  );
  return { behind: comb.ink + (view.small ? "" : rays.join("")), before: "", outline: comb.path };
}

/** Feathers that rise from the crown in anger and joy; pigeons and crows have none. */
function crest(view: BeastView): TopInk {
  if (!/lory|parrot|cockatoo|canary|jay|eagle|gryphon|griffin|\bhen\b|\bcock\b|rooster|鸚鵡|鶏/i.test(view.name))
    return { behind: "", before: "", outline: "" };
  const feathers = lump(
    view,
    [0, 1, 2].map((i): Chain => [
      [0, -0.3 + i * 0.03, 0.02 - i * 0.12, 0.09],
      [0, -0.48 + i * 0.05, -0.12 - i * 0.14, 0.07],
      [0, -0.6 + i * 0.09, -0.3 - i * 0.14, 0.008],
    ]),
    view.coat.dark === "#000" ? fineTone(40) : view.coat.dark,
    0.02,
    view.nib.line,
  );
  return { behind: feathers.ink, before: "", outline: feathers.path };
}
