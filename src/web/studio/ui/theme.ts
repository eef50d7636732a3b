import { createTheme, type CSSVariablesResolver } from "@mantine/core";

/** Mantine in the studio's paper and ink. Colours that follow the theme are those of `tokens.css`. */
export const theme = createTheme({
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)", fontWeight: "700" },
  primaryColor: "vermilion",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  respectReducedMotion: true,
  cursorType: "pointer",
  defaultRadius: "sm",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  colors: {
    vermilion: [
      "#fdf0ea",
      "#f8ddd1",
      "#f3bda8",
      "#f2a58b",
      "#f19070",
      "#dd6140",
      "#c6482a",
      "#ac371d",
      "#8d2b16",
      "#702011",
    ],
    dark: [
      "#ece8df",
      "#c4bfb5",
      "#aca79d",
      "#77747f",
      "#494954",
      "#393944",
      "#292933",
      "#1f1f28",
      "#15151b",
      "#0f0f14",
    ],
  },
  components: {
    // Said, so that it stands on the element and ground.css can find it.
    Button: { defaultProps: { variant: "filled" } },
    ActionIcon: { defaultProps: { variant: "filled" } },
    // Its placeholder is no item, and a menu may have nothing but items.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.5 } } },
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
});

const ofTheme = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-placeholder": "var(--soft)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--sheet)",
  "--mantine-color-default-hover": "var(--well)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-anchor": "var(--accent)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ofTheme, dark: ofTheme });
