import type { BookFailure } from "./core/book/book-failure.ts";

/** What a person reads when something fails: what is wrong, and what to do. */
export interface ErrorText {
  title: string;
  fix: string;
}

type OwnFailure =
  | "usage"
  | "file-missing"
  | "file-is-folder"
  | "file-unreadable"
  | "file-changing"
  | "out-unwritable"
  | "out-occupied"
  | "out-busy"
  | "disk-full"
  | "cast-invalid"
  | "config-invalid"
  | "length-impossible"
  | "part-missing"
  | "nothing-to-draw"
  | "script-unsupported"
  | "novel-gone"
  | "job-unknown"
  | "job-state"
  | "worker-lost"
  | "step-unknown"
  | "database-full"
  | BackupFailure
  | FileFailure
  | DatabaseFailure
  | RequestFailure;

/** What a request over HTTP is refused for. */
type RequestFailure =
  | "book-unknown"
  | "page-unknown"
  | "chapter-unknown"
  | "person-unknown"
  | "file-unknown"
  | "share-unknown"
  | "share-ended"
  | "route-unknown"
  | "request-invalid"
  | "request-foreign"
  | "request-form"
  | "request-reused"
  | "request-given-up"
  | "too-many-requests"
  | "cursor-invalid"
  | "sign-in-needed"
  | "admin-needed"
  | "session-needed"
  | "scope-missing"
  | "last-admin"
  | "account-unknown"
  | "proof-needed"
  | "consent-outdated"
  | "picture-unreadable"
  | "page-undrawn"
  | "range-impossible"
  | "port-taken"
  | "address-unusable"
  | SignInFailure;

/** What signing in is refused for. */
type SignInFailure =
  | "setup-code-wrong"
  | "setup-done"
  | "setup-awaited"
  | "sign-up-closed"
  | "password-wrong"
  | "password-there"
  | "address-unverified"
  | "address-unproven"
  | "account-inactive"
  | "link-ended"
  | "last-way"
  | "passkey-refused"
  | "passkey-unknown"
  | "provider-unknown"
  | "provider-refused"
  | "provider-taken"
  | "provider-failed"
  | "session-unknown"
  | "token-unknown"
  | "invitation-unknown";

type BackupFailure =
  | "tasks-lost"
  | "backup-busy"
  | "backup-unknown"
  | "backup-damaged"
  | "backup-newer"
  | "backup-unwritable"
  | "backup-elsewhere"
  | "restore-occupied"
  | "restore-unfinished";

type DatabaseFailure =
  | "database-unknown"
  | "database-unreachable"
  | "database-busy"
  | "database-read-only"
  | "database-corrupt"
  | "database-login"
  | "database-missing"
  | "database-not-empty"
  | "database-collation"
  | "database-version"
  | "schema-newer"
  | "schema-drift"
  | "migration-name"
  | "migration-doubled"
  | "migration-gap"
  | "migration-down-missing"
  | "migration-unreadable"
  | "migration-statement"
  | "migration-missing"
  | "migration-edited"
  | "migration-order"
  | "migration-target"
  | "migration-locked"
  | "migration-cascade"
  | "migration-rows"
  | "migration-failed";

type FileFailure =
  | "upload-empty"
  | "upload-active"
  | "upload-unknown"
  | "upload-unwanted"
  | "upload-too-large"
  | "quota-full"
  | "stored-file-lost"
  | "link-invalid"
  | "link-expired"
  | "storage-full"
  | "storage-read-only"
  | "storage-unreachable"
  | "storage-not-folder"
  | "storage-denied"
  | "storage-clock"
  | "storage-too-large"
  | "storage-corrupt"
  | "storage-address"
  | "storage-owner"
  | "health-timeout"
  | "cache-unusable"
  | "configuration-invalid";

/** Every code that `Refused` may carry. */
export const errorTexts: Readonly<Record<BookFailure | OwnFailure, ErrorText>> = {
  usage: { title: "The command was not understood", fix: "Run `fabula --help` to see what it can do." },
  "file-missing": { title: "There is no such file", fix: "Check the path; paths start from the folder you are in." },
  "file-is-folder": {
    title: "This is a folder, not a book",
    fix: "Name a file: an EPUB, a DOCX, a text or another book.",
  },
  "file-unreadable": {
    title: "The file could not be read",
    fix: "Check its permissions, or copy it to another folder and try again.",
  },
  "file-changing": {
    title: "The file changed while it was being read",
    fix: "Wait until it is written or downloaded, then try again.",
  },
  "out-unwritable": {
    title: "The output cannot be written there",
    fix: "Choose another folder (--out; for a page of `story`, --explain).",
  },
  "out-occupied": {
    title: "The output folder holds files that would be replaced, and they are not Fabula's own",
    fix: "Choose another folder with --out.",
  },
  "out-busy": {
    title: "Another run is filling this folder just now",
    fix: "Wait for it, or choose another folder with --out.",
  },
  "disk-full": {
    title: "The disk is full",
    fix: "Free some space, or choose a folder on another disk (--out; for a page of `story`, --explain).",
  },
  "empty-file": {
    title: "The file is empty",
    fix: "Choose the file again; a download may have stopped before it began.",
  },
  "not-a-book": {
    title: "This is not a book that Fabula can read",
    fix: "Fabula reads EPUB, DOCX, FB2, HTML, Markdown, plain text, Aozora text, and a ZIP of such texts.",
  },
  "damaged-zip": {
    title: "The file is damaged",
    fix: "Download or copy it again; the archive does not hold together.",
  },
  "epub-without-package": {
    title: "This EPUB does not say what is in it",
    fix: "It has no package document; export it again from the program that made it.",
  },
  "epub-encrypted": {
    title: "This book is locked by DRM or a password",
    fix: "Fabula draws only books that it may open: use an edition without copy protection.",
  },
  "too-large": {
    title: "This file is larger than any book should be",
    fix: "If it is really a book, split it into volumes.",
  },
  "no-text": {
    title: "There is no text in this file",
    fix: "It may hold only pictures; Fabula needs words to draw from.",
  },
  "several-books": {
    title: "This archive holds more than one book",
    fix: "Unpack it, and name one of the books inside.",
  },
  "damaged-docx": {
    title: "This Word document is damaged",
    fix: "Open it in a word processor and save it again.",
  },
  "unknown-encoding": {
    title: "The letters of this text cannot be made out",
    fix: "Save it again as UTF-8 in a text editor.",
  },
  "cast-invalid": {
    title: "The cast file was not understood",
    fix: 'It should look like {"cast":[{"name":"Alice","aliases":["Miss Alice"]}]}.',
  },
  "config-invalid": {
    title: "The settings file was not understood",
    fix: 'It should look like {"make":{"trim":"a5","format":["cbz"]}}; --no-config leaves it out.',
  },
  "part-missing": {
    title: "The book has no such part",
    fix: "Choose another range with --chapters or --pages; `fabula read` lists the chapters.",
  },
  "script-unsupported": {
    title: "This book is in a script that Fabula has no letters for",
    fix: "It can letter Latin, Greek, Cyrillic and Japanese text.",
  },
  "length-impossible": {
    title: "The book does not fit this many pages",
    fix: "Choose another number with --total-pages, or leave it out.",
  },
  "nothing-to-draw": {
    title: "There is no story in this book to draw",
    fix: "Check that the file holds running text and not only a title page, pictures or a licence.",
  },
  "novel-gone": {
    title: "The book of this comic is no longer on the shelf",
    fix: "Import the book again and make a new comic of it.",
  },
  "job-unknown": {
    title: "There is no such job",
    fix: "See `fabula jobs` for all of them; the end of a number is enough, and `last` is the newest.",
  },
  "job-state": {
    title: "The job is not in a state for that",
    fix: "See `fabula jobs`: waiting and running jobs can be paused and cancelled, paused ones resumed, failed ones retried, completed ones saved.",
  },
  "book-unknown": {
    title: "There is no such book on the shelf",
    fix: "Go back to the library and open it from there; a book in the trash can be put back for 30 days.",
  },
  "chapter-unknown": {
    title: "The book has no such chapter",
    fix: "Open the book and choose one from its table of contents.",
  },
  "person-unknown": {
    title: "Nobody of that kind is drawn in this comic",
    fix: "Open Cast & Places of the book to see who is.",
  },
  "page-unknown": {
    title: "The comic has no such page",
    fix: "Open the comic again and choose one of its pages.",
  },
  "page-undrawn": {
    title: "This page is not drawn yet",
    fix: "Wait a little: pages appear one after another while the comic is made.",
  },
  "file-unknown": {
    title: "There is no such file",
    fix: "Open the book’s files again; it may have been deleted.",
  },
  "share-unknown": {
    title: "There is no such link",
    fix: "Copy the whole address again, or ask whoever sent it for a new one.",
  },
  "share-ended": {
    title: "This link has ended",
    fix: "Ask whoever sent it for a new one.",
  },
  "route-unknown": {
    title: "There is nothing at this address",
    fix: "See /api/docs for what there is.",
  },
  "request-invalid": {
    title: "The request is not what was expected",
    fix: "Mend the fields that are named; /api/docs says what each should be.",
  },
  "request-foreign": {
    title: "The request comes from another place than this studio",
    fix: "Open the studio at the address that it printed when it started; ORIGIN names another one.",
  },
  "request-form": {
    title: "The request is written as a form of a page",
    fix: "Send JSON, with Content-Type: application/json; a file is sent as application/octet-stream.",
  },
  "too-many-requests": {
    title: "That was tried too often",
    fix: "Wait as many seconds as Retry-After says, and try again. Nothing is lost.",
  },
  "request-reused": {
    title: "The same request key was used for something else before",
    fix: "Send a new Idempotency-Key with each thing that is asked for.",
  },
  "request-given-up": {
    title: "Who asked for this went away before it was made",
    fix: "Ask again; nothing is lost.",
  },
  "cursor-invalid": {
    title: "This place in the list does not exist",
    fix: "Begin again at the start of the list; take `next` as it was given.",
  },
  "sign-in-needed": {
    title: "Nobody is signed in",
    fix: "Sign in, and do it again.",
  },
  "admin-needed": {
    title: "This is for the people who run the studio",
    fix: "Ask somebody with the role ADMIN.",
  },
  "session-needed": {
    title: "A token may not touch the account itself",
    fix: "Sign in to the studio, and do it there.",
  },
  "scope-missing": {
    title: "The token may not do this",
    fix: "Make a token that has the scope.",
  },
  "account-unknown": {
    title: "Nobody here has this account",
    fix: "Look again in the list of people; it may have been deleted.",
  },
  "last-admin": {
    title: "The studio would be left without anybody who runs it",
    fix: "Give the role ADMIN to somebody else first.",
  },
  "proof-needed": {
    title: "This needs a proof that it is you",
    fix: "Give your password, or sign in again and do it within ten minutes.",
  },
  "consent-outdated": {
    title: "The document has been changed since you read it",
    fix: "Read it again as it is now.",
  },
  "picture-unreadable": {
    title: "This is no picture that can be read here",
    fix: "Choose a PNG, JPEG, WebP or GIF of at most 40 megapixels.",
  },
  "range-impossible": {
    title: "The file has no such part",
    fix: "Ask for bytes that are there; HEAD tells how many there are.",
  },
  "port-taken": {
    title: "Another program listens on this port",
    fix: "Stop it, or choose another port: --port 8788, or PORT.",
  },
  "address-unusable": {
    title: "The server cannot listen on this address",
    fix: "Check HOST and PORT; ports below 1024 mostly need more rights.",
  },
  "setup-code-wrong": {
    title: "This is not the code of this studio",
    fix: "Take the code that the server printed when it started.",
  },
  "setup-done": {
    title: "The first account is there already",
    fix: "Sign in.",
  },
  "setup-awaited": {
    title: "Nobody has an account here yet",
    fix: "Make the first one with the code that the server printed when it started.",
  },
  "sign-up-closed": {
    title: "New accounts are by invitation only",
    fix: "Ask somebody who runs the studio for an invitation, and open its link; one is good once and for 7 days.",
  },
  "password-wrong": {
    title: "The address or the password is not right",
    fix: "Try again, or ask for a new password.",
  },
  "password-there": {
    title: "The account has a password already",
    fix: "Change it with the one that it has.",
  },
  "address-unverified": {
    title: "The address has not been confirmed yet",
    fix: "Open the link in the mail that was sent just now.",
  },
  "address-unproven": {
    title: "The provider does not vouch for an address of yours",
    fix: "Confirm an address there, and share it, or sign in another way.",
  },
  "account-inactive": {
    title: "The account was deactivated",
    fix: "Ask somebody who runs the studio.",
  },
  "link-ended": {
    title: "The link has ended, or was used before",
    fix: "Ask for a new one.",
  },
  "last-way": {
    title: "It is the last way by which you can sign in",
    fix: "Add another way first: a password, a passkey or a provider.",
  },
  "passkey-refused": {
    title: "The passkey was not accepted",
    fix: "Try again, or sign in another way.",
  },
  "passkey-unknown": {
    title: "There is no such passkey",
    fix: "Load the list again.",
  },
  "provider-unknown": {
    title: "There is no signing in by this provider",
    fix: "Sign in another way; who runs the studio can set the provider up.",
  },
  "provider-refused": {
    title: "The provider did not let you in",
    fix: "Agree there to share your name and address, or sign in another way.",
  },
  "provider-taken": {
    title: "This account of the provider belongs to another account here",
    fix: "Sign in with it, and unlink it there first.",
  },
  "provider-failed": {
    title: "Signing in by the provider did not work",
    fix: "Try again. If it fails again, who runs the studio finds its settings in docs/accounts.md.",
  },
  "session-unknown": {
    title: "There is no such session",
    fix: "It may have ended: load the list again.",
  },
  "token-unknown": {
    title: "There is no such token",
    fix: "It may have been revoked: load the list again.",
  },
  "invitation-unknown": {
    title: "There is no such invitation",
    fix: "It may have been used: load the list again.",
  },
  "database-unknown": {
    title: "DATABASE_URL names a database of a kind that this program cannot open",
    fix: "Name a file, such as file:./data/fabula.sqlite, or a server, such as postgres://user:password@host/fabula.",
  },
  "database-unreachable": {
    title: "The database could not be opened",
    fix: "Check DATABASE_URL: the folder of the file must be there, and both yours to read and write; a server must run and be reachable.",
  },
  "database-busy": {
    title: "The database is in use by another program",
    fix: "Wait until it has finished, or stop it, and try again.",
  },
  "database-read-only": {
    title: "The database cannot be written to",
    fix: "Check the permissions of the file and of its folder.",
  },
  "database-corrupt": {
    title: "The database is damaged, or the file is none",
    fix: "Check DATABASE_URL; else put the newest backup in its place, and keep the damaged file.",
  },
  "database-login": {
    title: "The database does not accept the user name or the password",
    fix: "Check both in DATABASE_URL; write signs such as @ : / ? # of a password as %40 %3A %2F %3F %23.",
  },
  "database-missing": {
    title: "The server has no database of this name",
    fix: "Make it: `createdb --template=template0 --encoding=UTF8 --locale=C NAME`, or correct DATABASE_URL.",
  },
  "database-not-empty": {
    title: "The database that should be filled is not empty",
    fix: "Name one that has no tables yet; nothing was written to this one.",
  },
  "database-collation": {
    title: "The database sorts or writes text in another way than the other homes of Fabula",
    fix: "Make one that does: `createdb --template=template0 --encoding=UTF8 --locale=C NAME`, and name it in DATABASE_URL.",
  },
  "database-version": {
    title: "The server of the database is too old",
    fix: "Use PostgreSQL 15 or newer; `pg_dump` and `psql` move a database from one to the other.",
  },
  "schema-newer": {
    title: "The database was made by a newer version of this program",
    fix: "Use that version again, or have it take its migrations back first: `fabula migrate down --to N`.",
  },
  "schema-drift": {
    title: "The schema was changed by hand since the last migration",
    fix: "Undo the change, or put the backup back; then make a migration for it.",
  },
  "migration-name": {
    title: "A migration has a name that says nothing of its order",
    fix: "Call it NNNN_name.sql, in small letters, with down/NNNN_name.sql beside it.",
  },
  "migration-doubled": {
    title: "Two migrations have the same number",
    fix: "Give the one that was not applied anywhere the next free number.",
  },
  "migration-gap": {
    title: "A number is missing between the migrations",
    fix: "Put the missing file back, or number those behind it anew where they were not applied anywhere.",
  },
  "migration-down-missing": {
    title: "A migration cannot be taken back",
    fix: "Write the file that undoes it, with the same name in migrations/down.",
  },
  "migration-unreadable": {
    title: "A migration does not hold together",
    fix: "Close the quote, the comment or the trigger that begins there.",
  },
  "migration-statement": {
    title: "A migration holds a statement that none may hold",
    fix: "Leave out PRAGMA, VACUUM, ATTACH and what begins or ends a transaction: each file is one already.",
  },
  "migration-missing": {
    title: "A migration that was applied is no longer there",
    fix: "Put the file back under its name.",
  },
  "migration-edited": {
    title: "A migration was changed after it was applied",
    fix: "Put the file back as it was, and make the change in a new migration.",
  },
  "migration-order": {
    title: "A migration was left out before a later one was applied",
    fix: "Put back the backup from before the later one, then apply them in order.",
  },
  "migration-target": {
    title: "The migrations do not lead to this version",
    fix: "`fabula migrate status` lists the versions; `up` goes to higher ones, `down` to lower ones.",
  },
  "migration-locked": {
    title: "Another run is migrating this database",
    fix: "Wait for it; the lock of a run that was killed is free after a minute.",
  },
  "migration-cascade": {
    title: "A migration drops a table whose children would lose their rows",
    fix: "Copy the children's rows to a table before, and back from it behind; or drop the children first.",
  },
  "migration-rows": {
    title: "A migration would have lost rows of a table that it does not name; nothing was changed",
    fix: "Mend the migration: something it deletes is referred to by that table.",
  },
  "migration-failed": {
    title: "A migration failed; the schema is as it was before that file",
    fix: "Mend the statement, or the rows that it stumbles over, and run the migrations again.",
  },
  "upload-empty": {
    title: "The file is empty",
    fix: "Choose the file again; a download may have stopped before it began.",
  },
  "upload-active": {
    title: "Files of this kind can carry programs, and are not taken",
    fix: "Save the picture as PNG, and choose that.",
  },
  "upload-unknown": {
    title: "It cannot be told what this file is",
    fix: "Choose a book, a text, a picture (PNG, JPEG, WebP, AVIF, GIF), a PDF, a ZIP or a sound (MIDI, WAV, FLAC, MP3, OGG).",
  },
  "upload-unwanted": {
    title: "A file of this kind is not wanted here",
    fix: "Choose a file of a kind that the page names; what counts is what is in it, not what it is called.",
  },
  "upload-too-large": {
    title: "The file is too large",
    fix: "Choose a smaller one, or split it.",
  },
  "quota-full": {
    title: "Your files take up all the room that you have",
    fix: "Delete files that you no longer need, or ask the administrator for more room.",
  },
  "stored-file-lost": {
    title: "A file of yours cannot be found in the storage",
    fix: "Try again later; the administrator can look for it with `fabula doctor` and in the backups.",
  },
  "link-invalid": {
    title: "This link is not valid",
    fix: "Copy the whole address again, or ask for a new link.",
  },
  "link-expired": {
    title: "This link is too old",
    fix: "Open the page again that it comes from; it makes a new one.",
  },
  "storage-full": {
    title: "The storage is full",
    fix: "Free some space on the disk of STORAGE_DIR, or move it to another; nothing was lost.",
  },
  "storage-read-only": {
    title: "The storage cannot be written to",
    fix: "Check the permissions of STORAGE_DIR, and whether its disk is mounted read-only.",
  },
  "storage-unreachable": {
    title: "The storage is not there",
    fix: "Check STORAGE_DIR, and whether its disk is mounted, or BLOBS and S3_ENDPOINT; do not start with an empty one in its place.",
  },
  "health-timeout": {
    title: "A part of the studio did not answer in time",
    fix: "See whether it can be reached and what it is busy with, and ask again.",
  },
  "storage-not-folder": {
    title: "This command looks after files in a folder, and these are in a bucket",
    fix: "Use what the server of the bucket has for copies and checks; the other commands work with it as they are.",
  },
  "storage-denied": {
    title: "The server of the bucket does not let us in",
    fix: "Check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and S3_REGION, and that the key may read, write, delete and list in the bucket of BLOBS.",
  },
  "storage-clock": {
    title: "The clock of this machine and that of the server of the bucket differ too much",
    fix: "Set the clock of this machine, by NTP for example; signatures hold for a quarter of an hour.",
  },
  "storage-too-large": {
    title: "The file is larger than the bucket takes",
    fix: "Make it smaller, or in more than one part: 84 GB go into a bucket of S3 at most, 5 GB into one of R2.",
  },
  "storage-corrupt": {
    title: "The storage holds a file that can no longer be read whole",
    fix: "Check the disk; `fabula doctor` tells which files are hurt, and a backup may have them.",
  },
  "storage-address": {
    title: "This home has no store of that kind",
    fix: "Name a folder: fs:DIR, such as fs:./storage.",
  },
  "storage-owner": {
    title: "It is not clear whose the files without an owner are",
    fix: "Name one person by e-mail or id: --owner you@example.org.",
  },
  "cache-unusable": {
    title: "The file of the cache cannot be read or written",
    fix: "Check the permissions of CACHE_FILE_PATH; the file may be deleted at any time.",
  },
  "configuration-invalid": {
    title: "The configuration does not hold together",
    fix: "Mend what is listed above; docs/configuration.md tells what each variable is.",
  },
  "tasks-lost": {
    title: "The work that was left of this job is gone",
    fix: "Queue the book again; what was finished stays.",
  },
  "backup-busy": {
    title: "Another backup is being made just now",
    fix: "Wait for it; the place of a program that was killed is free after five minutes.",
  },
  "backup-unknown": {
    title: "There is no backup",
    fix: "Name the folder of one (it holds manifest.json), its name below `backups`, or `last`.",
  },
  "backup-damaged": {
    title: "The backup is damaged: this is not what was written to it",
    fix: "Use an older backup, and check the disk; `fabula doctor` tells whether database and files hold together.",
  },
  "backup-newer": {
    title: "The backup was made by a newer version of this program",
    fix: "Restore it with that version.",
  },
  "backup-unwritable": {
    title: "The backup or what is restored from it cannot be written there",
    fix: "Check the permissions, or choose another folder (--out).",
  },
  "backup-elsewhere": {
    title: "The backup is of another kind of database than the one that DATABASE_URL names",
    fix: "Restore it where the studio's rows are kept as they were: in a file of SQLite, or on a server of PostgreSQL.",
  },
  "restore-occupied": {
    title: "A database or files are there already",
    fix: "With --force they are put aside under another name, and the backup takes their place.",
  },
  "restore-unfinished": {
    title: "A restore that was cut off cannot be ended",
    fix: "Do the renames that its journal lists and are not done yet, in order, then delete the journal.",
  },
  "worker-lost": {
    title: "The program stopped in the midst of this step, again and again",
    fix: "Retry the job; if it stops there once more, this book may need more memory than there is.",
  },
  "step-unknown": {
    title: "This job was begun by another version of the program",
    fix: "Use that version for it, or make the comic anew.",
  },
  "database-full": {
    title: "The disk of the database is full",
    fix: "Free some space on the disk that DATABASE_URL names, then retry; what was done is kept.",
  },
};
