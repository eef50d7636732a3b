import { Button, Progress } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { numberText, sizeText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { fetchExport, measureExport } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** Everything that one has, as one file. */
export function ExportCard() {
  const words = useSettingsWords();
  const language = useLanguage();
  const [bytes, setBytes] = useState(0);
  const stopping = useRef<AbortController>(null);
  const { data: size } = useQuery({ queryKey: ["account", "export"], queryFn: measureExport });
  const exporting = useAct(
    async () => {
      setBytes(0);
      const { signal } = (stopping.current = new AbortController());
      try {
        return await fetchExport(setBytes, signal);
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
    },
    {
      onDone(file) {
        if (file !== null) save(file);
      },
    },
  );
  useEffect(() => () => stopping.current?.abort(), []);
  const isLarge = size !== undefined && size.bytes > 0;
  return (
    <Card title={words.export} hint={words.exportHint}>
      {exporting.isPending ? (
        <div className={styles["form"]}>
          <Progress
            value={isLarge ? Math.min(100, (100 * bytes) / size.bytes) : 100}
            size="lg"
            animated
            aria-label={words.export}
          />
          <div className={styles["acts"]}>
            <span role="status">{words.exporting(sizeText(language, bytes))}</span>
            <Button variant="default" onClick={() => stopping.current?.abort()}>
              {words.exportStop}
            </Button>
          </div>
        </div>
      ) : (
        <div className={`${styles["formRow"]} ${styles["beside"]}`}>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
            onClick={() => exporting.mutate(undefined)}
          >
            {words.exportDo}
          </Button>
          <span className={styles["hint"]} role="status">
            {exporting.data
              ? words.exportDone
              : size && words.exportSize(numberText(language, size.files), sizeText(language, size.bytes))}
          </span>
        </div>
      )}
    </Card>
  );
}

/** Hands a file to the browser's downloads. */
function save(file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `fabula-${new Date().toISOString().slice(0, 10)}.zip`;
  link.click();
  // The browser has begun to copy it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
