import { escapedHtml } from "../../http/escaped-html.ts";
import { type MailKind, type MailLanguage, mailWords } from "./mail-words.ts";

/** What is filled into the words of a mail. */
export interface MailFacts {
  name: string;
  link: string;
  address?: string | undefined;
  date?: string | undefined;
}

/** A mail as a person reads it. */
export interface MailText {
  subject: string;
  text: string;
}

/** The language of mails for a tag of BCP 47: Japanese, or English for all others. */
export function mailLanguage(tag: string | null): MailLanguage {
  return tag !== null && /^ja(?:-|$)/i.test(tag) ? "ja" : "en";
}

/** The words of a mail. Names and addresses come from people: they stand in one line and are short. */
export function mailText(kind: MailKind, language: MailLanguage, facts: MailFacts): MailText {
  const { subject, paragraphs } = mailWords[kind][language];
  const known: Readonly<Record<string, string | undefined>> = { ...facts, name: plain(facts.name) };
  const filled = (words: string): string => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? "");
  return { subject: plain(filled(subject)), text: `${paragraphs.map(filled).join("\n\n")}\n` };
}

const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, 80);

/** The same as a page: paragraphs, and addresses that can be followed. Nothing is fetched by it. */
export function mailPage(text: string, language: MailLanguage): string {
  const paragraphs = text.trim().split("\n\n");
  const body = paragraphs.map((paragraph) => `<p>${linked(paragraph)}</p>`).join("\n");
  return `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><body style="font: 16px/1.6 sans-serif; max-width: 36em">\n${body}\n</body></html>\n`;
}

function linked(paragraph: string): string {
  const address = escapedHtml(paragraph);
  return /^https?:\/\/\S+$/.test(paragraph) ? `<a href="${address}">${address}</a>` : address;
}
