// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a module of a tracker: they are refused or become a project.
#include "Formats/Tracker/TrackerImport.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const auto imported = athanor::importModule ({ reinterpret_cast<const char*> (bytes), count });

    if (! imported)
        athanor::requireSentence (imported.failure());

    return 0;
}
