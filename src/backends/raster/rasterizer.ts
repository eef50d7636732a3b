/** Turns a page's SVG into finished pictures. */
export interface Rasterizer {
  /**
   * A PNG of 16 greys, or of full colour where the SVG has any. `width` is that of the whole picture in pixels, as the SVG says where it is missing.
   * Same SVG and width, same bytes (T3). Throws where the SVG is broken or the engine failed twice.
   */
  toPng(svg: string, width?: number): Promise<Uint8Array>;
  /** A picture that `toPng` made as lossless WebP: the same pixels in fewer bytes (F5). Same PNG, same bytes. */
  toWebp(png: Uint8Array): Promise<Uint8Array>;
  /**
   * A WebP that a person brings, on white, as PNG, made smaller by whole numbers as long as no side falls below `side` pixels; null for what cannot be read.
   * Absent where nothing reads it.
   */
  fromWebp?(webp: Uint8Array, side: number): Promise<Uint8Array | null>;
  /** What failed and was made good so far: pages drawn again after their engine died. */
  mishaps(): readonly string[];
  /** Ends its processes; pending work is refused. */
  close(): Promise<void>;
  /** How many pages may be under way at once with profit. */
  concurrency: number;
}
