import type { Artist } from "../core/art/artist.ts";
import type { Fonts } from "../core/lettering/fonts.ts";
import type { Rasterizer } from "../backends/raster/rasterizer.ts";
import type { StudioPlace } from "../ops/backup-place.ts";
import type { HealthSubject } from "../ops/health.ts";
import type { Migrating } from "../ops/migrate.ts";
import type { TaskPump, TaskSender, TaskSource } from "../backends/queue/task-queue.ts";
import type { Services } from "../services.ts";
import type { Guard } from "./output-folder.ts";
import type { OwnStudio } from "./studio.ts";

/** Everything the commands need from the world; made by the entry, or by a test. */
export interface Host {
  /** Folder that paths on the command line start from. */
  folder: string;
  /** Folder of the stories that come with the program. */
  samples: URL;
  /** The person's own folder: settings files are looked for no higher. Null where there is none. */
  home: string | null;
  version: string;
  stdout: Output & {
    /** Sends bytes and waits until the reader has room for more. */
    send(bytes: Uint8Array): Promise<void>;
  };
  stderr: Output;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** Milliseconds since 1970. */
  date(): number;
  /** Watches over a folder that is being filled and removes it should the program be killed; the result calls it off. */
  guard: Guard;
  openFonts(): Promise<Fonts>;
  openRasterizer(): Rasterizer;
  openArtist(): Promise<Artist>;
  /** The database that the environment names. Nothing is opened yet. */
  openDatabase(): Migrating;
  /** Where the studio's database, files and backups lie. Nothing is opened yet. */
  studioPlace(): StudioPlace;
  /** What a person reads of the places of the database and the files. */
  studioNames(): { database: string; storage: string };
  /** The studio for looks at its health. Nothing is opened yet. */
  healthSubject(): HealthSubject;
  /** Opens the studio's database and files, with its tables up to date. Throws `Refused` where the settings or the store do not allow it. */
  openServices(): Promise<Services>;
  /** Begins to work on tasks, so many at once. */
  openPump<Work>(source: TaskSource<Work>, options: { concurrency: number }): Promise<TaskPump>;
  /** Opens what tells workers in other processes of new work. */
  openSender(): Promise<TaskSender>;
  /** A process beside this one that works on the queue. Nothing is begun yet. */
  openCrew(): Crew;
  /** Opens the studio's server. Throws `Refused` where it may not or cannot listen. */
  openServer(studio: OwnStudio, choice: ServerChoice): Promise<OpenedServer>;
  /** From now on Ctrl-C does not end the program but aborts this. */
  interrupted(): AbortSignal;
  /** From 0 to below 1. */
  random(): number;
  /** Name of this process among the workers of a database, and whether one of that name is known to be gone. */
  worker: string;
  workerIsDead(name: string): boolean;
  /** Tasks that can be worked on at once with profit. */
  processors: number;
}

export interface Crew {
  /** Begins to work, and begins again where the process dies. */
  begin(): void;
  /** Tells that there is new work. */
  wake(): void;
  /** Gives back what is under way and ends; may be called twice. */
  end(): Promise<void>;
}

export interface ServerChoice {
  /** Null for that of the configuration. */
  port: number | null;
  /** Only what went wrong stands in the log. */
  isQuiet: boolean;
  /** Whether nobody gets the sample stories, whatever the configuration says. */
  isEmpty: boolean;
  /** The folder that is watched, as the command line named it; null for that of the configuration. */
  watch: string | null;
  wake(jobs: readonly string[]): void;
}

export interface OpenedServer {
  /** What a person opens in the browser. */
  address: string;
  /** Takes no more requests, ends what was begun and closes. */
  stop(): Promise<void>;
}

export interface Output {
  write(text: string): void;
  /** Columns of the terminal; null where the output is a file or a pipe. */
  columns: number | null;
}
