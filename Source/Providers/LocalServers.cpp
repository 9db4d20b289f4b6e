// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that the musician runs: Ollama by its own interface, because only there the room for the question can be asked for; and
// whatever speaks OpenAI's older chat interface, as llama.cpp does.
#include "Formats/Json.h"
#include "Providers/Dialect.h"
#include "Providers/ValuePath.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
using Parts = Value::Parts;
using List = Value::List;

constexpr int mostLocalTokens = 2'000;

constexpr std::array errors {
    ErrorMark { 404, "not found", OutcomeKind::userAction, UserMatter::model, true },
    ErrorMark { 0, "model_not_found", OutcomeKind::userAction, UserMatter::model },
    ErrorMark { 503, "", OutcomeKind::retryBackoff }, // the model is being loaded
};

List messages (const ModelQuestion& asked)
{
    return { Parts { { "role", "system" }, { "content", asked.instructions } }, Parts { { "role", "user" }, { "content", asked.input } } };
}

/** Tokens that the question and its answer need. Ollama drops the beginning of what does not fit into 4,096 without a word. */
int contextFor (const ModelQuestion& asked)
{
    constexpr std::size_t bytesPerToken = 3, step = 2'048, least = 8'192, most = 32'768; // bytes on the safe side
    const auto bytes = asked.instructions.size() + asked.input.size() + formatJson (asked.schema, JsonLayout::oneLine).size();
    const auto tokens = bytes / bytesPerToken + mostLocalTokens;
    return static_cast<int> (std::clamp ((tokens + step - 1) / step * step, least, most));
}

Value askOllama (const ModelQuestion& asked)
{
    const Parts options { { "num_ctx", contextFor (asked) }, { "num_predict", mostLocalTokens }, { "temperature", 0 }, { "seed", 1 } };
    return Parts { { "model", asked.model }, { "messages", messages (asked) }, { "stream", false }, { "format", asked.schema }, { "options", options } };
}

ModelWords answerOfOllama (const Value& reply)
{
    if (const auto reason = textAt (reply, "done_reason"); ! reason.empty() && reason != "stop")
        return { OutcomeKind::unusableAnswer, "done_reason " + reason, {} };

    const auto text = textAt (reply, "message/content");
    return { text.empty() ? OutcomeKind::unusableAnswer : OutcomeKind::ok, text.empty() ? "no content" : text, {} };
}

Value askChat (const ModelQuestion& asked)
{
    const Parts schema { { "name", "sound_intent" }, { "strict", true }, { "schema", asked.schema } };
    const Parts format { { "type", "json_schema" }, { "json_schema", schema } };
    return Parts { { "model", asked.model }, { "messages", messages (asked) }, { "stream", false }, { "temperature", 0 }, { "seed", 1 }, { "max_tokens", mostLocalTokens }, { "response_format", format } };
}

ModelWords answerOfChat (const Value& reply)
{
    const auto reason = textAt (reply, "choices/0/finish_reason");

    if (const auto refusal = textAt (reply, "choices/0/message/refusal"); ! refusal.empty() || reason == "content_filter")
        return { OutcomeKind::contentRejected, refusal.empty() ? reason : refusal, {} };

    if (! reason.empty() && reason != "stop")
        return { OutcomeKind::unusableAnswer, "finish_reason " + reason, {} };

    const auto text = textAt (reply, "choices/0/message/content");
    return { text.empty() ? OutcomeKind::unusableAnswer : OutcomeKind::ok, text.empty() ? "no content" : text, {} };
}
} // namespace

const Dialect ollamaDialect { "ollama", "Ollama", "", "http://127.0.0.1:11434", "llama3.1", "/api/chat", "", "", {}, true, askOllama, answerOfOllama, errors };

const Dialect compatibleDialect { "compatible", "The local server", "LOCAL_API_KEY", "http://127.0.0.1:8080/v1", "default", "/chat/completions", "Authorization", "Bearer ", {}, true, askChat, answerOfChat, errors };

} // namespace athanor
