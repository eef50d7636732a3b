import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useDesk } from "./desk-context.ts";

/** A pasted text becomes a book: it is sent as a file whose first line is its title. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [isTold, setTold] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (title.trim() === "" || text.trim() === "") return;
    desk.add([{ name: `${title.trim()}.txt`, content: new Blob([text], { type: "text/plain" }) }]);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.paste} size="lg" closeButtonProps={{ "aria-label": words.close }}>
      <form onSubmit={send} noValidate>
        <Stack>
          <TextInput
            label={words.title}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            error={isTold && title.trim() === "" && words.titleMissing}
            data-autofocus
            required
            withAsterisk={false}
            maxLength={500}
          />
          <Textarea
            label={words.pasteBody}
            description={words.pasteHint}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={isTold && text.trim() === "" && words.pasteBodyMissing}
            rows={12}
            required
            withAsterisk={false}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit">{words.pasteMake}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
