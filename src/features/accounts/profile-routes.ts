import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { wholeBody } from "../../http/read-body.ts";
import { consentDocuments, consentTexts, consentVersion } from "./consents-words.ts";
import { keepPicture, largestPicture, type PictureParts, removePicture } from "./profile-picture.ts";
import {
  type ConsentsAnswer,
  consentGiven,
  consentsSchema,
  documentSchema,
  type ProfileAnswer,
  profilePatch,
  profileSchema,
} from "./profile-schema.ts";
import { acceptDocument, consentsOf, withdrawDocument } from "./queries/consents.ts";
import { changeProfile, type Profile, readProfile } from "./queries/profile.ts";

export interface ProfileRoutesParts extends PictureParts {
  db: Database;
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});

const patchProfile = createRoute({
  method: "patch",
  path: "/account/profile",
  summary: "Changes what one is called, and the language of one’s mails; what is left out stays",
  request: { body: json(profilePatch) },
  responses: { 200: answers(profileSchema, "The profile as it is now"), ...failures(400, 401, 403) },
});

const putPicture = createRoute({
  method: "put",
  path: "/account/picture",
  summary: "Takes a PNG, JPEG, WebP or GIF as one’s picture; its middle square is kept, 256 pixels wide",
  request: {
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: { 200: answers(profileSchema, "The profile as it is now"), ...failures(401, 403, 413, 415, 422, 507) },
});

const deletePicture = createRoute({
  method: "delete",
  path: "/account/picture",
  summary: "Takes one’s picture away",
  responses: { 200: answers(profileSchema, "The profile as it is now"), ...failures(401, 403) },
});

const getConsents = createRoute({
  method: "get",
  path: "/account/consents",
  summary: "The documents of this studio, and whether one agrees to them",
  request: { query: z.object({ language: z.enum(["en", "ja"]).optional() }) },
  responses: { 200: answers(consentsSchema, "The documents"), ...failures(400, 401, 403) },
});

const postConsent = createRoute({
  method: "post",
  path: "/account/consents",
  summary: "Agrees to a document in the version that one has read",
  request: { body: json(consentGiven) },
  responses: { 200: answers(consentsSchema, "The documents"), ...failures(400, 401, 403, 409) },
});

const deleteConsent = createRoute({
  method: "delete",
  path: "/account/consents/{document}",
  summary: "Agrees to a document no more",
  request: { params: z.object({ document: documentSchema }) },
  responses: { 200: answers(consentsSchema, "The documents"), ...failures(400, 401, 403) },
});

/** What one is called, one’s picture, and what one agreed to. */
export function profileRoutes(parts: ProfileRoutesParts): Api {
  const { db, now, newId } = parts;
  const api = newApi();
  api.openapi(patchProfile, async (c) => {
    await changeProfile(db, c.get("owner"), c.req.valid("json"), now());
    return c.json(answerOf(await ownProfile(db, c.get("owner"))), 200);
  });
  api.openapi(putPicture, async (c) => {
    await keepPicture(db, parts, c.get("owner"), await wholeBody(c.req.raw, largestPicture));
    return c.json(answerOf(await ownProfile(db, c.get("owner"))), 200);
  });
  api.openapi(deletePicture, async (c) => {
    await removePicture(db, parts, c.get("owner"));
    return c.json(answerOf(await ownProfile(db, c.get("owner"))), 200);
  });
  api.openapi(getConsents, async (c) =>
    c.json(await consentsAnswer(db, c.get("owner"), c.req.valid("query").language ?? null), 200),
  );
  api.openapi(postConsent, async (c) => {
    const { document, version } = c.req.valid("json");
    if (version !== consentVersion) throw new Refused("consent-outdated", version);
    await acceptDocument(db, c.get("owner"), { document, version, now: now(), id: newId() });
    return c.json(await consentsAnswer(db, c.get("owner"), null), 200);
  });
  api.openapi(deleteConsent, async (c) => {
    await withdrawDocument(db, c.get("owner"), { document: c.req.valid("param").document, now: now() });
    return c.json(await consentsAnswer(db, c.get("owner"), null), 200);
  });
  return api;
}

/** The profile of who asks. Throws `Refused("sign-in-needed")` where the account went meanwhile. */
export async function ownProfile(db: Database, owner: string): Promise<Profile> {
  const profile = await readProfile(db, owner);
  if (profile === null) throw new Refused("sign-in-needed");
  return profile;
}

function answerOf({ name, firstName, lastName, fullName, language, picture }: Profile): ProfileAnswer {
  return { name, firstName, lastName, fullName, language, picture };
}

async function consentsAnswer(db: Database, owner: string, asked: "en" | "ja" | null): Promise<ConsentsAnswer> {
  const given = await consentsOf(db, owner);
  const { language } = await ownProfile(db, owner);
  const texts = consentTexts[asked ?? (language.startsWith("ja") ? "ja" : "en")];
  const items = consentDocuments.map((document) => {
    const last = given.find((each) => each.document === document && each.version === consentVersion) ?? null;
    const { title, paragraphs } = texts[document];
    const acceptedAt = last?.withdrawnAt === null ? last.acceptedAt : null;
    return {
      document,
      version: consentVersion,
      title,
      paragraphs: [...paragraphs],
      acceptedAt,
      withdrawnAt: last?.withdrawnAt ?? null,
    };
  });
  return { items };
}
