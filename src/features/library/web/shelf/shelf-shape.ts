/** Sizes of the shelf in CSS pixels. */
export interface ShelfShape {
  columns: number;
  tileWidth: number;
  /** With the gap below it. */
  rowHeight: number;
  gap: number;
}

/** Below a cover: two lines of title, author, how far it is read. */
const wordsHeight = 104;
const besideHeight = 76;

/** How books are placed on a shelf of a width. */
export function shelfShape(width: number, isList: boolean, hasBeside: boolean): ShelfShape {
  if (isList) return { columns: 1, tileWidth: width, rowHeight: 80 + (hasBeside ? 56 : 0), gap: 4 };
  const gap = width < 560 ? 16 : 28;
  const least = width < 560 ? 136 : 156;
  const columns = Math.max(2, Math.floor((width + gap) / (least + gap)));
  const tileWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
  const height = tileWidth * 1.5 + wordsHeight + (hasBeside ? besideHeight : 0);
  return { columns, tileWidth, rowHeight: Math.round(height) + gap, gap };
}

/** The place to which a key leads from `at` among `count` books; null for other keys and where the shelf ends. */
export function nextOnShelf(key: string, at: number, columns: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined || next === at || next < 0 || next >= count ? null : next;
}
