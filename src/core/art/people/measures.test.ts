import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { measuresOf } from "./measures.ts";

describe("the measures of a body", () => {
  it("[D2] make the stout round and not broad in the shoulders: a head on a coat three heads wide is a pin", () => {
    for (const gender of ["male", "female"] as const)
      for (const age of ["young", "adult", "old"] as const) {
        const [stout, average] = (["stout", "average"] as const).map((build) =>
          measuresOf({ ...plainMan, gender, age, build }),
        );
        expect(stout?.shoulderWide, `${gender} ${age}`).toBeLessThanOrEqual(average?.shoulderWide ?? 0);
        expect(stout?.waistWide, `${gender} ${age}`).toBeGreaterThan((average?.waistWide ?? 0) * 1.2);
      }
  });
});
