/** A text that only who has the master secret can read. */
export interface SealedText {
  sealed: string;
  keyId: string;
}

/** Seals texts with the first of some master secrets, and opens those that any of them has sealed. */
export interface Sealer {
  /** The id of the key that seals. */
  keyId(): Promise<string>;
  seal(text: string): Promise<SealedText>;
  /** Null where the key is not there, or the text was changed. */
  open(text: SealedText): Promise<string | null>;
}

interface Key {
  id: string;
  key: CryptoKey;
}

const letters = new TextEncoder();
/** Bytes of the nonce of AES-GCM. */
const nonceLength = 12;

/** AES-256-GCM under keys derived from master secrets (HKDF-SHA-256); `purpose` keeps texts of different kinds apart. */
export function sealer(masters: readonly Uint8Array<ArrayBuffer>[], purpose: string): Sealer {
  const keys = Promise.all(masters.map((master) => keyOf(master, purpose)));
  const current = async (): Promise<Key> => {
    const [first] = await keys;
    if (!first) throw new TypeError("There is no master secret.");
    return first;
  };
  return {
    keyId: async () => (await current()).id,
    async seal(text) {
      const { id, key } = await current();
      const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, letters.encode(text));
      return { sealed: base64Of(new Uint8Array([...nonce, ...new Uint8Array(sealed)])), keyId: id };
    },
    async open({ sealed, keyId }) {
      const key = (await keys).find(({ id }) => id === keyId)?.key;
      if (!key) return null;
      const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
      const [nonce, rest] = [bytes.subarray(0, nonceLength), bytes.subarray(nonceLength)];
      try {
        return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, rest));
      } catch (error) {
        if (error instanceof DOMException && error.name === "OperationError") return null;
        throw error;
      }
    },
  };
}

async function keyOf(master: Uint8Array<ArrayBuffer>, purpose: string): Promise<Key> {
  const material = await crypto.subtle.importKey("raw", master, "HKDF", false, ["deriveBits"]);
  const derived = async (info: string, bits: number) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: letters.encode(`fabula ${purpose} ${info}`) },
        material,
        bits,
      ),
    );
  const key = await crypto.subtle.importKey("raw", await derived("key", 256), "AES-GCM", false, ["encrypt", "decrypt"]);
  return { id: (await derived("id", 64)).toHex(), key };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
