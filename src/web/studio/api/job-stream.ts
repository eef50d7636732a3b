import type { z } from "zod";
import type { JobView, jobEvents } from "../../../features/jobs/schema.ts";
import { apiAddress } from "./request.ts";

export type PageEvent = z.infer<typeof jobEvents.page>;

export interface JobListener {
  onJob?(job: JobView): void;
  onPage?(page: PageEvent): void;
  onEnd?(job: JobView): void;
  /** Whether events come at the moment; the browser goes on trying, from where it was. */
  onConnection?(isConnected: boolean): void;
}

/** Follows a job until it is over or the returned function is called. The browser resumes by Last-Event-ID by itself. */
export function followJob(id: string, listener: JobListener): () => void {
  const stream = new EventSource(apiAddress(`/jobs/${id}/events`));
  const on = (name: string, take: (data: string) => void): void =>
    stream.addEventListener(name, (event: MessageEvent<string>) => take(event.data));
  on("job", (data) => listener.onJob?.(JSON.parse(data)));
  on("page", (data) => listener.onPage?.(JSON.parse(data)));
  on("end", (data) => {
    stream.close();
    listener.onEnd?.(JSON.parse(data));
  });
  stream.addEventListener("open", () => listener.onConnection?.(true));
  stream.addEventListener("error", () => listener.onConnection?.(false));
  return () => stream.close();
}
