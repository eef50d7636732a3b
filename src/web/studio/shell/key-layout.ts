import { useSettings } from "./settings.ts";

/** Whether keys are shown as a Mac names them: as the person chose, or as the machine is. */
export function useIsMac(): boolean {
  const { keyboardLayout } = useSettings();
  return keyboardLayout === "auto" ? /mac|iphone|ipad/i.test(navigator.userAgent) : keyboardLayout === "mac";
}
