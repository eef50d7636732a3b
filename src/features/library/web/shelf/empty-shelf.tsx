import { Button } from "@mantine/core";
import { IconBook2, IconBooks, IconPencilBolt, IconPlus, IconSearchOff, IconTrash } from "@tabler/icons-react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../../web/studio/ui/notice.tsx";
import { useDesk } from "../import/desk-context.ts";
import { isFiltered, type LibraryPlace } from "../library-place.ts";

/** Stands where a shelf has no book, with the first step to one. */
export function EmptyShelf({ place }: { place: LibraryPlace }) {
  const words = useWords();
  const desk = useDesk();
  const { shelf = "all" } = place;
  if (isFiltered(place))
    return (
      <Notice icon={IconSearchOff} title={words.emptyFound} text={words.emptyFoundFix}>
        <LinkButton to="/library" search={shelf === "all" ? {} : { shelf }}>
          {words.clearFilters}
        </LinkButton>
      </Notice>
    );
  const toAll = <LinkButton to="/library">{words.shelfAll}</LinkButton>;
  switch (shelf) {
    case "trash":
      return (
        <Notice icon={IconTrash} title={words.emptyTrash} text={words.emptyTrashFix}>
          {toAll}
        </Notice>
      );
    case "reading":
      return (
        <Notice icon={IconBook2} title={words.emptyReading} text={words.emptyReadingFix}>
          {toAll}
        </Notice>
      );
    case "comics":
      return (
        <Notice icon={IconPencilBolt} title={words.emptyComics} text={words.emptyComicsFix}>
          {toAll}
        </Notice>
      );
    default:
      return (
        <Notice icon={IconBooks} title={words.emptyLibrary} text={words.emptyLibraryFix}>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => desk.choose("files")}>
            {words.addBooks}
          </Button>
          <Button variant="default" onClick={desk.openPaste}>
            {words.pasteText}
          </Button>
          <Button variant="default" onClick={() => desk.addSample("english")}>
            {words.sampleEnglish}
          </Button>
          <Button variant="default" onClick={() => desk.addSample("japanese")}>
            {words.sampleJapanese}
          </Button>
        </Notice>
      );
  }
}
