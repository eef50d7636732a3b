import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { listPeople } from "./admin-api.ts";
import { AdminList } from "./admin-list.tsx";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";
import { InvitationsCard } from "./invitations-card.tsx";
import { PersonItem } from "./person-item.tsx";

const groups = {
  all: { active: "", role: "" },
  active: { active: "true", role: "" },
  inactive: { active: "false", role: "" },
  admins: { active: "", role: "ADMIN" },
} as const;
const groupNames = ["all", "active", "inactive", "admins"] as const;

/** Everybody who has an account here, and who may come. */
export function Page() {
  const words = useAdminWords();
  const [text, setText] = useState("");
  const [group, setGroup] = useState<keyof typeof groups>("all");
  const [search] = useDebouncedValue(text.trim(), 250);
  return (
    <div className={styles["place"]}>
      <div className={styles["tools"]}>
        <TextInput
          className={styles["grow"] ?? ""}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          maxLength={100}
        />
        <NativeSelect
          aria-label={words.tabs.people}
          value={group}
          data={groupNames.map((name) => ({ value: name, label: words[name] }))}
          onChange={({ currentTarget }) => setGroup(groupNames.find((name) => name === currentTarget.value) ?? "all")}
        />
      </div>
      <AdminList
        label={words.tabs.people}
        queryKey={["admin", "people", search, group]}
        read={(cursor) => listPeople({ search, ...groups[group], cursor })}
        empty={{ icon: IconUsers, title: words.nobody, text: words.nobodyFix }}
      >
        {(person) => <PersonItem key={person.id} person={person} />}
      </AdminList>
      <InvitationsCard />
      <p className={styles["hint"]}>{words.privacy}</p>
    </div>
  );
}
