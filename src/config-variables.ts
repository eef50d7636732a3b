/** One variable of the environment, as a person reads of it. */
export interface Variable {
  name: string;
  purpose: string;
  /** What a value looks like, behind “it should be”. */
  form: string;
  unit: string | null;
  /** What counts where it is not set; null: nothing does. */
  default: string | null;
  example: string;
  /** What a wrong value can do. */
  danger: string | null;
  secret: boolean;
  requiredInProduction: boolean;
}

/** The command that makes a secret, on any machine that runs the program. */
export const secretCommand = `node -p "crypto.randomBytes(32).toString('base64url')"`;

const optional = { unit: null, default: null, danger: null, secret: false, requiredInProduction: false } as const;
const randomSecret = {
  ...optional,
  form: "32 random bytes or more, in base64 or hexadecimal",
  example: "",
  secret: true,
  requiredInProduction: true,
} as const;

/** Every variable that the program reads; `docs/configuration.md` and `.env.example` are made from it. */
export const variables = [
  {
    ...optional,
    name: "ENVIRONMENT",
    purpose: "Which rules hold: at home on one machine, or open to others.",
    form: "development or production",
    default: "development",
    example: "production",
    danger: "In development the secrets below may be missing; then everybody knows the ones that are used.",
  },
  {
    ...optional,
    name: "HOST",
    purpose: "The address that the server listens on.",
    form: "a host name or an IP address",
    default: "127.0.0.1",
    example: "0.0.0.0",
    danger: "Anything but loopback lets other machines in.",
  },
  {
    ...optional,
    name: "PORT",
    purpose: "The port that the server listens on.",
    form: "a whole number from 1 to 65535",
    unit: "port number",
    default: "8787",
    example: "8080",
  },
  {
    ...optional,
    name: "ORIGIN",
    purpose: "The address that browsers see, for links, cookies and the return from other sign-ins.",
    form: "an address of http or https without a path",
    default: "in development http://localhost and the port",
    example: "https://comics.example.org",
    danger: "A wrong one breaks signing in; one of http sends passwords in the open.",
    requiredInProduction: true,
  },
  {
    ...optional,
    name: "TRUSTED_PROXIES",
    purpose: "The proxies before this server, whose X-Forwarded-For says where a request comes from.",
    form: "addresses of IPv4 or IPv6, or ranges of them such as 10.0.0.0/8, with commas between",
    example: "127.0.0.1, 10.0.0.0/8",
    danger:
      "Without it everybody behind a proxy counts as one, and is limited as one. A range that strangers are in lets them give any address as theirs, and try passwords without end.",
  },
  {
    ...optional,
    name: "DATABASE_URL",
    purpose: "Where the rows are.",
    form: "file: and a path, postgres:// and an address, or d1: and a binding",
    default: "file:./data/fabula.sqlite",
    example: "file:/var/lib/fabula/fabula.sqlite",
    danger: "Another one starts with an empty studio. It may hold a password, and is never shown where it does.",
  },
  {
    ...optional,
    name: "DB_PATH",
    purpose: "The same as DATABASE_URL=file:…, for development only.",
    form: "a path of a file",
    example: "./data/try.sqlite",
  },
  {
    ...optional,
    name: "BLOBS",
    purpose: "Where the files are: in STORAGE_DIR, in a bucket of S3, or in a bucket of R2.",
    form: "fs:, s3://bucket/prefix or r2:BINDING",
    default: "fs:",
    example: "s3://my-bucket/fabula",
    danger:
      "Rows name files in the store that they were kept in: copy the files before you change it. Give a prefix to the program alone: below it unfinished uploads are cleared away.",
  },
  {
    ...optional,
    name: "STORAGE_DIR",
    purpose: "The folder of the files, for BLOBS=fs:. It must be on one disk.",
    form: "a path of a folder",
    default: "./storage",
    example: "/var/lib/fabula/storage",
    danger:
      "Give it to the program alone: files in it that are built as its own and that no row names are cleared away.",
  },
  {
    ...optional,
    name: "SAMPLES",
    purpose: "Whether somebody who has nothing yet finds the two sample stories on the shelf, with their comics.",
    form: "all or none",
    default: "all",
    example: "none",
  },
  {
    ...optional,
    name: "WATCH_DIR",
    purpose:
      "A folder that is watched: books that are put there come onto the shelf, those in a folder in it as a series. The files stay as they are.",
    form: "a path of a folder",
    example: "/home/me/books",
    danger: "Everything in it that is a book is read: name no folder that others can write to.",
  },
  {
    ...optional,
    name: "S3_ENDPOINT",
    purpose: "The server of S3, for BLOBS=s3://…. Without it Amazon's own is asked.",
    form: "an address of http or https",
    example: "https://s3.example.org",
    danger: "Files go there in the open where it is one of http.",
  },
  {
    ...optional,
    name: "S3_REGION",
    purpose: "The region that the bucket is in; some servers want a word of their own, such as auto or garage.",
    form: "a name of small letters, digits and -",
    default: "us-east-1",
    example: "eu-central-1",
  },
  {
    ...optional,
    name: "S3_ACCESS_KEY_ID",
    purpose: "Who this program is to the server of S3: the id of a key.",
    form: "the id that the provider gave",
    example: "GK31c2f218a2e44f485b94239e",
  },
  {
    ...optional,
    name: "S3_SECRET_ACCESS_KEY",
    purpose: "The key itself, which signs requests and links.",
    form: "the secret that the provider gave",
    example: "",
    danger:
      "Who knows it can do all that the key may: give it one bucket, and no more than reading, writing and listing.",
    secret: true,
  },
  {
    ...optional,
    name: "S3_PATH_STYLE",
    purpose: "Whether the bucket's name stands in the path (true) or before the host (false).",
    form: "true or false",
    default: "true where S3_ENDPOINT is set",
    example: "false",
  },
  {
    ...optional,
    name: "CACHE_DATABASE_PATH",
    purpose: "Puts the table of the cache into a database of its own.",
    form: "a path of a file",
    example: "./data/cache.sqlite",
  },
  {
    ...optional,
    name: "CACHE_FILE_PATH",
    purpose: "Keeps the cache in one file of limited size, instead of a table. It may be deleted at any time.",
    form: "a path of a file",
    example: "./data/cache.txt",
    danger: "Whatever the file held before is overwritten.",
  },
  {
    ...randomSecret,
    name: "SESSION_SECRET",
    purpose: "Signs sessions and links.",
    danger:
      "Who knows it can sign in as anybody. A new one signs everybody out, unless the one before is in SESSION_SECRET_OLD, and ends the links that are about.",
  },
  {
    ...optional,
    name: "SESSION_SECRET_OLD",
    purpose: "Former values of SESSION_SECRET, so that sessions begun with them go on. Take it away after 30 days.",
    form: "secrets as SESSION_SECRET, with commas between",
    example: "",
    danger: "Who knows one of them can sign in as anybody. After a leak leave it out.",
    secret: true,
  },
  {
    ...randomSecret,
    name: "MASTER_SECRET",
    purpose: "Encrypts the keys that people bring for other services, and mail that was not sent yet.",
    danger:
      "Who knows it and has the database can read those keys. Without it they are lost: keep a copy, apart from the backups. Before you set a new one, put this one into MASTER_SECRET_OLD.",
  },
  {
    ...optional,
    name: "METRICS_TOKEN",
    purpose:
      "What a program sends that reads `/metrics` (Authorization: Bearer …). Without it only programs of this machine can, as long as ORIGIN is loopback, and an ADMIN who is signed in.",
    form: "32 random bytes or more, in base64 or hexadecimal",
    example: "",
    danger: "Who knows it can read how many people work on what, and how fast.",
    secret: true,
  },
  {
    ...optional,
    name: "MASTER_SECRET_OLD",
    purpose:
      "Former values of MASTER_SECRET: what they have encrypted is encrypted anew when the server starts. Then take it away.",
    form: "secrets as MASTER_SECRET, with commas between",
    example: "",
    danger: "Backups that were made before still need it.",
    secret: true,
  },
  {
    ...optional,
    name: "TWITTER_CLIENT_ID",
    purpose: "Signing in with X (Twitter): the client's id.",
    form: "the id that the provider gave",
    example: "bXktY2xpZW50",
  },
  {
    ...optional,
    name: "TWITTER_CLIENT_SECRET",
    purpose: "Signing in with X: the client's secret.",
    form: "the secret that the provider gave",
    example: "",
    danger: "Who knows it can pretend to be this server towards the provider.",
    secret: true,
  },
  {
    ...optional,
    name: "TWITTER_REDIRECT_URI",
    purpose:
      "Signing in with X: where the provider sends people back to, which is ORIGIN and /api/auth/callback/twitter. The provider must know the same address.",
    form: "an address of http or https",
    example: "https://comics.example.org/api/auth/callback/twitter",
  },
  {
    ...optional,
    name: "GOOGLE_CLIENT_ID",
    purpose: "Signing in with Google: the client's id.",
    form: "the id that the provider gave",
    example: "1234.apps.googleusercontent.com",
  },
  {
    ...optional,
    name: "GOOGLE_CLIENT_SECRET",
    purpose: "Signing in with Google: the client's secret.",
    form: "the secret that the provider gave",
    example: "",
    danger: "Who knows it can pretend to be this server towards the provider.",
    secret: true,
  },
  {
    ...optional,
    name: "OIDC_ISSUER",
    purpose: "Signing in with a provider of OpenID Connect of your own: its address, as it stands in its tokens.",
    form: "an address of http or https",
    example: "https://id.example.org/realms/home",
    danger: "Who runs it can sign in as anybody whose address it vouches for.",
  },
  {
    ...optional,
    name: "OIDC_CLIENT_ID",
    purpose: "Signing in with that provider: the client's id. It must know the address ORIGIN/api/auth/callback/oidc.",
    form: "the id that the provider gave",
    example: "fabula",
  },
  {
    ...optional,
    name: "OIDC_CLIENT_SECRET",
    purpose: "Signing in with that provider: the client's secret.",
    form: "the secret that the provider gave",
    example: "",
    danger: "Who knows it can pretend to be this server towards the provider.",
    secret: true,
  },
  {
    ...optional,
    name: "OIDC_NAME",
    purpose: "What that provider is called on the page to sign in.",
    form: "a name of at most 40 letters",
    default: "Single sign-on",
    example: "Our house",
  },
  {
    ...optional,
    name: "SMTP_URL",
    purpose: "The server that mail is sent through. Without it mail is kept in an outbox on this machine.",
    form: "smtp:// or smtps:// with a server",
    example: "smtps://name:password@mail.example.org:465",
    danger: "It mostly holds a password, and is never shown.",
    secret: true,
  },
  {
    ...optional,
    name: "MAIL_FROM",
    purpose: "The address that mail is from, with a name before it if you like.",
    form: "an address of mail",
    default: "fabula@ and the host of ORIGIN",
    example: "Fabula <fabula@example.org>",
    danger: "Servers refuse mail from addresses that are not yours.",
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof variables)[number]["name"];

/** The row of a variable. */
export function variableOf(name: VariableName): Variable {
  const found = variables.find((variable) => variable.name === name);
  if (!found) throw new RangeError(`There is no variable ${name}.`);
  return found;
}
