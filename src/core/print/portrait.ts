import { contactSheet, posed } from "./contact-sheet.ts";
import type { PageInk } from "./page-svg.ts";

/** Edge of a portrait in page units. */
const edge = 420;

/** A person's head and shoulders as a square SVG, for the cast page. */
export function portraitSvg(person: string, ink: PageInk): string {
  const head = { x: edge * 0.5, y: edge * 0.46, size: edge * 0.5, yaw: 24, pitch: 0, tilt: 0 };
  const box = { x: 0, y: 0, width: edge, height: edge };
  const shows = { beat: `portrait-${person}`, figures: [posed(person, head)] };
  return contactSheet({ width: edge, height: edge }, [{ box, label: null, shows }], ink);
}
