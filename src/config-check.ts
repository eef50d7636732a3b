import { containerFile, containerProblems } from "./config-check-container.ts";
import { migrationProblems } from "./config-check-migrations.ts";
import { type DeployProblem, deployProblem } from "./config-check-problem.ts";
import { type DeploySettings, textsOf } from "./config-check-settings.ts";
import { leakedSecrets, trackedFiles, variableFileProblems, variableFiles } from "./config-check-variable-files.ts";
import { type DeployQuestion, wranglerProblems } from "./config-check-wrangler.ts";

/** The folder that is deployed from, as far as it is read. */
export interface DeployFolder {
  /** The text of a file; null where there is none. */
  read(path: string): Promise<string | null>;
  /** Paths of the files below a folder, with slashes; null where it is not there. */
  list(folder: string): Promise<readonly string[] | null>;
}

/**
 * All rules that the settings break by which something is deployed: `wrangler.jsonc` (or another `file`), migrations, files of variables, the container for
 * development. Nothing where they are good.
 */
export async function checkDeployment(
  folder: DeployFolder,
  { file, ...asked }: Omit<DeployQuestion, "path"> & { file: string },
): Promise<readonly DeployProblem[]> {
  const variables = await Promise.all(
    variableFiles.map(async (known) => ({ ...known, text: await folder.read(known.name) })),
  );
  const text = await folder.read(file);
  const fix = "Name it with --file, or put it back";
  const { settings, problems } =
    text === null
      ? { settings: null, problems: [deployProblem("deploy-file", file, "There is no such file", fix)] }
      : wranglerProblems(text, { path: file, ...asked });
  return [
    ...problems,
    ...variableFileProblems(variables, settings, file),
    ...leakedSecrets(variables, { path: file, text: text ?? "" }),
    ...trackedFiles(await folder.read(".gitignore")),
    ...(settings ? await migrationsOf(settings, folder) : []),
    ...containerProblems(await folder.read(containerFile), await folder.read("package.json")),
  ];
}

/** All problems as lines for a terminal. */
export function deployLines(problems: readonly DeployProblem[]): string[] {
  return problems.map(({ code, where, title, fix }) => `${where}: ${title}. ${fix}. (${code})`);
}

async function migrationsOf(settings: DeploySettings, { list }: DeployFolder): Promise<DeployProblem[]> {
  const keys = new Set(["migrations_dir"]);
  const told = [settings.development, settings.production].flatMap((environment) => textsOf(environment, keys));
  const folders = [...new Set(told.map(({ value }) => value.replace(/^\.\//, "").replace(/\/$/, "")))];
  return (await Promise.all(folders.map(async (each) => migrationProblems(each, await list(each))))).flat();
}
