// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Hash.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace athanor
{

std::string contentHash (std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum {};
    crypto_hash_sha256 (sum.data(), reinterpret_cast<const unsigned char*> (bytes.data()), bytes.size());

    std::string text;
    text.reserve (2 * sum.size());

    for (const auto byte : sum)
    {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }

    return text;
}

bool isContentHash (std::string_view text) noexcept
{
    return text.size() == 64 && std::all_of (text.begin(), text.end(), [] (char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace athanor
