import { describe, expect, it } from "vitest";
import { comicSteps } from "../../steps.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { stageOf, stageText } from "./job-stage.ts";
import type { JobView } from "../../../jobs/schema.ts";

const job: JobView = {
  id: "01990c3e-5a1b-7cc2-9e5f-3b1d2f4a6c70",
  bookId: null,
  name: null,
  status: "processing",
  step: "render",
  percent: 40,
  pagesDone: 12,
  pagesTotal: 80,
  secondsLeft: 30,
  error: null,
  createdAt: "2026-11-22T10:00:00.000Z",
  startedAt: null,
  completedAt: null,
};

describe("the stage of a comic in words", () => {
  it("is known for every step of the pipeline", () => {
    const unknown = comicSteps.filter(({ name }) => name !== "read" && stageOf({ ...job, step: name }) === "reading");
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it("tells how many pages are drawn", () => {
    expect(stageText(job, en)).toBe("Drawing 12 of 80");
    expect(stageText(job, ja)).toBe("80ページ中12ページを作画");
  });

  it("tells the state before the step", () => {
    expect(stageText({ ...job, status: "paused" }, en)).toBe("Paused");
    expect(stageText({ ...job, status: "failed" }, en)).toBe("It stopped by itself");
    expect(stageText({ ...job, status: "pending", step: null }, en)).toBe("Waits its turn");
  });
});
