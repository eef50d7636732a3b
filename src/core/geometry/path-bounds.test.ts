import { expect, it } from "vitest";
import { pathBounds } from "./path-bounds.ts";

it("knows how far a path reaches, in absolute and relative steps", () => {
  expect(pathBounds("M10 20L30 5h-40v60Z")).toEqual({ x: -10, y: 5, width: 40, height: 60 });
  expect(pathBounds("M10,20l5 -30q10 10 20 0")).toEqual({ x: 10, y: -10, width: 25, height: 30 });
});

it("counts the bulge of half circles and every pen stroke of a drawing", () => {
  expect(pathBounds("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z")).toEqual({ x: -5, y: -5, width: 10, height: 10 });
  expect(pathBounds("M0 0L1 1ZM50 60L51 61Z")).toEqual({ x: 0, y: 0, width: 51, height: 61 });
});

it("finds nothing in nothing", () => {
  expect(pathBounds("")).toBe(null);
});
