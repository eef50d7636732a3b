import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { dayText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import type { Provider } from "../sign-in/auth-api.ts";
import { waysQuery } from "../sign-in/ways-query.ts";
import { type LinkedAccount, linkProvider, unlinkProvider } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card, Line } from "./card.tsx";
import { linkedQuery } from "./linked-query.ts";
import { Loaded } from "./loaded.tsx";
import { useSettingsWords } from "./settings-words.ts";
import { SureButton } from "./sure-button.tsx";

/** Accounts elsewhere by which the person signs in. Nothing where this studio knows no provider and none is linked. */
export function LinkedCard() {
  const words = useSettingsWords();
  const { data: ways } = useQuery(waysQuery);
  const query = useQuery(linkedQuery);
  const offered = (["google", "twitter", "oidc"] as const).filter((provider) =>
    provider === "oidc" ? Boolean(ways?.oidc) : ways?.[provider],
  );
  const isLinked = query.data?.some(({ provider }) => provider !== "credential");
  if (offered.length === 0 && !isLinked) return null;
  return (
    <Card title={words.linked} hint={words.linkedHint}>
      <Loaded query={query}>
        {(linked) =>
          (["google", "twitter", "oidc"] as const)
            .filter((provider) => offered.includes(provider) || linked.some((one) => one.provider === provider))
            .map((provider) => (
              <ProviderLine
                key={provider}
                provider={provider}
                name={provider === "oidc" ? (ways?.oidc?.name ?? words.providers.oidc) : words.providers[provider]}
                linked={linked.find((one) => one.provider === provider) ?? null}
              />
            ))
        }
      </Loaded>
    </Card>
  );
}

function ProviderLine({ provider, name, linked }: { provider: Provider; name: string; linked: LinkedAccount | null }) {
  const words = useSettingsWords();
  const language = useLanguage();
  const linking = useAct(() => linkProvider(provider), { onDone: ({ url }) => location.assign(url) });
  const unlinking = useAct(() => unlinkProvider(provider), { done: words.unlinked, refresh: linkedQuery.queryKey });
  return (
    <Line label={name} hint={linked ? words.since(dayText(language, linked.createdAt)) : words.notLinked}>
      {linked ? (
        <SureButton
          label={words.unlink}
          name={`${words.unlink}: ${name}`}
          question={words.sureRemove}
          isPending={unlinking.isPending}
          onSure={() => unlinking.mutate(undefined)}
        />
      ) : (
        <Button
          variant="default"
          aria-label={`${words.link}: ${name}`}
          loading={linking.isPending}
          onClick={() => linking.mutate(undefined)}
        >
          {words.link}
        </Button>
      )}
    </Line>
  );
}
