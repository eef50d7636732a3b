import { Refused } from "./core/text/result.ts";
import { secretCommand, type VariableName, variableOf } from "./config-variables.ts";

/**
 * `config-missing` it is not set and must be · `config-value` it is nothing that it can be · `config-secret-weak` · `config-secret-shared` two
 * secrets are the same · `config-together` it needs another, or others need it · `config-conflict` two say different things ·
 * `config-insecure` it opens what should be closed · `config-file` a line of the file cannot be read.
 */
export type ConfigCode =
  | "config-missing"
  | "config-value"
  | "config-secret-weak"
  | "config-secret-shared"
  | "config-together"
  | "config-conflict"
  | "config-insecure"
  | "config-file";

/** One thing that is wrong with the configuration, and what to do. Neither sentence holds a secret. */
export interface ConfigProblem {
  code: ConfigCode;
  /** The variable, or the file and line. */
  where: string;
  title: string;
  fix: string;
}

export function problem(code: ConfigCode, where: VariableName, title: string, fix: string): ConfigProblem {
  return { code, where, title, fix };
}

/** A value that is nothing which its variable can be. Quoted only where no secret can be in it. */
export function badValue(name: VariableName, text: string): ConfigProblem {
  const { form, secret } = variableOf(name);
  const mayHide = secret || text.includes("@");
  const quoted = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  const title = mayHide ? `${name} is not ${form}` : `${name} is “${plain(quoted)}”, which is not ${form}`;
  return problem("config-value", name, title, setTo(name));
}

export function missing(name: VariableName, why: string): ConfigProblem {
  const { requiredInProduction, secret } = variableOf(name);
  const fix = secret && requiredInProduction ? makeSecret(name) : setTo(name);
  return problem("config-missing", name, `${name} is not set, but ${why}`, fix);
}

function setTo(name: VariableName): string {
  const { form, example, secret } = variableOf(name);
  return `Set ${name} to ${form}${secret ? "" : `, such as ${example}`}`;
}

export const makeSecret = (name: VariableName): string => `Make one with: ${secretCommand} and set ${name} to it`;

/** All problems as lines for a terminal or a log: what is wrong, where, and what to do. */
export function problemLines(problems: readonly ConfigProblem[]): string[] {
  return problems.map(
    ({ code, where, title, fix }) => `${title.includes(where) ? title : `${where}: ${title}`}. ${fix}. (${code})`,
  );
}

/** A configuration that does not hold together, with all that is wrong with it. */
export class ConfigRefused extends Refused {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super("configuration-invalid", problems.map(({ where }) => where).join(", "));
    this.problems = problems;
  }
}

const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
