import { MantineProvider } from "@mantine/core";
import { QueryClientProvider, useQuery, type QueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { meQuery } from "../api/queries.ts";
import { LanguageContext, languageOf } from "../i18n/language.ts";
import { rememberPerson } from "../offline/person-caches.ts";
import { cssVariables, theme } from "../ui/theme.ts";
import { Toasts } from "../ui/toasts.tsx";
import { rememberSettings, useSettings } from "./settings.ts";

/** Everything that all pages stand on: what was asked, what is set, how it looks. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <Surroundings>{children}</Surroundings>
    </QueryClientProvider>
  );
}

function Surroundings({ children }: { children: ReactNode }) {
  const settings = useSettings();
  const language = languageOf(settings.language, navigator.languages);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset["motion"] = settings.reducedMotion ? "reduced" : "usual";
  }, [settings.reducedMotion]);
  const person = useQuery(meQuery).data?.id;
  const isKnown = person !== undefined;
  useEffect(() => {
    if (person !== undefined) void rememberPerson(person);
  }, [person]);
  useEffect(() => {
    if (isKnown) rememberSettings(settings);
  }, [isKnown, settings]);
  return (
    <LanguageContext value={language}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        {...(settings.theme !== "system" && { forceColorScheme: settings.theme })}
      >
        {children}
        <Toasts />
      </MantineProvider>
    </LanguageContext>
  );
}
