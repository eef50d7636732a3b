const shown = "[redacted]";

/** A text that is never shown: not in messages, JSON, logs or what a debugger prints. Only `reveal` and `bytes` give it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  /** The random bytes that the text writes in hexadecimal or base64; the letters of another text. */
  bytes(): Uint8Array<ArrayBuffer> {
    return randomBytesOf(this.#text) ?? Uint8Array.from(new TextEncoder().encode(this.#text));
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [Symbol.toPrimitive](): string {
    return shown;
  }

  /** What Node prints. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return shown;
  }
}

/** The bytes that a text writes in hexadecimal, base64 or base64url; null where it is none of them. */
export function randomBytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (/^(?:[0-9a-f]{2})+$/i.test(text))
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (!/^[\w+/-]+={0,2}$/.test(text) || text.replace(/=+$/, "").length % 4 === 1) return null;
  const binary = atob(text.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** A text for a log, without any of the secrets in it. Those of fewer than six letters are left: they would be found in any text. */
export function redact(text: string, secrets: readonly Secret[]): string {
  const hidden = secrets.map((secret) => secret.reveal()).filter((secret) => secret.length >= 6);
  // The longest first: one may hold another.
  return hidden.toSorted((a, b) => b.length - a.length).reduce((rest, secret) => rest.replaceAll(secret, shown), text);
}
