// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses the program talks to.
#pragma once

#include "Core/Result.h"

#include <cstdint>
#include <span>
#include <string>

namespace athanor
{

/** Who named an address. */
enum class UrlSource { musician,   ///< In the settings: https anywhere, and http to a server on this computer.
                       stranger }; ///< In an answer or a file: https to public hosts.

/** An address that may be talked to. */
struct Url
{
    std::string text; ///< In its normal form.
    std::string host; ///< Without brackets.
    int port = 0;
    bool isSecure = false;   ///< https.
    bool isLoopback = false; ///< By its name, this computer.

    /** As a musician reads it: without the port that goes without saying. */
    std::string place() const;
};

/** Fails with a sentence for what is no address, and for those that are not talked to. Knows nothing of what names stand for:
    that is looked at again when the connection is made. */
Result<Url> allowedUrl (const std::string& text, UrlSource);

enum class AddressKind { loopback,
                         publicHost,
                         inside }; ///< Of a local network, of many, of none, or of one whose kind cannot be told.

/** The kind of an IP address: 4 or 16 bytes in network order. */
AddressKind kindOfAddress (std::span<const std::uint8_t>);

} // namespace athanor
