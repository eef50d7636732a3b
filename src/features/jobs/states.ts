/**
 * The two state machines. Rows are the truth: a queue only wakes workers.
 *
 * ```text
 * Job     pending ──first claim──▶ processing ──last task done──▶ completed
 *            │  ▲                   │   │   │
 *            │  └──retry── failed ◀─┘   │   └─pause─▶ paused ──resume──▶ processing (pending, if nothing ever ran)
 *            │     a task failed or     │               │
 *            └────────cancel────────────┴────cancel─────┴──▶ cancelled
 *
 * Task    waiting ──all tasks of the steps before are done──▶ ready
 *         ready ──claim (lease)──▶ running ──complete──▶ done
 *           ▲                        ├─transient, rate limited, crashed, lease ran out: back-off─▶ ready
 *           │                        ├─given back (stop): attempt not counted──▶ ready
 *           │                        ├─permanent or refused──▶ failed            (its job fails)
 *           │                        └─attempts used up──▶ parked, with its error (its job fails)
 *           ├──retry of the job── failed, parked
 *           └──the same unit with another input hash── any
 *         waiting, ready, running ──cancel of the job──▶ cancelled
 * ```
 *
 * Only tasks of jobs that are pending or processing are claimed. What runs while its job is paused or has failed may
 * finish, and its result is kept; what runs while its job is cancelled has lost its lease, and its result is refused.
 * A paused job whose last running task finishes is completed.
 */
export const jobStatuses = ["pending", "processing", "completed", "failed", "paused", "cancelled"] as const;
export type JobStatus = (typeof jobStatuses)[number];
