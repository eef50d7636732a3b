/** What files the product keeps: the type it serves them as, and the endings that names of them may have (the first stands in keys). */
export const fileTypes = {
  epub: { mime: "application/epub+zip", endings: ["epub"] },
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
  },
  cbz: { mime: "application/vnd.comicbook+zip", endings: ["cbz"] },
  zip: { mime: "application/zip", endings: ["zip"] },
  pdf: { mime: "application/pdf", endings: ["pdf"] },
  png: { mime: "image/png", endings: ["png"] },
  jpeg: { mime: "image/jpeg", endings: ["jpg", "jpeg"] },
  webp: { mime: "image/webp", endings: ["webp"] },
  avif: { mime: "image/avif", endings: ["avif"] },
  gif: { mime: "image/gif", endings: ["gif"] },
  midi: { mime: "audio/midi", endings: ["mid", "midi"] },
  wav: { mime: "audio/wav", endings: ["wav"] },
  flac: { mime: "audio/flac", endings: ["flac"] },
  mp3: { mime: "audio/mpeg", endings: ["mp3"] },
  ogg: { mime: "audio/ogg", endings: ["ogg", "oga", "opus"] },
  // Markup is text as well: served as plain text, nothing in it runs.
  text: { mime: "text/plain", endings: ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "fb2", "csv"] },
  // Not told by content, but made by the product.
  json: { mime: "application/json", endings: ["json"] },
  binary: { mime: "application/octet-stream", endings: ["bin"] },
} as const satisfies Record<string, { mime: string; endings: readonly [string, ...string[]] }>;

export type FileType = keyof typeof fileTypes;
