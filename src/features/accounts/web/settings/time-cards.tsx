import { durationText } from "../../../../web/studio/i18n/formats.ts";
import { type Language, useLanguage } from "../../../../web/studio/i18n/language.ts";
import type { SettingsPatch } from "../../../../web/studio/api/me.ts";
import type { UserSettings } from "../../schema.ts";
import { Card, Choice, Pick, Toggle } from "./card.tsx";
import { useSettingsWords } from "./settings-words.ts";

/** Minutes that are offered; what was set by other means is offered too. */
const spans = {
  focusDuration: [15, 20, 25, 30, 45, 50, 60, 90],
  breakDuration: [3, 5, 10, 15, 20],
  longBreakDuration: [10, 15, 20, 30, 45, 60],
} as const;

/** Keys, zone and day; news; and how long one works and rests. */
export function TimeCards({ settings, change }: { settings: UserSettings; change: (patch: SettingsPatch) => void }) {
  const words = useSettingsWords();
  const language = useLanguage();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [
    ...new Set([
      ...Intl.supportedValuesOf("timeZone"),
      "UTC",
      ...(settings.timeZone === "auto" ? [] : [settings.timeZone]),
    ]),
  ];
  const span = (name: keyof typeof spans, label: string) => (
    <Pick
      label={label}
      value={String(settings[name])}
      options={secondsOf(spans[name], settings[name]).map((seconds) => ({
        value: String(seconds),
        label: durationText(language, seconds),
      }))}
      onChange={(value) => change({ [name]: Number(value) })}
    />
  );
  return (
    <>
      <Card title={words.time}>
        <Choice
          label={words.keyboard}
          value={settings.keyboardLayout}
          options={words.keyboards}
          onChange={(keyboardLayout) => change({ keyboardLayout })}
        />
        <Pick
          label={words.timeZone}
          value={settings.timeZone}
          options={[
            { value: "auto", label: words.timeZoneAuto(own) },
            ...zones.toSorted().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
          ]}
          onChange={(timeZone) => change({ timeZone })}
        />
        <Pick
          label={words.dayStart}
          hint={words.dayStartHint}
          value={String(settings.dayStartHour)}
          options={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(language, hour) }))}
          onChange={(hour) => change({ dayStartHour: Number(hour) })}
        />
      </Card>
      <Card title={words.notices}>
        <Toggle
          label={words.noticesHere}
          hint={words.noticesHereHint}
          isOn={settings.notifications}
          onChange={(notifications) => change({ notifications })}
        />
        <Toggle
          label={words.noticesMail}
          isOn={settings.emailNotifications}
          onChange={(emailNotifications) => change({ emailNotifications })}
        />
      </Card>
      <Card title={words.focus} hint={words.focusHint}>
        {span("focusDuration", words.focusSpan)}
        {span("breakDuration", words.breakSpan)}
        {span("longBreakDuration", words.longBreakSpan)}
      </Card>
    </>
  );
}

function secondsOf(minutes: readonly number[], set: number): number[] {
  return [...new Set([...minutes.map((count) => count * 60), set])].toSorted((a, b) => a - b);
}

const hourText = (language: Language, hour: number): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(Date.UTC(2026, 0, 1, hour));
