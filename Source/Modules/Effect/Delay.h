// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Dsp/Delay/DelayLine.h"
#include "Dsp/Filter/OnePole.h"
#include "Dsp/Shape/SoftLimit.h"
#include "Modules/Knobs.h"
#include "Modules/NoteLength.h"

namespace athanor
{

/** Echoes: free or in time, straight or bouncing between the speakers, darker and thinner each time round. */
template <typename S>
class Delay final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.delay", "Delay", "Effects", "Repeats the sound, softer and duller each time." };

    Delay() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to repeat." };
    Knob time { *this, "time", seconds (0.001f, longest, 0.35f), "How long after the sound its echo comes, while sync is free." };
    Knob sync { *this, "sync", choice (noteLengths, 8), "The note length that echoes keep to; one that would take longer than four seconds is halved." };
    Knob offset { *this, "offset", bipolar (0), "Moves the echoes of the right speaker forward or back against the left, by up to half their distance." };
    Knob feedback { *this, "feedback", amount (0.4f), "How much of each echo comes round again; at 1 they hardly die." };
    Knob mode { *this, "mode", choice (modes), "Ping-pong throws the echoes from one speaker to the other." };
    Knob lowCut { *this, "lowCut", hertz (20, 2'000, 120), "What is below is taken out of the echoes, more each time round." };
    Knob highCut { *this, "highCut", hertz (200, 20'000, 6'000), "What is above is taken out of the echoes, more each time round." };
    Knob change { *this, "change", choice (changes), "A new time is reached by winding the tape, which bends the pitch, or by fading over." };
    Knob mix { *this, "mix", amount (0.3f), "How much is echo: 0 is only the sound, 1 only its echoes." };
    Output out { *this, "out", "The sound with its echoes." };
    Tail tail { *this, longest * 1.6 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        line.prepare (static_cast<int> (1.5 * longest * rate) + 4);
        reset();
    }

    void reset() noexcept override
    {
        line.reset();
        lows.reset();
        highs.reset();
        fade = 1;
        isFresh = true;
    }

    void process (const Block<S>& block) noexcept override
    {
        const float goal = block.choice (mode) == 1 ? 1.0f : 0.0f;
        const auto from = isFresh ? goal : bounce;
        const auto synced = syncedFrames (block);
        const bool isTape = block.choice (change) == 0;
        const Through dry (block[mix], [] (S x) { return dsp::cosine (0.25f * x); });
        const Through wet (block[mix], [] (S x) { return dsp::sine (0.25f * x); });
        const auto ratio = [this] (S hz) { return dsp::OnePole<S>::design (hz * (1.0f / sampleRate)); };
        const Through lowShape (block[lowCut], ratio);
        const Through highShape (block[highCut], ratio);

        for (int frame = 0; frame < quantum; ++frame)
        {
            const S straightOrBounce (from + (goal - from) * static_cast<float> (frame + 1) / quantum);
            const auto x = block[in][frame];
            const auto echo = echoAt (distanceAt (block, frame, synced), isTape);
            const auto returned = lows.low (highs.high (echo, lowShape[frame]), highShape[frame]) * block[feedback][frame];
            const auto middle = dsp::makeStereo (0.70710678f * (x[0] + x[1]), 0);
            const auto fed = dsp::mix (x + returned, middle + dsp::swapped (returned), straightOrBounce);

            line.push (dsp::softLimit (fed));
            block[out][frame] = x * dry[frame] + echo * wet[frame];
        }

        bounce = goal;

        if (block[in].silent)
            settle (block[out]);
    }

private:
    static constexpr float longest = 4;
    static constexpr std::array<std::string_view, 2> modes { "stereo", "ping-pong" };
    static constexpr std::array<std::string_view, 2> changes { "tape", "fade" };

    /** Frames from echo to echo in time with the song, or 0 while sync is free. */
    float syncedFrames (const Block<S>& block) const noexcept
    {
        const auto beats = beatsOf (block.choice (sync));

        if (beats <= 0 || block.moment->beatsPerFrame <= 0)
            return 0;

        auto frames = beats / block.moment->beatsPerFrame;

        while (frames > static_cast<double> (longest * sampleRate))
            frames /= 2;

        return static_cast<float> (frames);
    }

    /** How many frames ago the echo sounded. */
    S distanceAt (const Block<S>& block, int frame, float synced) const noexcept
    {
        const auto frames = synced > 0 ? S (synced) : block[time][frame] * sampleRate;
        const auto apart = 1.0f + 0.5f * block[offset][frame] * dsp::makeStereo (0, 1);
        return max (frames * apart, S (8.0f));
    }

    S echoAt (S goal, bool isTape) noexcept
    {
        if (isFresh)
            distance = nextDistance = goal;

        isFresh = false;

        if (isTape && fade >= 1)
        {
            // The tape winds to its new place at no more than twice its speed, gently at the end.
            const auto away = goal - distance;
            const auto step = clamp (away * (50.0f / sampleRate), S (-1.0f), S (1.0f));
            distance = select (abs (away) < 0.002f, goal, distance + step);
            return line.read (distance - 1.0f);
        }

        return fadedEcho (goal);
    }

    /** Stands still, and goes over to another place on the tape in 30 ms when that has moved. */
    S fadedEcho (S goal) noexcept
    {
        if (fade >= 1 && ! isNone (abs (goal - distance) > 0.5f))
        {
            nextDistance = goal;
            fade = 0;
        }

        if (fade >= 1)
            return line.read (distance - 1.0f);

        fade += 1 / (0.03f * sampleRate);
        const auto echo = dsp::mix (line.read (distance - 1.0f), line.read (nextDistance - 1.0f), S (fade < 1 ? fade : 1.0f));

        if (fade >= 1)
            distance = nextDistance;

        return echo;
    }

    float sampleRate = 48'000;
    dsp::DelayLine<S> line;
    dsp::OnePole<S> lows, highs;
    S distance { 0.0f }, nextDistance { 0.0f };
    float fade = 1;   ///< From distance (0) to nextDistance (1).
    float bounce = 0; ///< 1 in ping-pong; glides when the mode changes, against clicks.
    bool isFresh = true;
};

} // namespace athanor
