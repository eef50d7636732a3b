import { type Json, parseJsonc } from "./config-check-jsonc.ts";
import { type DeployProblem, deployProblem as problem } from "./config-check-problem.ts";
import { memberOf } from "./config-check-settings.ts";

export const containerFile = ".devcontainer/devcontainer.json";

/** What is wrong with the container for development: Node that runs the program, wrangler, the port of the server. */
export function containerProblems(text: string | null, packageJson: string | null): DeployProblem[] {
  const fault = (where: string, title: string, fix: string) =>
    problem("deploy-container", `${containerFile}${where}`, title, fix);
  if (text === null) return [fault("", "There is no container for development", "Put the file back")];
  const parsed = parseJsonc(text);
  if (!parsed.ok) return [fault(`:${parsed.line}:${parsed.column}`, parsed.fault, "Correct the file there")];
  const least = leastNode(packageJson);
  const node = nodeOf(parsed.value);
  const ports = memberOf(parsed.value, "forwardPorts");
  const forwarded: readonly Json[] = Array.isArray(ports) ? ports : [];
  const old = node === null ? "It cannot be told which Node it has" : `Its Node is ${node}, which is too old`;
  return [
    ...(node !== null && node >= least ? [] : [fault(" image", old, `Name an image with Node ${least} or newer`)]),
    ...(installsWrangler(parsed.value, packageJson)
      ? []
      : [fault(" postCreateCommand", "Nothing installs wrangler", "Keep it a dependency, and run `npm ci` there")]),
    ...(forwarded.some((port) => /^(?:.*:)?8787$/.test(plainText(port)))
      ? []
      : [fault(" forwardPorts", "The port of the server is not forwarded", "Forward 8787")]),
  ];
}

/** The oldest Node that the program takes, and 18 where it does not say. */
function leastNode(packageJson: string | null): number {
  const parsed = parseJsonc(packageJson ?? "{}");
  const range = parsed.ok ? memberOf(memberOf(parsed.value, "engines"), "node") : null;
  return Math.max(18, Number(/^>=\s*(\d+)/.exec(plainText(range))?.[1] ?? 18));
}

/** The number behind the name of the image (`node:24-bookworm`, `typescript-node:1-22`), or of the feature; null where neither tells. */
function nodeOf(container: Json): number | null {
  const features = memberOf(container, "features");
  const feature = Object.keys(features ?? {}).find((name) => /\/node(?::|$)/.test(name));
  const image = /(?:^|[/-])node:(?:\d+-)?(\d+)/.exec(plainText(memberOf(container, "image")))?.[1];
  const asked = feature === undefined ? image : memberOf(memberOf(features, feature), "version");
  const major = Number.parseInt(plainText(asked ?? null), 10);
  return Number.isNaN(major) ? null : major;
}

function installsWrangler(container: Json, packageJson: string | null): boolean {
  const command = JSON.stringify(memberOf(container, "postCreateCommand"));
  const parsed = parseJsonc(packageJson ?? "{}");
  const isDependency =
    parsed.ok &&
    ["dependencies", "devDependencies"].some((key) => memberOf(memberOf(parsed.value, key), "wrangler") !== null);
  return (
    /\binstall\b[^&;]*\bwrangler\b/.test(command) || (isDependency && /\bnpm(?: |",")(?:ci|install)\b/.test(command))
  );
}

/** A text or a number as text; nothing for anything else. */
function plainText(value: Json): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
