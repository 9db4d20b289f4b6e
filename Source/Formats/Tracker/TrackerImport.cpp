// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/TrackerImport.h"

#include "Core/Hash.h"
#include "Formats/Tracker/TrackerSong.h"

#include <xmp.h>

namespace athanor
{

namespace
{
using Reader = Result<tracker::Song> (*) (std::string_view);

bool standsAt (std::string_view bytes, std::size_t place, std::string_view what)
{
    return place < bytes.size() && bytes.substr (place).starts_with (what);
}

/** FastTracker changed its order of things with version 1.04; older files are rare and left to libxmp. */
bool isNewXm (std::string_view bytes)
{
    return bytes.size() >= 64 && bytes.starts_with ("Extended Module: ") && static_cast<unsigned char> (bytes[58]) >= 4 && bytes[59] == 1;
}

Reader readerFor (std::string_view bytes)
{
    if (isNewXm (bytes))
        return tracker::readXm;

    if (bytes.starts_with ("IMPM") && bytes.size() >= 0xc0)
        return tracker::readIt;

    if (standsAt (bytes, 0x2c, "SCRM") && bytes.size() >= 0x60)
        return tracker::readS3m;

    return tracker::isMod (bytes) ? tracker::readMod : tracker::readOther;
}
} // namespace

bool isModule (std::string_view bytes)
{
    if (bytes.size() > tracker::mostFileBytes)
        return false;

    xmp_test_info info {};
    return readerFor (bytes) != &tracker::readOther || xmp_test_module_from_memory (bytes.data(), static_cast<long> (bytes.size()), &info) == 0;
}

Result<Imported> importModule (std::string_view bytes)
{
    if (bytes.size() > tracker::mostFileBytes)
        return Failure { "This file is too large for a module.", std::to_string (bytes.size()) + " bytes" };

    auto song = readerFor (bytes) (bytes);

    if (! song)
        return song.failure();

    const auto seed = *fromHex (contentHash (bytes).substr (0, 16));
    return tracker::toProject (*song, seed);
}

} // namespace athanor
