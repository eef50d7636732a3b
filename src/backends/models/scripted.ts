import type { TextModel, TextReply, TextRequest } from "./text-model.ts";

/** A model whose replies are written beforehand: for rehearsals and proofs without a provider. `answer` sees each request. */
export function scriptedModel(answer: (request: TextRequest) => Promise<string> | string): TextModel {
  return {
    provider: "scripted",
    model: "scripted-1",
    async ask(request): Promise<TextReply> {
      request.signal.throwIfAborted();
      return { text: await answer(request), promptTokens: null, completionTokens: null };
    },
  };
}
