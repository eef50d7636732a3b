import type { Gait } from "../../page/stature.ts";
import type { Sight } from "../people/space.ts";
import type { BeastView } from "./beast-view.ts";

/** A body ready to be laid under its head. */
export interface BodyInk {
  svg: string;
  outline: string;
  /** Laid over the outline of the head where it runs into the neck. */
  join: string;
}

/** What the body is posed by. */
export interface BodyView {
  beast: BeastView;
  gait: Gait;
  /** Looks at the body, which turns less than the head. */
  sight: Sight;
  bodyYaw: number;
  /** Head's centre to the ground in head sizes. */
  ground: number;
  /** Path data of the head, for the shadow that it throws. */
  headOutline: string;
}
