import { bindCbz } from "./cbz.ts";
import type { Binder } from "./comic.ts";

/** The formats that a comic can be bound in beside its folder of pictures, each by its own file. */
export const binders = { cbz: bindCbz } as const satisfies Record<string, Binder>;

export type FormatName = keyof typeof binders;
