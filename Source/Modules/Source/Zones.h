// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Dsp/Sampler/Player.h"
#include "Modules/Module.h"

#include <algorithm>
#include <array>

namespace athanor
{

/** Plays what the instrument's zones choose for each note: another recording in every lane. */
template <typename S>
class Zones final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.zones", "Zones", "Sources",
                                           "Plays the recordings of the instrument, each on the keys that were given to it." };

    Zones() : ModuleOf<S> (about) {}

    Input pitch { *this, "pitch", "The note to play, in semitones.", Normal::pitch };
    Input gate { *this, "gate", "Above one half while the key is held, for loops that last as long.", Normal::gate };
    Knob fine { *this, "fine", { -100, 100, 0, "ct" }, "Cents up or down." };
    Knob interpolation { *this, "interpolation", choice (interpolations, 1), "How pitches in between are made: rough as in the first trackers, or smooth." };
    Output mono { *this, "mono", "Recordings in one channel." };
    Output left { *this, "left", "The left channel of recordings in two." };
    Output right { *this, "right", "The right channel of recordings in two." };

    void prepare (double rate) override
    {
        sampleRate = rate;
        reset();
    }

    void reset() noexcept override { voices = {}; }

    void startLane (int lane) noexcept override { voices[static_cast<std::size_t> (lane)] = {}; }

    void startZone (int lane, const ZoneStart& zone) noexcept override
    {
        auto& voice = voices[static_cast<std::size_t> (lane)];
        voice.next = zone;
        voice.isWaiting = true;
    }

    ZoneState zoneState (int lane) const noexcept override
    {
        const auto& voice = voices[static_cast<std::size_t> (lane)];

        if (! voice.isWaiting && ! voice.player.isPlaying())
            return ZoneState::over;

        const auto& zone = voice.isWaiting ? voice.next : voice.zone;
        const auto sustains = voice.wasHeld && zone.sustainLoop != ZoneStart::Loop::off;
        return sustains || zone.loop != ZoneStart::Loop::off ? ZoneState::looping : ZoneState::ending;
    }

    void process (const Block<S>& block) noexcept override
    {
        bool isMono = false, isStereo = false;

        for (auto* output : { &block[mono], &block[left], &block[right] })
            output->clear();

        for (int lane = 0; lane < S::size; ++lane)
        {
            auto& voice = voices[static_cast<std::size_t> (lane)];

            if (! voice.isWaiting && ! voice.player.isPlaying())
                continue;

            playLane (block, voice, lane);
            (voice.isInStereo ? isStereo : isMono) = true;
        }

        block[mono].silent = block[mono].steady = ! isMono;

        for (auto* output : { &block[left], &block[right] })
            output->silent = output->steady = ! isStereo;
    }

private:
    static constexpr std::array<std::string_view, 3> interpolations { "none", "linear", "cubic" };

    struct Voice
    {
        dsp::Player player;
        ZoneStart zone, next;
        bool isWaiting = false, wasHeld = true, isInStereo = false;
    };

    static dsp::PlayRegion regionOf (const ZoneStart& zone, bool isHeld) noexcept
    {
        const auto frames = static_cast<std::int64_t> (zone.sound->frames());
        const auto sustains = isHeld && zone.sustainLoop != ZoneStart::Loop::off;
        const auto loop = sustains ? zone.sustainLoop : zone.loop;
        const auto from = sustains ? zone.sustainStart : zone.loopStart, to = sustains ? zone.sustainEnd : zone.loopEnd;
        return dsp::PlayRegion { 0, frames, static_cast<std::int64_t> (from), static_cast<std::int64_t> (to), static_cast<dsp::PlayRegion::Loop> (loop) }.within (frames);
    }

    /** Frame at which the key is let go in this quantum; `quantum` when it is not. */
    int releaseFrame (const Block<S>& block, const Voice& voice, int lane) const noexcept
    {
        if (! voice.wasHeld || (block[gate].steady && block[gate].first()[lane] > 0.5f))
            return quantum;

        for (int frame = voice.isWaiting ? voice.next.frame + 1 : 0; frame < quantum; ++frame)
            if (block[gate][frame][lane] <= 0.5f)
                return frame;

        return quantum;
    }

    void playLane (const Block<S>& block, Voice& voice, int lane) noexcept
    {
        const auto release = releaseFrame (block, voice, lane);
        const auto start = voice.isWaiting ? voice.next.frame : quantum;

        for (int frame = 0; frame < quantum;)
        {
            if (frame == start)
                begin (voice);

            if (frame == release)
            {
                voice.wasHeld = false;

                if (voice.player.isPlaying() && voice.zone.sustainLoop != ZoneStart::Loop::off)
                    voice.player.change (regionOf (voice.zone, false));
            }

            auto end = quantum;

            for (const auto edge : { start, release })
                if (edge > frame)
                    end = std::min (end, edge);

            render (block, voice, lane, frame, end);
            frame = end;
        }
    }

    void begin (Voice& voice) noexcept
    {
        voice.zone = voice.next;
        voice.isWaiting = false;
        voice.wasHeld = true;

        if (voice.zone.sound == nullptr || voice.zone.sound->frames() == 0)
        {
            voice.player.stop();
            return;
        }

        voice.isInStereo = voice.zone.sound->channels == 2;
        const auto last = static_cast<double> (voice.zone.sound->frames()) - 1;
        const auto at = voice.zone.isBackward ? last - voice.zone.offset : voice.zone.offset;

        // An offset behind the end is silence: what the musician asked for is not there.
        if (at < 0 || at > last)
            voice.player.stop();
        else
            voice.player.start (regionOf (voice.zone, true), at, voice.zone.isBackward);
    }

    void render (const Block<S>& block, Voice& voice, int lane, int from, int to) noexcept
    {
        if (! voice.player.isPlaying())
            return;

        const auto isSteady = block[pitch].steady && block[fine].steady;
        std::array<dsp::Player::Step, quantum> steps;

        for (int frame = from; frame < (isSteady ? from + 1 : to); ++frame)
        {
            const auto key = block[pitch][frame][lane] - static_cast<float> (voice.zone.rootPitch) + block[fine][frame][lane] * 0.01f;
            const auto speed = static_cast<double> (dsp::exp2 (key * (1.0f / 12))) * voice.zone.sound->sampleRate / sampleRate;
            steps[static_cast<std::size_t> (frame - from)] = dsp::Player::toStep (speed);
        }

        const auto at = [&] (const Output& port) { return reinterpret_cast<float*> (&block[port][from]) + lane; };
        // The player writes both sides of a recording in one channel: here both are the same place.
        const auto target = voice.isInStereo ? dsp::Player::Target { at (left), at (right), S::size } : dsp::Player::Target { at (mono), at (mono), S::size };
        voice.player.render (*voice.zone.sound, static_cast<dsp::Interpolation> (block.choice (interpolation)), steps.data(), isSteady ? 0 : 1, to - from, target);
    }

    double sampleRate = 48'000;
    std::array<Voice, static_cast<std::size_t> (S::size)> voices {};
};

} // namespace athanor
