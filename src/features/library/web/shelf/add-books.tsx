import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconBook2,
  IconChevronDown,
  IconClipboardText,
  IconFolderPlus,
  IconFolderSymlink,
  IconPlus,
} from "@tabler/icons-react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useDesk } from "../import/desk-context.ts";
import { useWatched } from "../import/watched-folder.ts";
import styles from "./add-books.module.css";

/** All ways to put a book on the shelf. */
export function AddBooks() {
  const words = useWords();
  const desk = useDesk();
  const { folder } = useWatched();
  return (
    <div className={styles["both"]}>
      <Button
        className={styles["add"]}
        size="md"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => desk.choose("files")}
      >
        {words.addBooks}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={styles["more"]}
            aria-label={`${words.addBooks}: ${words.more}`}
            size={42}
            variant="filled"
          >
            <IconChevronDown size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconClipboardText size={18} aria-hidden />} onClick={desk.openPaste}>
            {words.pasteText}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolderPlus size={18} aria-hidden />} onClick={() => desk.choose("folder")}>
            {words.addFolder}
          </Menu.Item>
          {folder !== null && (
            <Menu.Item leftSection={<IconFolderSymlink size={18} aria-hidden />} onClick={desk.openWatched}>
              {words.watchedFolder}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconBook2 size={18} aria-hidden />} onClick={() => desk.addSample("english")}>
            {words.sampleEnglish}
          </Menu.Item>
          <Menu.Item leftSection={<IconBook2 size={18} aria-hidden />} onClick={() => desk.addSample("japanese")}>
            {words.sampleJapanese}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
