import { z } from "@hono/zod-openapi";
import { idSchema, partOf, partQuery, timeSchema } from "../../http/schema.ts";
import { roles } from "../accounts/schema.ts";
import { jobStatuses } from "../jobs/states.ts";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const count = z.int();

export const peopleQuery = z.object({
  ...partQuery,
  /** A part of a name or address. */
  search: z.string().trim().max(100).optional(),
  role: z.enum(roles).optional(),
  active: flag.optional(),
});

export const personSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    isActive: z.boolean(),
    /** Whether the address has answered. */
    isVerified: z.boolean(),
    createdAt: timeSchema,
    lastSignInAt: timeSchema.nullable(),
    /** When the account goes; null for never. */
    deletionAt: timeSchema.nullable(),
    /** Bytes; a quota of null is none. */
    storage: z.object({ files: count, bytes: count, quota: count.nullable() }),
    books: count,
    /** Whether it is who asks. */
    isSelf: z.boolean(),
  })
  .openapi("AdminPerson");
export type AdminPerson = z.infer<typeof personSchema>;
export const peoplePart = partOf(personSchema, "AdminPeople");

export const personPatch = z.object({
  roles: z.array(z.enum(roles)).min(1).max(2).optional(),
  isActive: z.boolean().optional(),
  /** Bytes; null for no limit of one’s own. */
  storageQuota: z
    .int()
    .min(0)
    .max(2 ** 50)
    .nullable()
    .optional(),
});

export const jobsQuery = z.object({
  ...partQuery,
  status: z.enum(jobStatuses).optional(),
  /** Whose. */
  person: idSchema.optional(),
});

export const adminJobSchema = z
  .object({
    id: idSchema,
    person: idSchema,
    type: z.string(),
    status: z.enum(jobStatuses),
    percent: count,
    attempts: count,
    errorCode: z.string().nullable(),
    errorStep: z.string().nullable(),
    createdAt: timeSchema,
    startedAt: timeSchema.nullable(),
    completedAt: timeSchema.nullable(),
  })
  .openapi("AdminJob");
export type AdminJob = z.infer<typeof adminJobSchema>;
export const jobsPart = partOf(adminJobSchema, "AdminJobs");
export const adminActs = ["cancel", "retry"] as const;

const heap = { files: count, bytes: count };

export const storageSchema = z
  .object({
    ...heap,
    categories: z.array(z.object({ category: z.string(), ...heap })),
    /** The fifty who keep most. */
    people: z.array(z.object({ id: idSchema, name: z.string(), ...heap, quota: count.nullable() })),
    /** Deleted, and to be swept. */
    hidden: z.object(heap),
  })
  .openapi("AdminStorage");
export type AdminStorage = z.infer<typeof storageSchema>;

export const orphansSchema = z
  .object({
    /** Files that no row names, and their bytes. */
    blobs: count,
    bytes: count,
    /** Deletions that were not finished. */
    deletions: count,
    /** Files that are on record, and that the store does not have whole. */
    lost: count,
  })
  .openapi("AdminOrphans");
export type AdminOrphans = z.infer<typeof orphansSchema>;

const checkSchema = z.object({
  check: z.enum(["database", "application", "storage", "queue"]),
  status: z.enum(["healthy", "degraded", "unhealthy"]),
  /** Milliseconds. */
  responseTime: count,
  details: z.string(),
  at: timeSchema,
});

export const healthSchema = z
  .object({
    version: z.string(),
    /** Number of the last migration; null where none is on record. */
    schemaVersion: count.nullable(),
    /** The last look at each part. */
    checks: z.array(checkSchema),
    /** All looks, newest first, a hundred at most. */
    history: z.array(checkSchema),
    backups: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        ...heap,
        createdAt: timeSchema,
        finishedAt: timeSchema.nullable(),
        verifiedAt: timeSchema.nullable(),
        error: z.string().nullable(),
      }),
    ),
    deployments: z.array(
      z.object({
        id: z.string(),
        environment: z.string(),
        version: z.string(),
        status: z.string(),
        startedAt: timeSchema,
        finishedAt: timeSchema.nullable(),
      }),
    ),
  })
  .openapi("AdminHealth");
export type AdminHealth = z.infer<typeof healthSchema>;

export const errorsQuery = z.object({ days: z.coerce.number().int().min(1).max(90).default(7) });

export const errorsSchema = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        /** Jobs and tasks that failed with it. */
        jobs: count,
        tasks: count,
        /** How many people met it. */
        people: count,
        lastAt: timeSchema,
        lastJob: idSchema.nullable(),
      }),
    ),
  })
  .openapi("AdminErrors");
export type AdminErrors = z.infer<typeof errorsSchema>;

export const auditQuery = z.object({
  ...partQuery,
  action: z.string().max(100).optional(),
  /** Who did it, or to whom it was done. */
  person: idSchema.optional(),
});

export const auditSchema = z
  .object({
    id: z.string(),
    at: timeSchema,
    /** Null for nobody in particular; an id that nobody has is somebody who is gone. */
    actor: z.string().nullable(),
    actorName: z.string().nullable(),
    action: z.string(),
    subjectType: z.string().nullable(),
    subject: z.string().nullable(),
    details: z.record(z.string(), z.unknown()).nullable(),
    address: z.string().nullable(),
  })
  .openapi("AuditEntry");
export type AuditEntry = z.infer<typeof auditSchema>;
export const auditPart = partOf(auditSchema, "AuditLog");
