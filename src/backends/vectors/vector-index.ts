/** What has a place in the space of a model: somebody of a book, or a place of one. */
export type VectorKind = "character" | "place";

/** Whose things are compared: a person's, or those of one of the person's novels. */
export interface VectorScope {
  owner: string;
  /** Null for all of the person's novels. */
  novel: string | null;
}

/** Where a thing lies. A thing has one vector; one of another model takes its place. */
export interface VectorEntry {
  kind: VectorKind;
  /** Id of the character or place. */
  id: string;
  owner: string;
  novel: string;
  /** Id of the model, 1 to 64 bytes of UTF-8. */
  model: string;
  vector: Float32Array;
}

/** What is looked for. */
export interface VectorQuery {
  kind: VectorKind;
  /** Things are compared that have a vector of this model and of as many numbers. */
  model: string;
  vector: Float32Array;
  /** Things at most. */
  limit: number;
}

/** A thing and how near it is: the cosine, from -1 to 1. */
export interface Neighbour {
  id: string;
  similarity: number;
}

/** Finds things by where they lie. Whatever helps to find them, the cosines come from the vectors of the tables, and equal ones are in the order of their ids. */
export interface VectorIndex {
  /** Keeps vectors, all of a call or, where it fails, some. `now`: milliseconds since 1970. Throws `TypeError` for a vector that has no direction or no number, `SqlError`. */
  put(entries: readonly VectorEntry[], now: number): Promise<void>;
  /** Forgets the vectors of things; ids that have none are no fault. */
  remove(kind: VectorKind, ids: readonly string[]): Promise<void>;
  /** The nearest things of a scope, nearest first. Throws `TypeError` for a vector as above, `SqlError`. */
  nearest(scope: VectorScope, query: VectorQuery): Promise<Neighbour[]>;
}
