import { ActionIcon, Menu } from "@mantine/core";
import {
  IconDatabase,
  IconDots,
  IconPlayerPlay,
  IconShieldMinus,
  IconShieldPlus,
  IconUserOff,
} from "@tabler/icons-react";
import { useState } from "react";
import { agoText, dayText, sizeText } from "../../../web/studio/i18n/formats.ts";
import { type Language, useLanguage, useWords } from "../../../web/studio/i18n/language.ts";
import { Avatar } from "../../../web/studio/shell/avatar.tsx";
import { personName } from "../../../web/studio/shell/person-name.ts";
import { useAdminAct } from "./admin-acts.ts";
import { changePerson, type Person, type PersonPatch } from "./admin-api.ts";
import styles from "./admin.module.css";
import type { AdminWords } from "./en.ts";
import { useAdminWords } from "./admin-words.ts";
import { QuotaDialog } from "./quota-dialog.tsx";

/** A person: what they may, how much there is of theirs, and what can be done. Acts can be taken back. */
export function PersonItem({ person: row }: { person: Person }) {
  const words = useAdminWords();
  const person = { ...row, name: personName(row.name, useWords()) };
  const language = useLanguage();
  const { name, email, isActive, isVerified, roles, books, storage, lastSignInAt, deletionAt, isSelf } = person;
  const isAdmin = roles.includes("ADMIN");
  const facts = [
    email,
    words.books(books),
    storage.quota === null
      ? sizeText(language, storage.bytes)
      : words.ofQuota(sizeText(language, storage.bytes), sizeText(language, storage.quota)),
    lastSignInAt === null ? words.neverSignedIn : words.lastSignIn(agoText(language, lastSignInAt, Date.now())),
  ];
  return (
    <li className={`${styles["item"]} ${isActive ? "" : styles["isOff"]}`}>
      <Avatar name={name} picture={null} size={44} />
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          {name}
          {isSelf && <span className={styles["badge"]}>{words.you}</span>}
          {isAdmin && (
            <span className={styles["badge"]} data-tone="accent">
              {words.admin}
            </span>
          )}
          {!isActive && (
            <span className={styles["badge"]} data-tone="bad">
              {words.off}
            </span>
          )}
          {!isVerified && <span className={styles["badge"]}>{words.unverified}</span>}
          {deletionAt !== null && (
            <span className={styles["badge"]} data-tone="bad">
              {words.leaving(dayText(language, deletionAt))}
            </span>
          )}
        </span>
        <span className={styles["facts"]}>{facts.join(" · ")}</span>
      </div>
      <PersonMenu person={person} isAdmin={isAdmin} />
    </li>
  );
}

function PersonMenu({ person, isAdmin }: { person: Person; isAdmin: boolean }) {
  const words = useAdminWords();
  const language = useLanguage();
  const [isQuotaOpen, setQuotaOpen] = useState(false);
  const { id, name, isActive, roles, storage, isSelf } = person;
  const before: PersonPatch = { roles, isActive, storageQuota: storage.quota };
  const done = (patch: PersonPatch) => doneText(patch, name, { words, language });
  const changing = useAdminAct(
    (patch: PersonPatch) => changePerson(id, patch),
    ["admin", "people"],
    (patch) => ({
      message: done(patch),
      undo: () => back.mutate(partOf(before, patch)),
    }),
  );
  const back = useAdminAct(
    (patch: PersonPatch) => changePerson(id, patch),
    ["admin", "people"],
    (patch) => ({ message: done(patch) }),
  );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={44} aria-label={words.acts(name)} loading={changing.isPending}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDatabase size={18} aria-hidden />} onClick={() => setQuotaOpen(true)}>
            {words.quotaChange}
          </Menu.Item>
          {!isSelf && (
            <>
              <Menu.Item
                leftSection={
                  isAdmin ? <IconShieldMinus size={18} aria-hidden /> : <IconShieldPlus size={18} aria-hidden />
                }
                onClick={() => changing.mutate({ roles: isAdmin ? ["USER"] : ["USER", "ADMIN"] })}
              >
                {isAdmin ? words.takeAdmin : words.makeAdmin}
              </Menu.Item>
              <Menu.Item
                leftSection={
                  isActive ? <IconUserOff size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />
                }
                onClick={() => changing.mutate({ isActive: !isActive })}
              >
                {isActive ? words.switchOff : words.switchOn}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isQuotaOpen && (
        <QuotaDialog
          person={person}
          onClose={() => setQuotaOpen(false)}
          onChoose={(storageQuota) => changing.mutate({ storageQuota })}
        />
      )}
    </>
  );
}

/** Of `before`, what a patch changes. */
function partOf({ roles, isActive, storageQuota }: PersonPatch, patch: PersonPatch): PersonPatch {
  return {
    ...(patch.roles !== undefined && roles !== undefined && { roles }),
    ...(patch.isActive !== undefined && isActive !== undefined && { isActive }),
    ...(patch.storageQuota !== undefined && storageQuota !== undefined && { storageQuota }),
  };
}

function doneText(
  { roles, isActive, storageQuota }: PersonPatch,
  name: string,
  { words, language }: { words: AdminWords; language: Language },
): string {
  if (roles) return roles.includes("ADMIN") ? words.madeAdmin(name) : words.tookAdmin(name);
  if (isActive !== undefined) return isActive ? words.switchedOn(name) : words.switchedOff(name);
  return typeof storageQuota === "number"
    ? words.quotaSet(name, sizeText(language, storageQuota))
    : words.quotaFreed(name);
}
