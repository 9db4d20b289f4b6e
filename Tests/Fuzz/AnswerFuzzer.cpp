// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of a language model, as they are and in the wrapping of each provider: they are refused with a sentence, or
// become an intent without faults that says nothing of its own.
#include "Compose/Intent/IntentValue.h"
#include "Formats/Json.h"
#include "Providers/ModelPlanner.h"
#include "Providers/Replies.h"
#include "Support/Fuzz/MutatedValue.h"
#include "Support/Fuzz/Sentence.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace
{
using namespace athanor;

constexpr auto prompt = "dark pad without reverb, 90 bpm, flurb";

void require (bool isTrue)
{
    if (! isTrue)
        std::abort();
}

void check (const Dialect& dialect, int status, std::string body)
{
    HttpReply reply;
    reply.status = status;
    reply.headers = { { "Retry-After", body.substr (0, 40) }, { "Date", "Sun, 06 Nov 1994 08:49:37 GMT" } };
    reply.body = std::move (body);
    const auto planned = readModelReply (dialect, reply, prompt);

    if (planned.outcome.kind != OutcomeKind::ok)
        return requireSentence (planned.outcome.failure);

    const auto again = readIntent (toValue (planned.intent));
    require (again.faults.empty() && again.intent == planned.intent);
    require (planned.intent.remarks.empty() && planned.intent.trace.empty());

    for (const auto& word : planned.intent.notUnderstood)
        require (std::string_view (prompt).find (word) != std::string_view::npos);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string text (reinterpret_cast<const char*> (bytes), count);

    for (const auto& dialect : dialects())
    {
        for (const auto status : { 200, 400, 429, 503 })
            check (dialect, status, text);

        check (dialect, 200, replyOf (dialect, text));
    }

    return 0;
}

/** Bytes alone hardly ever get past the JSON, so its values are changed. Bytes that are no JSON stay as they are. */
extern "C" std::size_t LLVMFuzzerCustomMutator (std::uint8_t* bytes, std::size_t count, std::size_t most, unsigned seed)
{
    const auto parsed = parseJson ({ reinterpret_cast<const char*> (bytes), count });

    if (! parsed)
        return count;

    auto value = *parsed;
    std::mt19937_64 random (seed);

    for (auto times = 1 + random() % 6; times > 0; --times)
        mutateValue (value, random);

    const auto text = formatJson (value, JsonLayout::oneLine);

    if (text.size() > most)
        return count;

    std::memcpy (bytes, text.data(), text.size());
    return text.size();
}
