// `npm run manual`: writes man/fabula.1 from the commands as data.
import { readFileSync, writeFileSync } from "node:fs";
import { allCommands } from "../src/cli/command-table.ts";
import { manPage } from "../src/cli/man-page.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
writeFileSync("man/fabula.1", manPage(await allCommands(), version));
