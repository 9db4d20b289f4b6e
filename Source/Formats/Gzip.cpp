// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Gzip.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace athanor
{

namespace
{
constexpr int withGzipHead = 15 + 16, unknownSystem = 255;
constexpr std::size_t blockSize = std::size_t { 1 } << 16;

auto* bytesFor (std::string_view bytes) { return reinterpret_cast<Bytef*> (const_cast<char*> (bytes.data())); }
} // namespace

bool isGzip (std::string_view bytes) noexcept { return bytes.starts_with ("\x1f\x8b"); }

std::string gzip (std::string_view bytes)
{
    z_stream stream {};
    gz_header head {};
    head.os = unknownSystem;
    std::string packed;

    if (bytes.size() > std::numeric_limits<uInt>::max() || deflateInit2 (&stream, 9, Z_DEFLATED, withGzipHead, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return packed;

    deflateSetHeader (&stream, &head);
    packed.resize (deflateBound (&stream, static_cast<uLong> (bytes.size())));
    stream.next_in = bytesFor (bytes);
    stream.avail_in = static_cast<uInt> (bytes.size());
    stream.next_out = bytesFor (packed);
    stream.avail_out = static_cast<uInt> (packed.size());
    const auto isWhole = deflate (&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize (isWhole ? stream.total_out : 0);
    deflateEnd (&stream);
    return packed;
}

Result<std::string> gunzip (std::string_view bytes, std::size_t longest)
{
    const Failure damaged { "This file is damaged and was not opened.", "gzip" };
    z_stream stream {};
    std::string unpacked, block (blockSize, '\0');

    if (bytes.size() > std::numeric_limits<uInt>::max() || inflateInit2 (&stream, withGzipHead) != Z_OK)
        return damaged;

    stream.next_in = bytesFor (bytes);
    stream.avail_in = static_cast<uInt> (bytes.size());
    auto state = Z_OK;

    while (state == Z_OK && unpacked.size() <= longest)
    {
        stream.next_out = bytesFor (block);
        stream.avail_out = static_cast<uInt> (block.size());
        state = inflate (&stream, Z_NO_FLUSH);
        unpacked.append (block, 0, block.size() - stream.avail_out);
    }

    const auto left = stream.avail_in;
    inflateEnd (&stream);

    if (unpacked.size() > longest)
        return Failure { "This file claims to be larger than it can be and was not opened.", "gzip" };

    return state == Z_STREAM_END && left == 0 ? Result<std::string> (std::move (unpacked)) : Result<std::string> (damaged);
}

} // namespace athanor
