// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a project file: it is refused, or what is understood is written and read again as the same.
#include "Formats/Project/ProjectFile.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const auto project = athanor::parseProject ({ reinterpret_cast<const char*> (bytes), count });

    if (! project)
    {
        athanor::requireSentence (project.failure());
        return 0;
    }

    const auto written = athanor::formatProject (*project);
    const auto again = athanor::parseProject (written);

    if (! again || athanor::formatProject (*again) != written)
        std::abort();

    return 0;
}
