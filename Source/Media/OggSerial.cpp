// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/OggSerial.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace athanor
{

namespace
{
constexpr std::size_t headerBytes = 27, serialAt = 14, checksumAt = 22, segmentsAt = 26;

std::uint8_t byteAt (const std::string& bytes, std::size_t i) { return static_cast<std::uint8_t> (bytes[i]); }

void putNumber (std::string& bytes, std::size_t at, std::uint32_t number)
{
    for (auto i = 0u; i < 4; ++i)
        bytes[at + i] = static_cast<char> (static_cast<std::uint8_t> (number >> (8 * i)));
}

constexpr auto makeChecksums()
{
    std::array<std::uint32_t, 256> table {};

    for (std::uint32_t i = 0; i < 256; ++i)
    {
        auto rest = i << 24;

        for (auto bit = 0; bit < 8; ++bit)
            rest = (rest << 1) ^ ((rest & 0x80000000u) != 0 ? 0x04c11db7u : 0u);

        table[i] = rest;
    }

    return table;
}

std::uint32_t checksum (const std::string& bytes, std::size_t from, std::size_t size)
{
    static constexpr auto table = makeChecksums();
    std::uint32_t sum = 0;

    for (auto i = from; i < from + size; ++i)
        sum = (sum << 8) ^ table[(sum >> 24) ^ byteAt (bytes, i)];

    return sum;
}

/** Length of the page at `start`; 0 when there is no whole one. */
std::size_t pageLength (const std::string& bytes, std::size_t start)
{
    if (bytes.size() - start < headerBytes || bytes.compare (start, 4, "OggS") != 0)
        return 0;

    const std::size_t segments = byteAt (bytes, start + segmentsAt);
    auto length = headerBytes + segments;

    if (bytes.size() - start < length)
        return 0;

    for (std::size_t i = 0; i < segments; ++i)
        length += byteAt (bytes, start + headerBytes + i);

    return bytes.size() - start < length ? 0 : length;
}
} // namespace

bool setOggSerial (std::string& bytes)
{
    for (std::size_t at = 0, length = 0; at < bytes.size(); at += length)
    {
        length = pageLength (bytes, at);

        if (length == 0)
            return false;

        putNumber (bytes, at + serialAt, 1);
        putNumber (bytes, at + checksumAt, 0);
        putNumber (bytes, at + checksumAt, checksum (bytes, at, length));
    }

    return true;
}

bool setOggSerial (const std::filesystem::path& path)
{
    std::string bytes;

    {
        std::ifstream input (path, std::ios::binary);
        bytes.assign (std::istreambuf_iterator<char> (input), {});
    }

    if (! setOggSerial (bytes))
        return false;

    std::ofstream out (path, std::ios::binary | std::ios::trunc);
    out.write (bytes.data(), static_cast<std::streamsize> (bytes.size()));
    out.close();
    return ! out.fail();
}

} // namespace athanor
