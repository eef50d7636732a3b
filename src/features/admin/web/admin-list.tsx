import { Button, Skeleton } from "@mantine/core";
import type { IconProps } from "@tabler/icons-react";
import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import type { ComponentType, ReactNode } from "react";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import type { Part } from "./admin-api.ts";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

/** A list that comes in parts, each line of it as an item; says where it is empty, or did not come. */
export function AdminList<Item extends { id: string }>({
  label,
  queryKey,
  read,
  empty,
  children,
}: {
  label: string;
  queryKey: QueryKey;
  read: (cursor: string | null) => Promise<Part<Item>>;
  empty: { icon: ComponentType<IconProps>; title: string; text: string };
  children: (item: Item) => ReactNode;
}) {
  const shell = useWords();
  const words = useAdminWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery<
    Part<Item>,
    Error,
    InfiniteData<Part<Item>>,
    QueryKey,
    string | null
  >({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (!data && error !== null) return <ProblemPlace title={label} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} radius="sm" role="status" aria-label={shell.loading} />;
  const items = data.pages.flatMap((part) => part.items);
  if (items.length === 0) return <Notice {...empty} />;
  return (
    <>
      <ul className={styles["list"]} aria-label={label}>
        {items.map((item) => children(item))}
      </ul>
      {hasNextPage && (
        <Button
          className={styles["more"] ?? ""}
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {words.loadMore}
        </Button>
      )}
    </>
  );
}
