import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { openKeyboardHelp } from "../../../web/studio/shell/keyboard-help-state.ts";
import { useChangeSettings, useSettings } from "../../../web/studio/shell/settings.ts";
import { Card, Choice, Toggle } from "./settings/card.tsx";
import { ProfileCard } from "./settings/profile-card.tsx";
import styles from "./settings/settings.module.css";
import { useSettingsWords } from "./settings/settings-words.ts";
import { TimeCards } from "./settings/time-cards.tsx";

/** Who one is, how the studio looks, and how it reads. Every change holds at once. */
export function Page() {
  const shell = useWords();
  const words = useSettingsWords();
  const settings = useSettings();
  const change = useChangeSettings();
  const { data: me } = useQuery(meQuery);
  return (
    <div className={styles["cards"]}>
      {me && <ProfileCard key={me.id} me={me} />}
      <Card title={words.appearance}>
        <Choice
          label={shell.settingsLanguage}
          hint={shell.settingsLanguageHint}
          value={settings.language}
          options={{ auto: shell.languageAuto, en: shell.languageEn, ja: shell.languageJa }}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={shell.settingsTheme}
          value={settings.theme}
          options={shell.themes}
          onChange={(theme) => change({ theme })}
        />
        <Toggle
          label={shell.settingsMotion}
          hint={shell.settingsMotionHint}
          isOn={settings.reducedMotion}
          onChange={(reducedMotion) => change({ reducedMotion })}
        />
      </Card>
      <Card title={shell.settingsReading}>
        <Choice
          label={shell.settingsDirection}
          hint={shell.settingsDirectionHint}
          value={settings.readingDirection}
          options={{ auto: shell.directionAuto, ltr: shell.directions.ltr, rtl: shell.directions.rtl }}
          onChange={(readingDirection) => change({ readingDirection })}
        />
        <Choice
          label={shell.settingsMode}
          value={settings.readingMode}
          options={shell.modes}
          onChange={(readingMode) => change({ readingMode })}
        />
      </Card>
      <TimeCards settings={settings} change={change} />
      <Card title={shell.settingsAbout}>
        <div className={styles["about"]}>
          {me && <span>{shell.version(me.version)}</span>}
          <a href="/api/docs">{shell.docs}</a>
          <Button variant="default" onClick={openKeyboardHelp}>
            {shell.settingsKeyboard}
          </Button>
        </div>
      </Card>
    </div>
  );
}
