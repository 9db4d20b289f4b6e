// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a packed project: they are refused, or only hold files with names that a project has.
#include "Formats/Packed.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    constexpr athanor::PackedLimits limits { std::uint64_t { 64 } << 20 };

    const auto files = athanor::unpackFiles ({ reinterpret_cast<const char*> (bytes), count }, limits);

    if (! files)
    {
        athanor::requireSentence (files.failure());
        return 0;
    }

    for (const auto& [name, content] : *files)
        if (! athanor::isPackedName (name) || content.size() > limits.bytes)
            std::abort();

    return 0;
}
