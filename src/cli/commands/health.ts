import { Refused } from "../../core/text/result.ts";
import { health as lookAtHealth } from "../../ops/health.ts";
import { type HealthAnswer, healthChecks } from "../../ops/health-answer.ts";
import { type Command, shared } from "../command.ts";

export const health: Command = {
  name: "health",
  summary: "Say whether database, program, storage and queue are well, as GET /health does",
  usage: "[--json]",
  takes: null,
  options: { json: shared.json },
  examples: ["fabula health", "fabula health --json"],
  async run(options, host) {
    if (options.files.length > 0) throw new Refused("usage", "fabula health takes no names.");
    const answer = await lookAtHealth(host.healthSubject());
    host.stdout.write(`${options.on("json") ? JSON.stringify(answer.body) : linesOf(answer).join("\n")}\n`);
    return answer.status === 200 ? 0 : 1;
  },
};

function linesOf({ body }: HealthAnswer): string[] {
  const lines = healthChecks.map((check) => {
    const { status, response_time } = body.checks[check];
    const told = check === "application" ? `version ${body.checks.application.version}` : body.checks[check].details;
    return `${status === "healthy" ? "✓" : "!"} ${check}: ${status}, ${response_time} ms. ${told}`;
  });
  return [body.status, ...lines];
}
