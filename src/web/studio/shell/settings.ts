import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Me, UserSettings } from "../../../features/accounts/schema.ts";
import { changeSettings, type SettingsPatch } from "../api/me.ts";
import { meQuery } from "../api/queries.ts";
import { useTellProblem } from "../ui/tell.tsx";

const usual: UserSettings = {
  language: "auto",
  theme: "system",
  readingDirection: "auto",
  readingMode: "single",
  reducedMotion: false,
  isWelcomed: true,
  timeZone: "auto",
  dayStartHour: 0,
  keyboardLayout: "auto",
  selectedProduct: null,
  notifications: true,
  emailNotifications: true,
  focusDuration: 1_500,
  breakDuration: 300,
  longBreakDuration: 900,
};
const place = "fabula.settings";

/** The person's settings; until the studio has answered, those of the last visit. */
export function useSettings(): UserSettings {
  const { data } = useQuery(meQuery);
  return data?.settings ?? remembered();
}

/** Changes settings at once, and takes the change back where the studio refuses it. */
export function useChangeSettings(): (patch: SettingsPatch) => void {
  const client = useQueryClient();
  const tellProblem = useTellProblem();
  const { mutate } = useMutation({
    mutationFn: changeSettings,
    onMutate: async (patch) => {
      await client.cancelQueries(meQuery);
      const before = client.getQueryData(meQuery.queryKey);
      setSettings((settings) => ({ ...settings, ...definedOf(patch) }));
      return before;
    },
    onSuccess: (settings) => setSettings(() => settings),
    onError: (error, _patch, before) => {
      client.setQueryData(meQuery.queryKey, before);
      tellProblem(error);
    },
  });
  const setSettings = (change: (settings: UserSettings) => UserSettings): void => {
    client.setQueryData(meQuery.queryKey, (me: Me | undefined) => me && { ...me, settings: change(me.settings) });
  };
  return mutate;
}

/** Keeps them in this browser, so that the next visit begins in the right language and light. */
export function rememberSettings(settings: UserSettings): void {
  try {
    localStorage.setItem(place, JSON.stringify(settings));
  } catch (error) {
    // A browser that keeps nothing begins each visit as usual.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Whether somebody who was signed in has been here with this browser. */
export function hasVisited(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Forgets them when the person leaves. */
export function forgetSettings(): void {
  try {
    localStorage.removeItem(place);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function remembered(): UserSettings {
  try {
    const kept: Partial<UserSettings> = JSON.parse(localStorage.getItem(place) ?? "{}");
    return { ...usual, ...kept, isWelcomed: true };
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return usual;
    throw error;
  }
}

function definedOf(patch: SettingsPatch): Partial<UserSettings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
