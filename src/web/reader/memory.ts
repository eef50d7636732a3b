/** What this browser remembers about the book: the last page, the theme, the way of viewing. */
export interface Memory {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

/** Browsers may refuse storage to pages opened from a folder; reading then starts at the cover each time, which is no fault. */
export function memoryOf(book: string): Memory {
  const storage = storageOrNull();
  const own = new Map<string, string>();
  const key = (name: string) => `fabula ${book} ${name}`;
  return {
    get: (name) => own.get(name) ?? storage?.getItem(key(name)) ?? null,
    set(name, value) {
      own.set(name, value);
      try {
        storage?.setItem(key(name), value);
      } catch (error) {
        // A full or closed store: the value lives on in `own` until the page is left.
        console.info("Not remembered", name, error);
      }
    },
  };
}

function storageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    console.info("This browser keeps no reading position for local files", error);
    return null;
  }
}
