// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PatchFiles.h"

#include "Formats/Bundle/Bundle.h"
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
} // namespace

bool isPatchFile (const std::filesystem::path& file)
{
    if (file.extension() == ".vital")
        return true;

    const auto bytes = readFile (file, longestPatch);
    return bytes && file.filename() != "project.json" && (isPatch (*bytes) || isVital (*bytes) || isBundle (*bytes));
}

Result<LoadedPatch> loadPatch (const std::filesystem::path& file)
{
    const auto bytes = readFile (file, longestPatch);

    if (! bytes)
        return bytes.failure();

    const bool isOurs = isPatch (*bytes), isWhole = isBundle (*bytes);
    const auto read = isWhole ? patchInBundle (*bytes) : isOurs ? readPatch (*bytes)
                                                                : readVital (*bytes);

    if (! read)
        return Failure { "\"" + file.filename().string() + "\" was not opened. " + read.failure().message, read.failure().detail };

    LoadedPatch loaded { read->patch, read->remarks, isWhole ? "Athanor bundle" : isOurs ? "Athanor patch"
                                                                                         : "Vital preset" };

    if (loaded.patch.name.empty())
        loaded.patch.name = file.stem().string();

    return loaded;
}

Result<std::vector<std::string>> savePatchAs (const PatchSpec& patch, const std::filesystem::path& file)
{
    WrittenVital written;

    if (file.extension() == ".vital")
    {
        const auto vital = writeVitalWithRemarks (patch);

        if (! vital)
            return vital.failure();

        written = *vital;
    }
    else if (file.extension() == ".json")
        written.bytes = writePatch (patch);
    else
        return Failure { "\"" + file.filename().string() + "\" does not say which kind of patch it is: end it in .vital or .json.", file.string() };

    if (const auto done = writeFile (file, written.bytes); ! done)
        return done.failure();

    return written.remarks;
}

} // namespace athanor
