import { configRules } from "./config-rules.ts";
import { secretCommand, type Variable, variables } from "./config-variables.ts";

/** The page docs/configuration.md. */
export function configurationPage(): string {
  const all: readonly Variable[] = variables;
  return `# Configuration

Made from \`src/config-variables.ts\` and \`src/config-rules.ts\` by \`npm run configuration\`.

Everything is read from the environment when the program starts, and from one file beside it: \`.env.development\`, or \`.env.production\` where
ENVIRONMENT is production. What the environment says wins. An empty variable counts as not set. All that is wrong is told at once, each with what
to do; then nothing starts. Secrets are never shown, neither there nor in logs. The files are never tracked; \`.env.example\` is one to begin with.

${table(all)}

## What must hold between them

${configRules.map(({ says }) => `- ${says}`).join("\n")}

## Secrets

${all
  .filter(({ secret }) => secret)
  .map(({ name }) => `\`${name}\``)
  .join(", ")} are secrets. Those that are random are made with

\`\`\`
${secretCommand}
\`\`\`
`;
}

/** The file .env.example. */
export function exampleFile(): string {
  const all: readonly Variable[] = variables;
  const parts = all.map((variable) => {
    const needed = variable.requiredInProduction ? " Production needs it." : "";
    const value = variable.secret ? "" : (variable.default ?? variable.example);
    const isPlain = !value.includes(" ");
    return `# ${variable.purpose}${needed}\n# ${variable.name}=${isPlain ? value : variable.example}\n`;
  });
  return `# Copy this to .env.development or .env.production, and take the # off what you set. docs/configuration.md has the rest.\n# Secrets that are random: ${secretCommand}\n\n${parts.join("\n")}`;
}

const headings = ["variable", "what it is", "what it looks like", "unit", "default", "danger"];

/** A table whose columns are as wide as their widest cell, as the formatter has them. */
function table(all: readonly Variable[]): string {
  const rows = all.map((variable) => [
    `\`${variable.name}\``,
    `${variable.purpose}${variable.requiredInProduction ? " **Production needs it.**" : ""}`,
    variable.form,
    variable.unit ?? "",
    variable.default === null ? "" : variable.default.includes(" ") ? variable.default : `\`${variable.default}\``,
    variable.danger ?? "",
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(headings), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
