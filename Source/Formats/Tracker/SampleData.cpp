// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/SampleData.h"

#include <algorithm>
#include <vector>

namespace athanor::tracker
{

namespace
{
using Channel = std::vector<std::int16_t>;

/** 8 bit values are kept in the upper half, so that both widths have one scale. */
Channel readChannel (Bytes& bytes, std::size_t frames, SampleLayout layout)
{
    const std::size_t width = layout.is16Bit ? 2 : 1;
    Channel channel;
    channel.reserve (std::min (frames, bytes.left() / width));
    std::uint16_t before = 0;

    while (channel.size() < frames && bytes.left() >= width)
    {
        auto value = layout.is16Bit ? (layout.isBigEndian ? bytes.big16() : bytes.u16()) : static_cast<std::uint16_t> (bytes.u8() << 8);

        if (layout.isDelta)
            before = value = static_cast<std::uint16_t> (before + value);

        if (! layout.isSigned)
            value = static_cast<std::uint16_t> (value ^ 0x8000);

        channel.push_back (static_cast<std::int16_t> (value));
    }

    return channel;
}

dsp::Sound join (const Channel& left, const Channel* right)
{
    constexpr auto full = 1.0f / 32'768;
    dsp::Sound sound;
    sound.channels = right != nullptr ? 2 : 1;
    sound.samples.reserve (left.size() * static_cast<std::size_t> (sound.channels));

    for (std::size_t i = 0; i < left.size(); ++i)
    {
        sound.samples.push_back (static_cast<float> (left[i]) * full);

        if (right != nullptr)
            sound.samples.push_back (i < right->size() ? static_cast<float> ((*right)[i]) * full : 0.0f);
    }

    return sound;
}

/** Bits, lowest first, of one compressed block. */
class Bits
{
public:
    explicit Bits (std::string_view data) : bytes (data) {}

    bool isAtEnd() const noexcept { return place >= bytes.size() * 8; }

    std::uint32_t take (int count) noexcept
    {
        std::uint32_t value = 0;

        for (auto i = 0; i < count && ! isAtEnd(); ++i, ++place)
            value |= static_cast<std::uint32_t> (static_cast<std::uint8_t> (bytes[place / 8]) >> (place % 8) & 1) << i;

        return value;
    }

private:
    std::string_view bytes;
    std::size_t place = 0;
};

/** Impulse Tracker's compression: differences in a number of bits that codes inside the stream change. */
class Unpacker
{
public:
    Unpacker (bool is16Bit, bool twice) : full (is16Bit ? 16 : 8), widthBits (is16Bit ? 4 : 3), isTwiceDelta (twice) {}

    std::size_t blockFrames() const noexcept { return full == 16 ? 0x4000 : 0x8000; }

    /** False when the block breaks off or asks for a width that there is not. */
    bool unpack (std::string_view block, std::size_t frames, Channel& into)
    {
        Bits bits (block);
        auto width = full + 1;
        std::uint16_t once = 0, twice = 0;

        for (std::size_t count = 0; count < frames;)
        {
            if (bits.isAtEnd())
                return false;

            const auto value = bits.take (width);

            if (const auto changed = newWidth (value, width, bits); changed != width)
            {
                if (changed < 1 || changed > full + 1)
                    return false;

                width = changed;
                continue;
            }

            if (isUnchanged)
                continue;

            once = static_cast<std::uint16_t> (once + extended (value, width));
            twice = static_cast<std::uint16_t> (twice + once);
            const auto sample = isTwiceDelta ? twice : once;
            into.push_back (static_cast<std::int16_t> (full == 16 ? sample : sample << 8));
            ++count;
        }

        return true;
    }

private:
    /** The width after a value that may be a code; the same one when it is a sample, or a code for the width there is. */
    int newWidth (std::uint32_t value, int width, Bits& bits)
    {
        isUnchanged = false;

        if (width < 7)
        {
            if (value != 1u << (width - 1))
                return width;

            return other (static_cast<int> (bits.take (widthBits)), width);
        }

        if (width <= full)
        {
            const auto border = (full == 16 ? 0xffffu >> (17 - width) : 0xffu >> (9 - width)) - (full == 16 ? 8u : 4u);
            const auto codes = full == 16 ? 16u : 8u;

            if (value <= border || value > border + codes)
                return width;

            return other (static_cast<int> (value - border) - 1, width);
        }

        if ((value >> full & 1) == 0)
            return width;

        const auto asked = static_cast<int> (value & 0xff) + 1;
        isUnchanged = asked == width;
        return asked;
    }

    /** Codes leave out the width that there is. */
    static int other (int code, int width) { return code + 1 < width ? code + 1 : code + 2; }

    std::uint16_t extended (std::uint32_t value, int width) const
    {
        const auto bits = std::min (width, full);
        const auto sign = 1u << (bits - 1);
        return static_cast<std::uint16_t> (((value & (2 * sign - 1)) ^ sign) - sign);
    }

    const int full, widthBits;
    const bool isTwiceDelta;
    bool isUnchanged = false;
};

Channel unpackChannel (Bytes& bytes, std::size_t frames, bool is16Bit, bool isTwiceDelta)
{
    Unpacker unpacker (is16Bit, isTwiceDelta);
    Channel channel;

    while (channel.size() < frames && bytes.left() > 2)
    {
        const auto size = bytes.u16();

        if (! unpacker.unpack (bytes.take (size), std::min (unpacker.blockFrames(), frames - channel.size()), channel))
            break;
    }

    return channel;
}
} // namespace

dsp::Sound readSample (Bytes& bytes, std::size_t frames, SampleLayout layout)
{
    const auto left = readChannel (bytes, frames, layout);

    if (! layout.isStereo)
        return join (left, nullptr);

    const auto right = readChannel (bytes, frames, layout);
    return join (left, &right);
}

dsp::Sound readCompressedSample (Bytes& bytes, std::size_t frames, SampleLayout layout, bool isTwiceDelta)
{
    const auto left = unpackChannel (bytes, frames, layout.is16Bit, isTwiceDelta);

    if (! layout.isStereo)
        return join (left, nullptr);

    const auto right = unpackChannel (bytes, frames, layout.is16Bit, isTwiceDelta);
    return join (left, &right);
}

} // namespace athanor::tracker
