import { createOpening } from "../ui/opening.ts";

/** Whether the search over everything is open. */
export const palette = createOpening();
export const openPalette = (): void => palette.set(true);
