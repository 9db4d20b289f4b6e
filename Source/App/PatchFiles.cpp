// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PatchFiles.h"

#include "Formats/Ableton/RackMacros.h"
#include "Formats/Ableton/VitalRack.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Gzip.h"
#include "Formats/Json.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"
#include "Store/AtomicFile.h"

namespace athanor
{

namespace
{
Result<ReadPatch> patchInBundle (std::string_view bytes)
{
    const auto bundle = readBundle (bytes);

    if (! bundle)
        return bundle.failure();

    ReadPatch read { bundle->patch, bundle->remarks };

    if (read.patch.origin.empty() && bundle->origin.as<Value::Parts>() != nullptr)
        read.patch.origin = formatJson (bundle->origin, JsonLayout::oneLine);

    return read;
}

/** What a file holds, and of which kind it is. */
struct Opened
{
    Result<ReadPatch> read;
    const char* kind;
};

Opened open (std::string_view bytes)
{
    if (isBundle (bytes))
        return { patchInBundle (bytes), "Athanor bundle" };

    if (isGzip (bytes))
    {
        const auto preset = presetInRack (bytes);
        return { preset ? readVital (*preset) : preset.failure(), "Ableton rack with Vital" };
    }

    if (isPatch (bytes))
        return { readPatch (bytes), "Athanor patch" };

    return { readVital (bytes), "Vital preset" };
}

/** By the ending of the file. */
Result<WrittenVital> written (const PatchSpec& patch, const std::filesystem::path& file)
{
    const auto ending = file.extension();

    if (ending == ".vital")
        return writeVitalWithRemarks (patch);

    if (ending == ".json")
        return WrittenVital { writePatch (patch), {} };

    if (ending != ".adg")
        return Failure { "\"" + file.filename().string() + "\" does not say which kind of patch it is: end it in .vital, .json or .adg.", file.string() };

    // Later versions of Live open what is written for earlier ones.
    const auto rack = writeVitalRack (patch, LiveForm::live11);
    return rack ? Result<WrittenVital> (WrittenVital { *rack, rackRemarksOf (patch) }) : rack.failure();
}
} // namespace

bool isPatchFile (const std::filesystem::path& file)
{
    if (file.extension() == ".vital" || file.extension() == ".adg")
        return true;

    const auto bytes = readFile (file, longestPatch);
    return bytes && file.filename() != "project.json" && (isPatch (*bytes) || isVital (*bytes) || isBundle (*bytes));
}

Result<LoadedPatch> loadPatch (const std::filesystem::path& file)
{
    const auto bytes = readFile (file, longestPatch);

    if (! bytes)
        return bytes.failure();

    const auto [read, kind] = open (*bytes);

    if (! read)
        return Failure { "\"" + file.filename().string() + "\" was not opened. " + read.failure().message, read.failure().detail };

    LoadedPatch loaded { read->patch, read->remarks, kind };

    if (loaded.patch.name.empty())
        loaded.patch.name = file.stem().string();

    return loaded;
}

Result<std::vector<std::string>> savePatchAs (const PatchSpec& patch, const std::filesystem::path& file)
{
    const auto bytes = written (patch, file);

    if (! bytes)
        return bytes.failure();

    if (const auto done = writeFile (file, bytes->bytes); ! done)
        return done.failure();

    return bytes->remarks;
}

} // namespace athanor
