import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { checkDeployment, type DeployFolder, deployLines } from "../../config-check.ts";
import { Refused } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { noChoice } from "../options.ts";

const words = ["check"] as const;
const environments = ["development", "production"] as const;

export const config: Command = {
  name: "config",
  summary:
    "Say which rules the settings of a deploy to Cloudflare break: wrangler.jsonc, secrets, migrations, dev container",
  usage: "check [--file FILE] [--env NAME] [--json]",
  takes: words,
  options: {
    file: {
      value: "FILE",
      choices: null,
      path: "file",
      help: "The settings (default: wrangler.jsonc); what else is read lies beside it",
    },
    env: { value: "NAME", choices: environments, help: "About to deploy this one: values of the example are refused" },
    json: shared.json,
  },
  examples: ["fabula config check", "fabula config check --env production"],
  async run(options, host) {
    const [word, ...more] = options.files;
    if (word === undefined || more.length > 0) throw new Refused("usage", "Say what to do: fabula config check");
    if (word !== "check") throw new Refused("usage", noChoice("What to do", word, words));
    const path = resolve(host.folder, options.text("file") ?? "wrangler.jsonc");
    const environment = environments.find((name) => name === options.text("env")) ?? null;
    const problems = await checkDeployment(folderAt(dirname(path)), {
      file: basename(path),
      now: host.date(),
      environment,
    });
    if (options.on("json")) host.stdout.write(problems.map((problem) => `${JSON.stringify(problem)}\n`).join(""));
    else if (problems.length === 0) host.stdout.write("The settings are good.\n");
    else host.stdout.write(`${deployLines(problems).join("\n")}\n`);
    return problems.length === 0 ? 0 : 1;
  },
};

function folderAt(root: string): DeployFolder {
  return {
    read: (path) => ifThere(() => readFile(join(root, path), "utf8"), path),
    list: (folder) =>
      ifThere(async () => {
        const top = join(root, folder);
        const found = await readdir(top, { recursive: true, withFileTypes: true });
        const files = found.filter((entry) => entry.isFile());
        return files.map(({ parentPath, name }) => relative(top, join(parentPath, name)).replaceAll("\\", "/"));
      }, folder),
  };
}

/** What is read; null where it is not there. Throws `Refused("file-unreadable")`. */
async function ifThere<Value>(read: () => Promise<Value>, path: string): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new Refused("file-unreadable", path, { cause: error });
  }
}
