// SPDX-License-Identifier: GPL-3.0-or-later
// One request, one answer, within limits.
#pragma once

#include "Core/Result.h"
#include "Core/Secret.h"
#include "Net/UrlPolicy.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

struct HttpHeader
{
    std::string name, value;
};

/** A header whose value is a key: it never stands in a message. */
struct SecretHeader
{
    std::string name, prefix; ///< As "Authorization" and "Bearer ".
    Secret secret;            ///< Empty: the header is left out.
};

struct HttpLimits
{
    std::size_t answerBytes = std::size_t { 1 } << 20;
    std::chrono::milliseconds toConnect { 10'000 }, total { 60'000 };

    // An answer that has begun must go on: at least so many bytes in each such time.
    std::size_t slowestBytes = 64;
    std::chrono::milliseconds slowestTime { 10'000 };
};

struct HttpRequest
{
    std::string url;
    UrlSource source = UrlSource::stranger;
    std::vector<HttpHeader> headers;
    SecretHeader key;
    std::optional<std::string> json; ///< Posts it; without it the address is got.
    HttpLimits limits;
};

/** How a request ended. */
enum class HttpEnd { answered,   ///< Whatever the answer says.
                     refused,    ///< We do not talk to such an address, or not to where it led.
                     notReached, ///< No request was sent.
                     cut,        ///< The connection broke after something was sent: nobody knows what the server has done.
                     late,       ///< The time was up, or the answer came too slowly.
                     tooLarge,
                     cancelled };

struct HttpReply
{
    HttpEnd end = HttpEnd::answered;
    Failure failure; ///< Unless it was answered: what happened, with the host and without any key.
    int status = 0;
    std::vector<HttpHeader> headers;
    std::string body;

    /** The header of that name in any case, or null. */
    const std::string* header (std::string_view name) const;
};

/** Waits for the answer; not for the message thread. Redirects are answers like others and are not followed; cookies, passwords in
    files and compressed answers do not exist. A stop is seen within a moment. May be called from several threads. */
HttpReply sendHttp (const HttpRequest&, const std::stop_token& = {});

/** A date as HTTP writes it, in seconds since 1970. */
std::optional<std::int64_t> secondsOfHttpDate (const std::string&);

} // namespace athanor
