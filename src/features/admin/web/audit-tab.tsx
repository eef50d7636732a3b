import { NativeSelect } from "@mantine/core";
import { IconClipboardList } from "@tabler/icons-react";
import { useState } from "react";
import { useLanguage } from "../../../web/studio/i18n/language.ts";
import { type AuditRow, listAudit } from "./admin-api.ts";
import { AdminList } from "./admin-list.tsx";
import styles from "./admin.module.css";
import { useAdminWords, wordFor } from "./admin-words.ts";
import { usePersonName } from "./person-name.ts";

/** Every act of an administrator, and what people did to their accounts. */
export function Page() {
  const words = useAdminWords();
  const [action, setAction] = useState("");
  return (
    <div className={styles["place"]}>
      <div className={styles["tools"]}>
        <NativeSelect
          label={words.action}
          value={action}
          data={[
            { value: "", label: words.anyAction },
            ...Object.entries(words.actions).map(([value, label]) => ({ value, label })),
          ]}
          onChange={({ currentTarget }) => setAction(currentTarget.value)}
        />
      </div>
      <AdminList
        label={words.tabs.audit}
        queryKey={["admin", "audit", action]}
        read={(cursor) => listAudit({ action, cursor })}
        empty={{ icon: IconClipboardList, title: words.noActs, text: words.noActsFix }}
      >
        {(row) => <ActItem key={row.id} row={row} />}
      </AdminList>
    </div>
  );
}

function ActItem({ row: { at, actorName, action, subjectType, subject, details, address } }: { row: AuditRow }) {
  const words = useAdminWords();
  const language = useLanguage();
  const when = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(at));
  const facts = [when, ...(address === null ? [] : [words.from(address)])];
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          {actorName ?? words.somebody}
          <span className={styles["facts"]}>{wordFor(words.actions, action)}</span>
          {subject !== null && (subjectType === "person" ? <About id={subject} /> : <Short id={subject} />)}
        </span>
        <span className={styles["facts"]}>{facts.join(" · ")}</span>
        {details !== null && Object.keys(details).length > 0 && (
          <span className={styles["facts"]}>{detailText(details)}</span>
        )}
      </div>
    </li>
  );
}

const About = ({ id }: { id: string }) => <span>{usePersonName(id)}</span>;
const Short = ({ id }: { id: string }) => <span className={styles["code"]}>{id.slice(-8)}</span>;

/** What an act changed, as `roles: USER, ADMIN`. */
const detailText = (details: Record<string, unknown>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`)
    .join(" · ");
