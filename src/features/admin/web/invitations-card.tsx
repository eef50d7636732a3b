import { Button, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { dayText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../web/studio/i18n/language.ts";
import { ShownOnce } from "../../../web/studio/ui/shown-once.tsx";
import { waysQuery } from "../../accounts/web/sign-in/ways-query.ts";
import { useAdminAct } from "./admin-acts.ts";
import {
  changeInstance,
  dropInvitation,
  invite,
  type Invitation,
  listInvitations,
  readInstance,
  type Role,
} from "./admin-api.ts";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

/** Who may come: everybody, or whom an administrator invites. */
export function InvitationsCard() {
  const words = useAdminWords();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("USER");
  const [isTold, setTold] = useState(false);
  const { data: instance } = useQuery({ queryKey: ["admin", "instance"], queryFn: readInstance });
  const { data: invited } = useQuery({ queryKey: ["admin", "invitations"], queryFn: listInvitations });
  const { data: ways } = useQuery(waysQuery);
  const opening = useAdminAct(changeInstance, ["admin", "instance"], () => ({ message: words.signUpSaved }));
  const inviting = useAdminAct(invite, ["admin", "invitations"], null);
  const isAddress = /^\S+@\S+$/.test(email.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(!isAddress);
    if (!isAddress) return;
    inviting.mutate({ email: email.trim(), role }, { onSuccess: () => setEmail("") });
  };
  return (
    <section className={styles["card"]} aria-labelledby="invite-title">
      <h2 id="invite-title">{words.invite}</h2>
      {instance && (
        <div className={styles["tools"]}>
          <span id="sign-up-label">{words.signUp}</span>
          <SegmentedControl
            aria-labelledby="sign-up-label"
            value={instance.signUp}
            data={[
              { value: "invitation", label: words.signUps.invitation },
              { value: "open", label: words.signUps.open },
            ]}
            onChange={(signUp) => opening.mutate({ signUp })}
          />
        </div>
      )}
      <p className={styles["hint"]}>{ways?.sendsMail === false ? words.inviteByHand : words.inviteHint}</p>
      <form className={styles["tools"]} onSubmit={submit} noValidate>
        <TextInput
          className={styles["grow"] ?? ""}
          label={words.email}
          type="email"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={isTold && !isAddress && words.emailMissing}
          autoComplete="off"
          maxLength={255}
        />
        <NativeSelect
          label={words.role}
          value={role}
          data={[
            { value: "USER", label: words.roles.USER },
            { value: "ADMIN", label: words.roles.ADMIN },
          ]}
          onChange={({ currentTarget }) => setRole(currentTarget.value === "ADMIN" ? "ADMIN" : "USER")}
        />
        <Button type="submit" loading={inviting.isPending}>
          {words.inviteDo}
        </Button>
      </form>
      {inviting.data && (
        <ShownOnce
          key={inviting.data.item.id}
          value={new URL(inviting.data.link, location.href).href}
          hint={words.inviteLink}
        />
      )}
      {invited && invited.items.length > 0 && (
        <ul className={`${styles["list"]} ${styles["bare"]}`} aria-label={words.invitations}>
          {invited.items.map((invitation) => (
            <InvitationItem key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function InvitationItem({ invitation: { id, email, role, expiresAt, acceptedAt } }: { invitation: Invitation }) {
  const words = useAdminWords();
  const language = useLanguage();
  const dropping = useAdminAct(
    () => dropInvitation(id),
    ["admin", "invitations"],
    () => ({ message: words.withdrawn }),
  );
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{email}</span>
        <span className={styles["facts"]}>
          {words.roles[role]} ·{" "}
          {acceptedAt === null
            ? words.invitedUntil(dayText(language, expiresAt))
            : words.accepted(dayText(language, acceptedAt))}
        </span>
      </div>
      {acceptedAt === null && (
        <Button
          variant="default"
          aria-label={`${words.withdraw}: ${email}`}
          loading={dropping.isPending}
          onClick={() => dropping.mutate(undefined)}
        >
          {words.withdraw}
        </Button>
      )}
    </li>
  );
}
