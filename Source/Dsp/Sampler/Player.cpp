// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Sampler/Player.h"

#include <algorithm>

namespace athanor::dsp
{

namespace
{
constexpr std::int64_t whole (std::int64_t place) { return place >> 32; }

/** Catmull and Rom's cubic through four neighbours. */
float cubic (float before, float a, float b, float after, float t)
{
    const float slope = 0.5f * (b - before);
    const float nextSlope = 0.5f * (after - a);
    const float step = b - a;
    const float second = 3.0f * step - 2.0f * slope - nextSlope;
    const float third = slope + nextSlope - 2.0f * step;
    return ((third * t + second) * t + slope) * t + a;
}

template <int channels>
float read (const Sound& sound, std::int64_t frame, int channel)
{
    const auto index = static_cast<std::size_t> (frame) * channels + static_cast<std::size_t> (channel);
    return frame < 0 || index >= sound.samples.size() ? 0.0f : sound.samples[index];
}
} // namespace

PlayRegion PlayRegion::within (std::int64_t frames) const noexcept
{
    PlayRegion inside = *this;
    inside.start = std::clamp<std::int64_t> (start, 0, frames);
    inside.end = std::clamp (end, inside.start, frames);
    inside.loopStart = std::clamp (loopStart, inside.start, inside.end);
    inside.loopEnd = std::clamp (loopEnd, inside.loopStart, inside.end);

    if (inside.loopEnd <= inside.loopStart)
        inside.loop = Loop::off;

    return inside;
}

Player::Step Player::toStep (double speed) noexcept
{
    constexpr double highest = static_cast<double> (maximumStep) / static_cast<double> (one);
    return speed > 0 ? static_cast<Step> (std::min (speed, highest) * static_cast<double> (one)) : 0;
}

void Player::start (const PlayRegion& region, double at, bool isBackward) noexcept
{
    bounds = region;
    const auto fixed = static_cast<std::int64_t> (std::clamp (at, static_cast<double> (region.start), static_cast<double> (region.end)) * static_cast<double> (one));

    // Backwards, the end is where the last frame is.
    const auto frame = isBackward ? std::min (whole (fixed), region.end - 1) : whole (fixed);
    isOn = frame >= region.start && frame < region.end;
    lap.first = frame;
    lap.direction = isBackward ? -1 : 1;
    place = isBackward ? 0 : fixed - frame * one;
    previous = -1;
    change (region);
}

void Player::change (const PlayRegion& region) noexcept
{
    const auto here = lap.frameAt (whole (place));
    const bool isLooped = region.loop != PlayRegion::Loop::off;
    const bool isForward = lap.direction > 0;
    place &= one - 1;
    bounds = region;
    lap.first = here;

    // A lap ends at the loop that lies ahead; one that starts behind it goes to the end of the recording.
    if (isForward)
        lap.length = (isLooped && here < region.loopEnd ? region.loopEnd : region.end) - here;
    else
        lap.length = here + 1 - (isLooped && here >= region.loopStart ? region.loopStart : region.start);

    if (lap.length <= 0)
        goOn();
}

double Player::position() const noexcept
{
    return static_cast<double> (lap.first) + lap.direction * static_cast<double> (place) / static_cast<double> (one);
}

Player::Lap Player::after (const Lap& done) const noexcept
{
    const auto length = bounds.loopEnd - bounds.loopStart;
    const Lap up { bounds.loopStart, length, 1 }, down { bounds.loopEnd - 1, length, -1 };

    switch (bounds.loop)
    {
        case PlayRegion::Loop::forward:
            return done.direction > 0 ? up : down;
        case PlayRegion::Loop::pingPong:
            return done.direction > 0 ? down : up;
        case PlayRegion::Loop::backward:
            return down;
        case PlayRegion::Loop::off:
            break;
    }

    return {};
}

/** From the end of one lap into the next, as often as a long step needs. */
void Player::goOn() noexcept
{
    while (isOn && whole (place) >= lap.length)
    {
        const auto next = after (lap);
        isOn = next.length > 0;

        if (! isOn)
            return;

        if (lap.length > 0)
            previous = lap.frameAt (lap.length - 1);

        place = std::max<std::int64_t> (0, place - lap.length * one);
        lap = next;

        // Two laps lead back to the same place in every kind of loop.
        place %= 2 * lap.length * one;
    }
}

/** The four frames around the place, where some lie in the lap before or in those after. */
void Player::readAcross (std::int64_t (&frames)[4]) const noexcept
{
    auto at = whole (place) - 1;
    auto in = lap;

    for (auto& frame : frames)
    {
        while (in.length > 0 && at >= in.length)
        {
            at -= in.length;
            in = after (in);
        }

        frame = at < 0 ? previous : in.length > 0 ? in.frameAt (at)
                                                  : -1;
        ++at;
    }
}

template <int channels, Interpolation kind>
void Player::renderAs (const Sound& sound, const Step* steps, int stepStride, int count, Target target) noexcept
{
    int frame = 0;

    for (; frame < count && isOn; ++frame)
    {
        const auto at = whole (place);
        const auto t = static_cast<float> (static_cast<std::uint32_t> (place) >> 8) * 0x1p-24f;
        std::int64_t around[4];

        if (at >= 1 && at + 2 < lap.length)
            for (int tap = 0; tap < 4; ++tap)
                around[tap] = lap.frameAt (at - 1 + tap);
        else
            readAcross (around);

        float values[2] {};

        for (int channel = 0; channel < channels; ++channel)
        {
            const auto value = [&] (int tap) { return read<channels> (sound, around[tap], channel); };

            if constexpr (kind == Interpolation::none)
                values[channel] = value (1);
            else if constexpr (kind == Interpolation::linear)
                values[channel] = value (1) + (value (2) - value (1)) * t;
            else
                values[channel] = cubic (value (0), value (1), value (2), value (3), t);
        }

        target.left[frame * target.stride] = values[0];
        target.right[frame * target.stride] = values[channels - 1];
        place += std::clamp<Step> (steps[frame * stepStride], 0, maximumStep);

        if (whole (place) >= lap.length)
            goOn();
    }

    for (; frame < count; ++frame)
        target.left[frame * target.stride] = target.right[frame * target.stride] = 0;
}

void Player::render (const Sound& sound, Interpolation kind, const Step* steps, int stepStride, int count, Target target) noexcept
{
    const auto renderWith = [&]<int channels>() {
        switch (kind)
        {
            case Interpolation::none:
                return renderAs<channels, Interpolation::none> (sound, steps, stepStride, count, target);
            case Interpolation::linear:
                return renderAs<channels, Interpolation::linear> (sound, steps, stepStride, count, target);
            case Interpolation::cubic:
                return renderAs<channels, Interpolation::cubic> (sound, steps, stepStride, count, target);
        }
    };

    sound.channels == 2 ? renderWith.template operator()<2>() : renderWith.template operator()<1>();
}

} // namespace athanor::dsp
