// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings for tests that may not know how files of them are made.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace athanor
{

/** Writes a WAV file: mono, 16 bits, 48 kHz. */
inline std::filesystem::path writeSmallWav (const std::filesystem::path& file, const std::vector<float>& samples)
{
    std::string bytes;
    const auto put = [&bytes] (std::uint32_t number, int count) {
        for (int i = 0; i < count; ++i)
            bytes.push_back (static_cast<char> ((number >> (8 * i)) & 0xff));
    };
    const auto length = static_cast<std::uint32_t> (2 * samples.size());
    bytes += "RIFF";
    put (36 + length, 4);
    bytes += "WAVEfmt ";

    for (const auto& [number, count] : { std::pair { 16u, 4 }, { 1u, 2 }, { 1u, 2 }, { 48'000u, 4 }, { 96'000u, 4 }, { 2u, 2 }, { 16u, 2 } })
        put (number, count);

    bytes += "data";
    put (length, 4);

    for (const auto sample : samples)
        put (static_cast<std::uint32_t> (std::lround (std::clamp (sample, -1.0f, 1.0f) * 32'767)), 2);

    std::ofstream (file, std::ios::binary) << bytes;
    return file;
}

} // namespace athanor
