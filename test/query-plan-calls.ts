import type { Script } from "../src/core/script/script.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { findByTerms } from "../src/backends/sql/text-search.ts";
import { tableCache } from "../src/backends/cache/table.ts";
import { tableIndex } from "../src/backends/vectors/table.ts";
import { localOwner, ownerWithoutAccount } from "../src/features/accounts/queries/local-owner.ts";
import * as apiKeys from "../src/features/accounts/queries/api-keys.ts";
import { claimOwner } from "../src/features/accounts/queries/first-account.ts";
import * as instance from "../src/features/accounts/queries/instance.ts";
import * as invitations from "../src/features/accounts/queries/invitations.ts";
import * as mails from "../src/features/accounts/queries/mails.ts";
import * as sessions from "../src/features/accounts/queries/sessions.ts";
import * as ways from "../src/features/accounts/queries/sign-in-ways.ts";
import * as tokens from "../src/features/accounts/queries/tokens.ts";
import * as settings from "../src/features/accounts/queries/user-settings.ts";
import * as comicPages from "../src/features/comics/queries/comic-pages.ts";
import { listOutputs } from "../src/features/comics/queries/output-rows.ts";
import { bytesPerPage } from "../src/features/comics/queries/page-bytes.ts";
import * as pages from "../src/features/comics/queries/page-rows.ts";
import { storeChunks, storeEpisodes } from "../src/features/comics/queries/plan-rows.ts";
import * as shares from "../src/features/comics/queries/shares.ts";
import * as files from "../src/features/files/queries/find-files.ts";
import { insertFile } from "../src/features/files/queries/insert-file.ts";
import { personQuota } from "../src/features/files/queries/person-quota.ts";
import * as sweeps from "../src/features/files/queries/sweep-rows.ts";
import type { StoredFile } from "../src/features/files/stored-file.ts";
import { beginAgain } from "../src/features/jobs/queries/begin-again.ts";
import { takeFromDead } from "../src/features/jobs/queries/dead-workers.ts";
import { deleteJob } from "../src/features/jobs/queries/delete-job.ts";
import { dueTasks } from "../src/features/jobs/queries/due-tasks.ts";
import { failTask } from "../src/features/jobs/queries/fail-task.ts";
import * as control from "../src/features/jobs/queries/job-control.ts";
import { jobView, jobViews, ownJob } from "../src/features/jobs/queries/job-views.ts";
import { type JobSummary, readJob } from "../src/features/jobs/queries/jobs.ts";
import { releaseTask, renewLeases } from "../src/features/jobs/queries/leases.ts";
import { findJobs, listJobs } from "../src/features/jobs/queries/list-jobs.ts";
import { listNotifications, readNotifications } from "../src/features/jobs/queries/list-notifications.ts";
import { deliverNotifications } from "../src/features/jobs/queries/notifications.ts";
import { stepHistory } from "../src/features/jobs/queries/step-history.ts";
import { sweepTasks } from "../src/features/jobs/queries/sweep-tasks.ts";
import { secondsLeft, secondsPerPage } from "../src/features/jobs/queries/time-left.ts";
import { workGauges } from "../src/features/jobs/queries/work-gauges.ts";
import { retryPolicy } from "../src/features/jobs/retry-policy.ts";
import * as cast from "../src/features/library/queries/cast-rows.ts";
import { correctNovel, setTrashed } from "../src/features/library/queries/change-novel.ts";
import { comicWithCover } from "../src/features/library/queries/comic-cover.ts";
import * as imports from "../src/features/library/queries/import-jobs.ts";
import { languageCounts } from "../src/features/library/queries/language-counts.ts";
import { newestComics } from "../src/features/library/queries/newest-comics.ts";
import * as novels from "../src/features/library/queries/novels.ts";
import { keepProgress, progressOf } from "../src/features/library/queries/reading-progress.ts";
import * as shelf from "../src/features/library/queries/shelf.ts";
import { sceneRowIds, storeStory } from "../src/features/library/queries/story-rows.ts";
import { bookSorts, bookShelves } from "../src/features/library/schema.ts";
import { knownBackups } from "../src/ops/backup-rows.ts";
import { queueTrouble } from "../src/ops/health-queue.ts";
import { recordHealth } from "../src/ops/health-record.ts";
import { deleteExpired } from "../src/ops/retention-expired.ts";
import { deleteTasks, forgetHidden, hideIntermediate, jobsToPurge, markPurged } from "../src/ops/retention-rows.ts";
import { underLease } from "../src/ops/schedule-lease.ts";
import { filesOfKeys } from "../src/ops/storage-copy-rows.ts";
import { addPerson, jobDesk, planOf, step, task } from "./job-fixture.ts";
import { adminCalls } from "./query-plan-admin-calls.ts";
import { pageOf, panelOf } from "./small-comic.ts";
import { bookOf, storyOf } from "./story-fixture.ts";

/** What the product asks a database, by the function that asks; in this order, since some need what others have written. */
export type QueryCall = readonly [name: string, ask: () => Promise<unknown>];

const now = Date.UTC(2026, 0, 1);
const newToken = { id: "t1", name: "x", hash: "h", start: "fab_", scopes: "[]", expiresAt: null } as const;
const newInvitation = {
  id: "i1",
  email: "bo@example.org",
  role: "USER",
  hash: "h",
  expiresAt: 9e12,
  auditId: "a2",
} as const;
const bo = { email: "bo@example.org", name: "Bo", language: "en", userId: "bo" };
const newPerson = { ...bo, hash: "h", passwordHash: "x", accountId: "w2" };
const letter = { id: "m1", userId: "ann", recipient: "ann@example.org", kind: "invitation", language: "en" };
const newMail = { ...letter, subject: "x", sealedText: "x", keyId: "k" };
const noImport = { status: "completed", bookId: null, error: null, settings: {} } as const;
const sampleImport = { source: "sample", thing: "english", name: "english" } as const;
const later = now + 90 * 24 * 3_600_000;
const at = new Date(now).toISOString();
const limit = 20;
const book = bookOf([{ title: "One", paragraphs: ["“Come,” said Ann.", "They went home."] }]);
const oneEpisode: Script = {
  version: 1,
  language: "en",
  direction: "ltr",
  episodes: [{ id: "e1", title: "One", start: 0, end: 3, beats: [] }],
  fates: [],
};
const file = (id: string, job: string | null): StoredFile => ({
  id,
  owner: "ann",
  key: `novels/ann/${id}.txt`,
  category: job === null ? "novels" : "chunks",
  name: null,
  mime: "text/plain",
  size: 3,
  sha256: "0".repeat(64),
  novelId: null,
  jobId: job,
  artifact: job === null ? null : "print",
  unit: job === null ? null : "p1",
  createdAt: at,
});

/** Everything that is asked for a request, a task or a list, or in a sweep; `db` has all tables and nobody in them. */
export async function queryCalls(db: Database): Promise<QueryCall[]> {
  await addPerson(db);
  const handlers = [step("layout"), step("page"), step("bind")];
  const plans = planOf(...handlers);
  const desk = jobDesk(db, plans);
  const tale = { book, fileName: "tale", originalFileId: await stored(db, "f0"), contentHash: "0".repeat(64), now };
  await novels.addNovel(db, "ann", { ...tale, id: "n1" });
  const units = Array.from({ length: 6 }, (_, i) => task("page", `p${i}`, { provider: i > 3 ? "mill" : null }));
  const job = await desk.create([...units, task("bind", "all")], { novelId: "n1" });
  const doomed = await desk.create([task("page")]);
  const row = await shelf.shelfRow(db, "ann", "n1");
  const summary = await readJob(db, "ann", job);
  if (!row || !summary) throw new Error("They were just made.");
  const counters = { ...summary.counters, pagesTotal: 9 };
  const running: JobSummary = { ...summary, status: "processing", startedAt: at, counters };
  const share = { job, scope: "read", expiresAt: null, now } as const;
  const order = { cursor: null, limit };
  const all = { shelf: "all", tag: null, series: null, language: null } as const;
  const failure = { class: "permanent", code: "x", message: "x", retryAfter: null } as const;
  const act = { address: null, now };
  return [
    ["accounts/localOwner", () => localOwner(db, { now: () => now, newId: desk.newId })],
    ["accounts/ownerWithoutAccount", () => ownerWithoutAccount(db)],
    ["accounts/sessionOfToken", () => sessions.sessionOfToken(db, "t")],
    ["accounts/noteSeen", () => sessions.noteSeen(db, "s", { now, expiresAt: now })],
    ["accounts/listSessions", () => sessions.listSessions(db, "ann", now)],
    ["accounts/endSession", () => sessions.endSession(db, "ann", "s")],
    ["accounts/endOtherSessions", () => sessions.endOtherSessions(db, "ann", "s")],
    ["accounts/endSessionOfToken", () => sessions.endSessionOfToken(db, "t")],
    ["accounts/addToken", () => tokens.addToken(db, "ann", { ...newToken, now })],
    ["accounts/listTokens", () => tokens.listTokens(db, "ann")],
    ["accounts/tokenOfHash", () => tokens.tokenOfHash(db, "h")],
    ["accounts/noteUse", () => tokens.noteUse(db, "t1", now)],
    ["accounts/revokeToken", () => tokens.revokeToken(db, "ann", "t1", now)],
    ["accounts/signUpPolicy", () => instance.signUpPolicy(db)],
    ["accounts/setSignUpPolicy", () => instance.setSignUpPolicy(db, "ann", { policy: "open", auditId: "a1", ...act })],
    ["accounts/policyQuery", () => instance.policyQuery(db, "open", now).execute()],
    ["accounts/addInvitation", () => invitations.addInvitation(db, "ann", { ...newInvitation, ...act })],
    ["accounts/listInvitations", () => invitations.listInvitations(db, { cursor: [at, "i"], limit })],
    ["accounts/isInvited", () => invitations.isInvited(db, { email: "bo@example.org", hash: null, now })],
    [
      "accounts/acceptInvitation",
      () => invitations.acceptInvitation(db, { email: "bo@example.org", userId: "ann", now }),
    ],
    ["accounts/joinByInvitation", () => invitations.joinByInvitation(db, { ...newPerson, now })],
    [
      "accounts/withdrawInvitation",
      () => invitations.withdrawInvitation(db, "ann", { id: "i1", auditId: "a3", ...act }),
    ],
    ["accounts/claimOwner", () => claimOwner(db, "nobody", { ...newPerson, auditId: "a4", policy: "open", ...act })],
    ["accounts/addMail", () => mails.addMail(db, { ...newMail, now })],
    ["accounts/claimMails", () => mails.claimMails(db, now, now, limit)],
    ["accounts/markFailed", () => mails.markFailed(db, "m1", { error: "x", next: now })],
    ["accounts/listMails", () => mails.listMails(db, { cursor: [at, "m"], limit })],
    ["accounts/mailsOfOtherKeys", () => mails.mailsOfOtherKeys(db, "k2", limit)],
    ["accounts/resealMail", () => mails.resealMail(db, "m1", { from: "k", sealedText: "x", keyId: "k2" })],
    ["accounts/markUnreadable", () => mails.markUnreadable(db, "m1")],
    ["accounts/markSent", () => mails.markSent(db, "m1", now)],
    ["accounts/keysOfOtherMasters", () => apiKeys.keysOfOtherMasters(db, { current: "k", after: "", limit })],
    ["accounts/resealKey", () => apiKeys.resealKey(db, "k1", { from: "k", sealed: "x", keyId: "k2" })],
    ["accounts/listWays", () => ways.listWays(db, "ann")],
    ["accounts/listPasskeys", () => ways.listPasskeys(db, "ann")],
    ["accounts/namePasskey", () => ways.namePasskey(db, "ann", "p", "x")],
    ["accounts/removePasskey", () => ways.removePasskey(db, "ann", "p")],
    ["accounts/notePasskeyUse", () => ways.notePasskeyUse(db, "c", at)],
    ["accounts/addPassword", () => ways.addPassword(db, "ann", { id: "w1", hash: "x", at })],
    ["accounts/removeWay", () => ways.removeWay(db, "ann", "google")],
    ["accounts/personOfMail", () => ways.personOfMail(db, "ann")],
    ["accounts/readSettings", () => settings.readSettings(db, "ann")],
    ["accounts/changeSettings", () => settings.changeSettings(db, "ann", {}, now)],
    ...(await adminCalls(db, { now, at, job })),
    ["files/insertFile", () => insertFile(db, "ann", file("f1", job), 1_000_000)],
    ["files/findFile", () => files.findFile(db, "ann", "f1")],
    ["files/findLinkedFile", () => files.findLinkedFile(db, { key: "novels/ann/f1.txt" })],
    ["files/findLinkedFile", () => files.findLinkedFile(db, { id: "f1" })],
    ["files/findFileByContent", () => files.findFileByContent(db, "ann", "novels", "0".repeat(64))],
    ["files/findArtifact", () => files.findArtifact(db, "ann", { jobId: job, artifact: "print", unit: "p1" })],
    ["files/listFiles", () => files.listFiles(db, "ann", { category: "novels", cursor: { createdAt: at, id: "f" } })],
    ["files/personQuota", () => personQuota(db, "ann")],
    ["files/bytesUsed", () => files.bytesUsed(db, "ann")],
    ["files/artifactsOf", () => files.artifactsOf(db, "ann", { jobId: job, artifact: "print" })],
    ["files/filesOfJob", () => files.filesOfJob(db, "ann", job)],
    ["files/keysWithRow", () => sweeps.keysWithRow(db, ["novels/ann/f1.txt"])],
    ["files/filesAfter", () => sweeps.filesAfter(db, "")],
    ["files/deletedAfter", () => sweeps.deletedAfter(db, "")],
    ["library/addNovel", () => novels.addNovel(db, "ann", { ...tale, id: "n2" })],
    ["library/novelOf", () => novels.novelOf(db, "ann", "n1")],
    ["library/novelOfContent", () => novels.novelOfContent(db, "ann", "0".repeat(64))],
    ["library/setOriginalFile", () => novels.setOriginalFile(db, "ann", "n1", { file: "f0", now })],
    ["library/storeStory", () => storeStory(db, { novel: "n1", book, story: storyOf(book, [null]), now })],
    ["library/sceneRowIds", () => sceneRowIds(db, "n1", [{ panels: [{ scene: "s1" }] }])],
    ["library/isKnown", () => cast.isKnown(db, "n1")],
    ["library/castRows", () => cast.castRows(db, "n1")],
    ["library/placeRows", () => cast.placeRows(db, "n1")],
    ["library/lineRows", () => cast.lineRows(db, "n1")],
    ["library/correctNovel", () => correctNovel(db, "ann", row, { title: "Another", tags: ["sea"] }, now)],
    ["library/newestComics", () => newestComics(db, "ann", ["n1"])],
    ["library/comicWithCover", () => comicWithCover(db, "ann", "n1")],
    ["library/languageCounts", () => languageCounts(db, "ann")],
    [
      "library/noteImport",
      () => imports.noteImport(db, "ann", { ...noImport, ...sampleImport }, { now, newId: () => "i1" }),
    ],
    ["library/changeImport", () => imports.changeImport(db, "ann", "i1", noImport, now)],
    ["library/listImports", () => imports.listImports(db, "ann", "watch")],
    ["library/anyNovelOfContent", () => imports.anyNovelOfContent(db, "ann", "0".repeat(64))],
    ["library/hasNothing", () => imports.hasNothing(db, "ann")],
    ["library/progressOf", () => progressOf(db, "ann", ["n1"])],
    [
      "library/keepProgress",
      () => keepProgress(db, "ann", "n1", { comicId: job, page: 1, offset: 3, percent: 9 }, now),
    ],
    ...bookSorts.map((sort): QueryCall => [
      "library/listShelf",
      () => shelf.listShelf(db, "ann", { ...all, ...order, sort }),
    ]),
    ...bookShelves.map((which): QueryCall => [
      "library/listShelf",
      () => shelf.listShelf(db, "ann", { ...all, ...order, shelf: which, sort: "added", cursor: [at, "n"] }),
    ]),
    ["library/listShelf", () => shelf.listShelf(db, "ann", { ...all, limit, sort: "read", cursor: [at, at, "n"] })],
    ["library/listShelf", () => shelf.listShelf(db, "ann", { ...all, limit, sort: "read", cursor: ["", at, "n"] })],
    ...bookSorts.map((sort): QueryCall => [
      "library/listShelf",
      () => shelf.listShelf(db, "ann", { ...all, ...order, sort, series: "Tales" }),
    ]),
    ["library/searchShelf", () => shelf.searchShelf(db, "ann", { ...all, ...order, words: "tale" })],
    ["library/shelfRow", () => shelf.shelfRow(db, "ann", "n1")],
    ["library/tagCounts", () => shelf.tagCounts(db, "ann")],
    ["library/seriesCounts", () => shelf.seriesCounts(db, "ann")],
    ["search", () => findByTerms(db, { owner: "ann", kind: "novel" }, "tale", { cursor: [1, "n"] })],
    [
      "comics/storeChunks",
      () => storeChunks(db, [{ id: "k1", start: 0, end: 3, words: 1 }], { job, novel: "n1", now }),
    ],
    ["comics/storeEpisodes", () => storeEpisodes(db, oneEpisode, { job, novel: "n1", now })],
    [
      "comics/storePages",
      () => pages.storePages(db, [pageOf(1, [panelOf([])])], null, { job, now, scenes: new Map() }),
    ],
    ["comics/loadPages", () => pages.loadPages(db, job, "e1")],
    ["comics/loadPages", () => pages.loadPages(db, job, null)],
    ["comics/panelsOfEpisode", () => pages.panelsOfEpisode(db, job, "e1")],
    ["comics/panelsOfPage", () => pages.panelsOfPage(db, job, 1)],
    ["comics/notePicture", () => pages.notePicture(db, "ann", { job, page: 1, unit: "p1", now })],
    ["comics/comicRow", () => comicPages.comicRow(db, "ann", job)],
    ["comics/listPages", () => comicPages.listPages(db, job)],
    ["comics/loadPage", () => comicPages.loadPage(db, job, 1)],
    ["comics/pagePicture", () => comicPages.pagePicture(db, job, 1)],
    ["comics/listEpisodes", () => comicPages.listEpisodes(db, job)],
    ["comics/peopleNames", () => comicPages.peopleNames(db, "n1", ["ann"])],
    ["comics/listOutputs", () => listOutputs(db, "ann", job)],
    ["comics/bytesPerPage", () => bytesPerPage(db)],
    ["comics/addShare", () => shares.addShare(db, "ann", { ...share, id: "s1", hash: "h".repeat(64) })],
    ["comics/addShare", () => shares.addShare(db, "ann", { ...share, id: "s2", hash: "k".repeat(64) })],
    ["comics/listShares", () => shares.listShares(db, "ann", job)],
    ["comics/shareOfHash", () => shares.shareOfHash(db, "h".repeat(64))],
    ["comics/noteVisit", () => shares.noteVisit(db, "s1", now)],
    ["comics/revokeShare", () => shares.revokeShare(db, "ann", { job, id: "s1", now })],
    ["jobs/createJob", () => desk.create([task("page")], { idempotencyKey: "once" })],
    ["jobs/createJob", () => desk.create([task("page")], { idempotencyKey: "once", novelId: "n1" })],
    ["jobs/readJob", () => readJob(db, "ann", job)],
    ["jobs/ownJob", () => ownJob(db, "ann", job)],
    ["jobs/jobView", () => jobView(db, running, now)],
    ["jobs/jobViews", () => jobViews(db, [running], now)],
    ["jobs/secondsLeft", () => secondsLeft(db, running, now)],
    ["jobs/secondsPerPage", () => secondsPerPage(db)],
    ["jobs/listJobs", () => listJobs(db, "ann", { limit: 1 })],
    ["jobs/listJobs", () => listJobs(db, "ann", { status: ["pending", "processing"], oldestFirst: true })],
    ["jobs/listJobs", () => listJobs(db, "ann", { novel: "n1" })],
    ["jobs/findJobs", () => findJobs(db, "ann", job.slice(-8))],
    ["jobs/dueTasks", () => dueTasks(db, now, limit)],
    ["jobs/workGauges", () => workGauges(db, now)],
    ["jobs/claimTasks", () => desk.claim(2, { providerLimits: { mill: 2, forge: 1 } })],
    [
      "jobs/completeTasks",
      async () => {
        const work = await desk.claim(2);
        await renewLeases(
          db,
          work.map((each) => each.task),
          now,
        );
        const [first, second] = work;
        if (!first || !second) throw new Error("Nothing is ready.");
        await desk.finish([first], { counters: { pagesDone: 1 }, next: [task("bind", "more")] });
        await desk.finish([second], { result: { some: 1 } });
      },
    ],
    [
      "jobs/failTask",
      async () => {
        const [work] = await desk.claim(1);
        if (!work) throw new Error("Nothing is ready.");
        const verdict = { status: "failed" } as const;
        await failTask(db, { task: work.task, failure, verdict, onlyExpired: true }, now);
        await failTask(db, { task: work.task, failure, verdict }, now);
      },
    ],
    ["jobs/renewLeases", () => renewLeases(db, [{ id: "t", lease: "l" }], now)],
    ["jobs/releaseTask", () => releaseTask(db, { id: "t", lease: "l" }, now)],
    ["jobs/sweepTasks", () => sweepTasks(db, { now: later, leaseLength: 1, jitter: () => 0 })],
    ["jobs/takeFromDead", () => takeFromDead(db, () => false, { now, jitter: () => 0, policy: retryPolicy })],
    ["jobs/deliverNotifications", () => deliverNotifications(db, { now: () => later, deliver: async () => undefined })],
    ["jobs/listNotifications", () => listNotifications(db, "ann", { cursor: [at, "x"], limit })],
    ["jobs/listNotifications", () => listNotifications(db, "ann", order)],
    ["jobs/readNotifications", () => readNotifications(db, "ann", now)],
    ["jobs/stepHistory", () => stepHistory(db, "ann", job, { after: { id: "a", startedAt: at } })],
    ["jobs/setPriority", () => control.setPriority(db, "ann", job, { priority: 3, now })],
    ["jobs/pauseJob", () => control.pauseJob(db, "ann", job, now)],
    ["jobs/resumeJob", () => control.resumeJob(db, "ann", job, now)],
    ["jobs/retryJob", () => control.retryJob(db, "ann", job, now)],
    [
      "jobs/beginAgain",
      () => beginAgain(db, "ann", { jobId: job, plan: handlers, tasks: units }, { now, newId: desk.newId }),
    ],
    ["jobs/cancelJob", () => control.cancelJob(db, "ann", doomed, now)],
    ["jobs/deleteJob", () => deleteJob(db, "ann", doomed, now)],
    ["library/setTrashed", () => setTrashed(db, "ann", "n1", { at: now, now })],
    ["files/hideFile", () => sweeps.hideFile(db, "ann", "f1", at)],
    ["files/forgetFile", () => sweeps.forgetFile(db, "ann", "f1")],
    ["retention", () => retention(db, job)],
    ["health", () => queueTrouble(db, now)],
    ["health", () => recordHealth(db, [{ check: "queue", grade: "healthy", milliseconds: 1, details: "none" }], now)],
    ["backups", () => knownBackups(db)],
    ["leases", () => underLease(db, "some", lessee, new AbortController().signal, async () => null)],
    ["copies of stores", () => filesOfKeys(db, ["novels/ann/f1.txt"])],
    ["cache", () => cached(db)],
    ["vectors", () => vectors(db, { owner: "ann", novel: null })],
    ["vectors", () => vectors(db, { owner: "ann", novel: "n1" })],
  ];
}

const lessee = { owner: "the test", now: () => now, isDead: () => false };

async function stored(db: Database, id: string): Promise<string> {
  await insertFile(db, "ann", file(id, null), null);
  return id;
}

async function retention(db: Database, job: string): Promise<void> {
  const cutoffs = { completed: at, failed: at };
  await jobsToPurge(db, cutoffs);
  await markPurged(db, job, cutoffs, later);
  await hideIntermediate(db, job, later);
  await deleteTasks(db, job);
  await forgetHidden(db, ["f1"]);
  await deleteExpired(db, later);
}

async function cached(db: Database): Promise<void> {
  const cache = tableCache(db, () => now);
  await cache.get("a");
}

async function vectors(db: Database, scope: { owner: string; novel: string | null }): Promise<void> {
  const index = tableIndex(db);
  await index.remove("character", ["x"]);
  await index.nearest(scope, { kind: "character", model: "m", vector: Float32Array.of(1, 0), limit: 3 });
}
