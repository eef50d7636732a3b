import { Button } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { agoText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { endDevice, endOtherDevices, listDevices, type SignedInDevice } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { Loaded } from "./loaded.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

const devicesQuery = queryOptions({ queryKey: ["account", "devices"], queryFn: listDevices });

/** Where the person is signed in: what it is, where and when; each can be ended. */
export function DevicesCard() {
  const words = useSettingsWords();
  const query = useQuery(devicesQuery);
  const ending = useAct(endOtherDevices, { done: words.othersEnded, refresh: devicesQuery.queryKey });
  return (
    <Card title={words.devices} hint={words.devicesHint}>
      <Loaded query={query} height={120}>
        {({ items }) => (
          <>
            <ul className={styles["list"]}>
              {items
                .toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
                .map((device) => (
                  <DeviceItem key={device.id} device={device} />
                ))}
            </ul>
            {items.length > 1 && (
              <div className={styles["formRow"]}>
                <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate(undefined)}>
                  {words.endOthers}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function DeviceItem({ device: { id, device, address, createdAt, lastSeenAt, isThis } }: { device: SignedInDevice }) {
  const words = useSettingsWords();
  const language = useLanguage();
  const ending = useAct(() => endDevice(id), { done: words.deviceEnded, refresh: devicesQuery.queryKey });
  const name = device === "" ? words.unknownDevice : device;
  const Icon = /android|iphone|ipad|mobile/i.test(device) ? IconDeviceMobile : IconDeviceDesktop;
  const now = Date.now();
  const times = [
    words.signedIn(agoText(language, createdAt, now)),
    ...(lastSeenAt === null ? [] : [words.lastSeen(agoText(language, lastSeenAt, now))]),
    ...(address === null ? [] : [address]),
  ];
  return (
    <li className={styles["item"]}>
      <Icon className={styles["itemIcon"]} size={24} stroke={1.6} aria-hidden />
      <div className={styles["itemWords"]}>
        <span className={styles["label"]}>
          {name}
          {isThis && <span className={styles["badge"]}>{words.thisDevice}</span>}
        </span>
        <span className={styles["hint"]}>{times.join(" · ")}</span>
      </div>
      {!isThis && (
        <Button
          variant="default"
          aria-label={words.endDeviceOf(name)}
          loading={ending.isPending}
          onClick={() => ending.mutate(undefined)}
        >
          {words.endDevice}
        </Button>
      )}
    </li>
  );
}
