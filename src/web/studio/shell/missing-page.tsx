import { Button } from "@mantine/core";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { IconMapOff, IconZoomExclamation } from "@tabler/icons-react";
import { useWords } from "../i18n/language.ts";
import { Notice } from "../ui/notice.tsx";
import { problemText } from "../ui/tell.tsx";

/** For an address that leads nowhere. */
export function MissingPage() {
  const words = useWords();
  return (
    <main className="alone">
      <Notice icon={IconMapOff} title={words.pageMissing} text={words.pageMissingFix} level={1}>
        <Button renderRoot={(props) => <Link to="/library" {...props} />}>{words.toLibrary}</Button>
      </Notice>
    </main>
  );
}

/** For a page that could not be shown at all. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  const router = useRouter();
  const { title, fix } = problemText(error, words);
  const again = async (): Promise<void> => {
    await router.invalidate();
    reset();
  };
  return (
    <main className="alone">
      <Notice icon={IconZoomExclamation} title={title} text={fix} level={1}>
        <Button onClick={() => void again()}>{words.tryAgain}</Button>
        <Button variant="default" renderRoot={(props) => <Link to="/library" {...props} />}>
          {words.toLibrary}
        </Button>
      </Notice>
    </main>
  );
}
