import { Button } from "@mantine/core";
import { IconBrandGoogle, IconBrandX, IconFingerprint, IconKey, IconMail, IconShieldLock } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type Provider, signInBy, type SignInWays } from "./auth-api.ts";
import styles from "./front.module.css";
import { useSignInWords } from "./sign-in-words.ts";

/** What stands below the password: a passkey, a link by mail, and the providers that this studio knows. */
export function OtherWays({
  ways,
  to,
  onPasskey,
  isByLink,
  onLink,
  onProblem,
}: {
  ways: SignInWays;
  to: string;
  onPasskey: (() => void) | null;
  isByLink: boolean;
  onLink: () => void;
  onProblem: (error: unknown) => void;
}) {
  const words = useSignInWords();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (provider: Provider) => signInBy(provider, to),
    onSuccess: ({ url }) => location.assign(url),
    onError: onProblem,
  });
  const providers = [
    ...(ways.google ? [{ provider: "google" as const, name: words.google, icon: IconBrandGoogle }] : []),
    ...(ways.twitter ? [{ provider: "twitter" as const, name: words.twitter, icon: IconBrandX }] : []),
    ...(ways.oidc ? [{ provider: "oidc" as const, name: ways.oidc.name, icon: IconShieldLock }] : []),
  ];
  if (onPasskey === null && !ways.magicLink && providers.length === 0) return null;
  return (
    <div className={styles["ways"]}>
      <p className={styles["or"]}>{words.or}</p>
      {onPasskey !== null && (
        <Button variant="default" size="md" leftSection={<IconFingerprint size={20} aria-hidden />} onClick={onPasskey}>
          {words.passkey}
        </Button>
      )}
      {ways.magicLink && (
        <Button
          variant="default"
          size="md"
          leftSection={isByLink ? <IconKey size={20} aria-hidden /> : <IconMail size={20} aria-hidden />}
          onClick={onLink}
        >
          {isByLink ? words.withPassword : words.link}
        </Button>
      )}
      {providers.length > 0 && (
        <div className={styles["providers"]}>
          {providers.map(({ provider, name, icon: Icon }) => (
            <Button
              key={provider}
              variant="default"
              size="md"
              leftSection={<Icon size={20} aria-hidden />}
              aria-label={words.by(name)}
              loading={isPending && variables === provider}
              onClick={() => mutate(provider)}
            >
              {providers.length === 1 ? words.by(name) : name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
