// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/ModelPlanner.h"

#include "Compose/Intent/IntentValue.h"
#include "Core/Hash.h"
#include "Formats/Json.h"
#include "Providers/ErrorAnswer.h"
#include "Providers/Instructions.h"
#include "Providers/WireSchema.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace athanor
{

namespace
{
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;
constexpr std::size_t longestPlan = 64 << 10;

/** False when it was cancelled meanwhile. */
bool pause (Milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock (mutex);
    never.wait_for (lock, stop, time, [] { return false; });
    return ! stop.stop_requested();
}

/** As a part of a path. */
std::string encoded (std::string_view text)
{
    std::string made;

    for (const auto c : text)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.')
            made += c;
        else
            ((made += '%') += "0123456789ABCDEF"[static_cast<unsigned char> (c) >> 4]) += "0123456789ABCDEF"[c & 15];

    return made;
}

HttpRequest requestFor (const ModelChoice& choice, std::string_view prompt, const SoundIntent* before)
{
    const auto& dialect = *choice.dialect;
    auto path = std::string (dialect.path);

    if (const auto at = path.find ("{model}"); at != std::string::npos)
        path.replace (at, 7, encoded (choice.chosenModel()));

    HttpRequest request;
    request.url = choice.url() + path;
    request.source = UrlSource::musician;
    request.headers.assign (dialect.headers.begin(), dialect.headers.end());
    request.json = formatJson (dialect.question ({ choice.chosenModel(), plannerInstructions(), plannerInput (prompt, before), wireSchema() }), JsonLayout::oneLine);

    if (! dialect.keyHeader.empty())
        request.key = { std::string (dialect.keyHeader), std::string (dialect.keyPrefix), choice.key };

    return request;
}

/** What a body is as JSON. Of lines that are each a whole answer, as Ollama sends them, the last one counts. */
Value valueOf (std::string body)
{
    if (const auto whole = parseJson (body))
        return *whole;

    while (! body.empty() && (body.back() == '\n' || body.back() == '\r'))
        body.pop_back();

    const auto line = body.rfind ('\n');
    const auto last = line == std::string::npos ? Result<Value> (Value()) : parseJson (std::string_view (body).substr (line + 1));
    return last ? *last : Value();
}

/** Some models put their JSON into a fence, as if it were for reading. */
std::string_view withoutFence (std::string_view text)
{
    const auto begin = text.find ('\n');
    const auto end = text.rfind ("```");
    return text.starts_with ("```") && begin != std::string_view::npos && end > begin ? text.substr (begin, end - begin) : text;
}

Result<SoundIntent> readWords (const ModelWords& words, std::string_view prompt)
{
    return words.value ? readPlan (*words.value, prompt) : readPlanText (withoutFence (words.text), prompt);
}

bool saysNothing (const SoundIntent& intent)
{
    auto bare = intent;
    bare.confidence = 0;
    bare.isRefinement = false;
    bare.notUnderstood.clear();
    return bare == SoundIntent();
}

/** How long to wait before the question may be sent again; nothing: it may not. */
std::optional<Milliseconds> pauseBefore (int repeat, const Outcome& outcome, const ModelChoice& choice)
{
    const auto isBusy = outcome.kind == OutcomeKind::retryBackoff, isAsked = outcome.kind == OutcomeKind::retryAfter;

    if ((! isBusy && ! isAsked) || repeat > choice.mostRepeats)
        return {};

    const auto time = isAsked ? outcome.wait : choice.firstPause * (1 << (repeat - 1));
    return time <= choice.longestPause ? std::optional (time) : std::nullopt;
}

void hideKey (Failure& failure, const Secret& key)
{
    failure.message = withoutSecret (failure.message, key);
    failure.detail = withoutSecret (failure.detail, key);
}
} // namespace

std::string ModelChoice::url() const
{
    auto base = baseUrl.empty() ? std::string (dialect->baseUrl) : baseUrl;

    while (base.ends_with ('/'))
        base.pop_back();

    return base;
}

std::string ModelChoice::chosenModel() const { return model.empty() ? std::string (dialect->model) : model; }

PlannedIntent readModelReply (const Dialect& dialect, const HttpReply& reply, std::string_view prompt)
{
    if (reply.end != HttpEnd::answered)
        return { outcomeWithoutAnswer (dialect, reply), {} };

    const auto body = valueOf (reply.body);

    if (const auto error = errorIn (dialect, reply, body))
        return { *error, {} };

    const auto unusable = [&] (const std::string& detail) { return PlannedIntent { outcomeOf (dialect, OutcomeKind::unusableAnswer, UserMatter::none, detail), {} }; };

    if (body.as<Value::Parts>() == nullptr)
        return unusable (reply.body.find ('<') < 100 ? "a web page instead of data" : "no JSON");

    const auto words = dialect.answer (body);

    if (words.kind != OutcomeKind::ok)
        return { outcomeOf (dialect, words.kind, UserMatter::none, words.text), {} };

    const auto intent = readWords (words, prompt);
    return intent ? PlannedIntent { {}, *intent } : unusable (intent.failure().detail);
}

std::string questionHash (const ModelChoice& choice, std::string_view prompt, const SoundIntent* before)
{
    const auto request = requestFor (choice, prompt, before);
    ContentHasher hasher;

    for (const auto& part : { std::string (choice.dialect->id), std::to_string (instructionsVersion), request.url, *request.json })
    {
        hasher.add (part);
        hasher.add (std::string_view ("", 1)); // between them, so that no two rows of parts look alike
    }

    return hasher.finish();
}

Result<SoundIntent> readPlanText (std::string_view json, std::string_view prompt)
{
    if (json.size() > longestPlan)
        return Failure { "The answer is too long.", std::to_string (json.size()) + " bytes" };

    const auto value = parseJson (json);
    return value ? readPlan (*value, prompt) : Result<SoundIntent> (value.failure());
}

Result<SoundIntent> readPlan (const Value& value, std::string_view prompt)
{
    auto reading = readIntent (value);

    if (! reading.faults.empty())
        return Failure { "The answer is no description of a sound.", reading.faults.front().path + ": " + reading.faults.front().sentence };

    // Texts are shown to the musician, and a model may have been talked into any.
    auto& intent = reading.intent;
    intent.trace.clear();
    intent.remarks.clear();
    std::erase_if (intent.notUnderstood, [&] (const std::string& word) { return word.empty() || prompt.find (word) == std::string_view::npos; });

    if (saysNothing (intent))
        return Failure { "The answer says nothing about a sound.", "an empty intent" };

    return std::move (intent);
}

PlannedIntent planWithModel (const ModelChoice& choice, std::string_view prompt, const SoundIntent* before, const std::stop_token& stop)
{
    const auto end = Clock::now() + choice.longest;
    auto request = requestFor (choice, prompt, before);

    for (int tries = 1;; ++tries)
    {
        const auto left = std::chrono::ceil<Milliseconds> (end - Clock::now());
        request.limits.total = std::max (left, Milliseconds (1));
        auto planned = readModelReply (*choice.dialect, sendHttp (request, stop), prompt);
        planned.requests = tries;
        hideKey (planned.outcome.failure, choice.key);
        const auto time = pauseBefore (tries, planned.outcome, choice);

        if (! time || Clock::now() + *time >= end)
            return planned;

        if (! pause (*time, stop))
        {
            planned.outcome = outcomeOf (*choice.dialect, OutcomeKind::cancelled, UserMatter::none, "while waiting");
            return planned;
        }
    }
}

} // namespace athanor
