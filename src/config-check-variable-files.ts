import { createHash } from "node:crypto";
import { parseConfigFile } from "./config-file.ts";
import { type DeployProblem, deployProblem as problem } from "./config-check-problem.ts";
import { type DeployEnvironment, type DeploySettings, environments } from "./config-check-settings.ts";
import { isOwn, isSecretName, variablesOf } from "./config-check-variables.ts";

/** A file of variables that is not tracked; `text` null where there is none. */
export interface VariableFile {
  name: string;
  environment: DeployEnvironment;
  text: string | null;
}

/** Files of variables by their environments. */
export const variableFiles: readonly Omit<VariableFile, "text">[] = [
  { name: ".env.development", environment: "development" },
  { name: ".dev.vars", environment: "development" },
  { name: ".dev.vars.development", environment: "development" },
  { name: ".env.production", environment: "production" },
  { name: ".dev.vars.production", environment: "production" },
];

/**
 * What is wrong with the files of variables, and values that both environments have, be it there or in the settings. No value is told; SHA-256 are
 * compared. `path`: name of the file of settings.
 */
export function variableFileProblems(
  files: readonly VariableFile[],
  settings: DeploySettings | null,
  path: string,
): DeployProblem[] {
  const problems: DeployProblem[] = [];
  const digests = { development: new Map<string, string>(), production: new Map<string, string>() };
  const note = (environment: DeployEnvironment, where: string, name: string, value = "") => {
    if (isOwn(name) && value.trim() !== "") digests[environment].set(where, digestOf(value.trim()));
  };
  for (const environment of environments)
    for (const [name, told] of settings ? variablesOf(settings[environment]) : [])
      note(environment, `${path} ${told.where}`, name, told.value);
  for (const { name: file, environment, text } of files) {
    const parsed = parseConfigFile(text ?? "", file);
    if (!parsed.ok) problems.push(...parsed.problems.map((each) => ({ ...each, code: "deploy-file" as const })));
    else for (const [name, value] of Object.entries(parsed.value)) note(environment, `${file} ${name}`, name, value);
  }
  for (const [where, digest] of digests.production) {
    const same = [...digests.development].find(([, other]) => other === digest)?.[0];
    const title = `Its value is that of development too (${same})`;
    if (same !== undefined) problems.push(problem("deploy-shared", where, title, "Give production one of its own"));
  }
  return problems;
}

const digestOf = (value: string): string => createHash("sha256").update(value).digest("hex");

/** Secrets of files that are not tracked and that stand in one that is. */
export function leakedSecrets(
  files: readonly VariableFile[],
  tracked: { path: string; text: string },
): DeployProblem[] {
  return files.flatMap(({ name: file, text }) => {
    const parsed = parseConfigFile(text ?? "", file);
    return Object.entries(parsed.ok ? parsed.value : {})
      .filter(([name, value = ""]) => isSecretName(name) && value.length >= 6 && tracked.text.includes(value))
      .map(([name]) =>
        problem(
          "deploy-secret",
          `${tracked.path} (${name} of ${file})`,
          "A secret stands in a file that is tracked",
          "Take it out, and make a new one; who has read this one knows it",
        ),
      );
  });
}

/** Files of variables that would be tracked by what `.gitignore` says. */
export function trackedFiles(gitignore: string | null): DeployProblem[] {
  const rules = (gitignore ?? "").split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const isIgnored = (name: string): boolean => {
    const last = rules.findLast((rule) => patternOf(rule).test(name));
    return last !== undefined && !last.startsWith("!");
  };
  return variableFiles
    .filter(({ name }) => !isIgnored(name))
    .map(({ name }) =>
      problem(
        "deploy-secret",
        `.gitignore ${name}`,
        "A file of secrets would be tracked",
        `Write ${name.startsWith(".env") ? ".env.*" : ".dev.vars*"} into it`,
      ),
    );
}

/** A line of `.gitignore` for names of files beside it. */
function patternOf(rule: string): RegExp {
  const bare = rule.trim().replace(/^!/, "").replace(/^\//, "");
  return new RegExp(`^${bare.replace(/[\\^$+?.()|{}[\]]/g, "\\$&").replaceAll("*", ".*")}$`);
}
