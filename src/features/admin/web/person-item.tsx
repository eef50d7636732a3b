import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPlayerPlay, IconShieldMinus, IconShieldPlus, IconUserOff } from "@tabler/icons-react";
import { agoText, dayText, sizeText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../web/studio/i18n/language.ts";
import { Avatar } from "../../../web/studio/shell/avatar.tsx";
import { useAdminAct } from "./admin-acts.ts";
import { changePerson, type Person, type PersonPatch } from "./admin-api.ts";
import styles from "./admin.module.css";
import type { AdminWords } from "./en.ts";
import { useAdminWords } from "./admin-words.ts";

/** A person: what they may, how much there is of theirs, and what can be done. Acts can be taken back. */
export function PersonItem({ person }: { person: Person }) {
  const words = useAdminWords();
  const language = useLanguage();
  const { name, email, isActive, isVerified, roles, books, storage, lastSignInAt, deletionAt, isSelf } = person;
  const isAdmin = roles.includes("ADMIN");
  const facts = [
    email,
    words.books(books),
    sizeText(language, storage.bytes),
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
      {!isSelf && <PersonMenu person={person} isAdmin={isAdmin} />}
    </li>
  );
}

function PersonMenu({ person, isAdmin }: { person: Person; isAdmin: boolean }) {
  const words = useAdminWords();
  const { id, name, isActive, roles } = person;
  const changing = useAdminAct(
    (patch: PersonPatch) => changePerson(id, patch),
    ["admin", "people"],
    (patch) => ({
      message: doneText(patch, name, words),
      undo: () => back.mutate(patch.roles ? { roles } : { isActive }),
    }),
  );
  const back = useAdminAct(
    (patch: PersonPatch) => changePerson(id, patch),
    ["admin", "people"],
    (patch) => ({
      message: doneText(patch, name, words),
    }),
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={44} aria-label={words.acts(name)} loading={changing.isPending}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isAdmin ? <IconShieldMinus size={18} aria-hidden /> : <IconShieldPlus size={18} aria-hidden />}
          onClick={() => changing.mutate({ roles: isAdmin ? ["USER"] : ["USER", "ADMIN"] })}
        >
          {isAdmin ? words.takeAdmin : words.makeAdmin}
        </Menu.Item>
        <Menu.Item
          leftSection={isActive ? <IconUserOff size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
          onClick={() => changing.mutate({ isActive: !isActive })}
        >
          {isActive ? words.switchOff : words.switchOn}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function doneText({ roles, isActive }: PersonPatch, name: string, words: AdminWords): string {
  if (roles) return roles.includes("ADMIN") ? words.madeAdmin(name) : words.tookAdmin(name);
  return isActive ? words.switchedOn(name) : words.switchedOff(name);
}
