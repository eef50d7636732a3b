/**
 * A queue of tasks. It only says that there is work: rows are the truth, and who does what is decided by claiming them.
 * So a message that is lost costs a wait until the next poll, and one that comes twice costs nothing.
 */
export interface TaskQueue {
  /** Tells that these tasks or jobs may have work. `ids` are a hint; an empty list means "look". Never throws. */
  wake(ids: readonly string[]): void;
}

/** A queue with workers in this process. */
export interface TaskPump extends TaskQueue {
  /**
   * Takes no more work, aborts what runs and waits until it has ended; what does not end within the time of grace is given
   * back, so that another may take it. May be called twice.
   */
  stop(): Promise<void>;
  /** Resolves when nothing runs and a look finds nothing that is due, or when the pump has stopped: for scripts and tests. */
  idle(): Promise<void>;
}

/** A queue without workers in this process: it puts work into the rows and leaves it to others. */
export interface TaskSender extends TaskQueue {
  /** Sends what has been told, closes its connections, and takes no more. May be called twice. */
  close(): Promise<void>;
}

/** What a pump drives: the rows behind it. `Work` is a claimed task. */
export interface TaskSource<Work> {
  /** Claims at most `limit` tasks for this process. */
  claim(limit: number): Promise<readonly Work[]>;
  /** Does claimed work and stores how it ended; an expected failure is stored, not thrown. `signal` aborts when the pump stops. */
  run(work: Work, signal: AbortSignal): Promise<void>;
  /** Gives claimed work back, so that it is ready again and the attempt does not count. */
  release(work: Work): Promise<void>;
  /** Renews the leases of all that is claimed, and aborts what was lost. */
  heartbeat(): Promise<void>;
  /** Makes tasks of lost workers ready again. */
  sweep(): Promise<void>;
}
