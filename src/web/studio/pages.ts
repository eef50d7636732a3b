import type { ComponentType } from "react";

type PageName =
  | "today"
  | "library"
  | "settings"
  | "newComic"
  | "book"
  | "read"
  | "comic"
  | "cast"
  | "files"
  | "reader"
  | "shared";

/** Every page, loaded when it is first opened or when a link to it is pointed at. The type is said here, because pages know the router that knows them. */
export const pages: Readonly<Record<PageName, () => Promise<{ Page: ComponentType }>>> = {
  today: () => import("../../features/library/web/today-page.tsx"),
  library: () => import("../../features/library/web/library-page.tsx"),
  settings: () => import("../../features/accounts/web/settings-page.tsx"),
  newComic: () => import("../../features/comics/web/new-comic-page.tsx"),
  book: () => import("../../features/library/web/book-page.tsx"),
  read: () => import("../../features/library/web/read-tab.tsx"),
  comic: () => import("../../features/comics/web/comic-tab.tsx"),
  cast: () => import("../../features/library/web/cast-tab.tsx"),
  files: () => import("../../features/comics/web/files-tab.tsx"),
  reader: () => import("../../features/comics/web/reader-page.tsx"),
  shared: () => import("../../features/comics/web/shared-comic-page.tsx"),
};
