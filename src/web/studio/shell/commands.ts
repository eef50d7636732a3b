import { useMantineColorScheme } from "@mantine/core";
import {
  IconBook2,
  IconBooks,
  IconClipboardText,
  IconDatabaseExport,
  IconFolderPlus,
  IconKeyboard,
  IconLock,
  IconMoon,
  type IconProps,
  IconPlus,
  IconSettings,
  IconShieldCog,
  IconSun,
  IconSunHigh,
  IconTrash,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useDesk } from "../../../features/library/web/import/desk-context.ts";
import type { BookView } from "../../../features/library/schema.ts";
import { meQuery } from "../api/queries.ts";
import { useWords } from "../i18n/language.ts";
import { openKeyboardHelp } from "./keyboard-help-state.ts";
import { useChangeSettings } from "./settings.ts";

/** Something that the search over everything offers. */
export interface Command {
  id: string;
  group: "books" | "actions" | "pages";
  label: string;
  hint?: string;
  /** Other words by which it is found. */
  also?: string;
  icon?: ComponentType<IconProps>;
  book?: BookView;
  run: () => void;
}

/** The pages and actions that can be reached from everywhere. */
export function useCommands(): Command[] {
  const words = useWords();
  const navigate = useNavigate();
  const desk = useDesk();
  const change = useChangeSettings();
  const { colorScheme } = useMantineColorScheme();
  const { data: me } = useQuery(meQuery);
  const pages: Omit<Command, "group">[] = [
    { id: "today", label: words.today, icon: IconSun, run: () => void navigate({ to: "/" }) },
    { id: "library", label: words.library, icon: IconBooks, run: () => void navigate({ to: "/library" }) },
    {
      id: "trash",
      label: words.shelfTrash,
      icon: IconTrash,
      run: () => void navigate({ to: "/library", search: { shelf: "trash" } }),
    },
    { id: "settings", label: words.settings, icon: IconSettings, run: () => void navigate({ to: "/settings" }) },
    {
      id: "security",
      label: words.security,
      also: words.settings,
      icon: IconLock,
      run: () => void navigate({ to: "/settings/security" }),
    },
    {
      id: "data",
      label: words.yourData,
      also: words.settings,
      icon: IconDatabaseExport,
      run: () => void navigate({ to: "/settings/data" }),
    },
    ...(me?.roles.includes("ADMIN")
      ? [
          {
            id: "admin",
            label: words.administration,
            icon: IconShieldCog,
            run: () => void navigate({ to: "/admin" }),
          },
        ]
      : []),
  ];
  const actions: Omit<Command, "group">[] = [
    { id: "add", label: words.addBooks, also: words.chooseFiles, icon: IconPlus, run: () => desk.choose("files") },
    { id: "paste", label: words.pasteText, also: words.paste, icon: IconClipboardText, run: desk.openPaste },
    { id: "folder", label: words.addFolder, icon: IconFolderPlus, run: () => desk.choose("folder") },
    {
      id: "english",
      label: words.sampleEnglish,
      also: words.addSamples,
      icon: IconBook2,
      run: () => desk.addSample("english"),
    },
    {
      id: "japanese",
      label: words.sampleJapanese,
      also: words.addSamples,
      icon: IconBook2,
      run: () => desk.addSample("japanese"),
    },
    colorScheme === "dark"
      ? {
          id: "light",
          label: words.lightTheme,
          also: words.settingsTheme,
          icon: IconSunHigh,
          run: () => change({ theme: "light" }),
        }
      : {
          id: "dark",
          label: words.darkTheme,
          also: words.settingsTheme,
          icon: IconMoon,
          run: () => change({ theme: "dark" }),
        },
    { id: "keys", label: words.keyboardHelp, hint: "?", icon: IconKeyboard, run: openKeyboardHelp },
  ];
  return [
    ...pages.map((command) => ({ ...command, group: "pages" as const })),
    ...actions.map((command) => ({ ...command, group: "actions" as const })),
  ];
}

/** Gives what opens a book: its comic where it has one. */
export function useBookCommand(): (book: BookView) => Command {
  const navigate = useNavigate();
  const words = useWords();
  return (book) => ({
    id: book.id,
    group: "books",
    label: book.title,
    hint: book.author ?? words.unknownAuthor,
    book,
    run: () => void navigate({ to: "/books/$id", params: { id: book.id } }),
  });
}
