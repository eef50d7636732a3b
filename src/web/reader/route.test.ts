import { describe, expect, it } from "vitest";
import { formatRoute, parseRoute, type Route } from "./route.ts";

const routes: Route[] = [
  { view: "comic", page: 0, panel: null, guided: false },
  { view: "comic", page: 12, panel: 2, guided: false },
  { view: "comic", page: 12, panel: 0, guided: true },
  { view: "sheet" },
  { view: "cast", person: null },
  { view: "cast", person: "n1 & co" },
  { view: "sentences", at: null },
  { view: "sentences", at: 4711 },
];

describe("an address", () => {
  it.each(routes)("[F0] leads back to where it was taken: %o", (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it("[F0] counts panels from 1, as people do", () => {
    expect(parseRoute("#page=12&panel=3")).toEqual({ view: "comic", page: 12, panel: 2, guided: false });
  });

  it.each(["", "#", "#page=", "#page=-1", "#page=x", "#nonsense", "#page=99999999999999999999"])(
    "[F0] says nothing as %o",
    (hash) => {
      expect(parseRoute(hash)).toBeNull();
    },
  );
});
