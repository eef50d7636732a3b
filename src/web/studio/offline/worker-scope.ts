/** What a service worker’s global scope gives, as far as it is used here. Source: W3C Service Workers, 4. */
export interface WorkerScope {
  addEventListener(type: "install" | "activate", listener: (event: LongEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchedEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: { origin: string };
}

/** An event that is over when its work is. */
interface LongEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page. Without `respondWith` the browser sends it as usual. */
export interface FetchedEvent extends LongEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
