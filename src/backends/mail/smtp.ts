import { createTransport } from "nodemailer";
import { type Mailer, MailError } from "./mailer.ts";

export interface SmtpOptions {
  /** smtp:// or smtps://, with name and password where the server wants them. */
  url: string;
  /** The address that mail is from. */
  from: string;
  /** Host of the studio, for ids of mails. */
  host: string;
}

/** Milliseconds that a server of mail may take for anything. */
const patience = 20_000;

/** Mail through a server of SMTP. Files and addresses of the web are never read for a mail. */
export function smtpMailer({ url, from, host }: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, id, language }) {
      const headers = { "Content-Language": language, "Auto-Submitted": "auto-generated" };
      try {
        await transport.sendMail({ from, to, subject, text, html, headers, messageId: `<${id}@${host}>` });
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** By its reply (RFC 5321): 5xx is for ever, but for those that are about who we are. */
function mailErrorOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "unknown";
  const reply = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : null;
  const isFinal = code === "EENVELOPE" && reply !== null && reply >= 550;
  return new MailError(reply === null ? code : `${code} ${reply}`, { cause: error, isFinal });
}
