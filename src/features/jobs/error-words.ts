import { Refused } from "../../core/text/result.ts";
import { describeError } from "../../errors.ts";

/** What a person reads of a failed job: never the message of the fault itself. */
export function errorWords(failed: string): { code: string; title: string; fix: string } {
  const { code, title, fix } = describeError(new Refused(failed));
  return { code: code === "internal" ? failed : code, title, fix };
}
