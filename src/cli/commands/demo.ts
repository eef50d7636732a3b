import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { makeComic, tellResult } from "../make-comic.ts";

export const demo: Command = {
  name: "demo",
  summary: "Make a comic of a story that comes with Fabula",
  usage: "[options]",
  takes: null,
  options: {
    language: { value: "LANG", choices: ["en", "ja"], help: "Which story (default: en)" },
    out: { value: "DIR", choices: null, path: "folder", short: "o", help: "Where the files go (default: out/)" },
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: ["fabula demo", "fabula demo --language ja --out out/ja"],
  async run(options, host) {
    if (options.files.length > 0) throw new Refused("usage", "The demo takes no file: fabula make <book> does.");
    const name = options.text("language") === "ja" ? "japanese" : "english";
    const source = new Uint8Array(await readFile(new URL(`${name}.epub`, host.samples)));
    const out = resolve(host.folder, options.text("out") ?? "out");
    const settings = { seed: 1, direction: "auto" as const, roster: null, fileName: name };
    const job = { source, out, settings, quiet: options.on("quiet"), place: null };
    tellResult(await makeComic(job, host), options.on("json"), host);
  },
};
