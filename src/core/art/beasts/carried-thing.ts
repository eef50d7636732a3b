import type { Point } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { heldThingOf, inkedThing } from "../people/held-things.ts";
import type { BodyView } from "./beast-body.ts";
import { onHead } from "./beast-view.ts";

interface ThingInk {
  svg: string;
  outline: string;
}

const nothing: ThingInk = { svg: "", outline: "" };

/** What a beast on its own feet carries in its mouth; what would stand on a palm lies on the ground before its paws. */
export function carriedThing(
  { beast, sight, ground, gait }: BodyView,
  figure: StagedFigure,
  sheet: ModelSheet,
): ThingInk {
  const thing = heldThingOf(figure, sheet);
  if (!thing || gait === "lie" || gait === "crouch" || Math.abs(beast.yaw) > 112) return nothing;
  // A staff or an open newspaper is nothing for a mouth.
  if (thing.tall || thing.carriage === "spread" || thing.carriage === "aim" || thing.carriage === "shoulder")
    return nothing;
  const [, tip] = beast.plan.muzzle;
  const palm = thing.grip === "palm";
  const centre: Point = palm
    ? sight.see({ x: 0, y: ground - 0.12, z: 0.55 })
    : onHead(beast, 0, tip[1] + tip[3] * 0.6, tip[2] - tip[3] * 0.2);
  const mirror = beast.yaw < 0;
  const tilt = palm || thing.lies === "along" ? 0 : thing.tilt * (mirror ? -1 : 1);
  return inkedThing(thing.shapes, { centre, size: beast.size * 0.92, tilt }, mirror, beast.nib);
}

/** The same for one who stands upright: in the paw that the pose holds out. */
export function thingInPaw(
  { beast, sight }: BodyView,
  paw: readonly [number, number, number],
  figure: StagedFigure,
  sheet: ModelSheet,
): ThingInk {
  const thing = heldThingOf(figure, sheet);
  if (!thing || thing.tall || thing.carriage === "spread") return nothing;
  const [x, y, z] = paw;
  const mirror = beast.yaw < 0;
  return inkedThing(
    thing.shapes,
    {
      centre: sight.see({ x, y: y - 0.06, z: z + 0.06 }),
      size: beast.size * 0.9,
      tilt: mirror ? -thing.tilt : thing.tilt,
    },
    mirror,
    beast.nib,
  );
}
