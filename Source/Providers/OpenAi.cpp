// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's Responses API: POST /v1/responses with a strict JSON schema; nothing is stored there.
#include "Providers/Dialect.h"
#include "Providers/ValuePath.h"

#include <array>

namespace athanor
{

namespace
{
using Parts = Value::Parts;
using List = Value::List;

constexpr std::array errors {
    ErrorMark { 0, "insufficient_quota", OutcomeKind::userAction, UserMatter::quota },
    ErrorMark { 0, "credit_balance_exhausted", OutcomeKind::userAction, UserMatter::billing },
    ErrorMark { 0, "invalid_api_key", OutcomeKind::rotateKey, UserMatter::key },
    ErrorMark { 0, "model_not_found", OutcomeKind::userAction, UserMatter::model },
    ErrorMark { 0, "invalid_prompt", OutcomeKind::contentRejected },
    ErrorMark { 0, "content_policy_violation", OutcomeKind::contentRejected },
    ErrorMark { 0, "rate_limit_exceeded", OutcomeKind::retryBackoff },
    ErrorMark { 200, "server_error", OutcomeKind::retryBackoff },
};

Value question (const ModelQuestion& asked)
{
    const Parts format { { "type", "json_schema" }, { "name", "sound_intent" }, { "strict", true }, { "schema", asked.schema } };
    const Parts content { { "type", "input_text" }, { "text", asked.input } };
    return Parts { { "model", asked.model },
                   { "instructions", asked.instructions },
                   { "input", List { Parts { { "role", "user" }, { "content", List { content } } } } },
                   { "text", Parts { { "format", format } } },
                   { "store", false },
                   { "max_output_tokens", asked.mostTokens } };
}

ModelWords answer (const Value& reply)
{
    const auto reason = textAt (reply, "incomplete_details/reason");

    if (reason == "content_filter")
        return { OutcomeKind::contentRejected, reason, {} };

    if (const auto status = textAt (reply, "status"); status != "completed")
        return { OutcomeKind::unusableAnswer, "status " + status + " " + reason, {} };

    // What the model thought may come first.
    for (const auto& item : listAt (reply, "output"))
        if (textAt (item, "type") == "message")
            for (const auto& part : listAt (item, "content"))
            {
                if (textAt (part, "type") == "refusal")
                    return { OutcomeKind::contentRejected, textAt (part, "refusal"), {} };

                if (textAt (part, "type") == "output_text")
                    return { OutcomeKind::ok, textAt (part, "text"), {} };
            }

    return { OutcomeKind::unusableAnswer, "no message", {} };
}
} // namespace

const Dialect openAiDialect { "openai", "OpenAI", "OPENAI_API_KEY", "https://api.openai.com/v1", "gpt-5-mini", "/responses", "Authorization", "Bearer ", {}, false, question, answer, errors };

} // namespace athanor
