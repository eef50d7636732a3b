/** What tests use of smtp-server, which comes without types. */
declare module "smtp-server" {
  import type { Readable } from "node:stream";

  interface Session {
    envelope: { rcptTo: { address: string }[] };
  }
  type Done = (error?: (Error & { responseCode?: number }) | null, user?: { user: string }) => void;

  export class SMTPServer {
    constructor(options: {
      disabledCommands?: string[];
      authOptional?: boolean;
      logger?: boolean;
      onAuth?(auth: { username?: string; password?: string }, session: Session, done: Done): void;
      onRcptTo?(address: { address: string }, session: Session, done: Done): void;
      onData?(stream: Readable, session: Session, done: Done): void;
    });
    listen(port: number, host: string, done: () => void): { address(): { port: number } };
    close(done: () => void): void;
    on(event: "error", listener: (error: Error) => void): void;
    server: { address(): { port: number } };
  }
}
