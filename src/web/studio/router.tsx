import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { signInSearch } from "../../features/accounts/web/sign-in/sign-in-search.ts";
import { libraryPlace } from "../../features/library/web/library-place.ts";
import { pages } from "./pages.ts";
import { Frame } from "./shell/frame.tsx";
import { BrokenPage, MissingPage } from "./shell/missing-page.tsx";
import { Root } from "./shell/root.tsx";

const page = (name: keyof typeof pages) => lazyRouteComponent(pages[name], "Page");

const root = createRootRoute({ component: Root, notFoundComponent: MissingPage, errorComponent: BrokenPage });

const frame = createRoute({ getParentRoute: () => root, id: "frame", component: Frame });
const today = createRoute({
  getParentRoute: () => frame,
  path: "/",
  component: page("today"),
});
const library = createRoute({
  getParentRoute: () => frame,
  path: "/library",
  component: page("library"),
  validateSearch: libraryPlace,
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: "/settings",
  component: page("settings"),
});
const settingsTabs = [
  createRoute({ getParentRoute: () => settings, path: "/", component: page("settingsOwn") }),
  createRoute({ getParentRoute: () => settings, path: "/security", component: page("settingsSecurity") }),
  createRoute({ getParentRoute: () => settings, path: "/data", component: page("settingsData") }),
] as const;
const admin = createRoute({ getParentRoute: () => frame, path: "/admin", component: page("admin") });
const adminTabs = [
  createRoute({ getParentRoute: () => admin, path: "/", component: page("adminPeople") }),
  createRoute({ getParentRoute: () => admin, path: "/jobs", component: page("adminJobs") }),
  createRoute({ getParentRoute: () => admin, path: "/storage", component: page("adminStorage") }),
  createRoute({ getParentRoute: () => admin, path: "/health", component: page("adminHealth") }),
  createRoute({ getParentRoute: () => admin, path: "/errors", component: page("adminErrors") }),
  createRoute({ getParentRoute: () => admin, path: "/audit", component: page("adminAudit") }),
  createRoute({ getParentRoute: () => admin, path: "/mail", component: page("adminMail") }),
] as const;
const newComic = createRoute({
  getParentRoute: () => frame,
  path: "/books/$id/new",
  component: page("newComic"),
});
/** The book with its tabs; `/books/$id` alone is its comics. */
const book = createRoute({
  getParentRoute: () => frame,
  path: "/books/$id",
  component: page("book"),
});
const bookTabs = [
  createRoute({
    getParentRoute: () => book,
    path: "/",
    beforeLoad: ({ params }) => {
      throw redirect({ to: "/books/$id/comic", params, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => book,
    path: "/read",
    component: page("read"),
    /** `at`: a stretch of the text that is shown, as `start-end`. */
    validateSearch: ({ at, chapter }: Record<string, unknown>): { at?: string; chapter?: number } => ({
      ...(typeof at === "string" && /^\d+-\d+$/.test(at) && { at }),
      ...(typeof chapter === "number" && { chapter }),
    }),
  }),
  createRoute({
    getParentRoute: () => book,
    path: "/comic",
    component: page("comic"),
  }),
  createRoute({
    getParentRoute: () => book,
    path: "/cast",
    component: page("cast"),
  }),
  createRoute({
    getParentRoute: () => book,
    path: "/files",
    component: page("files"),
  }),
] as const;

const reader = createRoute({
  getParentRoute: () => root,
  path: "/comics/$id",
  component: page("reader"),
  validateSearch: ({ page: number }: Record<string, unknown>): { page?: number } =>
    typeof number === "number" && Number.isInteger(number) && number >= 0 ? { page: number } : {},
});
const shared = createRoute({
  getParentRoute: () => root,
  path: "/s/$token",
  component: page("shared"),
  validateSearch: ({ page: number }: Record<string, unknown>): { page?: number } =>
    typeof number === "number" && Number.isInteger(number) && number >= 0 ? { page: number } : {},
});

/** What is shown to who has not signed in. */
const signedOut = [
  createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    component: page("signIn"),
    validateSearch: signInSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sign-up",
    component: page("signUp"),
    validateSearch: signInSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/forgot-password",
    component: page("forgotPassword"),
    validateSearch: signInSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reset-password",
    component: page("resetPassword"),
    validateSearch: signInSearch,
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    frame.addChildren([
      today,
      library,
      settings.addChildren(settingsTabs),
      admin.addChildren(adminTabs),
      newComic,
      book.addChildren(bookTabs),
    ]),
    ...signedOut,
    reader,
    shared,
  ]),
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
