import type { Context, MiddlewareHandler } from "hono";
import { Refused } from "../core/text/result.ts";
import type { ApiEnv } from "./api.ts";
import { type Allowance, type TokenBuckets, tokenBuckets } from "./token-buckets.ts";

/** Keys that a process remembers: some megabytes at most. */
const mostKeys = 20_000;

/** For everything from one address, where a school may sit: hundreds who turn a page each second are no flood. */
export const wideAddress: Allowance = { burst: 10_000, perSecond: 2_000 };
/** For everything of one account, which a class may share to read. */
export const wideAccount: Allowance = { burst: 5_000, perSecond: 1_000 };

interface CostlyRoute {
  name: string;
  methods: readonly string[];
  path: RegExp;
  allowance: Allowance;
}

/** All files of a person, or of the studio, are read for each. */
const exports: Allowance = { burst: 5, perSecond: 1 / 120 };

/** What costs seconds of a processor or much of a disk, for each account by itself. */
export const costlyRoutes: readonly CostlyRoute[] = [
  {
    name: "upload",
    methods: ["POST", "PUT"],
    path: /^\/api\/(?:books(?:\/samples|\/[^/]+\/cover)?|account\/picture)$/,
    allowance: { burst: 200, perSecond: 1 },
  },
  {
    name: "preview",
    methods: ["POST"],
    path: /^\/api\/books\/[^/]+\/preview$/,
    allowance: { burst: 30, perSecond: 0.5 },
  },
  {
    name: "make",
    methods: ["POST"],
    path: /^\/api\/(?:books\/[^/]+\/comics|comics\/[^/]+\/files|(?:admin\/)?jobs\/[^/]+\/retry)$/,
    allowance: { burst: 30, perSecond: 0.2 },
  },
  { name: "export", methods: ["POST"], path: /^\/api\/account\/export$/, allowance: exports },
  { name: "export", methods: ["GET", "HEAD"], path: /^\/api\/account\/export\/archive$/, allowance: exports },
  // Walks the whole store.
  { name: "orphans", methods: ["GET", "HEAD"], path: /^\/api\/admin\/storage\/orphans$/, allowance: exports },
  // Some of these ask for the password, which a stolen session must not find out.
  {
    name: "account",
    methods: ["POST", "PUT", "DELETE"],
    path: /^\/api\/account\//,
    allowance: { burst: 30, perSecond: 0.1 },
  },
];

export interface RateLimit {
  /** Before anything else: by the address of the client. */
  byAddress: MiddlewareHandler<ApiEnv>;
  /** When it is known who asks: by the account. */
  byAccount: MiddlewareHandler<ApiEnv>;
  /** Keys that are remembered. */
  size(): number;
}

/**
 * Refuses requests that are too many, by token buckets in the memory of this process: each process of a server with several counts by itself.
 * Whoever sits at the machine is not counted as an account. Throws `Refused("too-many-requests")`.
 */
export function rateLimit(clock: () => number, most = mostKeys): RateLimit {
  const buckets = tokenBuckets(clock, most);
  return {
    async byAddress(c, next) {
      // Whoever watches over the server must hear it.
      if (c.req.path !== "/health") spend(c, buckets, `address ${c.get("address")}`, wideAddress);
      await next();
    },
    async byAccount(c, next) {
      const { id, by } = c.get("person");
      if (by !== "machine") {
        const costly = costlyRoutes.find(
          ({ methods, path }) => methods.includes(c.req.method) && path.test(c.req.path),
        );
        if (costly) spend(c, buckets, `costly ${costly.name} ${id}`, costly.allowance);
        spend(c, buckets, `account ${id}`, wideAccount);
      }
      await next();
    },
    size: () => buckets.size(),
  };
}

function spend(c: Context<ApiEnv>, buckets: TokenBuckets, key: string, allowance: Allowance): void {
  refuseFor(c, buckets.take(key, allowance));
}

/** Refuses a request until `milliseconds` have passed; lets it go on where there are none. Throws `Refused("too-many-requests")`. */
export function refuseFor(c: Context<ApiEnv>, milliseconds: number): void {
  if (milliseconds <= 0) return;
  const seconds = Math.ceil(milliseconds / 1000);
  c.header("Retry-After", String(seconds));
  throw new Refused("too-many-requests", `again in ${seconds} s`);
}
