import type { RequestLine } from "./request-log.ts";

/** Upper ends of the counted durations, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

/** One measured value, with the labels that tell it from others of its name. */
export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** A family of values as they are read off when somebody asks. */
export interface Gauge {
  name: string;
  help: string;
  samples: readonly Sample[];
}

export interface RequestMetrics {
  count(line: RequestLine): void;
  /** All that was counted, and the gauges, as Prometheus reads it (text format 0.0.4). */
  text(gauges: readonly Gauge[]): string;
}

interface RouteCount {
  labels: Readonly<Record<string, string>>;
  requests: number;
  seconds: number;
  /** Requests that took at most as long as each bound. */
  within: number[];
}

/** Counts requests by method, route and status. */
export function requestMetrics(): RequestMetrics {
  const counts = new Map<string, RouteCount>();
  return {
    count({ method, route, status, milliseconds }) {
      const key = `${method} ${route} ${status}`;
      const labels = { method, route, status: String(status) };
      const known = counts.get(key) ?? { labels, requests: 0, seconds: 0, within: bounds.map(() => 0) };
      known.requests += 1;
      known.seconds += milliseconds / 1000;
      for (const [i, bound] of bounds.entries())
        if (milliseconds / 1000 <= bound) known.within[i] = (known.within[i] ?? 0) + 1;
      counts.set(key, known);
    },
    text: (gauges) => [...requestLines([...counts.values()]), ...gauges.flatMap(gaugeLines), ""].join("\n"),
  };
}

function requestLines(counts: readonly RouteCount[]): string[] {
  const name = "fabula_http_request_duration_seconds";
  return [
    `# HELP ${name} How long answers took to begin.`,
    `# TYPE ${name} histogram`,
    ...counts.flatMap(({ labels, requests, seconds, within }) => [
      ...bounds.map((bound, i) => line(`${name}_bucket`, { ...labels, le: String(bound) }, within[i] ?? 0)),
      line(`${name}_bucket`, { ...labels, le: "+Inf" }, requests),
      line(`${name}_sum`, labels, seconds),
      line(`${name}_count`, labels, requests),
    ]),
  ];
}

function gaugeLines({ name, help, samples }: Gauge): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...samples.map(({ labels, value }) => line(name, labels, value)),
  ];
}

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const told = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${told.length === 0 ? "" : `{${told.join(",")}}`} ${Number(value.toFixed(6))}`;
}

const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
