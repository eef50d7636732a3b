import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { ClaimCard } from "./settings/claim-card.tsx";
import { DevicesCard } from "./settings/devices-card.tsx";
import { EmailCard } from "./settings/email-card.tsx";
import { LinkedCard } from "./settings/linked-card.tsx";
import { PasskeysCard } from "./settings/passkeys-card.tsx";
import { PasswordCard } from "./settings/password-card.tsx";
import styles from "./settings/settings.module.css";
import { TokensCard } from "./settings/tokens-card.tsx";

/** How one signs in, where one is signed in, and what programs may do. */
export function Page() {
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  if (me.isSingleUser)
    return (
      <div className={styles["cards"]}>
        <ClaimCard />
        <TokensCard />
      </div>
    );
  return (
    <div className={styles["cards"]}>
      <PasswordCard />
      <PasskeysCard />
      <DevicesCard />
      <LinkedCard />
      <EmailCard email={me.email} />
      <TokensCard />
    </div>
  );
}
