// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Sampler/Cloud.h"
#include "Modules/Source/NoteSeed.h"
#include "Modules/Source/Tuning.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

/** Takes a recording apart into grains and puts them together anew. */
template <typename S>
class Granular final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.granular", "Granular", "Sources",
                                           "Scatters a recording into grains: stretched, frozen, smeared into clouds, at any pitch." };

    Granular() : ModuleOf<S> (about) {}

    SoundSlot sound { *this, "sound", "The recording to take grains from." };
    Tuning tuning { *this };
    Input trigger { *this, "trigger", "Above one half where a cloud starts.", Normal::trigger };
    Input random { *this, "random", "What makes one cloud unlike the next.", Normal::random };
    Knob position { *this, "position", amount (0.1f), "Where in the recording the grains are taken from." };
    Knob speed { *this, "speed", { -2, 2, 0.25f, "x" }, "How fast that place moves on: 1 as recorded, 0 stands still, below it goes back." };
    Knob spray { *this, "spray", amount (0.02f), "How far around that place chance reaches." };
    Knob size { *this, "size", seconds (0.005f, 1, 0.12f), "How long a grain is." };
    Knob density { *this, "density", { 1, 12, 4 }, "How many grains sound at once." };
    Knob scatter { *this, "scatter", semitones (0, 24, 0), "How far chance moves the pitch of each grain." };
    Knob reverse { *this, "reverse", amount (0), "How likely a grain is played backwards." };
    Knob spread { *this, "spread", amount (0.6f), "How far chance scatters the grains between the speakers." };
    Output left { *this, "left", "The grains as the left speaker gets them." };
    Output right { *this, "right", "The grains as the right speaker gets them." };

    void prepare (double rate) override
    {
        sampleRate = rate;
        reset();
    }

    void reset() noexcept override { voices = {}; }

    void startLane (int lane) noexcept override { voices[static_cast<std::size_t> (lane)] = {}; }

    void process (const Block<S>& block) noexcept override
    {
        const auto* source = block[sound];
        bool isSounding = false;
        block[left].clear();
        block[right].clear();

        if (source != playing)
            reset();

        playing = source;

        if (source == nullptr || source->frames() < 2)
            return;

        for (int lane = 0; lane < S::size; ++lane)
            isSounding |= renderLane (block, *source, lane);

        for (auto* result : { &block[left], &block[right] })
            result->silent = result->steady = ! isSounding;
    }

private:
    struct Voice
    {
        dsp::Cloud cloud;
        bool isOn = false;
        double travelled = 0; ///< Frames of the recording.
        float wait = 0;       ///< Frames until the next grain.
        std::uint32_t seed = 1, grains = 0;

        float chance() noexcept { return dsp::chanceOf (seed + ++grains); }
    };

    bool renderLane (const Block<S>& block, const dsp::Sound& source, int lane) noexcept
    {
        auto& voice = voices[static_cast<std::size_t> (lane)];
        const auto& starts = block[trigger];

        if (starts.silent && ! voice.isOn)
            return false;

        for (int frame = 0; frame < quantum;)
        {
            if (! starts.silent && starts[frame][lane] > 0.5f)
            {
                voice.isOn = true;
                voice.travelled = voice.wait = 0;
                voice.grains = 0;
                voice.seed = dsp::scatter (seedAt (block[random], frame, lane));
            }

            int next = frame + 1;

            while (next < quantum && (starts.silent || starts[next][lane] <= 0.5f))
                ++next;

            renderStretch (voice, block, source, lane, frame, next);
            frame = next;
        }

        return voice.isOn;
    }

    /** From one grain to the next, and so on to the end of the stretch. */
    void renderStretch (Voice& voice, const Block<S>& block, const dsp::Sound& source, int lane, int frame, int end) noexcept
    {
        const auto at = [lane] (Signal<S>& signal, int place) { return reinterpret_cast<float*> (&signal[place]) + lane; };

        while (frame < end)
        {
            if (voice.isOn && voice.wait < 1)
                startGrain (voice, block, source, lane, frame);

            const int untilNext = voice.isOn ? std::max (1, static_cast<int> (std::min (voice.wait, 1e6f))) : end;
            const int count = std::min (end - frame, untilNext);
            voice.cloud.add (source, count, at (block[left], frame), at (block[right], frame), S::size);
            voice.wait -= static_cast<float> (count);
            voice.travelled += static_cast<double> (block[speed][frame][lane]) * count * source.sampleRate / sampleRate;
            frame += count;
        }
    }

    void startGrain (Voice& voice, const Block<S>& block, const dsp::Sound& source, int lane, int frame) noexcept
    {
        const auto knob = [&] (const Knob& port) { return block[port][frame][lane]; };
        const auto frames = static_cast<double> (source.frames());
        const float length = std::max (16.0f, knob (size) * static_cast<float> (sampleRate));
        const float overlap = knob (density);
        const float semitonesUp = tuning.at (block, frame)[lane] - 60 + knob (scatter) * voice.chance();
        const double pitch = std::min (64.0, static_cast<double> (dsp::exp2 (semitonesUp * (1.0f / 12))) * source.sampleRate / sampleRate);
        const double place = (static_cast<double> (knob (position)) + static_cast<double> (knob (spray) * voice.chance())) * frames + voice.travelled;
        const bool isBackward = 0.5f + 0.5f * voice.chance() < knob (reverse);
        const float panning = knob (spread) * voice.chance();

        // As many powers add as grains overlap.
        const float level = 1.4f / dsp::sqrt (dsp::Lanes<2> (overlap))[0];

        voice.cloud.start ({ .position = wrapped (place, frames),
                             .speed = std::min (pitch, frames * 0.5) * (isBackward ? -1 : 1),
                             .length = static_cast<int> (length),
                             .left = level * std::min (1.0f, 1 - panning),
                             .right = level * std::min (1.0f, 1 + panning) });

        voice.wait += std::max (1.0f, length / overlap * (1 + 0.2f * voice.chance()));
    }

    static double wrapped (double place, double frames) noexcept
    {
        const double turns = place / frames;
        return (turns - static_cast<double> (static_cast<std::int64_t> (turns) - (turns < 0 ? 1 : 0))) * frames;
    }

    double sampleRate = 48'000;
    const dsp::Sound* playing = nullptr;
    std::array<Voice, S::size> voices;
};

} // namespace athanor
