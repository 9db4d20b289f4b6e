// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/Oscillator.h"

#include "Modules/Synth/Oscillator/Bend.h"
#include "Modules/Synth/Oscillator/OscillatorWork.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
constexpr float fadeSeconds = 0.007f;

int fadeFramesOf (const Turn& turn) noexcept
{
    return std::max (8, static_cast<int> (fadeSeconds * static_cast<float> (turn.sampleRate)));
}

/** Vital cuts waves below the Nyquist frequency of the device, not of the oversampled rate. */
float oversamplingOf (double sampleRate) noexcept
{
    float factor = 1;

    for (auto times = static_cast<int> (sampleRate) / 44'100; times > 1; times /= 2)
        factor *= 2;

    return factor;
}
} // namespace

Oscillator::Oscillator (WaveCache& waves, const Chances& chances) : work (std::make_unique<Work> (waves, chances)) {}

Oscillator::~Oscillator() = default;

void Oscillator::setTable (const Wavetable* table) noexcept { work->table = table; }

void Oscillator::restartChance (const Seeds& seeds) noexcept { work->chances.restart (seeds); }

void Oscillator::process (const Turn& turn, const OscillatorControls& controls, Buffer& raw, Buffer& levelled) noexcept
{
    OscillatorQuantum quantum (turn, controls);
    work->process (quantum, raw, levelled);
}

Oscillator::Work::~Work()
{
    for (auto& voice : voices)
        setPairs (voice, 0);
}

void Oscillator::Work::process (Quantum& quantum, Buffer& raw, Buffer& levelled) noexcept
{
    for (int v = 0; v < groupVoices; ++v)
    {
        for (int lane = 2 * v; lane < 2 * v + 2; ++lane)
            std::fill_n (quantum.lanes[static_cast<std::size_t> (lane)].begin(), quantum.turn.frames, 0.0f);

        if (quantum.turn.isActive[2 * v] && table != nullptr)
            processVoice (quantum, v);
        else
            voices[static_cast<std::size_t> (v)].isSounding = false;
    }

    finish (quantum, raw, levelled);
}

void Oscillator::Work::processVoice (Quantum& quantum, int v) noexcept
{
    auto& voice = voices[static_cast<std::size_t> (v)];
    quantum.hasStarted = quantum.turn.hasStarted[2 * v] || ! voice.isSounding;
    voice.isSounding = true;

    setUnison (quantum, voice, v);
    setShapes (quantum, voice, v);
    setRatios (quantum, voice);
    setPitch (quantum, voice, v);

    if (quantum.hasStarted)
        start (quantum, voice, v);

    extractModulator (quantum, v);

    const auto frames = quantum.turn.frames;
    const auto fadeFrames = fadeFramesOf (quantum.turn);
    auto frame = quantum.hasStarted ? std::clamp (quantum.turn.startFrame[static_cast<std::size_t> (v)], 0, frames) : 0;
    const auto firstFrame = frame;

    if (voice.pairs > 1)
        for (auto& row : quantum.detuned)
            std::fill_n (row.begin(), frames, 0.0f);

    while (frame < frames)
    {
        const auto count = std::min (std::max (fadeFrames - voice.fadeFrame, 1), frames - frame);
        readStrands (quantum, voice, v, frame, count);
        voice.fadeFrame += count;
        frame += count;

        if (voice.fadeFrame >= fadeFrames)
        {
            turnOctaves (voice);
            orderWaves (quantum, voice, v);
        }
    }

    if (voice.pairs > 1)
        joinPairs (quantum, voice, v, firstFrame);
}

void Oscillator::Work::start (const Quantum& quantum, Voice& voice, int v) noexcept
{
    orderWaves (quantum, voice, v);

    for (auto& pair : voice.strands)
    {
        for (std::size_t c = 0; c < 2; ++c)
        {
            auto& strand = pair[c];
            const auto amount = bounded (quantum.controls.randomPhase.to[2 * v + static_cast<int> (c)], 0, 1);
            strand.phase = static_cast<std::uint32_t> (static_cast<std::int64_t> (chances.ofVoice (v).next (-1, 1) * amount * (fullTurn / 2)));
            strand.octaveAhead = strand.octaveBehind = 0;
            strand.distortion.last = strand.distortion.now;
            strand.morph.last = strand.morph.now;
            cache.release (strand.from);
            strand.from = cache.hold (strand.to);
        }
    }

    if (voice.unison % 2 == 1)
        voice.strands[0][0].phase = voice.strands[0][1].phase;

    for (std::size_t c = 0; c < 2; ++c)
    {
        voice.centre[c].last = voice.centre[c].now;
        voice.detuned[c].last = voice.detuned[c].now;
        voice.turn[c].last = voice.turn[c].now;
    }
}

/** New waves for all strands, to fade over to from now. */
void Oscillator::Work::orderWaves (const Quantum& quantum, Voice& voice, int v) noexcept
{
    const bool areOwn = hasOwnWaves (quantum, voice, v);
    voice.fadeFrame = 0;

    for (int p = 0; p < voice.pairs; ++p)
    {
        auto& pair = voice.strands[static_cast<std::size_t> (p)];

        for (auto& strand : pair)
        {
            cache.release (strand.from);
            strand.from = strand.to;
        }

        if (p == 0 || areOwn)
            orderPair (quantum, voice, v, p, pair);
        else
            for (std::size_t c = 0; c < 2; ++c)
                pair[c].to = cache.hold (voice.strands[0][c].to);
    }
}

/** Whether the pairs of a unison read different waves. */
bool Oscillator::Work::hasOwnWaves (const Quantum& quantum, const Voice& voice, int v) noexcept
{
    const auto& controls = quantum.controls;
    const auto kind = morphOf (controls);

    if (! controls.hasSpectralUnison || voice.pairs < 2)
        return false;

    bool differ = kind == Morph::vocode;

    for (std::size_t c = 0; c < 2; ++c)
        differ = differ || controls.frameSpread.to[2 * v + static_cast<int> (c)] != 0 || (kind != Morph::none && voice.strands[0][c].morph.now != voice.strands[1][c].morph.now);

    return differ;
}

void Oscillator::Work::orderPair (const Quantum& quantum, const Voice& voice, int v, int p, std::array<Strand, 2>& pair) noexcept
{
    const auto& controls = quantum.controls;
    const auto kind = morphOf (controls);
    const auto bend = distortionOf (controls);
    const auto cut = oversamplingOf (quantum.turn.sampleRate);
    std::array<int, 2> frames {};

    for (std::size_t c = 0; c < 2; ++c)
    {
        auto& strand = pair[c];
        const auto lane = 2 * v + static_cast<int> (c);
        const auto share = static_cast<float> (p) / static_cast<float> (std::max (2, voice.pairs) - 1);
        const auto frame = bounded (controls.waveFrame.to[lane] + share * controls.frameSpread.to[lane], 0, 256);
        frames[c] = std::min (static_cast<int> (std::nearbyint (frame)), table->frames() - 1);

        if (c == 1 && frames[0] == frames[1] && (kind == Morph::none || pair[0].morph.now == pair[1].morph.now))
        {
            strand.to = cache.hold (pair[0].to);
            return;
        }

        const bool isRepeated = bend == Distortion::sync || bend == Distortion::formant;
        const auto turns = quantum.lastStep[c] * (1 / fullTurn) * strand.ratio.now * (isRepeated ? strand.distortion.now * mostPeriods : 1.0f);

        WaveOrder order;
        order.table = table;
        order.frame = frames[c];
        order.harmonics = static_cast<int> (bounded (0.5f / (turns * cut), 0, 1'024));
        order.morph = static_cast<int> (kind);
        order.amount = kind == Morph::none ? 0.0f : strand.morph.now;

        if (kind == Morph::vocode)
            order.amount *= turns * Wavetable::size * static_cast<float> (quantum.turn.sampleRate) / table->sampleRate * table->frequencyRatio;

        strand.to = cache.acquire (order);
    }
}

void Oscillator::Work::readStrands (Quantum& quantum, Voice& voice, int v, int frame, int count) noexcept
{
    auto* left = quantum.lanes[static_cast<std::size_t> (2 * v)].data() + frame;
    auto* right = quantum.lanes[static_cast<std::size_t> (2 * v + 1)].data() + frame;
    auto& first = voice.strands[0];
    const bool isOne = areTwins (quantum, voice);

    readStrand (quantum, voice, first[0], 0, frame, count, left);

    if (isOne)
    {
        std::copy_n (left, count, right);
        first[1].phase = first[0].phase;
    }
    else
    {
        readStrand (quantum, voice, first[1], 1, frame, count, right);
    }

    for (int p = 1; p < voice.pairs; ++p)
        for (int c = 0; c < 2; ++c)
            readStrand (quantum, voice, voice.strands[static_cast<std::size_t> (p)][static_cast<std::size_t> (c)], c, frame, count,
                        quantum.detuned[static_cast<std::size_t> (c)].data() + frame);
}

void Oscillator::Work::readStrand (const Quantum& quantum, const Voice& voice, Strand& strand, int channel, int frame, int count,
                                   float* out) noexcept
{
    const auto frames = quantum.turn.frames;
    const auto c = static_cast<std::size_t> (channel);
    const auto kind = distortionOf (quantum.controls);
    const auto fadeStep = 1 / static_cast<float> (fadeFramesOf (quantum.turn));

    StrandRun run;
    run.from = &cache[strand.from];
    run.to = &cache[strand.to];
    run.fade = { static_cast<float> (voice.fadeFrame) * fadeStep, fadeStep };
    run.octave = strand.octaveBehind;
    run.phase = strand.phase;
    run.distortion = strand.distortion.over (frames, frame);
    run.turn = voice.turn[c].over (frames, frame);
    run.modulator = quantum.modulator[c].data() + frame;

    if (quantum.moves)
    {
        run.steps = quantum.steps[c].data() + frame;
        run.shift = quantum.shifts[c].data() + frame;
        run.ratio = strand.ratio.over (frames, frame);
        strand.phase = addStrand (kind, run, out, count);
    }
    else
    {
        const auto shift = static_cast<std::uint32_t> (quantum.steadyShift[c]);
        run.phase += shift;
        run.step = static_cast<std::uint32_t> (std::lrint (std::min (quantum.lastStep[c] * strand.ratio.now, mostStep)));
        strand.phase = addStrand (kind, run, out, count) - shift;
    }
}

/** Whether the right strand of the first pair sounds as the left one does. */
bool Oscillator::Work::areTwins (const Quantum& quantum, const Voice& voice) noexcept
{
    const auto& [left, right] = voice.strands[0];
    const auto same = [] (const Pace& a, const Pace& b) { return a.last == b.last && a.now == b.now; };
    return quantum.isAlike && distortionOf (quantum.controls) < Distortion::phaseByFirst && left.phase == right.phase && left.to == right.to && left.from == right.from && same (left.ratio, right.ratio) && same (left.distortion, right.distortion) && same (voice.turn[0], voice.turn[1]);
}

} // namespace athanor::synth
