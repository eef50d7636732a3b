import { APIError } from "better-auth/api";
import type { SignIn, SignInParts } from "./sign-in.ts";

/** Letters of what a device says of itself. */
const longestAgent = 400;

/** Pictures of providers lie on servers of others, who would see each look at them. */
export function userHooks({ db, hooks, now }: SignInParts, tokenOf: SignIn["tokenOf"]) {
  const proven = async ({ id, email }: { id: string; email: string }): Promise<void> => {
    await db.kysely
      .updateTable("users")
      .set({ email_verified_at: new Date(now()).toISOString() })
      .where("id", "=", id)
      .where("email_verified_at", "is", null)
      .execute();
    await hooks.proven({ id, email });
  };
  return {
    create: {
      before: async (user: Record<string, unknown>) => ({ data: { ...user, image: null } }),
      after: async (user: { id: string; email: string; emailVerified: boolean }) => {
        if (user.emailVerified) await proven(user);
      },
    },
    update: {
      after: async (
        user: { id: string; email: string; emailVerified: boolean },
        context: { path?: string | undefined; headers?: Headers | undefined } | null,
      ) => {
        if (!user.emailVerified) return;
        await proven(user);
        if (context?.path !== "/verify-email") return;
        // A session that came before another address is not trusted with it, but for the one that has opened both letters.
        const own = context.headers === undefined ? null : await tokenOf(context.headers);
        await db.kysely
          .deleteFrom("sessions")
          .where("user_id", "=", user.id)
          .where("token", "<>", own ?? "")
          .execute();
      },
    },
  };
}

/** Who was deactivated begins no session; the others are written down. */
export function sessionHooks({ db, hooks, now }: SignInParts) {
  return {
    create: {
      before: async (session: Record<string, unknown> & { userId: string; userAgent?: string | null | undefined }) => {
        const user = await db.kysely
          .selectFrom("users")
          .select("is_active")
          .where("id", "=", session.userId)
          .executeTakeFirst();
        if (user?.is_active !== 1) throw new APIError("FORBIDDEN", { code: "account-inactive", message: "Inactive" });
        const agent = (session.userAgent ?? "").slice(0, longestAgent);
        return { data: { ...session, userAgent: agent, device: hooks.deviceOf(agent), lastSeenAt: new Date(now()) } };
      },
      after: async ({ userId }: { userId: string }) => {
        const at = new Date(now()).toISOString();
        await db.kysely.updateTable("users").set({ last_login_at: at }).where("id", "=", userId).execute();
      },
    },
  };
}

/** What is a provider's is asked for once and not kept: nobody needs its tokens later. */
const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

export const accountHooks = {
  create: {
    before: async (account: { providerId: string }) => ({
      data: { ...account, ...noTokens, type: typeOf(account.providerId) },
    }),
  },
  update: { before: async (account: object) => ({ data: { ...account, ...noTokens } }) },
};

function typeOf(provider: string): string {
  if (provider === "credential") return "credential";
  return provider === "twitter" ? "oauth" : "oidc";
}
