import { Refused } from "../../core/text/result.ts";
import { allCommands } from "../command-table.ts";
import type { Command } from "../command.ts";
import { completionScripts } from "../completion.ts";
import { noChoice } from "../options.ts";

const shells = Object.keys(completionScripts);

export const completion: Command = {
  name: "completion",
  summary: "Print what a shell needs to complete commands, flags and values",
  usage: shells.join("|"),
  takes: shells,
  options: {},
  examples: [
    "fabula completion bash > ~/.local/share/bash-completion/completions/fabula",
    'fabula completion zsh > "${fpath[1]}/_fabula"',
    "fabula completion fish > ~/.config/fish/completions/fabula.fish",
  ],
  async run({ files }, host) {
    const [shell, ...more] = files;
    const script = Object.entries(completionScripts).find(([name]) => name === shell)?.[1];
    if (shell === undefined || more.length > 0)
      throw new Refused("usage", `Name one shell: fabula completion ${shells.join("|")}`);
    if (!script) throw new Refused("usage", noChoice("The shell", shell, shells));
    host.stdout.write(script(await allCommands()));
  },
};
