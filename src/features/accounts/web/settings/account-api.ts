import { apiAddress, ask, tell } from "../../../../web/studio/api/request.ts";
import { problemOfAnswer, unreachable } from "../../../../web/studio/api/problem-error.ts";
import type { NewAccount, Provider } from "../sign-in/auth-api.ts";

export interface Profile {
  name: string;
  firstName: string;
  lastName: string;
  fullName: string;
  language: string;
  picture: string | null;
}

/** A device that is signed in. */
export interface SignedInDevice {
  id: string;
  device: string;
  address: string | null;
  createdAt: string;
  lastSeenAt: string | null;
  isThis: boolean;
}

export interface ApiToken {
  id: string;
  name: string;
  /** Its first letters. */
  start: string;
  scopes: ("read" | "write")[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface Passkey {
  id: string;
  name: string | null;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface LinkedAccount {
  id: string;
  provider: "credential" | Provider;
  createdAt: string;
}

export interface Consent {
  document: string;
  version: string;
  title: string;
  paragraphs: string[];
  acceptedAt: string | null;
  withdrawnAt: string | null;
}

export interface Deletion {
  deletionAt: string | null;
  graceDays: number;
  needs: "password" | "fresh-sign-in" | "nothing";
}

type Items<Item> = { items: Item[] };
const post = (path: string, json: unknown): Promise<void> => tell(path, { method: "POST", json });

export const changeProfile = (patch: {
  name?: string;
  firstName?: string;
  lastName?: string;
  language?: string;
}): Promise<Profile> => ask("/account/profile", { method: "PATCH", json: patch });
export const changePicture = (picture: Blob): Promise<Profile> =>
  ask("/account/picture", { method: "PUT", body: picture, headers: { "Content-Type": picture.type } });
export const dropPicture = (): Promise<Profile> => ask("/account/picture", { method: "DELETE" });

export const turnAccountsOn = (account: NewAccount): Promise<void> => post("/account/claim", account);
export const changePassword = (currentPassword: string, newPassword: string): Promise<void> =>
  post("/auth/change-password", { currentPassword, newPassword });
export const setPassword = (newPassword: string): Promise<void> => post("/auth/set-password", { newPassword });
export const changeEmail = (newEmail: string): Promise<void> => post("/auth/change-email", { newEmail });

export const listLinked = (): Promise<LinkedAccount[]> => ask("/auth/list-accounts");
export const linkProvider = (provider: Provider): Promise<{ url: string }> =>
  ask("/auth/link-social", { method: "POST", json: { provider, callbackURL: "/settings/security" } });
export const unlinkProvider = (provider: Provider): Promise<void> => post("/auth/unlink-account", { provider });

export const listPasskeys = (): Promise<Passkey[]> => ask("/auth/passkey/list-user-passkeys");
export const renamePasskey = (id: string, name: string): Promise<void> =>
  post("/auth/passkey/update-passkey", { id, name });
export const dropPasskey = (id: string): Promise<void> => post("/auth/passkey/delete-passkey", { id });

export const listDevices = (): Promise<Items<SignedInDevice>> => ask("/account/sessions");
export const endDevice = (id: string): Promise<void> => tell(`/account/sessions/${id}`, { method: "DELETE" });
export const endOtherDevices = (): Promise<void> => tell("/account/sessions", { method: "DELETE" });

export const listTokens = (): Promise<Items<ApiToken>> => ask("/account/tokens");
export const makeToken = (wish: {
  name: string;
  scopes: ApiToken["scopes"];
  days: number | null;
}): Promise<{ token: string; item: ApiToken }> => ask("/account/tokens", { method: "POST", json: wish });
export const dropToken = (id: string): Promise<void> => tell(`/account/tokens/${id}`, { method: "DELETE" });

export const listConsents = (language: string): Promise<Items<Consent>> =>
  ask("/account/consents", { query: { language } });
export const giveConsent = ({ document, version }: Consent): Promise<Items<Consent>> =>
  ask("/account/consents", { method: "POST", json: { document, version } });
export const withdrawConsent = (document: string): Promise<Items<Consent>> =>
  ask(`/account/consents/${document}`, { method: "DELETE" });

export const readDeletion = (): Promise<Deletion> => ask("/account/deletion");
export const askForDeletion = (password: string | null): Promise<Deletion> =>
  ask("/account/deletion", { method: "POST", json: password === null ? {} : { password } });
export const withdrawDeletion = (): Promise<Deletion> => ask("/account/deletion", { method: "DELETE" });

/** What an export will hold: how many files, and their bytes. */
export const measureExport = (): Promise<{ files: number; bytes: number }> => ask("/account/export");

/** Fetches the export piece by piece; `onBytes` is told how many there are so far. Throws `ProblemError`. */
export async function fetchExport(onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(apiAddress("/account/export"), { method: "POST", signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unreachable();
  });
  if (!response.ok || response.body === null) throw problemOfAnswer(response.status, await response.text());
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.length;
        onBytes(bytes);
        controller.enqueue(piece);
      },
    }),
  );
  // The browser keeps a large one on its disk.
  return new Response(counted, { headers: { "Content-Type": "application/zip" } }).blob();
}
