/** Turns a page's SVG into a finished picture: 16 greys, PNG, as wide as the SVG says. */
export interface Rasterizer {
  /** Same SVG, same bytes (T3). Throws where the SVG is broken or the engine failed twice. */
  toPng(svg: string): Promise<Uint8Array>;
  /** Ends its processes; pending work is refused. */
  close(): Promise<void>;
  /** How many pages may be under way at once with profit. */
  concurrency: number;
}
