import { hashPassword, verifyPassword } from "better-auth/crypto";

/** Passwords that are hashed at once: each takes a thread and 32 MB, and readers of files need threads too. */
const most = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** scrypt (N 16384, r 16, p 1), a few at once; the others wait in the order in which they came. */
export function passwords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next, so that nobody overtakes.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    verify: (password, hash) => inTurn(() => verifyPassword({ password, hash })),
  };
}
