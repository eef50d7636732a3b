import type { BackupKind } from "./backup-place.ts";

/** When a backup of the schedule was begun, in milliseconds since 1970: the last of any kind of it, and the last weekly one; null for none. */
export interface LastBackups {
  last: number | null;
  lastWeekly: number | null;
}

/** The hour of the day, by the clock on the wall, from which on the day's backup is due. */
const hour = 2;
const day = 24 * 3_600_000;

/**
 * Which backup is to be made now, by the zone's clock on the wall: the first of a week (from Monday) is the weekly one, the others are daily. A day begins
 * at 02:00; whoever slept then makes its backup on waking, once. Null where the day's is made. A last backup more than a day ahead of now was made by a
 * clock that was wrong, and counts as none. `now` in milliseconds since 1970.
 */
export function dueBackup(now: number, { last, lastWeekly }: LastBackups, zone: string): "daily" | "weekly" | null {
  const today = backupDay(now, zone);
  const dayOf = (moment: number | null): number =>
    moment === null || moment > now + day ? Number.NEGATIVE_INFINITY : backupDay(moment, zone);
  if (dayOf(last) >= today) return null;
  return weekOf(dayOf(lastWeekly)) >= weekOf(today) ? "daily" : "weekly";
}

/** Days since 1970 of the day whose 02:00 was the last one on the wall. It never counts a day twice when the hour comes twice or not at all. */
function backupDay(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const date = Date.UTC(parts["year"] ?? 0, (parts["month"] ?? 1) - 1, parts["day"] ?? 1) / day;
  return (parts["hour"] ?? 0) >= hour ? date : date - 1;
}

/** 1 January 1970 was a Thursday. */
const weekOf = (date: number): number => Math.floor((date + 3) / 7);

/** A backup that is there. */
export interface KeptBackup {
  id: string;
  kind: BackupKind;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Whether it was restored to prove it. */
  isVerified: boolean;
}

/** Backups of the schedule that are kept. */
const kept = { daily: 7, weekly: 4 } as const;

/**
 * Those of the backups that stay: what a person made, the newest 7 daily and 4 weekly ones that were proved, and whatever is newer than the newest of
 * those. A backup that was never proved takes nobody's place.
 */
export function keptBackups<Backup extends KeptBackup>(backups: readonly Backup[]): Backup[] {
  const stays = new Set(backups.filter(({ kind }) => kind === "manual").map(({ id }) => id));
  for (const kind of ["daily", "weekly"] as const) {
    const newestFirst = backups
      .filter((backup) => backup.kind === kind)
      .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
    const proved = newestFirst.filter(({ isVerified }) => isVerified);
    const [newest] = proved;
    for (const { id } of proved.slice(0, kept[kind])) stays.add(id);
    for (const { id, createdAt } of newestFirst) if (!newest || createdAt > newest.createdAt) stays.add(id);
  }
  return backups.filter(({ id }) => stays.has(id));
}
