/** A model that gives texts their places in a space where alike ones are near. Retries nothing: the tasks do. */
export interface EmbeddingModel {
  /** Provider, model and version: vectors are compared with those of the same id only. At most 64 bytes of UTF-8, by the limit of indexed metadata in Vectorize. */
  id: string;
  /** Numbers of each vector. */
  dimensions: number;
  /** A vector for each text, in their order. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}
