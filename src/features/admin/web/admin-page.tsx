import { IconShieldLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import tabStyles from "../../../web/studio/ui/tabs.module.css";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

const tabs = [
  ["/admin", "people"],
  ["/admin/jobs", "jobs"],
  ["/admin/storage", "storage"],
  ["/admin/health", "health"],
  ["/admin/errors", "errors"],
  ["/admin/audit", "audit"],
  ["/admin/mail", "mail"],
] as const;

/** For whoever runs the studio: its people, its work, its state. */
export function Page() {
  const shell = useWords();
  const words = useAdminWords();
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  if (!me.roles.includes("ADMIN"))
    return (
      <Notice icon={IconShieldLock} title={words.forAdmins} text={words.forAdminsFix} level={1}>
        <LinkButton to="/library">{shell.toLibrary}</LinkButton>
      </Notice>
    );
  return (
    <div className={styles["admin"]}>
      <title>{`${words.title} · ${shell.studio}`}</title>
      <h1>{words.title}</h1>
      <nav className={tabStyles["tabs"]} aria-label={words.parts}>
        {tabs.map(([to, name]) => (
          <Link
            key={to}
            to={to}
            className={tabStyles["tab"]}
            activeOptions={{ exact: true }}
            activeProps={{ "aria-current": "page" }}
            resetScroll={false}
          >
            {words.tabs[name]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
