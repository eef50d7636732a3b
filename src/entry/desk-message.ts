import type { FormatName } from "../core/print/formats.ts";
import { Refused } from "../core/text/result.ts";
import type { ComicSettings } from "../features/comics/schema.ts";

/** What the server asks of its desk: both run the same program, and send each other nothing else. */
export type DeskAsk =
  | { id: number; kind: "preview"; owner: string; of: { book: string; chosen: ComicSettings } }
  | { id: number; kind: "file"; owner: string; of: { comic: string; format: FormatName } }
  | { id: number; kind: "give-up" };

/** What the desk answers: a value, what was refused, or what broke. */
export type DeskAnswer =
  | { id: number; value: unknown }
  | { id: number; refused: { code: string; detail: string | null } }
  | { id: number; broken: { name: string; message: string; stack: string | null } };

/** An error as it can be sent to another process. */
export function sentError(id: number, error: unknown): DeskAnswer {
  if (error instanceof Refused) return { id, refused: { code: error.code, detail: error.detail } };
  if (!(error instanceof Error)) return { id, broken: { name: "Error", message: String(error), stack: null } };
  return { id, broken: { name: error.name, message: error.message, stack: error.stack ?? null } };
}

/** The error that was sent. */
export function receivedError(answer: Exclude<DeskAnswer, { value: unknown }>): Error {
  if ("refused" in answer) return new Refused(answer.refused.code, answer.refused.detail);
  const { name, message, stack } = answer.broken;
  const there = Object.assign(new Error(message), { name }, stack === null ? {} : { stack });
  return new Error(`The desk: ${name}: ${message}`, { cause: there });
}
