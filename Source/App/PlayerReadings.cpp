// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine is doing as the musician reads it: where the song is, meters, loudness, load.
#include "App/PlayerPrivate.h"
#include "Modules/Synth/SynthModule.h"

#include <cmath>

namespace athanor
{

std::optional<double> Player::livePosition (const std::string& address) const
{
    if (const auto found = self->held.find (address); found != self->held.end())
        return found->second;

    return self->engine.report.isPlaying.load (std::memory_order_relaxed) ? self->automated (address) : std::nullopt;
}

PlayPosition Player::position() const
{
    PlayPosition made;
    made.countIn = self->engine.report.countIn.load (std::memory_order_relaxed);
    made.isPlaying = made.countIn > 0 || self->engine.report.isPlaying.load (std::memory_order_relaxed);
    made.isRecording = self->isRecording;

    if (self->score == nullptr)
        return made;

    const auto& score = self->score->score;
    made.seconds = static_cast<double> (self->engine.report.scoreFrame.load (std::memory_order_relaxed)) / self->score->sampleRate;
    made.tempo = score.tempoAt (made.seconds);
    made.inSong = score.ticksAt (made.seconds);
    const auto& line = score.lineAt (made.seconds);
    made.slot = line.slot;
    made.pattern = line.pattern;
    made.inPattern = line.inPattern + (made.inSong - line.inSong);

    const auto beatsPerBar = self->beatsPerBarAt (made.inSong);

    if (made.countIn > 0)
    {
        const auto left = static_cast<int> (std::ceil (made.countIn * 4)) - 1; // sixteenths, without the one that sounds
        made.bar = -(left / 4 / beatsPerBar + 1);
        made.beat = beatsPerBar - left / 4 % beatsPerBar;
        made.sixteenth = 4 - left % 4;
        return made;
    }

    const auto sixteenths = made.inSong.value / (ticksPerBeat / 4);
    made.bar = static_cast<int> (sixteenths / 4 / beatsPerBar) + 1;
    made.beat = static_cast<int> (sixteenths / 4 % beatsPerBar) + 1;
    made.sixteenth = static_cast<int> (sixteenths % 4) + 1;
    return made;
}

namespace
{
float toDecibels (float gain) { return gain > 1.0e-5f ? 20 * std::log10 (gain) : -100.0f; }

MeterReading read (MeterState& meter)
{
    constexpr auto relaxed = std::memory_order_relaxed;
    return { toDecibels (meter.peakLeft.exchange (0, relaxed)), toDecibels (meter.peakRight.exchange (0, relaxed)),
             toDecibels (std::sqrt (meter.powerLeft.load (relaxed))), toDecibels (std::sqrt (meter.powerRight.load (relaxed))),
             meter.hasClipped.load (relaxed) };
}
} // namespace

/** Reading a peak takes it away, but a track's meter is shown in several places: all of them see the peaks of the last moment. */
MeterReading Player::Private::readMeter (TrackId id, MeterState& meter)
{
    constexpr std::chrono::milliseconds moment { 50 };
    const auto now = std::chrono::steady_clock::now();
    auto reading = read (meter);
    auto& last = shownMeters[id];

    if (now - last.second < moment)
    {
        reading.peakLeft = std::max (reading.peakLeft, last.first.peakLeft);
        reading.peakRight = std::max (reading.peakRight, last.first.peakRight);
        last.first = reading;
    }
    else
        last = { reading, now };

    return reading;
}

MeterReading Player::meter (TrackId id) const
{
    if (self->plan != nullptr)
        for (const auto& track : self->plan->tracks)
            if (track->id == id)
                return self->readMeter (id, track->fader->meter);

    return {};
}

/** The synth of an instrument; where it is played on several tracks, the one that sounds most. Null: it is not played. */
static const SynthModule<dsp::Voices>* playedSynth (const Plan* plan, InstrumentId instrument)
{
    const SynthModule<dsp::Voices>* found = nullptr;

    if (plan != nullptr)
        for (const auto& [id, bank] : plan->banks)
            if (id.second == instrument)
                for (const auto* module : bank->graph->modulesOf (0))
                    if (const auto* synth = dynamic_cast<const SynthModule<dsp::Voices>*> (module); synth != nullptr)
                        if (found == nullptr || synth->lights().voices > found->lights().voices)
                            found = synth;

    return found;
}

std::optional<std::uint32_t> Player::synthSound (InstrumentId instrument, std::span<float> sound) const
{
    const auto* found = playedSynth (self->plan.get(), instrument);

    if (found == nullptr)
        return {};

    const auto& lights = found->lights();
    const auto end = lights.heardAt.load (std::memory_order_acquire);
    auto place = end - static_cast<std::uint32_t> (sound.size());

    for (auto& frame : sound)
        frame = lights.heard[place++ % SynthLights::heardFrames].load (std::memory_order_relaxed);

    return end;
}

std::optional<SynthReading> Player::synth (InstrumentId instrument) const
{
    const auto* found = playedSynth (self->plan.get(), instrument);

    if (found == nullptr)
        return {};

    constexpr auto relaxed = std::memory_order_relaxed;
    SynthReading reading;
    reading.voices = found->lights().voices.load (relaxed);

    for (std::size_t i = 0; i < reading.sources.size(); ++i)
        reading.sources[i] = found->lights().sources[i].load (relaxed);

    for (int i = 0; i < controlCount; ++i)
        reading.controls[static_cast<Control> (i)] = found->lights().controls[static_cast<std::size_t> (i)].load (relaxed);

    for (std::size_t i = 0; i < reading.envelopes.size(); ++i)
        reading.envelopes[i] = found->lights().envelopes[i].load (relaxed);

    for (std::size_t i = 0; i < reading.lfos.size(); ++i)
        reading.lfos[i] = found->lights().lfos[i].load (relaxed);

    for (std::size_t i = 0; i < reading.keys.size(); ++i)
        reading.keys[i] = found->lights().keys[i].load (relaxed);

    return reading;
}

MeterReading Player::masterMeter() const
{
    auto* master = self->plan != nullptr ? self->plan->master() : nullptr;
    return master != nullptr ? self->readMeter (master->id, master->fader->meter) : MeterReading {};
}

LoudnessReading Player::loudness() const
{
    constexpr auto relaxed = std::memory_order_relaxed;
    const auto& meter = self->engine.loudness;
    const auto shown = [] (float loudness) { return std::max (loudness, -100.0f); };
    return { shown (meter.momentary.load (relaxed)), shown (meter.shortTerm.load (relaxed)), shown (meter.integrated.load (relaxed)),
             toDecibels (meter.truePeak.load (relaxed)) };
}

Load Player::load() const
{
    Load made;

    if (! self->askDevice)
        return made;

    const auto device = self->askDevice();
    const auto nameOfTrack = [this] (TrackId id) {
        const auto* track = self->project.tracks.find (id);
        return track != nullptr ? track->name : std::string();
    };
    made.proportion = device.proportion;
    made.xruns = device.xruns;
    made.culprit = nameOfTrack (device.culprit);

    const auto inQuantum = self->cycleRate.perSecond() * quantum / self->device.sampleRate;

    if (self->plan != nullptr && inQuantum > 0)
        for (const auto& track : self->plan->tracks)
            made.nodes.emplace_back (nameOfTrack (track->id), static_cast<float> (track->fader->usualCycles.load (std::memory_order_relaxed) / inQuantum));

    std::stable_sort (made.nodes.begin(), made.nodes.end(), [] (const auto& a, const auto& b) { return a.second > b.second; });
    return made;
}

} // namespace athanor
