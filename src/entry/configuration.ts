import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configFileName, withConfigFile } from "../config-file.ts";
import { ConfigRefused } from "../config-problem.ts";
import { type Config, readConfig } from "../config.ts";
import { Refused } from "../core/text/result.ts";

/** The configuration of this process and of the file of its environment in a folder. Throws `Refused` with everything that is wrong with it. */
export function configurationIn(folder: string): Config {
  const whole = withConfigFile(process.env, textOf(join(folder, configFileName(process.env))));
  const config = whole.ok ? readConfig(whole.value) : whole;
  if (config.ok) return config.value;
  throw new ConfigRefused(config.problems);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Refused("configuration-invalid", `${path} cannot be read`, { cause: error });
  }
}
