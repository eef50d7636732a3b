import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { someSettings, someText } from "../../../test/comic-studio.ts";
import { rangesOf, rangesText } from "./number-ranges.ts";
import type { JobView } from "./schema.ts";

interface Event {
  event: string;
  id: string;
  data: { number?: number; status?: string; percent?: number };
}

function eventsOf(text: string): Event[] {
  return text
    .split("\n\n")
    .filter((block) => block.includes("event:"))
    .map((block) => {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1] ?? "";
      return { event: field("event"), id: field("id"), data: JSON.parse(field("data")) };
    });
}

describe("jobs over HTTP", () => {
  let app: TestApp;
  let job: string;
  beforeAll(async () => {
    app = await testApp();
    job = await app.studio.begin(someText, { ...someSettings, formats: ["cbz"] });
  });
  afterAll(() => app.close());
  const act = (name: string, options: object = {}): Promise<JobView> =>
    app.json<JobView>("POST", `/api/jobs/${job}/${name}`, options);

  it("are paused and resumed, and say when they cannot be", async () => {
    expect((await act("pause")).status).toBe("paused");
    const problem = await app.json<ProblemAnswer>("POST", `/api/jobs/${job}/pause`, { status: 409 });
    expect(problem).toMatchObject({ code: "job-state", detail: "it is paused" });
    expect((await act("resume")).status).toBe("pending");
    expect(app.woken).toContain(job);
    expect((await app.send("POST", `/api/jobs/${job}/resume`, { as: app.other })).status).toBe(404);
    expect((await app.send("POST", `/api/jobs/${job}/explode`)).status).toBe(400);
  });

  it("are not taken away before they have ended", async () => {
    expect((await app.send("DELETE", `/api/jobs/${job}`)).status).toBe(409);
  });

  it("are listed, open ones apart", async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await app.json<{ items: JobView[] }>("GET", `/api/jobs${query}`)).items.map(({ id }) => id);
    expect(await ids("?open=true")).toEqual([job]);
    expect(await ids("?book=01990c3e-5a1b-7cc2-9e5f-3b1d2f4a6c70")).toEqual([]);
    const others = await app.json<{ items: JobView[] }>("GET", "/api/jobs", { as: app.other });
    expect(others.items).toEqual([]);
  });

  it("tell of each page as it is drawn, and of their end", async () => {
    const response = await app.send("GET", `/api/jobs/${job}/events`);
    expect(response.headers.get("Content-Type")).toContain("text/event-stream");
    const [, text] = await Promise.all([app.studio.workOn(), response.text()]);
    const events = eventsOf(text);
    const done = await app.json<JobView>("GET", `/api/jobs/${job}`);
    const pages = events.flatMap(({ event, data }) => (event === "page" ? [data.number ?? -1] : []));
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.length).toBe(done.pagesTotal);
    expect(events.at(-1)).toMatchObject({ event: "end", data: { status: "completed", percent: 100 } });
    const percents = events.flatMap(({ event, data }) => (event === "job" ? [data.percent ?? -1] : []));
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  });

  it("go on where a stream broke off, without a page twice or missed", async () => {
    const { pagesTotal } = await app.json<JobView>("GET", `/api/jobs/${job}`);
    const headers = { "Last-Event-ID": "0-2.4" };
    const events = eventsOf(await (await app.send("GET", `/api/jobs/${job}/events`, { headers })).text());
    const pages = events.flatMap(({ event, data }) => (event === "page" ? [data.number ?? -1] : []));
    const all = Array.from({ length: pagesTotal }, (_, number) => number);
    expect(pages).toEqual(all.filter((number) => ![0, 1, 2, 4].includes(number)));
    expect(events.at(-1)?.id).toBe(`0-${pagesTotal - 1}`);
  });

  it("end their streams when the server stops", async () => {
    const own = await testApp();
    const waiting = await own.studio.begin(someText, someSettings);
    const response = await own.send("GET", `/api/jobs/${waiting}/events`);
    setTimeout(() => own.stopping.abort(), 50);
    expect(eventsOf(await response.text()).at(-1)?.data.status).toBe("pending");
    await own.close();
  });

  it("are told of when they have ended, until that was read", async () => {
    const path = "/api/notifications";
    const list = async (): Promise<{ jobId: string; kind: string; readAt: string | null }[]> =>
      (await app.json<{ items: { jobId: string; kind: string; readAt: string | null }[] }>("GET", path)).items;
    expect(await list()).toMatchObject([{ jobId: job, kind: "completed", readAt: null }]);
    expect((await app.send("POST", `${path}/read`)).status).toBe(204);
    expect((await list())[0]?.readAt).not.toBeNull();
    const others = await app.json<{ items: unknown[] }>("GET", path, { as: app.other });
    expect(others.items).toEqual([]);
  });

  it("say in plain words why they failed, and are retried", async () => {
    const own = await testApp();
    const failed = await own.studio.begin(new TextEncoder().encode("Только цифры здесь?\n\nНет."), {
      ...someSettings,
      chapters: { from: 40, to: 41 },
    });
    await own.studio.workOn();
    const view = await own.json<JobView>("GET", `/api/jobs/${failed}`);
    expect(view).toMatchObject({ status: "failed", error: { code: "part-missing" } });
    expect(view.error?.fix).not.toBe("");
    const again = await own.json<JobView>("POST", `/api/jobs/${failed}/retry`);
    expect(again).toMatchObject({ status: "pending", error: null });
    expect(own.woken).toContain(failed);
    const cancelled = await own.json<JobView>("POST", `/api/jobs/${failed}/cancel`);
    expect(cancelled.status).toBe("cancelled");
    await own.close();
  });
});

describe("numbers as text", () => {
  it("says runs shortly and reads them again", () => {
    for (const text of ["", "0", "0-12.14", "3.5.7-9"]) expect(rangesText(rangesOf(text))).toBe(text);
  });

  it("takes nothing from what it did not write", () => {
    for (const text of ["x", "1-", "0-99999999", "1..2", "-3"]) expect(rangesOf(text).size).toBe(0);
  });
});
