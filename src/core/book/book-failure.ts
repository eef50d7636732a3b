/** Why a file could not be read as a book. `errors.ts` has a title and a fix for each. */
export type BookFailure =
  | "empty-file"
  /** Something else; the detail says what it looks like (`PDF`, `JPEG image` …). */
  | "not-a-book"
  | "damaged-zip"
  | "epub-without-package"
  /** Content documents are encrypted (DRM, or a password on the archive). */
  | "epub-encrypted"
  /** More than the caps of `open-zip.ts` allow; the detail says which. */
  | "too-large"
  /** An archive of more than one book; the detail names them. */
  | "several-books"
  /** A DOCX whose parts cannot be understood; the detail says why. */
  | "damaged-docx"
  | "no-text"
  /** Neither Unicode nor one of the encodings that books come in. */
  | "unknown-encoding";
