import { lazy, Suspense } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useGlobalKeys } from "../ui/global-keys.ts";
import { keyboardHelp, openKeyboardHelp } from "./keyboard-help-state.ts";
import { openPalette, palette } from "./palette-state.ts";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));
const KeyboardHelp = lazy(async () => ({ default: (await import("./keyboard-help.tsx")).KeyboardHelp }));

/** The keys that hold everywhere, and what they open. */
export function FrameKeys() {
  const navigate = useNavigate();
  const isPaletteOpen = palette.useIsOpen();
  const isHelpOpen = keyboardHelp.useIsOpen();
  useGlobalKeys({
    "mod+k": openPalette,
    "?": openKeyboardHelp,
    "g t": () => void navigate({ to: "/" }),
    "g l": () => void navigate({ to: "/library" }),
    "g s": () => void navigate({ to: "/settings" }),
  });
  return (
    <Suspense fallback={null}>
      {isPaletteOpen && <Palette onClose={() => palette.set(false)} />}
      {isHelpOpen && <KeyboardHelp onClose={() => keyboardHelp.set(false)} />}
    </Suspense>
  );
}
