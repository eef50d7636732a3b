import { z } from "@hono/zod-openapi";
import { timeSchema } from "../../http/schema.ts";

const nameSchema = z.string().trim().max(255);

export const profilePatch = z.object({
  /** What the person is called here. */
  name: nameSchema.min(1).optional(),
  firstName: nameSchema.optional(),
  lastName: nameSchema.optional(),
  /** Of mails; BCP 47. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "It is no language tag")
    .max(35)
    .optional()
    .openapi({ example: "ja" }),
});

export const profileSchema = z
  .object({
    name: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    fullName: z.string(),
    language: z.string(),
    /** Where it is served; null for none. */
    picture: z.string().nullable(),
  })
  .openapi("Profile");
export type ProfileAnswer = z.infer<typeof profileSchema>;

export const documentSchema = z.enum(["terms", "privacy"]);

export const consentSchema = z
  .object({
    document: documentSchema,
    version: z.string(),
    title: z.string(),
    paragraphs: z.array(z.string()),
    /** When this version was agreed to; null for never, and after it was withdrawn. */
    acceptedAt: timeSchema.nullable(),
    /** When the last agreement to it was withdrawn. */
    withdrawnAt: timeSchema.nullable(),
  })
  .openapi("Consent");
export const consentsSchema = z.object({ items: z.array(consentSchema) }).openapi("Consents");
export type ConsentsAnswer = z.infer<typeof consentsSchema>;

export const consentGiven = z.object({
  document: documentSchema,
  /** The one that was read. */
  version: z.string().max(20).openapi({ example: "2026-11-22" }),
});

export const exportSummary = z
  .object({
    files: z.int(),
    /** Of the files; the rows come on top. */
    bytes: z.int(),
  })
  .openapi("ExportSummary");

export const deletionSchema = z
  .object({
    /** When the account goes; null for never. */
    deletionAt: timeSchema.nullable(),
    /** Days in which one may change one’s mind. */
    graceDays: z.int(),
    /** What asking for it takes: the password, a sign-in of the last ten minutes, or nothing for who sits at the machine. */
    needs: z.enum(["password", "fresh-sign-in", "nothing"]),
  })
  .openapi("Deletion");
export type DeletionAnswer = z.infer<typeof deletionSchema>;

export const deletionAsked = z.object({ password: z.string().max(128).optional() });
