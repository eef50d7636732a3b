import type { Point, Rect } from "../../geometry/geometry.ts";

/** A disc in the sky, in page units. */
export interface SkyDisc extends Point {
  radius: number;
}

/** Steps in which a disc is moved across its sky. */
const places = 24;

/**
 * A sun or a moon moved sideways, as little as needed, until it touches none of the areas that are `taken` by heads and balloons:
 * behind a head it would be a bobble on the crown. Null where the sky has no room for it.
 */
export function clearDisc(disc: SkyDisc, sky: Rect, taken: readonly Rect[] = []): SkyDisc | null {
  const free = (x: number): boolean => !taken.some((area) => touches({ ...disc, x }, area));
  if (free(disc.x)) return disc;
  const [from, to] = [sky.x + disc.radius * 1.3, sky.x + sky.width - disc.radius * 1.3];
  const others = Array.from({ length: places + 1 }, (_, i) => from + ((to - from) * i) / places);
  const nearest = others.filter(free).sort((a, b) => Math.abs(a - disc.x) - Math.abs(b - disc.x))[0];
  return nearest === undefined || to < from ? null : { ...disc, x: nearest };
}

/** Whether a disc with a little air touches an area. */
function touches({ x, y, radius }: SkyDisc, area: Rect): boolean {
  const dx = Math.max(area.x - x, 0, x - area.x - area.width);
  const dy = Math.max(area.y - y, 0, y - area.y - area.height);
  return Math.hypot(dx, dy) < radius * 1.25;
}
