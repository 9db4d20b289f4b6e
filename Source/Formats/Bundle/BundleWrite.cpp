// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Hash.h"
#include "Formats/Ableton/RackRules.h"
#include "Formats/Ableton/VitalRack.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Bundle/FileName.h"
#include "Formats/Bundle/Mapping.h"
#include "Formats/Json.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"

namespace athanor
{

namespace
{
using Files = std::vector<std::pair<std::string, std::string>>;

Result<Done> addRacks (Files& files, const PatchSpec& patch, const std::string& name)
{
    for (const auto& [form, ending] : { std::pair (LiveForm::live11, " (Live 11).adg"), std::pair (LiveForm::live12, " (Live 12).adg") })
    {
        const auto rack = writeVitalRack (patch, form);

        if (! rack)
            return rack.failure();

        if (const auto faults = rackFaults (*rack); ! faults.empty())
            return Failure { "The rack for Live would not open there, so no bundle was made: this is a fault of Athanor.", faults[0] };

        files.emplace_back (name + ending, *rack);
    }

    return Done {};
}

Value manifestOf (const BundleParts& parts, const Files& files)
{
    Value::List list;

    for (const auto& [name, bytes] : files)
        list.push_back (Value::Parts { { "name", name }, { "sha256", contentHash (bytes) }, { "size", static_cast<std::int64_t> (bytes.size()) } });

    Value::Parts manifest { { "format", "athanor.bundle" }, { "schema_version", bundleSchema }, { "program", "Athanor " ATHANOR_VERSION }, { "name", parts.patch.name }, { "category", parts.category }, { "request", parts.request }, { "origin", parts.origin }, { "parts", std::move (list) } };

    for (const auto& [name, value] : parts.about)
        manifest.try_emplace (name, value);

    return manifest;
}
} // namespace

Result<WrittenBundle> writeBundle (const BundleParts& parts)
{
    const auto vital = writeVitalWithRemarks (parts.patch);

    if (! vital)
        return vital.failure();

    const auto name = safeFileName (parts.patch.name);
    Files files { { "patch.json", writePatch (parts.patch) }, { name + ".vital", vital->bytes } };

    if (const auto done = addRacks (files, parts.patch, name); ! done)
        return done.failure();

    files.insert (files.end(), { { "mapping.json", formatJson (mappingOf (parts.patch)) }, { "mapping.txt", mappingText (parts.patch) }, { "why.txt", parts.why }, { "preview.flac", parts.flac }, { "preview.ogg", parts.ogg }, { "cover.svg", parts.svg }, { "cover.png", parts.png } });

    // The first of all, so that whoever looks at the beginning of the file knows what it is.
    const auto manifest = formatJson (manifestOf (parts, files));
    std::vector<std::pair<std::string, std::string_view>> list { { "manifest.json", manifest } };

    for (const auto& [file, bytes] : files)
        list.emplace_back (file, bytes);

    const auto bytes = zipped (list);

    if (! bytes)
        return bytes.failure();

    return WrittenBundle { *bytes, name + ".zip", vital->remarks };
}

} // namespace athanor
