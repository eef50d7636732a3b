import { useState } from "react";

/** How a book's text is set for this reader, on this device. */
export interface TextLook {
  /** Step in `sizes`. */
  size: number;
  measure: "narrow" | "middle" | "wide";
  /** Null where the book decides. */
  isVertical: boolean | null;
}

/** Sizes of letters in rem. */
export const sizes = [0.9375, 1.0625, 1.1875, 1.3125, 1.5, 1.75, 2] as const;
export const measures = ["narrow", "middle", "wide"] as const;

const usual: TextLook = { size: 2, measure: "middle", isVertical: null };
const place = "fabula.text-look";

/** The look, and how it is changed; it is kept in this browser, since it depends on the screen. */
export function useTextLook(): readonly [TextLook, (patch: Partial<TextLook>) => void] {
  const [look, setLook] = useState(keptLook);
  const change = (patch: Partial<TextLook>): void => {
    const next = { ...look, ...patch };
    const sized = { ...next, size: Math.min(sizes.length - 1, Math.max(0, next.size)) };
    setLook(sized);
    keepLook(sized);
  };
  return [look, change];
}

function keptLook(): TextLook {
  try {
    return lookOf(JSON.parse(localStorage.getItem(place) ?? "{}"));
  } catch (error) {
    // A browser that keeps nothing, or something else under this name.
    if (error instanceof DOMException || error instanceof SyntaxError) return usual;
    throw error;
  }
}

/** What is usable of a kept look; the rest is as usual. */
export function lookOf(kept: unknown): TextLook {
  if (typeof kept !== "object" || kept === null) return usual;
  const { size, measure, isVertical }: { size?: unknown; measure?: unknown; isVertical?: unknown } = kept;
  return {
    size: typeof size === "number" && Number.isInteger(size) && size in sizes ? size : usual.size,
    measure: measures.find((name) => name === measure) ?? usual.measure,
    isVertical: typeof isVertical === "boolean" ? isVertical : null,
  };
}

function keepLook(look: TextLook): void {
  try {
    localStorage.setItem(place, JSON.stringify(look));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
