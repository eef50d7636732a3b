import { ask, tell } from "../../../../web/studio/api/request.ts";
import type { PasskeyQuestion, PasskeyWish } from "./passkey.ts";

export type Provider = "google" | "twitter" | "oidc";

/** The ways to sign in that this studio offers, and who may make an account. */
export interface SignInWays {
  isSetupAwaited: boolean;
  isSingleUser: boolean;
  signUp: "open" | "invitation";
  password: boolean;
  magicLink: boolean;
  passkey: boolean;
  google: boolean;
  twitter: boolean;
  oidc: { name: string } | null;
  /** Without it letters stay in the outbox of the studio. */
  sendsMail: boolean;
}

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** Of the letters that the person gets. */
  language: "en" | "ja";
}

const post = (path: string, json: unknown): Promise<void> => tell(`/auth${path}`, { method: "POST", json });

export const readWays = (): Promise<SignInWays> => ask("/auth/ways");
export const signIn = (email: string, password: string): Promise<void> =>
  post("/sign-in/email", { email, password, rememberMe: true });
export const signOut = (): Promise<void> => post("/sign-out", {});
export const signUp = (account: NewAccount & { invitation?: string }): Promise<void> => post("/sign-up/email", account);
/** The first account of an installation; `code` stands on its terminal. */
export const setUp = (account: NewAccount & { code: string }): Promise<void> => post("/setup", account);
export const sendVerification = (email: string): Promise<void> => post("/send-verification-email", { email });
/** `to` is a path of the studio. */
export const sendSignInLink = (email: string, to: string, language: "en" | "ja"): Promise<void> =>
  post("/sign-in/magic-link", { email, callbackURL: to, language });
export const sendReset = (email: string): Promise<void> => post("/request-password-reset", { email });
export const resetPassword = (token: string, newPassword: string): Promise<void> =>
  post("/reset-password", { token, newPassword });
/** Gives the provider's address, where the person goes on. */
export const signInBy = (provider: Provider, to: string): Promise<{ url: string }> =>
  ask("/auth/sign-in/social", { method: "POST", json: { provider, callbackURL: to } });
export const askForPasskey = (): Promise<PasskeyQuestion> => ask("/auth/passkey/generate-authenticate-options");
export const signInByPasskey = (response: unknown): Promise<void> =>
  post("/passkey/verify-authentication", { response });
export const wishForPasskey = (name: string): Promise<PasskeyWish> =>
  ask("/auth/passkey/generate-register-options", { query: { name } });
export const keepPasskey = (response: unknown, name: string): Promise<void> =>
  post("/passkey/verify-registration", { response, name });
