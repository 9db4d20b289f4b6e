// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a bundle and as a rack of Live, and any text as the manifest of a bundle that is good otherwise: they are refused with a
// sentence, or hold only files with names that stay in their folder and a patch without faults.
#include "Core/Hash.h"
#include "Formats/Ableton/RackRules.h"
#include "Formats/Ableton/VitalRack.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Bundle/FileName.h"
#include "Formats/Patch/PatchFile.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace
{
using namespace athanor;

const ZipLimits limits { std::uint64_t { 64 } << 20, 64 };

void check (std::string_view bytes)
{
    const auto bundle = readBundle (bytes, limits);

    if (! bundle)
        return requireSentence (bundle.failure());

    for (const auto& [name, content] : bundle->files)
        if (safeFileName (name) != name || name.find_first_of ("/\\") != name.npos || content.size() > limits.bytes)
            std::abort();

    if (! faultsOf (bundle->patch).empty())
        std::abort();
}

std::string withManifest (std::string_view manifest)
{
    static const auto patch = writePatch (PatchSpec());
    return *zipped ({ { "manifest.json", manifest }, { "patch.json", patch }, { "why.txt", "Because." } });
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);
    check (text);

    if (text.starts_with ('{'))
        check (withManifest (text));

    if (const auto preset = presetInRack (text); ! preset)
        requireSentence (preset.failure());

    for (const auto& fault : rackFaults (text))
        requireSentence ({ fault, "a rule" });

    return 0;
}
