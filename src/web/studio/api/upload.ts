import type { ImportedBook } from "./books.ts";
import { problemOfAnswer, unreachable } from "./problem-error.ts";
import { apiAddress, newRequestKey } from "./request.ts";

export interface Upload {
  file: Blob;
  name: string;
  /** Called with what is sent so far, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a file as a book. By XMLHttpRequest, because fetch does not tell how much of a body is sent.
 * Throws `ProblemError`, and the signal's reason when it is stopped.
 */
export function uploadBook({ file, name, onProgress, signal }: Upload): Promise<ImportedBook> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    request.open("POST", apiAddress("/books"));
    request.setRequestHeader("X-File-Name", encodeURIComponent(name));
    request.setRequestHeader("Idempotency-Key", newRequestKey());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
      else reject(problemOfAnswer(request.status, request.responseText));
    });
    request.addEventListener("error", () => reject(unreachable()));
    request.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    request.addEventListener("loadend", () => signal.removeEventListener("abort", stop));
    signal.addEventListener("abort", stop);
    request.send(file);
  });
}
