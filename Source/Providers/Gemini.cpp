// SPDX-License-Identifier: GPL-3.0-or-later
// Google's Gemini API: POST /v1beta/models/MODEL:generateContent with a schema of its own kind; the key stands in a header and never
// in the address.
#include "Providers/Dialect.h"
#include "Providers/ValuePath.h"
#include "Providers/WireSchema.h"

#include <array>

namespace athanor
{

namespace
{
using Parts = Value::Parts;
using List = Value::List;

constexpr std::array errors {
    ErrorMark { 0, "api_key_invalid", OutcomeKind::rotateKey, UserMatter::key },
    ErrorMark { 0, "api key not valid", OutcomeKind::rotateKey, UserMatter::key, true },
    ErrorMark { 0, "perday", OutcomeKind::userAction, UserMatter::quota, true }, // also when it says to wait some seconds
    ErrorMark { 400, "failed_precondition", OutcomeKind::userAction, UserMatter::billing },
    ErrorMark { 404, "not_found", OutcomeKind::userAction, UserMatter::model },
};

constexpr std::array rejections { "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION", "LANGUAGE" };

Value question (const ModelQuestion& asked)
{
    const auto text = [] (const std::string& words) { return List { Parts { { "text", words } } }; };
    return Parts { { "systemInstruction", Parts { { "parts", text (asked.instructions) } } },
                   { "contents", List { Parts { { "role", "user" }, { "parts", text (asked.input) } } } },
                   { "generationConfig", Parts { { "responseMimeType", "application/json" }, { "responseSchema", openApiSchema (asked.schema) }, { "maxOutputTokens", asked.mostTokens } } } };
}

ModelWords answer (const Value& reply)
{
    // A prompt that is refused has status 200 and no candidates.
    if (const auto blocked = textAt (reply, "promptFeedback/blockReason"); ! blocked.empty())
        return { OutcomeKind::contentRejected, blocked, {} };

    const auto reason = textAt (reply, "candidates/0/finishReason");

    for (const auto* rejection : rejections)
        if (reason == rejection)
            return { OutcomeKind::contentRejected, reason, {} };

    if (reason != "STOP")
        return { OutcomeKind::unusableAnswer, "finishReason " + reason, {} };

    std::string text;

    for (const auto& part : listAt (reply, "candidates/0/content/parts"))
        if (const auto* thought = part.part ("thought"); thought == nullptr || *thought != Value (true))
            text += textAt (part, "text");

    return { text.empty() ? OutcomeKind::unusableAnswer : OutcomeKind::ok, text.empty() ? "no text" : text, {} };
}
} // namespace

const Dialect geminiDialect { "gemini", "Gemini", "GEMINI_API_KEY", "https://generativelanguage.googleapis.com/v1beta", "gemini-3.5-flash", "/models/{model}:generateContent", "x-goog-api-key", "", {}, false, question, answer, errors };

} // namespace athanor
