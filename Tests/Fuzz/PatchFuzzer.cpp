// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a preset of Vital and as a patch of ours: it is refused, or becomes a patch without faults that is written and
// read again as the same.
#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace
{
using namespace athanor;

template <typename Write>
void check (const Result<ReadPatch>& read, Result<ReadPatch> (*readAgain) (std::string_view), Write&& write)
{
    if (! read)
    {
        requireSentence (read.failure());
        return;
    }

    for (const auto& remark : read->remarks)
        requireSentence ({ remark, "a remark" });

    for (const auto& fault : faultsOf (read->patch))
    {
        std::fprintf (stderr, "%s: %s\n", fault.path.c_str(), fault.sentence.c_str());
        std::abort();
    }

    const auto again = readAgain (write (read->patch));

    if (! again || ! (again->patch == read->patch))
        std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);

    check (readVital (text), readVital, [] (const PatchSpec& patch) { return *writeVital (patch); });
    check (
        readPatch (text), [] (std::string_view again) { return readPatch (again); }, writePatch);
    return 0;
}
