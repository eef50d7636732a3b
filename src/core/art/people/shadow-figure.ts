/** The closed shapes in path data, each by itself: overlapping shapes of either direction must not cut holes. */
function shapesOf(path: string): string {
  return path
    .split("M")
    .filter((piece) => piece !== "")
    .map((piece) => `<path d="M${piece}"/>`)
    .join("");
}

/** A black shape of head, hair, hat and clothes; at night a white rim parts it from the dark, broader where the light comes from. */
export function drawShadowFigure(outline: string, size: number, night: boolean): string {
  const shapes = shapesOf(outline);
  const rim = Math.max(1.3, size * 0.034);
  const lit = `<g transform="translate(${(-0.5 * rim).toFixed(2)} ${(-0.3 * rim).toFixed(2)})">${haloOf(outline, rim)}</g>`;
  return `${night ? lit : ""}<g fill="#000">${shapes}</g>`;
}

/** A white edge round everything, so that a figure stands off its background. `rim` in page units. */
export function haloOf(outline: string, rim: number): string {
  return `<g fill="#fff" stroke="#fff" stroke-width="${(2 * rim).toFixed(2)}" stroke-linejoin="round">${shapesOf(outline)}</g>`;
}
