import { Refused } from "../../../core/text/result.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** One statement of a script, without the semicolon and the comments before it. */
export interface Statement {
  text: string;
  /** Where it begins, from 1. */
  line: number;
}

/**
 * The statements of a script. Semicolons in strings, comments and the body of CREATE TRIGGER … BEGIN … END do not part them.
 * Throws `Refused("migration-unreadable")` with the file's name and the line for what is never closed.
 */
export function splitStatements(script: string, file: string): Statement[] {
  const statements: Statement[] = [];
  let current: Token[] = [];
  let depth = 0;
  const finish = () => {
    const [first] = current;
    const last = current.findLast((token) => token.kind !== "blank");
    if (first && last)
      statements.push({ text: script.slice(first.at, last.at + last.text.length), line: lineOf(script, first.at) });
    current = [];
  };
  for (const token of tokensOf(script)) {
    if (isUnclosed(script, token)) throw unreadable(file, script, token, "is never closed");
    if (token.kind === "blank" && current.length === 0) continue;
    if (token.text === ";" && depth === 0) finish();
    else {
      depth += nesting(token, current);
      current.push(token);
    }
  }
  const [open] = current;
  if (depth > 0 && open) throw unreadable(file, script, open, "has no END");
  finish();
  return statements;
}

/** Whether a text ends within the body of a trigger, so that a semicolon there does not end the statement. */
export function isOpenTrigger(text: string): boolean {
  const before: Token[] = [];
  let depth = 0;
  for (const token of tokensOf(text)) {
    if (token.kind === "blank" && before.length === 0) continue;
    depth += nesting(token, before);
    before.push(token);
  }
  return depth > 0;
}

/** By how much a token opens or closes the body of a trigger. */
function nesting({ kind, text }: Token, before: readonly Token[]): number {
  if (kind !== "word" || before.at(-1)?.text === "." || !isTrigger(before)) return 0;
  if (/^(?:begin|case)$/i.test(text)) return 1;
  return /^end$/i.test(text) ? -1 : 0;
}

function isTrigger(tokens: readonly Token[]): boolean {
  const start = tokens.filter((token) => token.kind !== "blank").slice(0, 4);
  return /^create (?:(?:temp|temporary|constraint|or replace) )?trigger\b/i.test(
    start.map((token) => token.text).join(" "),
  );
}

function isUnclosed(script: string, { kind, text, at }: Token): boolean {
  return kind === "sign" && (/['"`]/.test(text) || script.startsWith("/*", at));
}

function unreadable(file: string, script: string, { text, at }: Token, what: string): Refused {
  return new Refused("migration-unreadable", `${file}, line ${lineOf(script, at)}: ${text} ${what}`);
}

function lineOf(script: string, at: number): number {
  return script.slice(0, at).split("\n").length;
}
