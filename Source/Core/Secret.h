// SPDX-License-Identifier: GPL-3.0-or-later
// Text that only its addressee may read: a key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** Its memory is wiped when it is no longer needed. It has no way into a message, a Value or a stream. */
class Secret
{
public:
    Secret() = default;
    explicit Secret (std::string_view);
    Secret (const Secret&) = default;
    Secret (Secret&&) noexcept = default;
    Secret& operator= (const Secret&);
    Secret& operator= (Secret&&) noexcept;
    ~Secret();

    bool isEmpty() const noexcept { return bytes.empty(); }

    /** For the wire and the key store alone. Valid as long as this is. */
    std::string_view reveal() const noexcept { return { bytes.data(), bytes.size() }; }

private:
    void wipe() noexcept;

    std::vector<char> bytes;
};

/** Overwrites what the text holds, and empties it. */
void wipe (std::string&) noexcept;

/** `text` with every piece of eight or more characters that stands in the secret, too, replaced by "[key]": servers like to
    quote what they were sent. Of a shorter secret the whole. */
std::string withoutSecret (std::string_view text, const Secret&);

} // namespace athanor
