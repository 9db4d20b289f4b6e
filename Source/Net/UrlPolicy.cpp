// SPDX-License-Identifier: GPL-3.0-or-later
#include "Net/UrlPolicy.h"

#include "Net/CurlReady.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <arpa/inet.h>

namespace athanor
{

namespace
{
constexpr std::size_t longestUrl = 2'048;

struct Block
{
    std::array<std::uint8_t, 4> start;
    int bits;
};

/** IPv4 that is no single host of the public internet (IANA's registry of special addresses), loopback apart. */
constexpr std::array specialBlocks {
    Block { { 0, 0, 0, 0 }, 8 }, Block { { 10, 0, 0, 0 }, 8 }, Block { { 100, 64, 0, 0 }, 10 }, Block { { 169, 254, 0, 0 }, 16 }, Block { { 172, 16, 0, 0 }, 12 },
    Block { { 192, 0, 0, 0 }, 24 }, Block { { 192, 0, 2, 0 }, 24 }, Block { { 192, 88, 99, 0 }, 24 }, Block { { 192, 168, 0, 0 }, 16 }, Block { { 198, 18, 0, 0 }, 15 },
    Block { { 198, 51, 100, 0 }, 24 }, Block { { 203, 0, 113, 0 }, 24 }, Block { { 224, 0, 0, 0 }, 3 }
};

std::uint32_t asNumber (std::span<const std::uint8_t> bytes)
{
    return static_cast<std::uint32_t> (bytes[0]) << 24 | static_cast<std::uint32_t> (bytes[1]) << 16 | static_cast<std::uint32_t> (bytes[2]) << 8 | bytes[3];
}

AddressKind kindOfFour (std::span<const std::uint8_t> bytes)
{
    if (bytes[0] == 127)
        return AddressKind::loopback;

    const auto isSpecial = std::any_of (specialBlocks.begin(), specialBlocks.end(), [&] (const Block& block) {
        return (asNumber (bytes) ^ asNumber (block.start)) >> (32 - block.bits) == 0;
    });
    return isSpecial ? AddressKind::inside : AddressKind::publicHost;
}

AddressKind kindOfSixteen (std::span<const std::uint8_t> bytes)
{
    const auto isZero = [&] (std::size_t from, std::size_t to) { return std::all_of (bytes.begin() + static_cast<std::ptrdiff_t> (from), bytes.begin() + static_cast<std::ptrdiff_t> (to), [] (std::uint8_t b) { return b == 0; }); };

    if (isZero (0, 15) && bytes[15] == 1)
        return AddressKind::loopback;

    if (isZero (0, 10) && bytes[10] == 0xff && bytes[11] == 0xff) // IPv4 in other clothes
        return kindOfFour (bytes.subspan (12));

    const auto isGlobal = (bytes[0] & 0xe0) == 0x20;
    const auto isSixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    const auto isTeredoOrReserved = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02;
    const auto isDocumentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == 0xb8;
    return isGlobal && ! isSixToFour && ! isTeredoOrReserved && ! isDocumentation ? AddressKind::publicHost : AddressKind::inside;
}

//==============================================================================
class ParsedUrl
{
public:
    explicit ParsedUrl (const std::string& text) : handle (curl_url(), curl_url_cleanup)
    {
        isGood = handle != nullptr && curl_url_set (handle.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
    }

    /** Empty where there is none. */
    std::string part (CURLUPart which, unsigned flags = 0) const
    {
        char* found = nullptr;

        if (! isGood || curl_url_get (handle.get(), which, &found, flags) != CURLUE_OK || found == nullptr)
            return {};

        const std::unique_ptr<char, decltype (&curl_free)> owned (found, curl_free);
        return found;
    }

    bool isGood = false;

private:
    std::unique_ptr<CURLU, decltype (&curl_url_cleanup)> handle;
};

/** The kind of a host that is written as an address; a name is nobody's yet, but "localhost" is known. */
AddressKind kindOfHost (const std::string& host)
{
    std::array<std::uint8_t, 16> bytes {};

    if (::inet_pton (AF_INET, host.c_str(), bytes.data()) == 1)
        return kindOfAddress (std::span (bytes).first (4));

    if (::inet_pton (AF_INET6, host.c_str(), bytes.data()) == 1)
        return kindOfAddress (bytes);

    return host == "localhost" ? AddressKind::loopback : AddressKind::publicHost;
}

// Without the rest of the address, which may hold a key.
Failure refusal (const char* why, const std::string& host) { return Failure { why, host.substr (0, 200) }; }
} // namespace

std::string Url::place() const { return port == (isSecure ? 443 : 80) ? host : host + ":" + std::to_string (port); }

AddressKind kindOfAddress (std::span<const std::uint8_t> bytes)
{
    return bytes.size() == 4 ? kindOfFour (bytes) : bytes.size() == 16 ? kindOfSixteen (bytes)
                                                                       : AddressKind::inside;
}

Result<Url> allowedUrl (const std::string& text, UrlSource source)
{
    readyCurl();
    const auto isPlain = std::all_of (text.begin(), text.end(), [] (char c) { return c > ' ' && c < 0x7f; });
    const ParsedUrl parsed (text);

    if (text.empty() || text.size() > longestUrl || ! isPlain || ! parsed.isGood)
        return refusal ("This is no address of a server: it should look like https://example.org.", "");

    Url url { parsed.part (CURLUPART_URL), parsed.part (CURLUPART_HOST), std::atoi (parsed.part (CURLUPART_PORT, CURLU_DEFAULT_PORT).c_str()), parsed.part (CURLUPART_SCHEME) == "https" };

    if (url.host.starts_with ('['))
        url.host = url.host.substr (1, url.host.size() - 2);

    if (! parsed.part (CURLUPART_USER).empty() || ! parsed.part (CURLUPART_PASSWORD).empty())
        return refusal ("An address may not hold a name and a password.", url.host);

    const auto kind = kindOfHost (url.host);

    if (source == UrlSource::stranger && (! url.isSecure || kind != AddressKind::publicHost))
        return refusal ("This address came from elsewhere and leads to no public https server, so it was not followed.", url.host);

    if (! url.isSecure && (parsed.part (CURLUPART_SCHEME) != "http" || kind != AddressKind::loopback))
        return refusal ("Only https addresses can be used, and http for a server on this computer.", url.host);

    url.isLoopback = kind == AddressKind::loopback;
    return url;
}

} // namespace athanor
