import type { Words } from "./words.ts";

/** A picture that cannot be loaded says so in its place. Errors of images do not bubble, so they are caught on the way down. */
export function markMissingPictures(words: Words): void {
  document.addEventListener("error", (event) => mark(event.target), { capture: true });
  for (const image of document.images)
    if (image.complete && image.naturalWidth === 0 && image.loading !== "lazy") mark(image);

  function mark(target: EventTarget | null) {
    if (!(target instanceof HTMLImageElement)) return;
    const path = target.getAttribute("src") ?? "";
    target.alt = words.missing(path);
    target.parentElement?.classList.add("missing");
    target.parentElement?.setAttribute("data-missing", words.missing(path));
  }
}
