import { featureDimensions, hashedFeatures } from "../../core/text/hashed-features.ts";
import type { EmbeddingModel } from "./embedding-model.ts";

/** The model that needs no provider: texts are near each other by the words and letters that they share. */
export function builtinEmbeddings(): EmbeddingModel {
  return {
    id: "builtin/features-1",
    dimensions: featureDimensions,
    async embed(texts, signal) {
      signal.throwIfAborted();
      return texts.map((text) => hashedFeatures(text));
    },
  };
}
