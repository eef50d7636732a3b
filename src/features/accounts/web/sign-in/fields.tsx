import { TextInput } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import styles from "./front.module.css";
import { useSignInWords } from "./sign-in-words.ts";

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  isFirst?: boolean;
}

/** Letters that a password has at least; the studio refuses shorter ones. */
export const shortestPassword = 10;
export const isAddress = (text: string): boolean => /^\S+@\S+$/.test(text.trim());

/** An address; `offersPasskeys` lets the browser offer passkeys in it. */
export function EmailField({ offersPasskeys, ...props }: FieldProps & { offersPasskeys: boolean }) {
  const words = useSignInWords();
  return (
    <Field
      {...props}
      label={words.email}
      type="email"
      autoComplete={offersPasskeys ? "username webauthn" : "username"}
      maxLength={255}
    />
  );
}

/** A password that one has, or a new one; it can be looked at. */
export function PasswordField({ isNew = false, label, ...props }: FieldProps & { isNew?: boolean; label?: string }) {
  const words = useSignInWords();
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? IconEyeOff : IconEye;
  return (
    <Field
      {...props}
      label={label ?? (isNew ? words.newPassword : words.password)}
      {...(isNew && { description: words.passwordHint })}
      type={isShown ? "text" : "password"}
      autoComplete={isNew ? "new-password" : "current-password"}
      maxLength={128}
      rightSection={
        <button
          type="button"
          className={styles["eye"]}
          onClick={() => setShown(!isShown)}
          aria-label={isShown ? words.hide : words.show}
        >
          <Icon size={20} stroke={1.7} aria-hidden />
        </button>
      }
    />
  );
}

/** A line of text with its name above it. */
export function Field({
  value,
  onChange,
  error,
  isFirst = false,
  ...rest
}: FieldProps & {
  label: string;
  description?: string;
  type?: string;
  autoComplete?: string;
  maxLength: number;
  rightSection?: ReactNode;
}) {
  return (
    <TextInput
      size="md"
      {...rest}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      required
      withAsterisk={false}
      spellCheck={false}
      autoCapitalize="none"
      {...(isFirst && { "data-autofocus": true, autoFocus: true })}
    />
  );
}
