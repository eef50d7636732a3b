/** One question to a text model. */
export interface TextRequest {
  /** What it is to do. */
  task: string;
  /** What it is asked about. */
  text: string;
  /** The same for every attempt at the same question, so that a provider that knows it answers once and takes money once. */
  idempotencyKey: string;
  signal: AbortSignal;
}

export interface TextReply {
  text: string;
  /** Tokens as the provider counts them; null where it does not say. */
  promptTokens: number | null;
  completionTokens: number | null;
}

/** A text model of some provider. Retries nothing: the tasks do. */
export interface TextModel {
  provider: string;
  model: string;
  ask(request: TextRequest): Promise<TextReply>;
}
