import type { WakeBatch } from "../../../src/backends/queue/cloudflare.ts";

/** A batch for a test to consume. What one event of workerd has begun another may not wait for, so that they only look at each other's flags. */
export interface Delivery {
  size: number;
  isDone: boolean;
  /** Seconds after which it is to come again; null for a batch that is acknowledged. */
  retryDelay: number | null;
}

/** Milliseconds that the local queue, which knows one consumer at a time, waits for it before it begins another, as the platform would. */
const patience = 20;
const glance = 2;

const inboxes: Delivery[][] = [];
let delivered = 0;

/** Opens a box that gets batches, in turn with the others, until it is closed. */
export function openInbox(): { inbox: Delivery[]; close: () => void } {
  const inbox: Delivery[] = [];
  inboxes.push(inbox);
  return { inbox, close: () => void inboxes.splice(inboxes.indexOf(inbox), 1) };
}

/** The Worker that the local queue delivers to. What comes for nobody is acknowledged, as if its Worker had died right after that. */
export default {
  async queue(batch: WakeBatch): Promise<void> {
    const delivery: Delivery = { size: batch.messages.length, isDone: false, retryDelay: null };
    inboxes[delivered++ % inboxes.length]?.push(delivery);
    const late = Date.now() + patience;
    while (!delivery.isDone && Date.now() < late && inboxes.length > 0)
      await new Promise((resolve) => setTimeout(resolve, glance));
    if (delivery.retryDelay !== null)
      for (const message of batch.messages) message.retry({ delaySeconds: delivery.retryDelay });
  },
};
