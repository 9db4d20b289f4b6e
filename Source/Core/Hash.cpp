// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Hash.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace athanor
{

struct ContentHasher::State
{
    crypto_hash_sha256_state hash;
};

ContentHasher::ContentHasher() : state (std::make_unique<State>()) { crypto_hash_sha256_init (&state->hash); }

ContentHasher::~ContentHasher() = default;

void ContentHasher::add (std::string_view bytes)
{
    crypto_hash_sha256_update (&state->hash, reinterpret_cast<const unsigned char*> (bytes.data()), bytes.size());
}

std::string ContentHasher::finish()
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum {};
    crypto_hash_sha256_final (&state->hash, sum.data());

    std::string text;
    text.reserve (2 * sum.size());

    for (const auto byte : sum)
    {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }

    return text;
}

std::string contentHash (std::string_view bytes)
{
    ContentHasher hasher;
    hasher.add (bytes);
    return hasher.finish();
}

bool isContentHash (std::string_view text) noexcept
{
    return text.size() == 64 && std::all_of (text.begin(), text.end(), [] (char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace athanor
