import { createOpening } from "../ui/opening.ts";

/** Whether the help about keys is open. */
export const keyboardHelp = createOpening();
export const openKeyboardHelp = (): void => keyboardHelp.set(true);
