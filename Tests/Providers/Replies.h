// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in the shapes that the providers document.
#pragma once

#include "Formats/Json.h"
#include "Providers/Dialect.h"

#include <string>

namespace athanor
{

/** An intent that a model might answer with: a dark pad. */
inline constexpr auto darkPad = R"({"categories":[{"category":"pad","weight":1}],"wishes":[{"axis":"brightness","direction":-0.6,"weight":1,"relative":false}],)"
                                R"("envelope":{"attack":null,"decay":null,"sustain":null,"release":null},"movements":[],"space":{"reverb":0,"delay":null,"delay_beats":null},)"
                                R"("features":[],"exclusions":["reverb"],"locks":[],"note":null,"octaves":0,"genres":[],"decade":null,"tempo":null,"key":null,)"
                                R"("refinement":false,"confidence":0.9,"not_understood":[]})";

/** `text` as a JSON string. */
inline std::string quoted (const std::string& text) { return formatJson (text, JsonLayout::oneLine); }

/** A whole answer of that provider whose content is this JSON. */
inline std::string replyOf (const Dialect& dialect, const std::string& json)
{
    if (dialect.id == "openai")
        return R"({"id":"resp_1","object":"response","status":"completed","error":null,"incomplete_details":null,"output":[{"type":"reasoning","id":"rs_1","summary":[]},)"
               R"({"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":)" +
               quoted (json) + R"(,"annotations":[],"logprobs":[]}]}],"usage":{"input_tokens":1,"output_tokens":1,"total_tokens":2}})";

    if (dialect.id == "anthropic")
        return R"({"id":"msg_1","type":"message","role":"assistant","model":"claude","stop_reason":"tool_use","stop_sequence":null,"content":[{"type":"text","text":"Here."},)"
               R"({"type":"tool_use","id":"toolu_1","name":"emit_sound_intent","input":)" +
               json + R"(}],"usage":{"input_tokens":1,"output_tokens":1}})";

    if (dialect.id == "gemini")
        return R"({"candidates":[{"content":{"role":"model","parts":[{"text":"Let me think.","thought":true},{"text":)" + quoted (json) + R"(}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":1},"modelVersion":"g","responseId":"r"})";

    if (dialect.id == "ollama")
        return R"({"model":"llama3.1","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":)" + quoted (json) + R"(},"done":true,"done_reason":"stop"})";

    return R"({"id":"c","object":"chat.completion","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":)" + quoted (json) + R"(,"refusal":null}}],"usage":{"prompt_tokens":1}})";
}

} // namespace athanor
