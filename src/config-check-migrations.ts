import { type DeployProblem, deployProblem as problem } from "./config-check-problem.ts";

/** What is wrong with the names of migrations: paths below their folder; null where there is none. */
export function migrationProblems(folder: string, paths: readonly string[] | null): DeployProblem[] {
  const fault = (path: string, title: string, fix: string) =>
    problem("deploy-migrations", `${folder}/${path}`, title, fix);
  if (paths === null)
    return [problem("deploy-migrations", folder, "There is no such folder", "Correct migrations_dir")];
  const files = paths.filter((path) => /^[^/]+\.sql$/.test(path)).toSorted();
  const isNamed = (file: string): boolean => /^\d{4}_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/.test(file);
  const ways = files.filter(isNamed);
  const numbers = ways.map((file) => file.slice(0, 4));
  const expected = new Set(Array.from({ length: new Set(numbers).size }, (_, i) => String(i + 1).padStart(4, "0")));
  return [
    ...files
      .filter((file) => !isNamed(file))
      .map((file) => fault(file, "Its name tells no order", "Call it NNNN_name.sql, in small letters")),
    ...ways
      .filter((_, i) => numbers.indexOf(numbers[i] ?? "") !== i)
      .map((file) => fault(file, "Another has its number", "Give the one that was not applied anywhere the next one")),
    ...[...expected]
      .filter((number) => !numbers.includes(number))
      .map((number) =>
        fault(`${number}_….sql`, "A number is missing", "Put the file back, or number those behind anew"),
      ),
    ...ways
      .filter((file) => !paths.includes(`down/${file}`))
      .map((file) => fault(`down/${file}`, "It cannot be taken back", "Write the file that undoes it")),
    ...paths
      .filter((path) => path.startsWith("down/") && !files.includes(path.slice("down/".length)))
      .map((path) =>
        fault(path, "It takes back what is not there", "Put the file beside the folder back, or delete it"),
      ),
  ];
}
