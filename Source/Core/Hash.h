// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a piece of data by what is in it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace athanor
{

/** SHA-256 of the bytes as 64 lower-case hexadecimal digits: the key of an asset, and its name on disk. */
std::string contentHash (std::string_view bytes);

/** The same of bytes that come piece by piece. */
class ContentHasher
{
public:
    ContentHasher();
    ~ContentHasher();

    void add (std::string_view bytes);

    /** Once, after the last piece. */
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

/** Whether `text` has the form of a content hash. What is read from a file must have it before it becomes part of a path. */
bool isContentHash (std::string_view text) noexcept;

} // namespace athanor
