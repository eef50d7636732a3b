// `npm run configuration`: writes docs/configuration.md and .env.example from the table of variables.
import { writeFileSync } from "node:fs";
import { configurationPage, exampleFile } from "../src/config-page.ts";

writeFileSync("docs/configuration.md", configurationPage());
writeFileSync(".env.example", exampleFile());
