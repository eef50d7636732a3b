import { Link, Outlet } from "@tanstack/react-router";
import { useWords } from "../../../web/studio/i18n/language.ts";
import tabStyles from "../../../web/studio/ui/tabs.module.css";
import styles from "./settings/settings.module.css";
import { useSettingsWords } from "./settings/settings-words.ts";

/** What a person sets for themselves, in parts with addresses of their own. */
export function Page() {
  const shell = useWords();
  const words = useSettingsWords();
  const tabs = [
    { to: "/settings", label: words.tabs.own },
    { to: "/settings/security", label: words.tabs.security },
    { to: "/settings/data", label: words.tabs.data },
  ] as const;
  return (
    <div className={styles["settings"]}>
      <title>{`${shell.settings} · ${shell.studio}`}</title>
      <h1>{shell.settings}</h1>
      <nav className={tabStyles["tabs"]} aria-label={words.sections}>
        {tabs.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className={tabStyles["tab"]}
            activeOptions={{ exact: true }}
            activeProps={{ "aria-current": "page" }}
            resetScroll={false}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
