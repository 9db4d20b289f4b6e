// SPDX-License-Identifier: GPL-3.0-or-later
// A sound to take along: one zip with the patch for us, for Vital and for Live, what it sounds and looks like, and why it is so.
#pragma once

#include "Core/Result.h"
#include "Formats/Zip.h"
#include "Model/Value.h"
#include "Patch/PatchSpec.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

inline constexpr int bundleSchema = 1;

/** What goes into a bundle beside what is made of the patch. */
struct BundleParts
{
    PatchSpec patch;
    std::string category;                  ///< As "pad".
    Value request;                         ///< What was asked for.
    Value origin;                          ///< How the patch came to be; nothing where nobody knows.
    std::string why;                       ///< The same for a person.
    std::string flac, ogg;                 ///< A phrase.
    std::string svg, png;                  ///< The sleeve.
    std::map<std::string, Value> about {}; ///< More for the manifest, as which sleeve it is.
};

struct WrittenBundle
{
    std::string bytes;
    std::string fileName;             ///< As "Warm Pad.zip".
    std::vector<std::string> remarks; ///< What was lost on the way to Vital.
};

/** patch.json, NAME.vital, two racks, mapping, why, phrase, sleeve, and manifest.json with the SHA-256 of each. Equal parts give equal
    bytes. Refuses a patch with faults, and to let a rack out that breaks a rule of Live's. */
Result<WrittenBundle> writeBundle (const BundleParts&);

struct ReadBundle
{
    PatchSpec patch;
    Value origin, request;
    std::string category;
    std::map<std::string, std::string> files; ///< Those of the manifest, by name.
    std::vector<std::string> remarks;
    Value cover; ///< Which sleeve it is, as BundleParts::about had it; nothing where the manifest does not say.
};

/** What a bundle may hold. */
inline const ZipLimits bundleLimits { std::uint64_t { 512 } << 20, 64 };

/** Whether these bytes are a zip with what a bundle has. */
bool isBundle (std::string_view bytes);

/** Trusts nothing: refuses what is larger than any bundle, whose files are not what the manifest says, or that have names which
    lead elsewhere. Files that the manifest does not name are left out, with a remark. */
Result<ReadBundle> readBundle (std::string_view bytes, const ZipLimits& = bundleLimits);

} // namespace athanor
