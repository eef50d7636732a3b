import { timeText } from "../../backends/sql/codecs.ts";
import { derivedId } from "../../backends/sql/derived-id.ts";
import type { TextReply } from "../../backends/models/text-model.ts";
import type { Tools } from "../../core/pipeline.ts";
import type { TaskCall } from "../jobs/task-handler.ts";
import type { ComicTools } from "./comic-tools.ts";

/**
 * Asks the model of the installation on behalf of a job, and writes down what it took; null where there is no model.
 * The same question of one job has the same idempotency key, so that a provider that knows it takes money once.
 */
export function askModel(call: TaskCall, { model, now }: ComicTools): Tools["ask"] {
  if (model === null) return null;
  const { db, owner, job } = call;
  return async (question) => {
    const idempotencyKey = await derivedId(job.id, model.provider, model.model, question.task, question.text);
    const reply = await model.ask({ ...question, idempotencyKey, signal: call.signal });
    await db.kysely
      .insertInto("token_usage")
      .values({
        id: await derivedId("token-usage", idempotencyKey),
        user_id: owner,
        job_id: job.id,
        agent_name: "speakers",
        provider: model.provider,
        model: model.model,
        ...tokensOf(reply),
        step_name: "analysis",
        idempotency_key: idempotencyKey,
        created_at: timeText(now()),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return reply.text;
  };
}

function tokensOf({ promptTokens, completionTokens }: TextReply) {
  const [prompt, completion] = [promptTokens ?? 0, completionTokens ?? 0];
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}
