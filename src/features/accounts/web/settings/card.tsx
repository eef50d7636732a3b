import { NativeSelect, SegmentedControl, Switch } from "@mantine/core";
import { type ReactNode, useId } from "react";
import styles from "./settings.module.css";

/** Settings that belong together, under a heading. */
export function Card({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles["card"]} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p className={styles["cardHint"]}>{hint}</p>}
      {children}
    </section>
  );
}

/** One setting: its name, what it means, and what sets it. */
export function Line({
  id,
  label,
  hint,
  children,
}: {
  id?: string;
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <div className={styles["line"]}>
      <div className={styles["words"]}>
        <span {...(id !== undefined && { id })} className={styles["label"]}>
          {label}
        </span>
        {hint !== undefined && <span className={styles["hint"]}>{hint}</span>}
      </div>
      {children}
    </div>
  );
}

/** One of a few; the options stand in the order of their record. */
export function Choice<Name extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  label: string;
  hint?: string;
  value: Name;
  options: Readonly<Record<Name, string>>;
  onChange: (value: Name) => void;
}) {
  const id = useId();
  const names = Object.keys(options).filter((name): name is Name => name in options);
  return (
    <Line id={id} label={label} {...(hint !== undefined && { hint })}>
      <SegmentedControl
        className={styles["options"]}
        aria-labelledby={id}
        value={value}
        data={names.map((name) => ({ value: name, label: options[name] }))}
        onChange={(chosen) => {
          const name = names.find((one) => one === chosen);
          if (name !== undefined) onChange(name);
        }}
      />
    </Line>
  );
}

/** One of many. */
export function Pick({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <Line id={id} label={label} {...(hint !== undefined && { hint })}>
      <NativeSelect
        className={styles["pick"]}
        aria-labelledby={id}
        value={value}
        data={[...options]}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Line>
  );
}

/** On or off. */
export function Toggle({
  label,
  hint,
  isOn,
  onChange,
}: {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <Line id={id} label={label} {...(hint !== undefined && { hint })}>
      <Switch
        size="lg"
        aria-labelledby={id}
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    </Line>
  );
}
