import type { ComponentType } from "react";

type PageName =
  | "today"
  | "library"
  | "settings"
  | "settingsOwn"
  | "settingsSecurity"
  | "settingsData"
  | "admin"
  | "adminPeople"
  | "adminJobs"
  | "adminStorage"
  | "adminHealth"
  | "adminErrors"
  | "adminAudit"
  | "adminMail"
  | "signIn"
  | "signUp"
  | "forgotPassword"
  | "resetPassword"
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
  settingsOwn: () => import("../../features/accounts/web/own-tab.tsx"),
  settingsSecurity: () => import("../../features/accounts/web/security-tab.tsx"),
  settingsData: () => import("../../features/accounts/web/data-tab.tsx"),
  admin: () => import("../../features/admin/web/admin-page.tsx"),
  adminPeople: () => import("../../features/admin/web/people-tab.tsx"),
  adminJobs: () => import("../../features/admin/web/jobs-tab.tsx"),
  adminStorage: () => import("../../features/admin/web/storage-tab.tsx"),
  adminHealth: () => import("../../features/admin/web/health-tab.tsx"),
  adminErrors: () => import("../../features/admin/web/errors-tab.tsx"),
  adminAudit: () => import("../../features/admin/web/audit-tab.tsx"),
  adminMail: () => import("../../features/admin/web/mail-tab.tsx"),
  signIn: () => import("../../features/accounts/web/sign-in-page.tsx"),
  signUp: () => import("../../features/accounts/web/sign-up-page.tsx"),
  forgotPassword: () => import("../../features/accounts/web/forgot-password-page.tsx"),
  resetPassword: () => import("../../features/accounts/web/reset-password-page.tsx"),
  newComic: () => import("../../features/comics/web/new-comic-page.tsx"),
  book: () => import("../../features/library/web/book-page.tsx"),
  read: () => import("../../features/library/web/read-tab.tsx"),
  comic: () => import("../../features/comics/web/comic-tab.tsx"),
  cast: () => import("../../features/library/web/cast-tab.tsx"),
  files: () => import("../../features/comics/web/files-tab.tsx"),
  reader: () => import("../../features/comics/web/reader-page.tsx"),
  shared: () => import("../../features/comics/web/shared-comic-page.tsx"),
};
