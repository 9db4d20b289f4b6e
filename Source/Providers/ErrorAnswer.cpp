// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/ErrorAnswer.h"

#include "Core/Text.h"
#include "Providers/RetryWait.h"
#include "Providers/ValuePath.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
/** What the errors of all providers mean, after what they mean in one dialect. */
constexpr std::array commonErrors {
    ErrorMark { 401, "", OutcomeKind::rotateKey, UserMatter::key },
    ErrorMark { 402, "", OutcomeKind::userAction, UserMatter::billing },
    ErrorMark { 403, "", OutcomeKind::userAction, UserMatter::key },
    ErrorMark { 404, "", OutcomeKind::userAction, UserMatter::model },
    ErrorMark { 408, "", OutcomeKind::retryBackoff },
    ErrorMark { 409, "", OutcomeKind::retryBackoff },
    ErrorMark { 429, "", OutcomeKind::userAction, UserMatter::quota }, // those who only want a pause say how long
    ErrorMark { 500, "", OutcomeKind::retryBackoff },
    ErrorMark { 502, "", OutcomeKind::retryBackoff },
    ErrorMark { 503, "", OutcomeKind::retryBackoff },
    ErrorMark { 504, "", OutcomeKind::unknownOutcome },
    ErrorMark { 529, "", OutcomeKind::retryBackoff },
    ErrorMark { 200, "", OutcomeKind::unusableAnswer },
};

struct ErrorFacts
{
    int status = 0;
    std::vector<std::string> words; ///< Codes, types, reasons, in lower case.
    std::string message;            ///< In lower case; with the names of quotas.
};

/** The error itself: an object, or a text as Ollama writes it; null when there is none. Google may wrap all in a list. */
const Value* errorPart (const Value& body)
{
    const auto* error = valueAt (body, body.as<Value::List>() != nullptr ? "0/error" : "error");
    return error == nullptr || error->isNothing() ? nullptr : error;
}

ErrorFacts factsOf (int status, const Value& error)
{
    ErrorFacts facts { status, {}, inLowerCase (error.as<std::string>() != nullptr ? *error.as<std::string>() : textAt (error, "message")) };

    for (const auto* name : { "code", "type", "status", "details/error_code" })
        facts.words.push_back (inLowerCase (textAt (error, name)));

    for (const auto& detail : listAt (error, "details"))
    {
        facts.words.push_back (inLowerCase (textAt (detail, "reason")));

        for (const auto& violation : listAt (detail, "violations"))
            facts.message += " " + inLowerCase (textAt (violation, "quotaId"));
    }

    return facts;
}

bool fits (const ErrorMark& mark, const ErrorFacts& facts)
{
    const auto isWord = mark.word.empty() || (mark.isInMessage ? facts.message.find (mark.word) != std::string::npos : std::find (facts.words.begin(), facts.words.end(), mark.word) != facts.words.end());
    return isWord && (mark.status == 0 || mark.status == facts.status);
}

const ErrorMark* meaningOf (const ErrorFacts& facts, std::span<const ErrorMark> marks)
{
    const auto found = std::find_if (marks.begin(), marks.end(), [&] (const ErrorMark& mark) { return fits (mark, facts); });
    return found != marks.end() ? &*found : nullptr;
}

std::string sentenceOf (const Dialect& dialect, OutcomeKind kind, UserMatter matter, std::chrono::milliseconds wait)
{
    const std::string name (dialect.name);

    switch (matter)
    {
        case UserMatter::key:
            return name + " refused the key.";
        case UserMatter::quota:
            return name + " says that the quota of this key is used up.";
        case UserMatter::billing:
            return name + " wants its bill to be seen to.";
        case UserMatter::model:
            return name + " does not know this model or address.";
        case UserMatter::none:
            break;
    }

    switch (kind)
    {
        case OutcomeKind::retryAfter:
            return name + " asks for a pause of " + std::to_string ((wait.count() + 999) / 1'000) + " seconds.";
        case OutcomeKind::retryBackoff:
            return name + " is too busy.";
        case OutcomeKind::contentRejected:
            return name + " does not want to answer this prompt.";
        case OutcomeKind::unusableAnswer:
            return name + " gave an answer that cannot be used.";
        case OutcomeKind::unknownOutcome:
            return name + " gave no answer.";
        case OutcomeKind::cancelled:
            return "The question to " + name + " was cancelled.";
        default:
            return name + " did not accept the request.";
    }
}
} // namespace

Outcome outcomeOf (const Dialect& dialect, OutcomeKind kind, UserMatter matter, std::string detail, std::chrono::milliseconds wait)
{
    return { kind, matter, wait, { sentenceOf (dialect, kind, matter, wait), shortened (validUtf8 (detail), 300) } };
}

std::optional<Outcome> errorIn (const Dialect& dialect, const HttpReply& reply, const Value& body)
{
    static const Value none;
    const auto* part = errorPart (body);

    if (part == nullptr && reply.status == 200)
        return {};

    const auto& error = part != nullptr ? *part : none;
    const auto* code = valueAt (error, "code");
    const auto isInside = reply.status == 200 && code != nullptr && code->as<std::int64_t>() != nullptr;
    const auto facts = factsOf (isInside ? static_cast<int> (*code->as<std::int64_t>()) : reply.status, error);
    const auto wait = retryWait (reply, error);
    const auto detail = "status " + std::to_string (reply.status) + ": " + facts.message;
    const auto* own = meaningOf (facts, dialect.errors);
    const auto* mark = own != nullptr ? own : meaningOf (facts, commonErrors);
    const auto isAskedToWait = own == nullptr && facts.status == 429 && (wait.isGiven || dialect.isLocal);

    if (mark == nullptr)
        return outcomeOf (dialect, OutcomeKind::invalidRequest, UserMatter::none, detail);

    if ((mark->kind == OutcomeKind::retryBackoff || isAskedToWait) && wait.time)
        return outcomeOf (dialect, OutcomeKind::retryAfter, UserMatter::none, detail, *wait.time);

    if (isAskedToWait)
        return outcomeOf (dialect, OutcomeKind::retryBackoff, UserMatter::none, detail);

    return outcomeOf (dialect, mark->kind, mark->matter, detail);
}

Outcome outcomeWithoutAnswer (const Dialect& dialect, const HttpReply& reply)
{
    auto kind = OutcomeKind::unknownOutcome;

    switch (reply.end)
    {
        case HttpEnd::refused:
            kind = OutcomeKind::invalidRequest;
            break;
        case HttpEnd::notReached:
            kind = OutcomeKind::retryBackoff;
            break; // nothing was sent, so nothing can be done twice
        case HttpEnd::tooLarge:
            kind = OutcomeKind::unusableAnswer;
            break;
        case HttpEnd::cancelled:
            kind = OutcomeKind::cancelled;
            break;
        default:
            break;
    }

    auto outcome = outcomeOf (dialect, kind, UserMatter::none, reply.failure.detail);
    outcome.failure.message = reply.failure.message;
    return outcome;
}

} // namespace athanor
