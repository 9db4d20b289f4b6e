// SPDX-License-Identifier: GPL-3.0-or-later
// Reads bundles that anybody may have sent.
#include "Core/Hash.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Bundle/FileName.h"
#include "Formats/Json.h"
#include "Formats/Packed.h"
#include "Formats/Patch/PatchFile.h"

namespace athanor
{

namespace
{
constexpr auto manifestName = "manifest.json", patchName = "patch.json";
constexpr std::size_t longestManifest = std::size_t { 16 } << 20, mostParts = 64;

const Failure damaged { "This bundle is damaged or was changed, and was not opened.", "" };
const Failure tooLarge { "This bundle claims to be larger than any bundle can be and was not opened.", "" };

Failure because (const Failure& failure, std::string detail) { return { failure.message, std::move (detail) }; }

std::string textAt (const Value& value, const char* name)
{
    const auto* part = value.part (name);
    const auto* text = part != nullptr ? part->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

Value partOf (const Value& value, const char* name)
{
    const auto* part = value.part (name);
    return part != nullptr ? *part : Value();
}

Result<Value> manifestIn (const std::map<std::string, std::string>& files)
{
    const auto found = files.find (manifestName);

    if (found == files.end() || found->second.size() > longestManifest)
        return because (damaged, "no manifest");

    const auto manifest = parseJson (found->second);

    if (! manifest)
        return because (damaged, manifest.failure().detail);

    const auto* schema = manifest->part ("schema_version");
    const auto* number = schema != nullptr ? schema->as<std::int64_t>() : nullptr;

    if (textAt (*manifest, "format") != "athanor.bundle" || number == nullptr || *number < 1)
        return because (damaged, "no manifest of a bundle");

    if (*number > bundleSchema)
        return Failure { "This bundle was made by a newer Athanor and cannot be opened by this one.", std::to_string (*number) };

    return *manifest;
}

/** Whether one part of the manifest names a file that is there and is as it says. */
Result<std::string> checkedName (const Value& part, const std::map<std::string, std::string>& files)
{
    const auto name = textAt (part, "name");
    const auto found = files.find (name);
    const auto* sizePart = part.part ("size");
    const auto* size = sizePart != nullptr ? sizePart->as<std::int64_t>() : nullptr;

    if (name.empty() || safeFileName (name) != name || name == manifestName)
        return because (damaged, "the name of a part");

    if (found == files.end() || size == nullptr || static_cast<std::uint64_t> (*size) != found->second.size() || contentHash (found->second) != textAt (part, "sha256"))
        return because (damaged, name);

    return name;
}

/** Moves what the manifest names, and is as it says. */
Result<Done> choose (const Value& manifest, std::map<std::string, std::string>& files, ReadBundle& bundle)
{
    const auto list = partOf (manifest, "parts");
    const auto* parts = list.as<Value::List>();

    if (parts == nullptr || parts->size() > mostParts)
        return because (damaged, "no list of parts");

    for (const auto& part : *parts)
    {
        const auto name = checkedName (part, files);

        if (! name)
            return name.failure();

        bundle.files[*name] = std::move (files.at (*name));
        files.erase (*name);
    }

    files.erase (manifestName);

    if (! files.empty())
        bundle.remarks.emplace_back ("There are files in the bundle that it does not know of; they were left out.");

    return Done {};
}
} // namespace

bool isBundle (std::string_view bytes) { return isPacked (bytes) && hasFile (bytes, manifestName) && hasFile (bytes, patchName); }

Result<ReadBundle> readBundle (std::string_view bytes, const ZipLimits& limits)
{
    auto read = unzipped (bytes, { [] (std::string_view name) { return safeFileName (name) == name; }, limits, damaged, tooLarge, damaged });

    if (! read)
        return read.failure();

    auto files = *read;
    const auto manifest = manifestIn (files);

    if (! manifest)
        return manifest.failure();

    ReadBundle bundle;

    if (const auto done = choose (*manifest, files, bundle); ! done)
        return done.failure();

    const auto patch = bundle.files.find (patchName);

    if (patch == bundle.files.end())
        return because (damaged, "no patch");

    auto made = readPatch (patch->second);

    if (! made)
        return made.failure();

    bundle.patch = made->patch;
    bundle.remarks.insert (bundle.remarks.end(), made->remarks.begin(), made->remarks.end());
    bundle.origin = partOf (*manifest, "origin");
    bundle.request = partOf (*manifest, "request");
    bundle.category = textAt (*manifest, "category");
    bundle.cover = partOf (*manifest, "cover");
    return bundle;
}

} // namespace athanor
