import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { libraryPlace } from "../../features/library/web/library-place.ts";
import { pages } from "./pages.ts";
import { Frame } from "./shell/frame.tsx";
import { BrokenPage, MissingPage } from "./shell/missing-page.tsx";

const page = (name: keyof typeof pages) => lazyRouteComponent(pages[name], "Page");

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage, errorComponent: BrokenPage });

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

export const router = createRouter({
  routeTree: root.addChildren([
    frame.addChildren([today, library, settings, newComic, book.addChildren(bookTabs)]),
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
