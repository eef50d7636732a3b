import { Button, SegmentedControl, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { openKeyboardHelp } from "../../../web/studio/shell/keyboard-help-state.ts";
import { useChangeSettings, useSettings } from "../../../web/studio/shell/settings.ts";
import type { SettingsPatch } from "../../../web/studio/api/me.ts";
import styles from "./settings-page.module.css";

/** What a person sets for themselves. Every change holds at once. */
export function Page() {
  const words = useWords();
  const settings = useSettings();
  const change = useChangeSettings();
  const { data: me } = useQuery(meQuery);
  return (
    <div className={styles["settings"]}>
      <title>{`${words.settings} · ${words.studio}`}</title>
      <h1>{words.settings}</h1>
      <section className={styles["card"]}>
        <Choice
          label={words.settingsLanguage}
          hint={words.settingsLanguageHint}
          value={settings.language}
          options={{ auto: words.languageAuto, en: words.languageEn, ja: words.languageJa }}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={words.settingsTheme}
          value={settings.theme}
          options={words.themes}
          onChange={(theme) => change({ theme })}
        />
        <Toggle
          label={words.settingsMotion}
          hint={words.settingsMotionHint}
          isOn={settings.reducedMotion}
          name="reducedMotion"
          onChange={change}
        />
      </section>
      <section className={styles["card"]} aria-label={words.settingsReading}>
        <h2>{words.settingsReading}</h2>
        <Choice
          label={words.settingsDirection}
          hint={words.settingsDirectionHint}
          value={settings.readingDirection}
          options={{ auto: words.directionAuto, ltr: words.directions.ltr, rtl: words.directions.rtl }}
          onChange={(readingDirection) => change({ readingDirection })}
        />
        <Choice
          label={words.settingsMode}
          value={settings.readingMode}
          options={words.modes}
          onChange={(readingMode) => change({ readingMode })}
        />
      </section>
      <section className={styles["card"]} aria-label={words.settingsAbout}>
        <h2>{words.settingsAbout}</h2>
        <div className={styles["about"]}>
          {me && <span>{words.version(me.version)}</span>}
          <a href="/api/docs">{words.docs}</a>
          <Button variant="default" onClick={openKeyboardHelp}>
            {words.settingsKeyboard}
          </Button>
        </div>
      </section>
    </div>
  );
}

/** One of a few; the options stand in the order of their record. */
function Choice<Name extends string>({
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

function Toggle({
  label,
  hint,
  isOn,
  name,
  onChange,
}: {
  label: string;
  hint: string;
  isOn: boolean;
  name: "reducedMotion";
  onChange: (patch: SettingsPatch) => void;
}) {
  const id = useId();
  return (
    <Line id={id} label={label} hint={hint}>
      <Switch
        size="lg"
        aria-labelledby={id}
        checked={isOn}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })}
      />
    </Line>
  );
}

function Line({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles["line"]}>
      <div className={styles["words"]}>
        <span id={id} className={styles["label"]}>
          {label}
        </span>
        {hint !== undefined && <span className={styles["hint"]}>{hint}</span>}
      </div>
      {children}
    </div>
  );
}
