import type { Rect } from "../../geometry/geometry.ts";
import type { PlacedHead } from "./view.ts";

/** How far hair, hat and shoulders reach from the middle of a head, in head sizes. */
const outline = { side: 0.62, crown: 0.85, chin: 0.75 } as const;

/** Room round a head in which nothing ends, in head sizes; a face that fills its panel keeps less. */
const clear = 0.5;
const mostClear = 34;

/** Half the breadth of a body in head sizes: what peeps out from behind it would grow out of a shoulder or a hand. */
const bodyHalf = 1.05;

/** Things lower than this in head sizes of who stands before them are small beside that one: people, carts and bushes far off. */
const small = 3.2;

/** Breadth in head sizes below which a thing right behind a head grows out of it: a pole, a stem with its crown. */
const slender = 4.5;

/** The heads of a panel with their hair, hats and some air, as areas of the page. */
export const headAreas = (heads: readonly PlacedHead[]): Rect[] =>
  heads.map(({ x, y, size }) => {
    const room = Math.min(0.3 * size, mostClear);
    const half = outline.side * size + room;
    const top = y - outline.crown * size - room;
    return { x: x - half, y: top, width: 2 * half, height: y + outline.chin * size + room - top };
  });

/** Whether a thing with this box on the page, behind the people, would end at a head, grow out of one, or peep out from behind a body. */
export const disturbs = (box: Rect, heads: readonly PlacedHead[]): boolean =>
  heads.some((head) => endsAtHead(box, head) || growsOutOf(box, head) || peepsOut(box, head));

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** An edge of the thing lies close round the head; what reaches beyond it on both sides and above is its ground. */
function endsAtHead(box: Rect, { x, y, size }: PlacedHead): boolean {
  const room = Math.min(clear * size, mostClear);
  const [left, right] = [x - outline.side * size - room, x + outline.side * size + room];
  const [top, low] = [y - outline.crown * size - room, y + outline.chin * size];
  if (!meets(box, { x: left, y: top, width: right - left, height: low - top })) return false;
  return box.x > left || box.x + box.width < right || box.y > top;
}

/** Stands right behind the head and over it. */
const growsOutOf = (box: Rect, { x, y, size }: PlacedHead): boolean =>
  box.width < slender * size &&
  Math.abs(box.x + box.width / 2 - x) < (outline.side + 0.4) * size &&
  box.y < y - size &&
  box.y + box.height > y - size;

const peepsOut = (box: Rect, { x, y, size, feet }: PlacedHead): boolean =>
  box.height < small * size &&
  box.y + box.height < feet - 0.4 * size &&
  meets(box, { x: x - bodyHalf * size, y: y - size, width: 2 * bodyHalf * size, height: feet - y + size });
