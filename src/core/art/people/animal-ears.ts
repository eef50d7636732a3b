import { fineTone } from "../tone.ts";
import type { AnimalPlan } from "./animal-plans.ts";
import { brush, ribbonPath } from "./brush.ts";
import { type HeadView } from "./head-view.ts";
import { type Vec, vec } from "./space.ts";

interface EarInk {
  behind: string;
  before: string;
  outline: string;
}

/** An ear as a leaf along a line: wide from the front, never thinner than two thirds of that from the side. */
interface EarForm {
  line: (side: number) => Vec[];
  half: (share: number) => number;
}

const forms: Record<Exclude<AnimalPlan["ears"], "none" | "feelers">, EarForm> = {
  long: {
    line: (s) => [
      vec(s * 0.13, -0.12, -0.06),
      vec(s * 0.15, -0.34, -0.1),
      vec(s * 0.2, -0.56, -0.14),
      vec(s * 0.27, -0.76, -0.18),
    ],
    half: (t) => 0.105 * Math.min(1, 0.55 + t * 1.3) * Math.min(1, (1 - t) * 3.4) ** 0.55,
  },
  pointed: {
    line: (s) => [vec(s * 0.23, -0.06, -0.04), vec(s * 0.29, -0.28, -0.06), vec(s * 0.35, -0.6, -0.08)],
    half: (t) => 0.185 * (1 - t) ** 0.75,
  },
  round: {
    line: (s) => [
      vec(s * 0.22, -0.08, -0.08),
      vec(s * 0.32, -0.26, -0.1),
      vec(s * 0.4, -0.42, -0.12),
      vec(s * 0.46, -0.56, -0.12),
    ],
    half: (t) => 0.235 * Math.sqrt(Math.max(0, 1 - (2 * t - 1.05) ** 2 * 0.9)),
  },
  "small-round": {
    line: (s) => [vec(s * 0.24, -0.22, -0.06), vec(s * 0.32, -0.34, -0.06), vec(s * 0.37, -0.45, -0.06)],
    half: (t) => 0.15 * Math.sqrt(Math.max(0, 1 - (2 * t - 1) ** 2 * 0.95)),
  },
  flop: {
    line: (s) => [
      vec(s * 0.22, -0.27, -0.08),
      vec(s * 0.37, -0.18, -0.13),
      vec(s * 0.45, 0, -0.16),
      vec(s * 0.44, 0.26, -0.17),
    ],
    half: (t) => 0.06 + 0.1 * Math.sin(Math.PI * Math.min(1, t * 0.95)),
  },
  side: {
    line: (s) => [vec(s * 0.28, -0.08, -0.04), vec(s * 0.44, -0.08, -0.05), vec(s * 0.6, 0, -0.06)],
    half: (t) => 0.09 * Math.sin(Math.PI * Math.min(1, 0.12 + t * 0.88)),
  },
};

/** Ears or feelers, set on the crown. */
export function animalEars(view: HeadView, plan: AnimalPlan, fill: string): EarInk {
  const out: EarInk = { behind: "", before: "", outline: "" };
  if (plan.ears === "none") return out;
  const far = view.yaw >= 0 ? 1 : -1;
  for (const side of [far, -far]) {
    if (plan.ears === "feelers") {
      out.behind += feeler(view, side);
      continue;
    }
    const form = forms[plan.ears];
    const line = form.line(side).map((p) => view.sight.see(p));
    const turned = 0.7 + 0.3 * Math.abs(Math.cos((view.yaw * Math.PI) / 180));
    const path = ribbonPath(line, (t) => form.half(t) * turned * view.size);
    const hollow = ribbonPath(
      line.slice(0, -1).concat(line.slice(-1).map((p) => ({ ...p, y: p.y + view.size * 0.05 }))),
      (t) => form.half(t) * turned * 0.52 * view.size,
    );
    const floppy = plan.ears === "flop";
    const inner =
      Math.abs(view.yaw) < 100 && !floppy
        ? `<path d="${hollow}" fill="${fill === "#fff" ? fineTone(20) : "#fff"}"/>`
        : "";
    const outer = floppy && fill === "#fff" ? fineTone(40) : fill;
    const drawing = `<path d="${path}" fill="${outer}" stroke="#000" stroke-width="${view.nib.bold.toFixed(2)}" stroke-linejoin="round"/>${inner}`;
    out.outline += path;
    const near = side !== far || Math.abs(view.yaw) < 35;
    if (floppy && near) out.before += drawing;
    else out.behind += drawing;
  }
  return out;
}

function feeler(view: HeadView, side: number): string {
  const line = [vec(side * 0.12, -0.26, 0.14), vec(side * 0.17, -0.46, 0.2), vec(side * 0.28, -0.58, 0.26)].map((p) =>
    view.sight.see(p),
  );
  const end = line.at(-1);
  const knob = end
    ? `<circle cx="${end.x.toFixed(1)}" cy="${end.y.toFixed(1)}" r="${(view.size * 0.045).toFixed(1)}"/>`
    : "";
  return brush(line, view.nib.bold * 1.3, { tip: 0.6 }) + knob;
}
