/**
 * `deploy-file` a file that is needed is missing or cannot be read · `deploy-environment` an environment is missing or has the other's name ·
 * `deploy-entry` an environment runs the wrong entry · `deploy-binding` the environments bind other names · `deploy-database` · `deploy-shared` both
 * have the same value · `deploy-variable` a variable is wrong for its environment · `deploy-secret` a secret is where others can read it ·
 * `deploy-public` development can be reached by others · `deploy-date` · `deploy-placeholder` a value is still that of the example ·
 * `deploy-migrations` · `deploy-container`.
 */
export type DeployCode =
  | "deploy-file"
  | "deploy-environment"
  | "deploy-entry"
  | "deploy-binding"
  | "deploy-database"
  | "deploy-shared"
  | "deploy-variable"
  | "deploy-secret"
  | "deploy-public"
  | "deploy-date"
  | "deploy-placeholder"
  | "deploy-migrations"
  | "deploy-container";

/** A rule that is broken. Neither sentence holds a secret. */
export interface DeployProblem {
  code: DeployCode;
  /** The file, and the place in it: `wrangler.jsonc env.production.vars.ORIGIN`. */
  where: string;
  title: string;
  fix: string;
}

export function deployProblem(code: DeployCode, where: string, title: string, fix: string): DeployProblem {
  return { code, where, title, fix };
}
