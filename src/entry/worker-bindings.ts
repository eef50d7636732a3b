import type { R2Bucket } from "../backends/blobs/r2.ts";
import type { QueueBinding, WakeBatch } from "../backends/queue/cloudflare.ts";
import type { D1Binding } from "../backends/sql/d1-binding.ts";

/** What `wrangler.jsonc` binds to the Worker, by its names. */
export interface WorkerBindings {
  DB: D1Binding;
  FILES: R2Bucket;
  TASKS: QueueBinding;
  /** The folder `fonts/`, kept beside the Worker as static assets. */
  FONTS: { fetch(url: string): Promise<Response> };
  ENVIRONMENT: string;
  /** Which version of the Worker runs. */
  VERSION: { id: string };
}

/** What the platform gives with every event. */
export interface EventContext {
  waitUntil(work: Promise<unknown>): void;
}

/** The events that a Worker of ours answers. */
export interface WorkerHandlers<Bindings extends WorkerBindings> {
  fetch(request: Request, bindings: Bindings, context: EventContext): Promise<Response>;
  queue(batch: WakeBatch, bindings: Bindings, context: EventContext): Promise<void>;
  scheduled(event: unknown, bindings: Bindings, context: EventContext): Promise<void>;
}

/** The environment that was deployed to; what is not plainly development is production. */
export function environmentOf({ ENVIRONMENT }: Pick<WorkerBindings, "ENVIRONMENT">): "development" | "production" {
  return ENVIRONMENT === "development" ? "development" : "production";
}
