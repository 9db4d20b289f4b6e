// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in memory that libsndfile takes for a file, to read or to write.
#pragma once

#include <sndfile.h>

#include <string>
#include <string_view>

namespace athanor
{

/** Reads from bytes that somebody else holds. */
class MemoryInput
{
public:
    explicit MemoryInput (std::string_view data) : bytes (data) {}

    SNDFILE* open (SF_INFO&);

private:
    friend struct MemoryCalls;

    std::string_view bytes;
    std::size_t position = 0;
};

/** Collects what is written. */
class MemoryOutput
{
public:
    SNDFILE* open (SF_INFO&);

    std::string bytes;

private:
    friend struct MemoryCalls;

    std::size_t position = 0;
};

} // namespace athanor
