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

Oscillator::Oscillator (WaveCache& waves) : work (std::make_unique<Work> (waves)) {}

Oscillator::~Oscillator() = default;

void Oscillator::setTable (const Wavetable* table) noexcept { work->table = table; }

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
            orderWaves (quantum, voice, v);
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
            chance = chance * 1'664'525u + 1'013'904'223u;
            const auto random = static_cast<float> (static_cast<std::int32_t> (chance));
            const auto amount = bounded (quantum.controls.randomPhase.to[2 * v + static_cast<int> (c)], 0, 1);
            strand.phase = static_cast<std::uint32_t> (static_cast<std::int64_t> (random * amount * 0.999f));
            strand.ratio.last = strand.ratio.now;
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
    const auto& controls = quantum.controls;
    const auto cut = oversamplingOf (quantum.turn.sampleRate);
    voice.fadeFrame = 0;

    for (int p = 0; p < voice.pairs; ++p)
    {
        auto& pair = voice.strands[static_cast<std::size_t> (p)];

        for (std::size_t c = 0; c < 2; ++c)
        {
            auto& strand = pair[c];
            cache.release (strand.from);
            strand.from = strand.to;

            if (p > 0)
            {
                strand.to = cache.hold (voice.strands[0][c].to);
                continue;
            }

            const auto lane = 2 * v + static_cast<int> (c);
            WaveOrder order;
            order.table = table;
            order.frame = std::min (static_cast<int> (bounded (controls.waveFrame.to[lane], 0, 256) + 0.5f), table->frames() - 1);
            const auto turns = quantum.lastStep[c] * (1 / fullTurn) * strand.ratio.now * cut;
            order.harmonics = static_cast<int> (bounded (0.5f / turns, 0, 1'024)) | 1;
            strand.to = cache.acquire (order);
        }
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
    const auto kind = static_cast<Distortion> (std::clamp (quantum.controls.distortion, 0, distortionCount - 1));
    const auto fadeStep = 1 / static_cast<float> (fadeFramesOf (quantum.turn));

    StrandRun run;
    run.from = &cache[strand.from];
    run.to = &cache[strand.to];
    run.fade = { static_cast<float> (voice.fadeFrame) * fadeStep, fadeStep };
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
    return quantum.isAlike && static_cast<Distortion> (quantum.controls.distortion) < Distortion::phaseByFirst && left.phase == right.phase && left.to == right.to && left.from == right.from && same (left.ratio, right.ratio) && same (left.distortion, right.distortion) && same (voice.turn[0], voice.turn[1]);
}

} // namespace athanor::synth
