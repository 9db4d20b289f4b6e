// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Secret.h"

#include <sodium.h>

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::size_t shortestTrace = 8;
}

Secret::Secret (std::string_view text) : bytes (text.begin(), text.end()) {}

Secret& Secret::operator= (const Secret& other)
{
    if (this != &other)
    {
        wipe(); // before the vector lets go of its memory
        bytes = other.bytes;
    }

    return *this;
}

Secret& Secret::operator= (Secret&& other) noexcept
{
    if (this != &other)
    {
        wipe();
        bytes = std::move (other.bytes);
    }

    return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe() noexcept
{
    if (! bytes.empty())
        sodium_memzero (bytes.data(), bytes.size());

    bytes.clear();
}

void wipe (std::string& text) noexcept
{
    text.resize (text.capacity()); // what an earlier, longer text has left, too
    sodium_memzero (text.data(), text.size());
    text.clear();
}

std::string withoutSecret (std::string_view text, const Secret& secret)
{
    const auto key = secret.reveal();
    const auto shortest = std::min (shortestTrace, key.size());

    if (key.empty())
        return std::string (text);

    std::string clean;

    for (std::size_t at = 0; at < text.size();)
    {
        auto length = std::min (shortest, text.size() - at);

        if (length < shortest || key.find (text.substr (at, length)) == std::string_view::npos)
        {
            clean += text[at++];
            continue;
        }

        while (at + length < text.size() && key.find (text.substr (at, length + 1)) != std::string_view::npos)
            ++length;

        clean += "[key]";
        at += length;
    }

    return clean;
}

} // namespace athanor
