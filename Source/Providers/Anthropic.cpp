// SPDX-License-Identifier: GPL-3.0-or-later
// Anthropic's Messages API: POST /v1/messages; the answer is the input of the one tool that the model must use.
#include "Providers/Dialect.h"
#include "Providers/ValuePath.h"

#include <array>

namespace athanor
{

namespace
{
using Parts = Value::Parts;
using List = Value::List;

constexpr auto tool = "emit_sound_intent";

// The same status and type may want opposite things, see docs/Design/2026-11-21-providers.md.
constexpr std::array errors {
    ErrorMark { 0, "enforced_spend_limit_reached", OutcomeKind::userAction, UserMatter::billing },
    ErrorMark { 400, "usage limits", OutcomeKind::userAction, UserMatter::quota, true },
    ErrorMark { 400, "credit balance", OutcomeKind::userAction, UserMatter::billing, true },
    ErrorMark { 0, "authentication_error", OutcomeKind::rotateKey, UserMatter::key },
    ErrorMark { 0, "billing_error", OutcomeKind::userAction, UserMatter::billing },
    ErrorMark { 404, "not_found_error", OutcomeKind::userAction, UserMatter::model },
    ErrorMark { 0, "overloaded_error", OutcomeKind::retryBackoff },
};

Value question (const ModelQuestion& asked)
{
    const Parts emit { { "name", tool }, { "description", "Takes what the musician wants the sound to be." }, { "input_schema", asked.schema } };
    const Parts choice { { "type", "tool" }, { "name", tool }, { "disable_parallel_tool_use", true } };
    const Parts content { { "type", "text" }, { "text", asked.input } };
    return Parts { { "model", asked.model },
                   { "max_tokens", asked.mostTokens },
                   { "system", asked.instructions },
                   { "messages", List { Parts { { "role", "user" }, { "content", List { content } } } } },
                   { "tools", List { emit } },
                   { "tool_choice", choice } };
}

ModelWords answer (const Value& reply)
{
    const auto reason = textAt (reply, "stop_reason");

    if (reason == "refusal")
        return { OutcomeKind::contentRejected, reason, {} };

    // Cut off by "max_tokens", the tool's input is a part of one.
    if (reason != "tool_use")
        return { OutcomeKind::unusableAnswer, "stop_reason " + reason, {} };

    for (const auto& part : listAt (reply, "content"))
        if (textAt (part, "type") == "tool_use" && textAt (part, "name") == tool)
            if (const auto* input = part.part ("input"))
                return { OutcomeKind::ok, {}, *input };

    return { OutcomeKind::unusableAnswer, "no tool was used", {} };
}

const std::array headers { HttpHeader { "anthropic-version", "2023-06-01" } };
} // namespace

const Dialect anthropicDialect { "anthropic", "Anthropic", "ANTHROPIC_API_KEY", "https://api.anthropic.com/v1", "claude-haiku-4-5", "/messages", "x-api-key", "", headers, false, question, answer, errors };

} // namespace athanor
