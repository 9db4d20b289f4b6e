// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Dsp/Sampler/Player.h"
#include "Modules/Module.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

/** Plays a recording like an instrument. */
template <typename S>
class Sampler final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.sampler", "Sampler", "Sources", "Plays a recording at any pitch, once or round a loop." };

    Sampler() : ModuleOf<S> (about) {}

    SoundSlot sound { *this, "sound", "The recording to play." };
    Input pitch { *this, "pitch", "The note to play, in semitones; with nothing plugged in it sounds as it was recorded.", Normal::pitch };
    Input trigger { *this, "trigger", "Above one half where the recording starts.", Normal::trigger };
    Input gate { *this, "gate", "Above one half while the key is held, for a loop that lasts as long.", Normal::gate };
    Input offset { *this, "offset", "How far into the recording a note starts, 0 to 1.", Normal::offset };
    Knob root { *this, "root", whole (0, 127, 60), "The key that plays it as it was recorded." };
    Knob fine { *this, "fine", { -100, 100, 0, "ct" }, "Cents up or down." };
    Knob keys { *this, "keys", amount (1), "How far the pitch follows the key; at 0 each key sounds alike, as drums want it." };
    Knob start { *this, "start", amount (0), "Where in the recording a note starts." };
    Knob end { *this, "end", amount (1), "Where it is over." };
    Knob direction { *this, "direction", choice (directions), "Which way it is played." };
    Knob loop { *this, "loop", choice (loops), "Whether it goes round between the loop's start and end, and which way." };
    Knob loopStart { *this, "loopStart", amount (0), "Where the loop starts." };
    Knob loopEnd { *this, "loopEnd", amount (1), "Where the loop ends." };
    Knob until { *this, "until", choice (untils), "When the loop is left, to play on to the end." };
    Knob interpolation { *this, "interpolation", choice (interpolations, 2), "How pitches in between are made: rough as in the first trackers, or smooth." };
    Output left { *this, "left", "The left channel of the recording, or its only one." };
    Output right { *this, "right", "The right channel of the recording, or its only one." };

    void prepare (double rate) override
    {
        sampleRate = rate;
        reset();
    }

    void reset() noexcept override
    {
        for (int lane = 0; lane < S::size; ++lane)
            startLane (lane);
    }

    void startLane (int lane) noexcept override { voices[static_cast<std::size_t> (lane)] = {}; }

    void process (const Block<S>& block) noexcept override
    {
        const auto* source = block[sound];
        bool isSounding = false;
        block[left].clear();
        block[right].clear();

        // Another recording in the slot has other frames: what played the old one is over.
        if (source != playing)
            for (auto& voice : voices)
                voice.player.stop();

        playing = source;

        if (source == nullptr || source->frames() == 0)
            return;

        const auto bounds = regionOf (block, *source);

        for (int lane = 0; lane < S::size; ++lane)
            isSounding |= renderLane (block, *source, bounds, lane);

        for (auto* result : { &block[left], &block[right] })
            result->silent = result->steady = ! isSounding;
    }

private:
    static constexpr std::array<std::string_view, 2> directions { "forward", "backward" };
    static constexpr std::array<std::string_view, 4> loops { "off", "forward", "pingpong", "backward" };
    static constexpr std::array<std::string_view, 2> untils { "never", "key is let go" };
    static constexpr std::array<std::string_view, 3> interpolations { "none", "linear", "cubic" };

    struct Voice
    {
        dsp::Player player;
        bool wasHeld = false, isLeft = false;
        std::array<float, 2> last {}, click {}; ///< What sounded last, and what a restart tore off: it fades.
    };

    dsp::PlayRegion regionOf (const Block<S>& block, const dsp::Sound& source) const noexcept
    {
        const auto frames = static_cast<std::int64_t> (source.frames());
        const auto at = [&] (const Knob& knob) { return static_cast<std::int64_t> (static_cast<double> (block[knob].first()[0]) * static_cast<double> (frames) + 0.5); };
        const dsp::PlayRegion asked { at (start), at (end), at (loopStart), at (loopEnd), static_cast<dsp::PlayRegion::Loop> (block.choice (loop)) };
        return asked.within (frames);
    }

    dsp::Player::Step stepAt (const Block<S>& block, const dsp::Sound& source, int frame, int lane) const noexcept
    {
        const auto& note = block[pitch];
        const float key = note.silent ? 0.0f : (note[frame][lane] - block[root][frame][lane]) * block[keys][frame][lane];
        const float octaves = (key + block[fine][frame][lane] * 0.01f) * (1.0f / 12);
        return dsp::Player::toStep (static_cast<double> (dsp::exp2 (octaves)) * source.sampleRate / sampleRate);
    }

    void begin (Voice& voice, const Block<S>& block, const dsp::PlayRegion& bounds, int frame, int lane) const noexcept
    {
        for (std::size_t side = 0; side < 2; ++side)
            voice.click[side] += voice.player.isPlaying() ? voice.last[side] : 0.0f;

        const bool isBackward = block.choice (direction) == 1;
        const auto length = static_cast<double> (bounds.end - bounds.start);
        const double way = static_cast<double> (std::clamp (block[offset][frame][lane], 0.0f, 1.0f)) * length;
        voice.player.start (bounds, static_cast<double> (isBackward ? bounds.end : bounds.start) + (isBackward ? -way : way), isBackward);
        voice.isLeft = false;
    }

    bool renderLane (const Block<S>& block, const dsp::Sound& source, const dsp::PlayRegion& bounds, int lane) noexcept
    {
        auto& voice = voices[static_cast<std::size_t> (lane)];
        const bool isAsked = ! block[trigger].silent;

        if (! isAsked && ! voice.player.isPlaying() && voice.click == std::array<float, 2> {})
            return false;

        std::array<dsp::Player::Step, quantum> steps;
        const bool isSteady = block[pitch].steady && block[root].steady && block[fine].steady && block[keys].steady;

        for (int frame = 0; frame < (isSteady ? 1 : quantum); ++frame)
            steps[static_cast<std::size_t> (frame)] = stepAt (block, source, frame, lane);

        for (int frame = 0; frame < quantum;)
        {
            if (isAsked && block[trigger][frame][lane] > 0.5f)
                begin (voice, block, bounds, frame, lane);

            int next = frame + 1;

            while (next < quantum && ! (isAsked && block[trigger][next][lane] > 0.5f))
                ++next;

            follow (voice, bounds, block, frame, lane);
            const auto target = targetAt (block, frame, lane);
            voice.player.render (source, static_cast<dsp::Interpolation> (block.choice (interpolation)),
                                 steps.data() + (isSteady ? 0 : frame), isSteady ? 0 : 1, next - frame, target);
            finish (voice, target, next - frame);
            frame = next;
        }

        return true;
    }

    /** The bounds may have been turned, and the key may have been let go. */
    void follow (Voice& voice, dsp::PlayRegion bounds, const Block<S>& block, int frame, int lane) const noexcept
    {
        const bool isHeld = block[gate][frame][lane] > 0.5f;
        voice.isLeft = voice.isLeft || (voice.wasHeld && ! isHeld && block.choice (until) == 1);
        voice.wasHeld = isHeld;

        if (voice.isLeft)
            bounds.loop = dsp::PlayRegion::Loop::off;

        if (voice.player.isPlaying() && ! (bounds == voice.player.region()))
            voice.player.change (bounds);
    }

    dsp::Player::Target targetAt (const Block<S>& block, int frame, int lane) const noexcept
    {
        const auto at = [&] (const Output& port) { return reinterpret_cast<float*> (&block[port][frame]) + lane; };
        return { at (left), at (right), S::size };
    }

    /** Adds what a restart tore off, fading: a step would click. */
    void finish (Voice& voice, dsp::Player::Target target, int count) const noexcept
    {
        const float keep = 1.0f - static_cast<float> (std::min (0.5, 1'000 / sampleRate));
        std::size_t side = 0;

        for (auto* channel : { target.left, target.right })
        {
            auto& click = voice.click[side];

            for (int frame = 0; frame < count && click != 0; ++frame)
            {
                channel[frame * target.stride] += click;
                click = std::abs (click) > 1e-6f ? click * keep : 0.0f;
            }

            voice.last[side++] = channel[(count - 1) * target.stride];
        }
    }

    double sampleRate = 48'000;
    const dsp::Sound* playing = nullptr;
    std::array<Voice, S::size> voices;
};

} // namespace athanor
