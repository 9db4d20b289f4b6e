// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/ItParts.h"

#include "Core/Text.h"
#include "Formats/Tracker/SampleData.h"
#include "Model/Reflect/Values.h"

#include <algorithm>

namespace athanor::tracker
{

namespace
{
enum EnvelopeFlag { on = 1,
                    loop = 2,
                    sustain = 4,
                    carry = 8,
                    filter = 128 };

/** The points of an envelope and the ticks they stand at. Two at one tick: the later one counts, one tick on. */
struct Points
{
    std::vector<int> ticks;
    TickEnvelope envelope;

    void add (int tick, double value)
    {
        if (! ticks.empty())
            tick = std::max (tick, ticks.back() + (tick == ticks.back() ? 1 : 0));

        if (! ticks.empty() && tick < ticks.back())
            return;

        ticks.push_back (tick);
        envelope.points.put (tick, value);
    }

    int tickOf (int point) const { return point < static_cast<int> (ticks.size()) ? ticks[static_cast<std::size_t> (point)] : -1; }

    TickEnvelope finish (int flags, int loopStart, int loopEnd, int sustainStart, int sustainEnd)
    {
        envelope.isOn = (flags & on) != 0 && ! ticks.empty();
        envelope.carries = (flags & carry) != 0;

        if ((flags & loop) != 0 && loopStart <= loopEnd && tickOf (loopEnd) >= 0)
        {
            envelope.loopStart = tickOf (loopStart);
            envelope.loopEnd = tickOf (loopEnd);
        }

        if ((flags & sustain) != 0 && sustainStart <= sustainEnd && tickOf (sustainEnd) >= 0)
        {
            envelope.sustainStart = tickOf (sustainStart);
            envelope.sustainEnd = tickOf (sustainEnd);
        }

        return std::move (envelope);
    }
};

/** `scale` turns the stored value into the model's; `flags` returns what kind it is. */
TickEnvelope readEnvelope (Bytes& bytes, double middle, double scale, int& flags)
{
    Points points;
    flags = bytes.u8();
    const auto count = std::min<int> (bytes.u8(), 25);
    const int loopStart = bytes.u8(), loopEnd = bytes.u8(), sustainStart = bytes.u8(), sustainEnd = bytes.u8();

    for (auto i = 0; i < 25; ++i)
    {
        const auto value = bytes.i8();
        const auto tick = bytes.u16();

        if (i < count)
            points.add (std::min<int> (tick, 9'999), std::clamp ((value - middle) / scale, -1.0, 1.0));
    }

    bytes.skip (1);
    return points.finish (flags, loopStart, loopEnd, sustainStart, sustainEnd);
}

void readKeys (Bytes& bytes, Instrument& instrument)
{
    for (auto& key : instrument.keys)
    {
        const int note = bytes.u8();
        key.sample = bytes.u8();
        key.key = std::min (note, 119);
    }
}

void keepNumber (Instrument& instrument, const char* name, int value)
{
    if (value != 0)
        instrument.more.emplace (name, value);
}

void readNewHeader (Bytes& bytes, Instrument& instrument, Song& song, int number)
{
    bytes.skip (1);
    instrument.newNoteAction = static_cast<NewNoteAction> (bytes.u8() & 3);
    keepNumber (instrument, "duplicateCheck", bytes.u8() & 3);
    keepNumber (instrument, "duplicateAction", bytes.u8() & 3);
    instrument.fadePerTick = std::min (bytes.u16() / 1'024.0, 1.0);
    const auto separation = bytes.i8();
    const auto centre = bytes.u8();
    instrument.level = std::min<int> (bytes.u8(), 128) / 128.0;

    if (const auto panning = bytes.u8(); (panning & 0x80) == 0)
        instrument.defaultPanning = std::clamp ((panning - 32) / 32.0, -1.0, 1.0);

    const auto randomVolume = bytes.u8(), randomPanning = bytes.u8();
    bytes.skip (4);
    instrument.name = trimmed (utf8FromDos (bytes.text (26)));
    const auto cutoff = bytes.u8(), resonance = bytes.u8();
    bytes.skip (4);

    if (separation != 0)
    {
        instrument.more.emplace ("pitchPanning", static_cast<int> (separation));
        instrument.more.emplace ("pitchPanningCentre", static_cast<int> (centre));
        song.report.add ("Higher notes do not move to one side.", "That setting is kept, not played.", "instrument", number);
    }

    keepNumber (instrument, "randomVolume", randomVolume);
    keepNumber (instrument, "randomPanning", randomPanning);

    if (randomVolume != 0 || randomPanning != 0)
        song.report.add ("Volume and panning do not vary by chance.", "Those settings are kept, not played.", "instrument", number);

    if ((cutoff & 0x80) != 0)
        instrument.more.emplace ("filterCutoff", cutoff & 0x7f);

    if ((resonance & 0x80) != 0)
        instrument.more.emplace ("filterResonance", resonance & 0x7f);

    if (((cutoff & 0x80) != 0 && (cutoff & 0x7f) < 127) || ((resonance & 0x80) != 0 && (resonance & 0x7f) > 0))
        song.report.add ("The filter of an instrument stays open.", "Its settings are kept, not played.", "instrument", number);
}

void readNewInstrument (Bytes& bytes, Instrument& instrument, Song& song, int number)
{
    readNewHeader (bytes, instrument, song, number);
    readKeys (bytes, instrument);
    int flags = 0;
    instrument.volume = readEnvelope (bytes, 0, 64, flags);
    instrument.panning = readEnvelope (bytes, 0, 32, flags);
    auto third = readEnvelope (bytes, 0, 32, flags);

    if ((flags & filter) == 0)
        instrument.pitch = std::move (third);
    else if (third.isOn)
    {
        auto values = third.points;

        for (const auto& [tick, value] : values)
            third.points.put (tick, (*value + 1) / 2);

        instrument.more.emplace ("filterEnvelope", reflect::toValue (third));
        song.report.add ("A filter envelope is not played.", "It is kept.", "instrument", number);
    }
}

/** As Impulse Tracker wrote it before version 2. */
void readOldInstrument (Bytes& bytes, Instrument& instrument)
{
    bytes.skip (1);
    const int flags = bytes.u8(), loopStart = bytes.u8(), loopEnd = bytes.u8(), sustainStart = bytes.u8(), sustainEnd = bytes.u8();
    bytes.skip (2);
    instrument.fadePerTick = std::min (bytes.u16() / 512.0, 1.0);
    instrument.newNoteAction = static_cast<NewNoteAction> (bytes.u8() & 3);
    keepNumber (instrument, "duplicateCheck", bytes.u8() & 1);
    bytes.skip (4);
    instrument.name = trimmed (utf8FromDos (bytes.text (26)));
    bytes.skip (6);
    readKeys (bytes, instrument);
    bytes.skip (200);
    Points points;

    for (auto i = 0; i < 25; ++i)
    {
        const int tick = bytes.u8(), value = bytes.u8();

        if (tick == 0xff)
            break;

        points.add (tick, std::min (value, 64) / 64.0);
    }

    instrument.volume = points.finish (flags, loopStart, loopEnd, sustainStart, sustainEnd);
}

LoopMode loopMode (int flags, int isOn, int isPingPong)
{
    return (flags & isOn) == 0 ? LoopMode::off : (flags & isPingPong) != 0 ? LoopMode::pingPong
                                                                           : LoopMode::forward;
}

struct Storage
{
    std::uint32_t length = 0, place = 0;
    int flags = 0, convert = 0;
};

void readData (Bytes& bytes, const Storage& storage, int number, Sample& sample, Song& song)
{
    SampleLayout layout { .is16Bit = (storage.flags & 2) != 0, .isSigned = (storage.convert & 1) != 0, .isBigEndian = (storage.convert & 2) != 0, .isDelta = (storage.convert & 4) != 0, .isStereo = (storage.flags & 4) != 0 };

    if (storage.place >= bytes.size())
    {
        song.report.add ("The data of a sample is missing.", "The file is damaged or was not copied whole.", "sample", number);
        return;
    }

    bytes.seek (storage.place);

    if ((storage.flags & 8) == 0)
        sample.sound = readSample (bytes, song.roomFor (std::min<std::uint64_t> (storage.length, bytes.left())), layout);
    else
    {
        // Compression gives at most 8 values for a byte; what the header claims beyond that is a lie.
        const auto twice = (storage.convert & 4) != 0;
        layout.isDelta = false;
        sample.sound = readCompressedSample (bytes, song.roomFor (std::min<std::uint64_t> (storage.length, std::uint64_t { 8 } * bytes.left())), layout, twice);
    }

    if (sample.sound.frames() < storage.length)
        song.report.add ("A sample breaks off.", "The file is damaged or was not copied whole.", "sample", number);
}
} // namespace

Sample readItSample (Bytes bytes, std::uint32_t at, const ItVersion&, Song& song)
{
    Sample sample;
    const auto number = static_cast<int> (song.samples.size()) + 1;
    bytes.seek (at);

    if (at == 0 || ! bytes.has (at, "IMPS"))
        return sample;

    bytes.skip (4);
    const auto fileName = bytes.text (12);
    bytes.skip (1);
    sample.level = std::min<int> (bytes.u8(), 64) / 64.0;
    Storage storage;
    storage.flags = bytes.u8();
    sample.volume = std::min<int> (bytes.u8(), 64);
    sample.name = trimmed (utf8FromDos (bytes.text (26)));
    sample.name = sample.name.empty() ? trimmed (utf8FromDos (fileName)) : sample.name;
    storage.convert = bytes.u8();

    if (const auto panning = bytes.u8(); (panning & 0x80) != 0)
        sample.panning = std::clamp (((panning & 0x7f) - 32) / 32.0, -1.0, 1.0);

    storage.length = bytes.u32();
    sample.loopStart = bytes.u32();
    sample.loopEnd = bytes.u32();
    sample.middleRate = bytes.u32();
    sample.sustainStart = bytes.u32();
    sample.sustainEnd = bytes.u32();
    storage.place = bytes.u32();
    sample.vibratoSpeed = bytes.u8();
    sample.vibratoDepth = bytes.u8();
    sample.vibratoRate = bytes.u8();
    sample.vibratoShape = bytes.u8() & 3;
    sample.loop = loopMode (storage.flags, 16, 64);
    sample.sustainLoop = loopMode (storage.flags, 32, 128);

    if ((storage.flags & 1) != 0 && storage.length > 0)
        readData (bytes, storage, number, sample, song);

    return sample;
}

Instrument readItInstrument (Bytes bytes, std::uint32_t at, const ItVersion& version, Song& song)
{
    Instrument instrument;
    const auto number = static_cast<int> (song.instruments.size()) + 1;
    bytes.seek (at);

    if (at == 0 || ! bytes.has (at, "IMPI"))
    {
        song.report.add ("An instrument is damaged and was left empty.", "", "instrument", number);
        return instrument;
    }

    bytes.skip (4 + 12);

    if (version.compatible < 0x200)
        readOldInstrument (bytes, instrument);
    else
        readNewInstrument (bytes, instrument, song, number);

    return instrument;
}

} // namespace athanor::tracker
