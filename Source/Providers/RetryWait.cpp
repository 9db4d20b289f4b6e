// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/RetryWait.h"

#include "Providers/ValuePath.h"

#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double longestMilliseconds = 24.0 * 60 * 60 * 1'000;

/** A number with that ending, times that many milliseconds. */
std::optional<double> amount (std::string_view text, std::string_view ending, double milliseconds)
{
    if (! text.ends_with (ending))
        return {};

    text.remove_suffix (ending.size());
    double number = 0;
    const auto read = std::from_chars (text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional (number * milliseconds) : std::nullopt;
}

/** Our own clock has no say: it may be wrong, and equal answers are to mean the same. */
std::optional<double> untilDate (const HttpReply& reply, const std::string& text)
{
    const auto until = secondsOfHttpDate (text);
    const auto* date = reply.header ("date");
    const auto now = date != nullptr ? secondsOfHttpDate (*date) : std::nullopt;
    return until && now ? std::optional (static_cast<double> (*until - *now) * 1'000) : std::nullopt;
}

RetryWait given (std::optional<double> milliseconds)
{
    if (! milliseconds || ! (*milliseconds > 0) || *milliseconds > longestMilliseconds)
        return { true, {} };

    return { true, std::chrono::milliseconds (static_cast<std::int64_t> (std::ceil (*milliseconds))) };
}
} // namespace

RetryWait retryWait (const HttpReply& reply, const Value& error)
{
    if (const auto* exact = reply.header ("retry-after-ms"))
        return given (amount (*exact, "", 1));

    if (const auto* after = reply.header ("retry-after"))
    {
        const auto seconds = amount (*after, "", 1'000);
        return given (seconds ? seconds : untilDate (reply, *after));
    }

    for (const auto& detail : listAt (error, "details"))
        if (const auto delay = textAt (detail, "retryDelay"); ! delay.empty())
            return given (amount (delay, "s", 1'000));

    return {};
}

} // namespace athanor
