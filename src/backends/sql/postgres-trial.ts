import type { PostgresSession, PostgresSessions } from "./postgres-database.ts";
import { turns } from "./turns.ts";

/** The connections of a trial, and the way to make it last. */
export interface TrialSessions extends PostgresSessions {
  /** Makes what was done so far last. It is called once, when no list is under way; throws the engine's own errors, and nothing lasts then. */
  keep(): Promise<void>;
}

/**
 * The connections of a trial: everything happens in one transaction, lists within it as savepoints, and closing takes all of it back. Nobody
 * else sees what is tried; a table that it changes is locked for them until the end, as it is when the change is made in earnest.
 */
export function trialSessions(
  sessions: PostgresSessions,
  begin: (session: PostgresSession) => Promise<void> = (session) => session.begin(),
): TrialSessions {
  const next = turns();
  let trial: Promise<PostgresSession> | null = null;
  return {
    async acquire() {
      const release = await next();
      try {
        return savepointSession(await (trial ??= begun(sessions, begin)), release);
      } catch (error) {
        release();
        throw error;
      }
    },
    async keep() {
      const session = await trial;
      if (!session) return;
      await session.commit();
      trial = null;
      session.release(false);
    },
    async close() {
      const session = await trial?.catch(() => null);
      trial = null;
      if (session) await takeBack(session);
      await sessions.close();
    },
  };
}

/** Whose connection is lost, its transaction is taken back as well. */
async function takeBack(session: PostgresSession): Promise<void> {
  try {
    await session.rollback();
    session.release(false);
  } catch {
    session.release(true);
  }
}

async function begun(
  sessions: PostgresSessions,
  begin: (session: PostgresSession) => Promise<void>,
): Promise<PostgresSession> {
  const session = await sessions.acquire();
  try {
    await begin(session);
    return session;
  } catch (error) {
    // A pool that is closed waits for those who are connected.
    session.release(true);
    throw error;
  }
}

/** A failure leaves a transaction of PostgreSQL unusable, so that each statement outside of a list has a savepoint of its own. */
function savepointSession(session: PostgresSession, release: () => void): PostgresSession {
  let isList = false;
  const step = (text: string) => session.run(text, []);
  const undone = async () => {
    await step("rollback to savepoint list");
    await step("release savepoint list");
  };
  return {
    async begin() {
      await step("savepoint list");
      isList = true;
    },
    async commit() {
      await step("release savepoint list");
      isList = false;
    },
    async rollback() {
      await undone();
      isList = false;
    },
    async run(text, values) {
      if (isList) return session.run(text, values);
      await step("savepoint list");
      try {
        const result = await session.run(text, values);
        await step("release savepoint list");
        return result;
      } catch (error) {
        await undone();
        throw error;
      }
    },
    release,
  };
}
