import { timeText } from "../backends/sql/codecs.ts";

/** The parts whose health is looked at. */
export const healthChecks = ["database", "application", "storage", "queue"] as const;
export type HealthCheck = (typeof healthChecks)[number];

/** What a look at one part found. */
export interface HealthFinding {
  check: HealthCheck;
  grade: "healthy" | "degraded" | "unhealthy";
  milliseconds: number;
  /** One or more sentences that anybody may read: no addresses, names of files or values. */
  details: string;
}

export interface CheckAnswer {
  /** A part answers or it does not; that it is in a poor way makes the whole `degraded`. */
  status: "healthy" | "unhealthy";
  /** Milliseconds. */
  response_time: number;
  details: string;
}

/** The parts as the world reads of them; `storage` and `queue` are more than the contract asks for. */
export interface HealthChecksAnswer {
  database: CheckAnswer;
  application: { status: CheckAnswer["status"]; response_time: number; version: string };
  storage: CheckAnswer;
  queue: CheckAnswer;
}

/** What GET /health answers: the status of HTTP, and a body of JSON. */
export type HealthAnswer =
  | {
      status: 200;
      body: {
        status: "healthy" | "degraded";
        /** ISO 8601, UTC. */
        timestamp: string;
        checks: HealthChecksAnswer;
        environment: "development" | "production";
      };
    }
  | { status: 503; body: { status: "unhealthy"; timestamp: string; error: string; checks: HealthChecksAnswer } };

/** Parts without which nothing goes; without the others the studio can at least be read. */
const vital: readonly HealthCheck[] = ["database", "application"];

/** What follows from the findings. `at`: milliseconds since 1970. */
export function healthAnswer(
  findings: Readonly<Record<HealthCheck, HealthFinding>>,
  { at, version, environment }: { at: number; version: string; environment: "development" | "production" },
): HealthAnswer {
  const timestamp = timeText(at);
  const { status, response_time } = checkAnswer(findings.application);
  const checks: HealthChecksAnswer = {
    database: checkAnswer(findings.database),
    application: { status, response_time, version },
    storage: checkAnswer(findings.storage),
    queue: checkAnswer(findings.queue),
  };
  const failing = vital.map((check) => findings[check]).filter(({ grade }) => grade === "unhealthy");
  if (failing.length > 0) {
    const error = failing.map(({ check, details }) => `${check}: ${details}`).join(" ");
    return { status: 503, body: { status: "unhealthy", timestamp, error, checks } };
  }
  const isWell = healthChecks.every((check) => findings[check].grade === "healthy");
  return { status: 200, body: { status: isWell ? "healthy" : "degraded", timestamp, checks, environment } };
}

function checkAnswer({ grade, milliseconds, details }: HealthFinding): CheckAnswer {
  const status = grade === "unhealthy" ? "unhealthy" : "healthy";
  return { status, response_time: wholeMilliseconds(milliseconds), details };
}

/** A clock that was put back gives no time below zero. */
export function wholeMilliseconds(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds));
}
