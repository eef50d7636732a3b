import { z } from "@hono/zod-openapi";
import { idSchema, timeSchema } from "../../http/schema.ts";

/** An address as rows keep it: in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .pipe(z.email())
  .openapi({ type: "string", format: "email", example: "ann@example.org" });

/** 10 letters at least: length is worth more than signs. The same bounds as of the back end. */
export const newPasswordSchema = z.string().min(10).max(128);
const passwordSchema = z.string().min(1).max(128);
const nameSchema = z.string().trim().min(1).max(100);
const languageSchema = z.enum(["en", "ja"]);

/** A path of the studio itself, never an address of another server. */
export const ownPathSchema = z
  .string()
  .max(500)
  .regex(/^\/(?!\/|\\|%2f|%5c)[\w\-.+/@]*(?:\?[\w\-.+/=&%@]*)?$/i)
  .openapi({ example: "/library" });

export const providerSchema = z.enum(["google", "twitter", "oidc"]);

/** That it was done; the same for all, where more would tell whether an address is known. */
export const doneSchema = z.object({ status: z.literal(true) }).openapi("Done");
export const done = { status: true } as const;

export const waysSchema = z
  .object({
    /** Nobody has an account yet, and the first needs the code that was printed at the start. */
    isSetupAwaited: z.boolean(),
    isSingleUser: z.boolean(),
    signUp: z.enum(["open", "invitation"]),
    password: z.literal(true),
    magicLink: z.literal(true),
    passkey: z.literal(true),
    google: z.boolean(),
    twitter: z.boolean(),
    oidc: z.object({ name: z.string() }).nullable(),
    /** Whether mail reaches people, and does not stay in the outbox. */
    sendsMail: z.boolean(),
  })
  .openapi("SignInWays");
export type SignInWays = z.infer<typeof waysSchema>;

export const signUpSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  /** The token of an invitation. */
  invitation: z.string().max(100).optional(),
  callbackURL: ownPathSchema.optional(),
  language: languageSchema.optional(),
});
export const signInSchema = z.object({
  email: emailSchema,
  password: passwordSchema,
  rememberMe: z.boolean().default(true),
});
export const magicLinkSchema = z.object({ email: emailSchema, callbackURL: ownPathSchema.optional() });
export const addressSchema = z.object({ email: emailSchema, callbackURL: ownPathSchema.optional() });
export const resetRequestSchema = z.object({ email: emailSchema });
export const resetSchema = z.object({ token: z.string().max(100), newPassword: newPasswordSchema });
export const socialSchema = z.object({
  provider: providerSchema,
  callbackURL: ownPathSchema.optional(),
  errorCallbackURL: ownPathSchema.optional(),
});
export const placeSchema = z.object({ url: z.url() }).openapi("SignInPlace");

export const changePasswordSchema = z.object({ currentPassword: passwordSchema, newPassword: newPasswordSchema });
export const setPasswordSchema = z.object({ newPassword: newPasswordSchema });
export const changeEmailSchema = z.object({ newEmail: emailSchema, callbackURL: ownPathSchema.optional() });
export const unlinkSchema = z.object({ provider: z.enum(["credential", ...providerSchema.options]) });
export const waySchema = z.object({ id: idSchema, provider: z.string(), createdAt: timeSchema }).openapi("SignInWay");

export const firstAccountSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  language: languageSchema.optional(),
});
export const setupSchema = firstAccountSchema.extend({ code: z.string().max(50) });
export const accountIdSchema = z.object({ id: idSchema }).openapi("AccountId");

/** What browsers and authenticators say to each other (WebAuthn), which only the back end looks into. */
export const webAuthnSchema = z.looseObject({}).openapi("WebAuthn");
export const passkeyAnswerSchema = z.object({
  response: z.looseObject({ id: z.string().max(2_000) }),
  name: z.string().trim().max(100).optional(),
});
export const passkeySchema = z
  .object({
    id: idSchema,
    name: z.string().nullable(),
    deviceType: z.string(),
    backedUp: z.boolean(),
    createdAt: timeSchema,
    lastUsedAt: timeSchema.nullable(),
  })
  .openapi("Passkey");
export const passkeyNameSchema = z.object({ id: idSchema, name: z.string().trim().min(1).max(100) });
export const passkeyIdSchema = z.object({ id: idSchema });
