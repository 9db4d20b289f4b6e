// SPDX-License-Identifier: GPL-3.0-or-later
// Zips, over libzip: within limits, with names that are asked for, and the same bytes for the same content.
#pragma once

#include "Core/Result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct zip;
struct zip_source;

namespace athanor
{

/** What a zip may hold. One with more is refused before it is unpacked. */
struct ZipLimits
{
    std::uint64_t bytes = std::uint64_t { 1 } << 30; ///< Of all files together, unpacked.
    int entries = 20'000;
};

/** What is read of a zip, and what is said when that does not go well. */
struct ZipReading
{
    std::function<bool (std::string_view name)> isWanted; ///< Files of other names are passed over.
    ZipLimits limits;
    Failure damaged, tooLarge, cannotWrite;
};

struct DiscardZip
{
    void operator() (zip*) const;
};

/** Open for reading or writing; what is not closed by closeZip() is not written. */
using ZipArchive = std::unique_ptr<zip, DiscardZip>;

/** Takes a file block by block; an empty block is its end. False stops. */
using ZipSink = std::function<bool (const std::string& name, std::string_view block)>;

/** All files that are wanted, in the order of the zip. */
Result<Done> readZip (zip*, std::uint64_t packedSize, const ZipReading&, const ZipSink&);

/** The bytes have to stay as long as the archive. Null where they are no zip. */
ZipArchive openZip (std::string_view bytes);

/** Whether there is a file of that name; reads the list of files alone. */
bool hasFile (std::string_view zipBytes, const char* name);

/** Takes the source over. Without a time, and packed unless it is packed already, as sounds and pictures are. */
bool addToZip (zip*, const std::string& name, zip_source*);

/** Which is when everything is written. */
bool closeZip (ZipArchive&);

/** In this order. Nothing where libzip cannot. */
Result<std::string> zipped (const std::vector<std::pair<std::string, std::string_view>>& files);

/** By name. Of two files of one name the zip is refused. */
Result<std::map<std::string, std::string>> unzipped (std::string_view bytes, const ZipReading&);

} // namespace athanor
