import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError } from "./api/problem-error.ts";
import { startWorker } from "./offline/start-worker.ts";
import { router } from "./router.tsx";
import { Providers } from "./shell/providers.tsx";
import { noticeSignOut } from "./shell/signed-out.ts";

/** What the studio refuses it refuses again; only where there was no answer, or one of a moment, it is asked once more. */
function isWorthAsking(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof ProblemError) || error.status === 0 || error.status === 503);
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void noticeSignOut(client, error) }),
  mutationCache: new MutationCache({ onError: (error) => void noticeSignOut(client, error) }),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: isWorthAsking, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});
startWorker();
const place = document.querySelector("#studio");
if (place === null) throw new Error("index.html has no #studio");
createRoot(place).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
