/** A mail as it goes out. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Unlike that of any other mail: who gets it twice can tell. */
  id: string;
  /** BCP 47 tag. */
  language: string;
}

/** What brings mail to people. */
export interface Mailer {
  /** Throws `MailError` where the mail was not taken. */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

/** A mail that was not taken. The message holds no password and no text of the mail. */
export class MailError extends Error {
  override readonly name = "MailError";
  /** Whether trying again cannot help: the address does not exist. */
  readonly isFinal: boolean;

  constructor(message: string, options: ErrorOptions & { isFinal: boolean }) {
    super(message, options);
    this.isFinal = options.isFinal;
  }
}
