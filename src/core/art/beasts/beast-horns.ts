import { fineTone } from "../tone.ts";
import { elks } from "./beast-bodies-data.ts";
import type { TopInk } from "./beast-top.ts";
import type { Chain } from "./beast-heads-data.ts";
import { type BeastView, bonesOf, fleshOn, inked } from "./beast-view.ts";

const horn: Chain = [
  [0.18, -0.36, -0.14, 0.085],
  [0.44, -0.42, -0.06, 0.075],
  [0.64, -0.6, 0.12, 0.05],
  [0.62, -0.82, 0.24, 0.004],
];
const goatHorn: Chain = [
  [0.1, -0.34, -0.04, 0.07],
  [0.14, -0.58, -0.1, 0.06],
  [0.2, -0.7, -0.28, 0.045],
  [0.28, -0.62, -0.5, 0.004],
];
const antlers: readonly Chain[] = [
  [
    [0.1, -0.34, -0.1, 0.045],
    [0.26, -0.58, -0.24, 0.038],
    [0.42, -0.82, -0.2, 0.032],
    [0.42, -1.02, -0.02, 0.004],
  ],
  [
    [0.16, -0.44, -0.16, 0.035],
    [0.2, -0.56, 0.06, 0.03],
    [0.22, -0.72, 0.14, 0.004],
  ],
  [
    [0.36, -0.72, -0.22, 0.03],
    [0.5, -0.84, -0.34, 0.026],
    [0.54, -1, -0.36, 0.004],
  ],
];
/** The broad antlers of an elk: a palm with points along its edge. */
const palms: readonly Chain[] = [
  [
    [0.1, -0.32, -0.1, 0.06],
    [0.36, -0.46, -0.2, 0.07],
    [0.62, -0.64, -0.28, 0.18],
    [0.74, -0.84, -0.4, 0.15],
  ],
  ...[0, 1, 2, 3, 4].map((i): Chain => [
    [0.54 + i * 0.05, -0.66 - i * 0.05, -0.12 - i * 0.1, 0.09],
    [0.58 + i * 0.08, -1.02 - i * 0.02, 0.1 - i * 0.17, 0.004],
  ]),
];

/** Horns on both sides: the far one behind the head, the near one before it. */
function horned(view: BeastView, chains: readonly Chain[]): TopInk {
  const far = view.yaw >= 0 ? 1 : -1;
  const [behind, before] = ([far, far === 1 ? -1 : 1] as const).map((side) => {
    const { path } = fleshOn(
      view,
      chains.flatMap((chain) => bonesOf(chain, view.sight, side)),
      0.02,
    );
    return { ink: inked(path, fineTone(10), view.nib.bold * 0.9), path };
  });
  return { behind: behind?.ink ?? "", before: before?.ink ?? "", outline: (behind?.path ?? "") + (before?.path ?? "") };
}

/** The horns of cattle and goats, and the antlers of stags; a goat has its beard. */
export function beastHorns(view: BeastView, kind: "horns" | "goat-horns" | "antlers"): TopInk {
  if (kind === "horns") return horned(view, [horn]);
  if (kind === "goat-horns") return bearded(view, horned(view, [goatHorn]));
  const hornless = /doe\b|\bhind\b|fawn|小鹿|子鹿/i.test(view.name);
  return horned(view, elks.test(view.name) ? palms : hornless ? [] : antlers);
}

/** The beard of a goat under its chin. */
function bearded(view: BeastView, top: TopInk): TopInk {
  const beard: Chain = [
    [0, 0.42, 0.3, 0.08],
    [0, 0.6, 0.28, 0.06],
    [0, 0.78, 0.22, 0.004],
  ];
  const { path } = fleshOn(view, bonesOf(beard, view.sight), 0.02);
  return { ...top, behind: top.behind + inked(path, view.coat.main, view.nib.line), outline: top.outline + path };
}
