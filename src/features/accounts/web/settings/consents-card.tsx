import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { dayText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { type Consent, giveConsent, listConsents, withdrawConsent } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { Loaded } from "./loaded.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** What the person agreed to, to be read, and taken back. */
export function ConsentsCard() {
  const words = useSettingsWords();
  const language = useLanguage();
  const query = useQuery({ queryKey: ["account", "consents", language], queryFn: () => listConsents(language) });
  return (
    <Card title={words.consents}>
      <Loaded query={query}>
        {({ items }) => items.map((consent) => <ConsentItem key={consent.document} consent={consent} />)}
      </Loaded>
    </Card>
  );
}

function ConsentItem({ consent }: { consent: Consent }) {
  const words = useSettingsWords();
  const language = useLanguage();
  const client = useQueryClient();
  const onDone = (): void => void client.invalidateQueries({ queryKey: ["account", "consents"] });
  const holds = consent.acceptedAt !== null && consent.withdrawnAt === null;
  const changing = useAct(() => (holds ? withdrawConsent(consent.document) : giveConsent(consent)), { onDone });
  const state = stateOf(consent, words, (at) => dayText(language, at));
  return (
    <div className={styles["line"]}>
      <div className={styles["itemWords"]}>
        <span className={styles["label"]}>{consent.title}</span>
        <span className={styles["hint"]}>{state}</span>
        <details>
          <summary className={styles["summary"]}>{words.consentRead}</summary>
          <div className={styles["text"]}>
            {consent.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </details>
      </div>
      <Button
        variant="default"
        aria-label={`${holds ? words.withdraw : words.agree}: ${consent.title}`}
        loading={changing.isPending}
        onClick={() => changing.mutate(undefined)}
      >
        {holds ? words.withdraw : words.agree}
      </Button>
    </div>
  );
}

function stateOf(
  { acceptedAt, withdrawnAt }: Consent,
  words: ReturnType<typeof useSettingsWords>,
  day: (at: string) => string,
): string {
  if (withdrawnAt !== null) return words.withdrawn(day(withdrawnAt));
  return acceptedAt === null ? words.notAgreed : words.agreed(day(acceptedAt));
}
