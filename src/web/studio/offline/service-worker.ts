import { forgetAll, isSeen, seenAnswer } from "./last-seen.ts";
import { dropOldShells, fileAnswer, installShell, pageAnswer, type Shell } from "./shell-files.ts";
import type { FetchedEvent, WorkerScope } from "./worker-scope.ts";

declare const builtShell: Shell;

// This file runs as a service worker and nowhere else: scripts/build-web.ts builds it as one, and start-worker.ts registers it.
const scope = globalThis as unknown as WorkerScope;
const signOut = /^\/api\/auth\/sign-out$/;

// A file's name says its content, so a new version may take over at once: it knows the files of the one before too.
scope.addEventListener("install", (event) => event.waitUntil(installShell(builtShell).then(() => scope.skipWaiting())));
scope.addEventListener("activate", (event) => event.waitUntil(Promise.all([dropOldShells(), scope.clients.claim()])));
scope.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer !== null) event.respondWith(answer);
});

/** The answer to a request that is met here; null for all others, which go their usual way. */
function answerTo(event: FetchedEvent): Promise<Response> | null {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== scope.location.origin) return null;
  if (request.method === "POST" && signOut.test(pathname)) return leave(request);
  if (request.method !== "GET") return null;
  if (request.mode === "navigate")
    return /^\/(?:api|health|metrics)(?:\/|$)/.test(pathname) ? null : pageAnswer(request);
  if (pathname.startsWith("/assets/")) return fileAnswer(request);
  return isSeen(request, pathname) ? seenAnswer(request, pathname, (work) => event.waitUntil(work)) : null;
}

async function leave(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok) await forgetAll();
  return answer;
}
