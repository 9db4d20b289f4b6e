// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that reads the score: notes to banks, levels to faders, lanes to knobs; and obeys commands.
#include "Engine/Engine.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

void Engine::playScore() noexcept
{
    const auto* score = plan->score.get();

    if (score == nullptr)
        return;

    const auto end = stopFrame >= 0 ? std::min (stopFrame, score->length) : score->length;

    for (int offset = 0; offset < quantum && isPlaying;)
    {
        const auto to = std::min (position + (quantum - offset), std::max (end, position));
        playSpan (position, to, offset);
        offset += static_cast<int> (to - position);
        position = to;

        if (position < end)
            continue;

        if (score->restart >= 0 && stopFrame < 0)
        {
            jumpTo (score->restart);
            turnMoment (offset);
            outdateNotes();
        }
        else
        {
            isPlaying = false;
            stopAutomation();
            releaseAll (BankEvent::Kind::releaseAll, std::min (offset, quantum - 1));
        }
    }
}

void Engine::playSpan (std::int64_t from, std::int64_t to, int offset) noexcept
{
    const auto& score = *plan->score;

    for (; nextEvent < score.frames.size() && score.frames[nextEvent] < to; ++nextEvent)
        perform (score.score.events[nextEvent], offset + static_cast<int> (std::max<std::int64_t> (0, score.frames[nextEvent] - from)));

    automate (offset, from, to);
}

void Engine::perform (const ScoreEvent& event, int frame) noexcept
{
    using Kind = ScoreEvent::Kind;

    if (event.kind == Kind::trackVolume)
    {
        if (const auto* track = trackOf (event.track))
        {
            track->fader->command.store (static_cast<float> (event.volume));
            track->fader->hasMoving = true;
        }

        return;
    }

    if (event.kind == Kind::songVolume)
    {
        songLevelTarget = static_cast<float> (event.volume);
        return;
    }

    if (event.kind == Kind::macro)
    {
        turn (macroKey (event.track, event.column), static_cast<float> (event.volume), false);
        return;
    }

    performNote (event, frame);
}

void Engine::performNote (const ScoreEvent& event, int frame) noexcept
{
    auto* bank = plan->bank (event.track, event.instrument);

    if (bank == nullptr)
        return;

    using Kind = ScoreEvent::Kind;
    BankEvent made;
    made.kind = event.kind == Kind::noteStart ? BankEvent::Kind::start : event.kind == Kind::noteEnd ? BankEvent::Kind::end
                                                                     : event.kind == Kind::noteShape ? BankEvent::Kind::shape
                                                                                                     : BankEvent::Kind::offset;
    made.end = event.end;
    made.frame = static_cast<std::uint8_t> (std::min (frame, quantum - 1));
    made.isBackward = event.isBackward;
    made.column = event.column;
    made.note = event.note;
    made.pitch = static_cast<float> (event.pitch);
    made.velocity = static_cast<float> (event.velocity);
    made.volume = static_cast<float> (event.volume);
    made.panning = static_cast<float> (event.panning);
    made.offset = event.offset;
    made.glideFrames = static_cast<int> (event.glide * plan->sampleRate);

    if (made.kind == BankEvent::Kind::start && bank->hands->hasOutdated)
        displaceOutdated (event.track, made);

    give (*bank, made);
}

/** The song goes on from here; levels and macros are what the song would have made of them by now. */
void Engine::jumpTo (std::int64_t frame) noexcept
{
    const auto& score = *plan->score;
    position = frame;
    nextEvent = static_cast<std::size_t> (std::ranges::lower_bound (score.frames, frame) - score.frames.begin());

    for (const auto index : score.stateEvents)
    {
        if (index >= nextEvent)
            break;

        perform (score.score.events[index], 0);
    }
}

void Engine::automate (int offset, std::int64_t from, std::int64_t to) noexcept
{
    const auto& score = *plan->score;

    for (std::size_t i = 0; i < plan->curves.size(); ++i)
    {
        const auto& points = score.score.curves[i].points;
        const auto end = static_cast<double> (to) / plan->sampleRate;
        const auto after = std::ranges::upper_bound (points, end, {}, &ScoreCurve::Point::time);

        if (after == points.begin())
            continue;

        const auto& at = *(after - 1);
        auto value = at.value;

        if (after != points.end() && ! at.isStep)
            value += (after->value - at.value) * (end - at.time) / std::max (1.0e-9, after->time - at.time);

        // A step inside this span is a jump at its own frame.
        const auto atFrame = score.frameAt (at.time);
        const auto isJump = after - points.begin() >= 2 && (after - 2)->isStep && atFrame >= from && atFrame < to;
        const auto [first, last] = plan->curves[i];

        for (auto k = first; k < last; ++k)
        {
            const auto& ref = plan->knobs[k];
            const auto position01 = ref.low + (ref.high - ref.low) * static_cast<float> (value);
            const auto jump = isJump ? offset + static_cast<int> (atFrame - from) : -1;

            if (ref.track != nullptr)
                ref.track->automate (position01, jump);

            if (ref.voice != nullptr)
                ref.voice->automate (position01, jump);

            if (ref.hasMoving != nullptr)
                *ref.hasMoving = true;
        }
    }
}

void Engine::stopAutomation() noexcept
{
    if (plan == nullptr)
        return;

    for (const auto& [first, last] : plan->curves)
        for (auto k = first; k < last; ++k)
        {
            const auto& ref = plan->knobs[k];

            if (ref.track != nullptr)
                ref.track->stopAutomation();

            if (ref.voice != nullptr)
                ref.voice->stopAutomation();

            if (ref.hasMoving != nullptr)
                *ref.hasMoving = true;
        }
}

void Engine::turn (std::uint64_t key, float position01, bool isHand) noexcept
{
    const auto [first, last] = plan->find (key);

    for (const auto* ref = first; ref != last; ++ref)
    {
        const auto at = std::isnan (position01) ? position01 : ref->low + (ref->high - ref->low) * position01;

        if (ref->track != nullptr)
            isHand ? ref->track->hold (at) : ref->track->command (at);

        if (ref->voice != nullptr)
            isHand ? ref->voice->hold (at) : ref->voice->command (at);

        if (ref->hasMoving != nullptr)
            *ref->hasMoving = true;
    }
}

void Engine::catchNote (TrackId track, InstrumentId instrument, std::uint32_t note, float pitch, float velocity) noexcept
{
    if (isPlaying && ! caught.push ({ track, instrument, note, pitch, velocity, position }))
        report.hasLostNotes.store (true, std::memory_order_relaxed);
}

namespace
{
template <typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};

template <typename... Functions>
Overloaded (Functions...) -> Overloaded<Functions...>;

BankEvent liveEvent (BankEvent::Kind kind, std::uint32_t note)
{
    BankEvent event;
    event.kind = kind;
    event.note = note;
    event.isLive = true;
    return event;
}
} // namespace

void Engine::startPlaying (const StartPlaying& start) noexcept
{
    if (plan->score == nullptr || plan->score->length <= 0)
        return;

    loudness.restart();
    isPlaying = start.countBeats <= 0;
    countsPerBar = std::max (1, start.beatsPerBar);

    if (isPlaying)
        return;

    const auto tempo = plan->score->score.tempoAt (static_cast<double> (position) / plan->sampleRate);
    framesPerCount = 60 * plan->sampleRate / tempo;

    // The song begins with a quantum, and the first click comes so many beats before it, to the frame.
    const auto frames = std::llround (start.countBeats * framesPerCount);
    countLeft = (frames + quantum - 1) / quantum * quantum;
}

void Engine::stopPlaying() noexcept
{
    isPlaying = false;
    countLeft = 0;
    stopAutomation();
}

void Engine::carryOut (const Order& order) noexcept
{
    std::visit (Overloaded {
                    [&] (const StartPlaying& start) { startPlaying (start); },
                    [&] (StopPlaying) {
                        stopPlaying();
                        releaseAll (BankEvent::Kind::releaseAll);
                    },
                    [&] (PlayUntil until) { stopFrame = until.frame; },
                    [&] (Locate to) {
                        releaseAll (BankEvent::Kind::releaseAll);
                        songLevelTarget = 1;

                        for (const auto& track : plan->tracks)
                        {
                            track->fader->command.store (1);
                            track->fader->hasMoving = true;
                        }

                        if (plan->score != nullptr)
                            jumpTo (std::clamp<std::int64_t> (to.frame, 0, plan->score->length));
                    },
                    [&] (const StartNote& start) {
                        catchNote (start.track, start.instrument, start.note, start.pitch, start.velocity);

                        if (auto* bank = plan->bank (start.track, start.instrument))
                        {
                            auto event = liveEvent (BankEvent::Kind::start, start.note);
                            event.pitch = start.pitch;
                            event.velocity = start.velocity;
                            event.column = -1;
                            event.volume = liveVolume (*bank, start);
                            give (*bank, event);
                        }
                    },
                    [&] (const StopNote& stop) {
                        catchNote (stop.track, stop.instrument, stop.note, 0, 0);

                        if (auto* bank = plan->bank (stop.track, stop.instrument))
                            give (*bank, liveEvent (BankEvent::Kind::end, stop.note));
                    },
                    [&] (const PressNote& press) {
                        for (const auto& [id, bank] : plan->banks)
                            for (auto& voice : bank->state->voices)
                                if (id.first == press.track && voice.isLive && (press.note == 0 || voice.note == press.note))
                                    voice.pressure = press.pressure;

                        if (const auto* track = trackOf (press.track); track != nullptr && track->notes != nullptr)
                            track->notes->press (press.note, press.pressure, track->banks);
                    },
                    [&] (const MoveHands& move) {
                        if (const auto* track = trackOf (move.track))
                        {
                            auto& hands = *track->hands;

                            if (move.what == MoveHands::What::bend)
                                hands.bend = move.value;
                            else if (move.what == MoveHands::What::wheel)
                                hands.wheel = move.value;
                            else
                                hands.isPedalDown = move.value > 0.5f;
                        }
                    },
                    [&] (const TurnKnob& knob) { turn (knob.key, knob.position, true); },
                    [&] (Panic) {
                        stopPlaying();
                        releaseAll (BankEvent::Kind::cutAll);
                    },
                    [&] (SetMetronome metronome) { hasMetronome = metronome.isOn; } },
                order);
}

/** A patch hears the velocity itself; a plain recording is as loud as it is struck. */
float Engine::liveVolume (const VoiceBank& bank, const StartNote& start) noexcept
{
    if (! bank.instrument->isPlain)
        return 1;

    const auto* zone = bank.instrument->zoneFor (start.pitch, start.velocity);
    return start.velocity * (zone != nullptr ? zone->defaultVolume : 1.0f);
}

} // namespace athanor
