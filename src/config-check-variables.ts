import type { DeployProblem } from "./config-check-problem.ts";
import { type DeploySettings, type EnvironmentSettings, memberOf, type Told } from "./config-check-settings.ts";
import { isLoopback, isRandom, originOf } from "./config-values.ts";
import { type Variable, variables } from "./config-variables.ts";

const all: readonly Variable[] = variables;

/** Whether a variable by its name holds what nobody may read. */
export function isSecretName(name: string): boolean {
  const known = all.find((variable) => variable.name === name);
  return known ? known.secret : /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PRIVATE_KEY|API_KEY)(?:_|$)/.test(name);
}

/** Whether a variable names something that each environment has for itself: a place, an address, a client, a secret. */
export function isOwn(name: string): boolean {
  return (
    isSecretName(name) ||
    /^(?:ORIGIN|BLOBS|DB_PATH|STORAGE_DIR)$|_(?:ID|URI|URL|PATH|DIR|ORIGIN|BUCKET|QUEUE)$/.test(name)
  );
}

/** Variables that have no place in production. */
const forDevelopment = new Set(["DB_PATH"]);

/** The variables of an environment that are texts, by name. */
export function variablesOf({ own, where }: EnvironmentSettings): Map<string, Told> {
  const told = Object.entries(memberOf(own, "vars") ?? {}).flatMap(([name, value]): [string, Told][] =>
    typeof value === "string" ? [[name, { where: `${where}.vars.${name}`, value }]] : [],
  );
  return new Map(told);
}

/** What is wrong with the variables and the names of secrets of both environments. */
export function variableProblems({ development, production }: DeploySettings): DeployProblem[] {
  return [
    ...[development, production].flatMap((environment) => [...ownName(environment), ...openSecrets(environment)]),
    ...productionAddress(production),
    ...redirects(development),
    ...redirects(production),
    ...missingSecrets(production),
    ...[...variablesOf(production)]
      .filter(([name]) => forDevelopment.has(name))
      .map(([, { where }]) => ({
        code: "deploy-variable" as const,
        where,
        title: "This variable is for development only",
        fix: "Take it out",
      })),
  ];
}

function ownName(environment: EnvironmentSettings): DeployProblem[] {
  if (variablesOf(environment).get("ENVIRONMENT")?.value === environment.name) return [];
  const where = `${environment.where}.vars.ENVIRONMENT`;
  const [title, fix] = ["It is not the name of its environment", `Set it to ${environment.name}`];
  return [{ code: "deploy-environment", where, title, fix }];
}

function openSecrets(environment: EnvironmentSettings): DeployProblem[] {
  return [...variablesOf(environment)]
    .filter(([name, { value }]) => isSecretName(name) || isRandom(value) || /:\/\/[^/@]*:[^/@]*@/.test(value))
    .map(([name, { where }]) => ({
      code: "deploy-secret",
      where,
      title: "A secret stands in a file that is tracked",
      fix: `Make a new one, and give it by \`wrangler secret put ${name} --env ${environment.name}\`; who has read this one knows it`,
    }));
}

/** The origin of production is where its Worker answers, by https. */
function productionAddress(production: EnvironmentSettings): DeployProblem[] {
  const told = variablesOf(production).get("ORIGIN");
  const where = told?.where ?? `${production.where}.vars.ORIGIN`;
  const origin = URL.parse(originOf(told?.value ?? "") ?? "");
  const code = "deploy-variable";
  if (origin?.protocol !== "https:" || isLoopback(origin.hostname))
    return [{ code, where, title: "It is no address of https that others can reach", fix: "Set it to yours" }];
  const patterns = patternsOf(production);
  if (patterns.length === 0 || patterns.some((pattern) => matches(pattern, origin.hostname))) return [];
  const fix = "Let one of the routes lead to it";
  return [{ code, where, title: "No route of production leads to it", fix }];
}

function patternsOf(production: EnvironmentSettings): string[] {
  const routes = [production.setting("route")?.value ?? null, production.setting("routes")?.value ?? null].flat();
  return routes.flatMap((route) => {
    const pattern = typeof route === "string" ? route : memberOf(route, "pattern");
    return typeof pattern === "string" ? [pattern] : [];
  });
}

/** Whether a pattern of a route, such as `*.example.org/api/*`, is of this host. */
function matches(pattern: string, host: string): boolean {
  const [of = ""] = pattern.replace(/^https?:\/\//, "").split("/");
  return of.startsWith("*") ? host.endsWith(of.replace(/^\*/, "")) : host === of;
}

/** Other services send people back to where the environment answers. */
function redirects(environment: EnvironmentSettings): DeployProblem[] {
  const own = variablesOf(environment);
  const origin = originOf(own.get("ORIGIN")?.value ?? "");
  return [...own]
    .filter(([name, { value }]) => name.endsWith("_REDIRECT_URI") && URL.parse(value)?.origin !== origin)
    .map(([, { where }]) => ({
      code: "deploy-variable",
      where,
      title: "People would not come back to this environment",
      fix: `Let it begin with the ORIGIN of ${environment.name}`,
    }));
}

function missingSecrets(production: EnvironmentSettings): DeployProblem[] {
  const required = memberOf(memberOf(production.own, "secrets"), "required");
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  return all
    .filter(({ name, secret, requiredInProduction }) => secret && requiredInProduction && !names.includes(name))
    .map(({ name }) => ({
      code: "deploy-secret",
      where: `${production.where}.secrets.required`,
      title: `${name} is not among the secrets that production needs`,
      fix: "Name it there, so that a deploy without it fails",
    }));
}
