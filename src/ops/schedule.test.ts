import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueBackup, type KeptBackup, keptBackups } from "./schedule.ts";

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const zones = ["UTC", "Asia/Tokyo", "America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "Pacific/Apia"];
const zone = fc.constantFrom(...zones);
const moment = fc.integer({ min: at("2020-01-01T00:00:00Z"), max: at("2035-01-01T00:00:00Z") });

/** Looks at these moments one after another, makes what is due, and gives what was made when. */
function schedule(looks: readonly number[], where: string) {
  const made: { at: number; kind: string }[] = [];
  for (const now of looks) {
    const weekly = made.findLast(({ kind }) => kind === "weekly");
    const kind = dueBackup(now, { last: made.at(-1)?.at ?? null, lastWeekly: weekly?.at ?? null }, where);
    if (kind !== null) made.push({ at: now, kind });
  }
  return made;
}

describe("the daily backup", () => {
  it("is due from 02:00 on by the clock on the wall, once", () => {
    const last = { last: at("2026-01-07T17:00:00Z"), lastWeekly: at("2026-01-05T17:00:00Z") };
    expect(dueBackup(at("2026-01-08T16:59:59Z"), last, "Asia/Tokyo")).toBeNull();
    expect(dueBackup(at("2026-01-08T17:00:00Z"), last, "Asia/Tokyo")).toBe("daily");
    const made = { ...last, last: at("2026-01-08T17:00:00Z") };
    expect(dueBackup(at("2026-01-08T23:00:00Z"), made, "Asia/Tokyo")).toBeNull();
  });

  it("is made on waking where the machine slept at 02:00, and once for many nights", () => {
    const looks = [at("2026-01-05T02:01:00Z"), at("2026-01-09T14:00:00Z"), at("2026-01-09T14:01:00Z")];
    expect(schedule(looks, "UTC").map((made) => made.at)).toEqual(looks.slice(0, 2));
  });

  it("is the weekly one where none was made in the week, which begins on Monday", () => {
    const nights = ["04", "05", "06", "11", "12"].map((day) => at(`2026-01-${day}T02:00:00Z`));
    expect(schedule(nights, "UTC").map(({ kind }) => kind)).toEqual(["weekly", "weekly", "daily", "daily", "weekly"]);
  });

  it("comes once in the night in which 02:00 is skipped, and once in that in which it comes twice", () => {
    const everyQuarter = (from: string) => Array.from({ length: 4 * 24 }, (_, i) => at(from) + i * (hour / 4));
    const made = (from: string, where: string) =>
      schedule(everyQuarter(from), where)
        .slice(1)
        .map((each) => new Date(each.at).toISOString().slice(0, 16));
    // New York goes from 02:00 to 03:00; Madrid from 03:00 back to 02:00.
    expect(made("2026-03-07T20:00:00Z", "America/New_York")).toEqual(["2026-03-08T07:00"]);
    expect(made("2026-10-24T20:00:00Z", "Europe/Madrid")).toEqual(["2026-10-25T00:00"]);
  });

  it("is not made again when the clock jumps back, and is made in spite of one far ahead", () => {
    const last = at("2026-01-08T02:05:00Z");
    expect(dueBackup(last - hour, { last, lastWeekly: last }, "UTC")).toBeNull();
    expect(dueBackup(last - 30 * 24 * hour, { last, lastWeekly: last }, "UTC")).toBe("weekly");
  });

  it("is made in each day that is looked at after 02:00, at most once, in any zone", () => {
    fc.assert(
      fc.property(
        moment,
        zone,
        fc.array(fc.integer({ min: 1, max: 40 * hour }), { maxLength: 40 }),
        (start, where, steps) => {
          let now = start;
          const looks = [start, ...steps.map((step) => (now += step))];
          const made = schedule(looks, where);
          expect(made[0]?.at).toBe(start);
          expect(
            schedule(
              looks.flatMap((look) => [look, look]),
              where,
            ),
          ).toEqual(made);
          const days = made.map((each) => Math.floor((each.at - 2 * hour) / (24 * hour)));
          if (where === "UTC") expect(new Set(days).size).toBe(days.length);
          for (const [i, { at: time }] of made.entries()) {
            const next = made[i + 1]?.at;
            const unmade = looks.filter((look) => look > time && (next === undefined || look < next));
            for (const look of unmade) expect(look - time).toBeLessThanOrEqual(25 * hour);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

const backup: fc.Arbitrary<Omit<KeptBackup, "id">> = fc.record({
  kind: fc.constantFrom("daily", "weekly", "manual"),
  createdAt: fc.integer({ min: 0, max: 60 }),
  isVerified: fc.boolean(),
});
const backups = fc
  .array(backup, { maxLength: 40 })
  .map((list): KeptBackup[] => list.map((each, i) => ({ ...each, id: `b${i}` })));

describe("the backups that are kept", () => {
  const proved = (list: readonly KeptBackup[], kind: string) =>
    list.filter((each) => each.kind === kind && each.isVerified);

  it("are the newest 7 daily and 4 weekly ones that were proved, and all that a person made", () => {
    fc.assert(
      fc.property(backups, (all) => {
        const stay = keptBackups(all);
        for (const [kind, most] of [
          ["daily", 7],
          ["weekly", 4],
        ] as const) {
          const [there, kept] = [proved(all, kind), proved(stay, kind)];
          expect(kept).toHaveLength(Math.min(most, there.length));
          const oldest = Math.min(...kept.map(({ createdAt }) => createdAt));
          for (const each of there) if (!kept.includes(each)) expect(each.createdAt).toBeLessThanOrEqual(oldest);
        }
        expect(stay.filter(({ kind }) => kind === "manual")).toEqual(all.filter(({ kind }) => kind === "manual"));
      }),
    );
  });

  it("never give way to one that was not proved, and are the same when looked at again", () => {
    fc.assert(
      fc.property(backups, (all) => {
        const stay = keptBackups(all);
        expect(keptBackups(stay)).toEqual(stay);
        const onlyProved = all.filter(({ isVerified }) => isVerified);
        expect(stay.filter(({ isVerified }) => isVerified)).toEqual(keptBackups(onlyProved));
      }),
    );
  });
});
