import { IconLogin2, IconLogout, IconSettings, IconShieldCog } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signOut } from "../../../features/accounts/web/sign-in/auth-api.ts";
import { meQuery } from "../api/queries.ts";
import { useWords } from "../i18n/language.ts";
import { forgetPerson } from "../offline/person-caches.ts";
import { useTellProblem } from "../ui/tell.tsx";
import { Avatar } from "./avatar.tsx";
import styles from "./account-menu.module.css";
import { HeaderPopover } from "./header-popover.tsx";
import { personName } from "./person-name.ts";
import { forgetSettings } from "./settings.ts";

/** Who is signed in, and what belongs to them. Nothing until that is known. */
export function AccountMenu() {
  const words = useWords();
  const { data: me } = useQuery(meQuery);
  const leaving = useSignOut();
  if (!me) return null;
  const name = personName(me.name, words);
  return (
    <HeaderPopover icon={<Avatar name={name} picture={me.picture} />} label={words.account} title={name}>
      {(close) => (
        <>
          {!me.isSingleUser && <p className={styles["email"]}>{me.email}</p>}
          <ul className={styles["list"]}>
            <li>
              <Link to="/settings" className={styles["line"]} onClick={close}>
                <IconSettings size={20} stroke={1.7} aria-hidden />
                {words.settings}
              </Link>
            </li>
            {me.roles.includes("ADMIN") && (
              <li>
                <Link to="/admin" className={styles["line"]} onClick={close}>
                  <IconShieldCog size={20} stroke={1.7} aria-hidden />
                  {words.administration}
                </Link>
              </li>
            )}
            <li>
              {me.isSingleUser ? (
                <Link to="/settings/security" className={styles["line"]} onClick={close}>
                  <IconLogin2 size={20} stroke={1.7} aria-hidden />
                  {words.accountsOn}
                </Link>
              ) : (
                <button type="button" className={styles["line"]} onClick={leaving}>
                  <IconLogout size={20} stroke={1.7} aria-hidden />
                  {words.signOut}
                </button>
              )}
            </li>
          </ul>
        </>
      )}
    </HeaderPopover>
  );
}

/** Ends the session, and leaves nothing of the person in this browser: the page is loaded anew. */
function useSignOut(): () => void {
  const tellProblem = useTellProblem();
  const { mutate } = useMutation({
    mutationFn: signOut,
    async onSuccess() {
      forgetSettings();
      await forgetPerson();
      location.assign("/sign-in");
    },
    onError: tellProblem,
  });
  return mutate;
}
