// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Wave/WaveFrame.h"

#include "Dsp/Fft/Fft.h"

namespace athanor::synth
{

namespace
{
dsp::Fft& transform()
{
    thread_local dsp::Fft fft (Wavetable::size);
    return fft;
}
} // namespace

const WaveFrame::Samples& WaveFrame::samples()
{
    if (! hasSamples)
        transform().inverse (harmonics, time);

    hasSamples = true;
    return time;
}

const WaveFrame::Spectrum& WaveFrame::spectrum()
{
    if (! hasSpectrum)
        transform().forward (time, harmonics);

    hasSpectrum = true;
    return harmonics;
}

WaveFrame::Samples& WaveFrame::editSamples()
{
    samples();
    hasSpectrum = false;
    return time;
}

WaveFrame::Spectrum& WaveFrame::editSpectrum()
{
    spectrum();
    hasSamples = false;
    return harmonics;
}

void WaveFrame::clear()
{
    time.fill (0);
    harmonics.fill ({});
    hasSamples = hasSpectrum = true;
}

void WaveFrame::add (WaveFrame& other)
{
    const auto& added = other.spectrum();
    auto& sum = editSpectrum();

    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += added[i];
}

void WaveFrame::scale (float factor)
{
    if (hasSamples)
        for (auto& sample : time)
            sample *= factor;

    if (hasSpectrum)
        for (auto& harmonic : harmonics)
            harmonic *= factor;
}

void WaveFrame::removeMean()
{
    const auto mean = spectrum()[0].real() / Wavetable::size;
    harmonics[0] = 0;

    if (hasSamples)
        for (auto& sample : time)
            sample -= mean;
}

} // namespace athanor::synth
