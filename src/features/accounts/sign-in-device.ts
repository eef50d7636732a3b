/** Browsers by what they write of themselves; those that also write the name of another come first. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
  [/^curl\//, "curl"],
];

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** What a person reads of a device, out of its User-Agent: “Firefox on Linux”; an empty text where it says nothing that is known. */
export function deviceOf(userAgent: string): string {
  const first = (known: readonly [RegExp, string][]): string =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  const [browser, system] = [first(browsers), first(systems)];
  return browser && system ? `${browser} on ${system}` : browser || system;
}
