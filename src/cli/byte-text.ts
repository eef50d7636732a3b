const units = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** `512 bytes`, `1.2 MB`, `35 GB`: as people read how large something is. */
export function byteText(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}
