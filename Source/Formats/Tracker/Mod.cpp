// SPDX-License-Identifier: GPL-3.0-or-later
// Modules of ProTracker and its relatives on the Amiga and PC (.mod), with 31 samples.
#include "Core/Bytes.h"
#include "Core/Text.h"
#include "Formats/Tracker/SampleData.h"
#include "Formats/Tracker/TrackerSong.h"

#include <algorithm>
#include <cmath>

namespace athanor::tracker
{

namespace
{
constexpr std::size_t signatureAt = 1'080, headerBytes = 1'084;
constexpr int sampleCount = 31;

bool isDigit (char c) { return c >= '0' && c <= '9'; }

/** Channels by the four letters of the signature; 0 when they say nothing. */
int channelsBy (std::string_view s)
{
    for (const auto* four : { "M.K.", "M!K!", "M&K!", "N.T.", "FLT4", "NSMS", "PATT", "LARD", "EXO4" })
        if (s == four)
            return 4;

    for (const auto* eight : { "FLT8", "EXO8", "CD81", "OKTA", "OCTA" })
        if (s == eight)
            return 8;

    if (s.size() != 4)
        return 0;

    if (isDigit (s[0]) && s.substr (1) == "CHN")
        return s[0] - '0';

    if (isDigit (s[0]) && isDigit (s[1]) && (s.substr (2) == "CH" || s.substr (2) == "CN"))
        return 10 * (s[0] - '0') + s[1] - '0';

    return s.substr (0, 3) == "TDZ" && isDigit (s[3]) ? s[3] - '0' : 0;
}

std::string_view signatureOf (std::string_view data) { return data.size() >= headerBytes ? data.substr (signatureAt, 4) : std::string_view(); }

struct StoredSample
{
    Sample sample;
    std::size_t bytes = 0;
};

StoredSample readSampleHeader (Bytes& bytes)
{
    StoredSample stored;
    auto& sample = stored.sample;
    sample.name = trimmed (utf8FromLatin1 (bytes.text (22)));
    stored.bytes = std::size_t { 2 } * bytes.big16();
    const auto finetune = bytes.u8() & 15;
    sample.semitones = (finetune < 8 ? finetune : finetune - 16) / 8.0;
    sample.volume = std::min<int> (bytes.u8(), 64);
    sample.loopStart = std::int64_t { 2 } * bytes.big16();
    const auto loopLength = std::int64_t { 2 } * bytes.big16();
    sample.loopEnd = sample.loopStart + loopLength;
    sample.loop = loopLength > 2 ? LoopMode::forward : LoopMode::off;
    return stored;
}

std::uint8_t keyOfPeriod (int period)
{
    if (period == 0)
        return key::none;

    const auto note = 48 + static_cast<int> (std::lround (12 * std::log2 (428.0 / period)));
    return static_cast<std::uint8_t> (std::clamp (note, 0, static_cast<int> (key::highest)));
}

Cell readCell (Bytes& bytes)
{
    const int a = bytes.u8(), b = bytes.u8(), c = bytes.u8(), d = bytes.u8();
    Cell cell;
    cell.instrument = (a & 0xf0) | c >> 4;
    cell.key = keyOfPeriod ((a & 15) << 8 | b);
    cell.value = static_cast<std::uint8_t> (d);

    if (const auto effect = c & 15; effect != 0 || d != 0)
        cell.effect = "0123456789ABCDEF"[effect];

    return cell;
}

/** `firstChannel` is 4 for the right halves of a StarTrekker song of eight channels, which lie in patterns of their own. */
void readPattern (Bytes& bytes, Song& song, Pattern& pattern, int channels, int firstChannel)
{
    for (auto row = 0; row < 64; ++row)
        for (auto channel = 0; channel < channels && bytes.left() >= 4; ++channel)
        {
            auto cell = readCell (bytes);
            cell.row = row;
            cell.channel = firstChannel + channel;
            song.addCell (pattern, cell);
        }
}

void readPatterns (Bytes& bytes, Song& song, int channels, int patternCount, bool isInHalves)
{
    for (auto i = 0; i < patternCount && ! bytes.isAtEnd(); ++i)
    {
        auto& pattern = song.patterns.emplace_back();
        readPattern (bytes, song, pattern, isInHalves ? 4 : channels, 0);

        if (isInHalves)
        {
            readPattern (bytes, song, pattern, 4, 4);
            std::stable_sort (pattern.cells.begin(), pattern.cells.end(), [] (const Cell& a, const Cell& b) { return a.row < b.row; });
        }
    }
}

void readSamples (Bytes& bytes, std::vector<StoredSample>& stored, Song& song)
{
    for (auto& s : stored)
    {
        // FastTracker and others pack with "ADPCM": one sixteenth table and half a byte for each value.
        if (bytes.has (bytes.position(), "ADPCM"))
        {
            song.report.add ("A packed sample is silent.", "Its compression is not known here.", "sample", static_cast<int> (song.samples.size()) + 1);
            bytes.skip (5 + 16 + (s.bytes + 1) / 2);
        }
        else
            s.sample.sound = readSample (bytes, song.roomFor (std::min (s.bytes, bytes.left())), {});

        song.samples.push_back (std::move (s.sample));
    }
}
} // namespace

bool isMod (std::string_view data) { return channelsBy (signatureOf (data)) > 0; }

Result<Song> readMod (std::string_view data)
{
    Bytes bytes (data);
    const auto signature = signatureOf (data);
    const auto channels = channelsBy (signature);

    if (channels < 1)
        return Failure { "This is no module that is known here.", "signature" };

    Song song;
    song.dialect = Dialect::mod;
    song.mixLevel = 0.5;
    song.title = trimmed (utf8FromLatin1 (bytes.text (20)));
    song.format = channels == 4 ? "ProTracker module" : "Module with " + std::to_string (channels) + " channels";
    std::vector<StoredSample> samples;

    for (auto i = 0; i < sampleCount; ++i)
        samples.push_back (readSampleHeader (bytes));

    const auto isInHalves = signature == "FLT8" || signature == "EXO8";
    const auto length = std::clamp<int> (bytes.u8(), 1, 128);
    song.restart = bytes.u8();
    auto highest = 0;

    for (auto i = 0; i < 128; ++i)
    {
        const auto order = bytes.u8() / (isInHalves ? 2 : 1);
        highest = std::max (highest, i < length || order < 128 ? order : 0);

        if (i < length)
            song.orders.push_back (order);
    }

    for (auto i = 0; i < channels; ++i)
        song.channels.push_back ({ (i & 3) == 1 || (i & 3) == 2 ? 0.5 : -0.5, 64, false });

    bytes.seek (headerBytes);
    readPatterns (bytes, song, channels, highest + 1, isInHalves);
    readSamples (bytes, samples, song);

    if (bytes.wasShort() || bytes.left() == 0)
        for (std::size_t i = 0; i < samples.size(); ++i)
            if (song.samples[i].sound.samples.size() < samples[i].bytes)
                song.report.add ("A sample breaks off.", "The file is damaged or was not copied whole.", "sample", static_cast<int> (i) + 1);

    return song;
}

} // namespace athanor::tracker
