/** A paper size in millimetres. */
export interface Trim {
  width: number;
  height: number;
}

/** Page sizes by name: JIS B5 and tankōbon (B6), ISO A5, the American comic book, and the picture of a six-inch reader. */
export const trims = {
  b5: { width: 182, height: 257 },
  a5: { width: 148, height: 210 },
  tankobon: { width: 128, height: 182 },
  "us-comic": { width: 168, height: 260 },
  kindle: { width: 90.7, height: 122.7 },
} as const satisfies Record<string, Trim>;

/** How the pages are made for their medium. */
export interface Edition {
  /** Size of the cut page. */
  trim: Trim;
  /** Pixels an inch; null makes every picture 1,240 pixels wide. */
  dpi: number | null;
  /** Millimetres of picture beyond each cut, for printers; above 0 the PDF has crop marks. */
  bleed: number;
  /** `ink`: black, white and screentone; `flat`: a fixed palette (D8). */
  colour: "ink" | "flat";
}

export const screenEdition: Edition = { trim: trims.b5, dpi: null, bleed: 0, colour: "ink" };

/** Width of a whole page's picture in pixels, without bleed. */
export function pixelWidth({ trim, dpi }: Pick<Edition, "trim" | "dpi">): number {
  return dpi === null ? 1240 : Math.round((trim.width / 25.4) * dpi);
}
