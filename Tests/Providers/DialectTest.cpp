// SPDX-License-Identifier: GPL-3.0-or-later
// Answers with status 200 that are none, as each provider documents them.
#include "Providers/Dialect.h"

#include "Net/UrlPolicy.h"
#include "Providers/Replies.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor
{

namespace
{
using enum OutcomeKind;

struct Case
{
    const char *dialect, *body;
    OutcomeKind kind;
};

constexpr std::array cases {
    Case { "openai", R"({"status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]})", contentRejected },
    Case { "openai", R"({"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[{"type":"message","content":[{"type":"output_text","text":"{\"cat"}]}]})", unusableAnswer },
    Case { "openai", R"({"status":"incomplete","incomplete_details":{"reason":"content_filter"},"output":[]})", contentRejected },
    Case { "openai", R"({"status":"queued","output":[]})", unusableAnswer },
    Case { "openai", R"({"status":"completed","output":[{"type":"reasoning"}]})", unusableAnswer },
    Case { "openai", R"({"status":"completed","output_text":"{}"})", unusableAnswer },
    Case { "openai", R"({"status":7,"output":{"type":"message"}})", unusableAnswer },
    Case { "anthropic", R"({"stop_reason":"refusal","content":[]})", contentRejected },
    Case { "anthropic", R"({"stop_reason":"max_tokens","content":[{"type":"tool_use","name":"emit_sound_intent","input":{"categories":[]}}]})", unusableAnswer },
    Case { "anthropic", R"({"stop_reason":"end_turn","content":[{"type":"text","text":"{}"}]})", unusableAnswer },
    Case { "anthropic", R"({"stop_reason":"tool_use","content":[{"type":"tool_use","name":"run_shell","input":{}}]})", unusableAnswer },
    Case { "anthropic", R"({"stop_reason":"tool_use","content":[{"type":"tool_use","name":"emit_sound_intent"}]})", unusableAnswer },
    Case { "gemini", R"({"promptFeedback":{"blockReason":"SAFETY"}})", contentRejected },
    Case { "gemini", R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"candidates":[]})", contentRejected },
    Case { "gemini", R"({"candidates":[{"finishReason":"SAFETY"}]})", contentRejected },
    Case { "gemini", R"({"candidates":[{"finishReason":"MAX_TOKENS","content":{"parts":[{"text":"{"}]}}]})", unusableAnswer },
    Case { "gemini", R"({"candidates":[{"finishReason":"STOP","content":{"parts":[{"text":"{}","thought":true}]}}]})", unusableAnswer },
    Case { "gemini", R"({"candidates":[]})", unusableAnswer },
    Case { "ollama", R"({"message":{"content":"{"},"done":true,"done_reason":"length"})", unusableAnswer },
    Case { "ollama", R"({"message":{"content":""},"done":true})", unusableAnswer },
    Case { "compatible", R"({"choices":[{"finish_reason":"length","message":{"content":"{"}}]})", unusableAnswer },
    Case { "compatible", R"({"choices":[{"finish_reason":"content_filter","message":{"content":""}}]})", contentRejected },
    Case { "compatible", R"({"choices":[{"finish_reason":"stop","message":{"content":null,"refusal":"No."}}]})", contentRejected },
    Case { "compatible", R"({"choices":[]})", unusableAnswer },
    Case { "compatible", "[]", unusableAnswer },
};
} // namespace

TEST (Dialect, knowsWhenAnAnswerIsNone)
{
    for (const auto& one : cases)
        EXPECT_EQ (dialectNamed (one.dialect)->answer (*parseJson (one.body)).kind, one.kind) << one.dialect << " " << one.body;
}

TEST (Dialect, findsTheAnswerWhereItStands)
{
    for (const auto& dialect : dialects())
    {
        const auto words = dialect.answer (*parseJson (replyOf (dialect, darkPad)));
        EXPECT_EQ (words.kind, ok) << dialect.id;
        EXPECT_EQ (words.value ? *words.value : *parseJson (words.text), *parseJson (darkPad)) << dialect.id;
    }
}

TEST (Dialect, leadsWhereItMay)
{
    std::set<std::string_view> ids;

    for (const auto& dialect : dialects())
    {
        EXPECT_TRUE (ids.insert (dialect.id).second);
        const auto url = allowedUrl (std::string (dialect.baseUrl), UrlSource::musician);
        ASSERT_TRUE (url) << dialect.id;
        EXPECT_EQ (url->isSecure, ! dialect.isLocal) << dialect.id;
        EXPECT_TRUE (dialect.isLocal || ! dialect.keyName.empty()) << dialect.id;
    }

    EXPECT_EQ (dialectNamed ("nobody"), nullptr);
}

} // namespace athanor
