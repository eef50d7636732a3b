/** Plane geometry in page units: x to the right, y down. A B5-like page is 1240 × 1754 units. */
export interface Point {
  x: number;
  y: number;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Polygon = Point[];

/** The smallest upright rectangle around the points. */
export function boundsOf(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The corners of a rectangle, clockwise from the top left. */
export function cornersOf({ x, y, width, height }: Rect): Polygon {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Area of the part that two rectangles share; 0 where they do not meet. */
export function overlapArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Area of a simple polygon, always positive (shoelace formula). */
export function areaOf(polygon: Polygon): number {
  let twice = 0;
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    if (a && b) twice += a.x * b.y - b.x * a.y;
  }
  return Math.abs(twice) / 2;
}

/** Whether a point lies inside a polygon (even-odd rule). */
export function contains(polygon: Polygon, point: Point): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i];
    const b = polygon[j];
    if (a && b && a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

/** `.01` to `.99` as they are written, without a nought at the end; nothing for whole numbers. */
const hundredths = Array.from({ length: 100 }, (_, i) => String(i / 100).slice(1));

/** A number for SVG: two decimals at most, no `-0`. Made of whole numbers, which are written twice as fast as fractions. */
export function short(value: number): string {
  const rounded = Math.round(value * 100);
  const size = Math.abs(rounded);
  const whole = Math.floor(size / 100);
  return `${rounded < 0 ? "-" : ""}${whole}${hundredths[size - whole * 100]}`;
}

/** Path data of a closed polygon. */
export function polygonPath(polygon: Polygon): string {
  return `M${polygon.map((p) => `${short(p.x)} ${short(p.y)}`).join("L")}Z`;
}
