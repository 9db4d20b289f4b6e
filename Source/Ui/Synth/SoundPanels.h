// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the sound of a voice: oscillators, the sample, filters, and how voices are played.
#pragma once

#include "Ui/Synth/FilterCurve.h"
#include "Ui/Synth/SampleView.h"
#include "Ui/Synth/SynthPanel.h"
#include "Ui/Synth/WaveView.h"

namespace athanor
{

class OscillatorPanel : public SynthPanel
{
public:
    /** @param number  From 0. */
    OscillatorPanel (ShownSynth&, int number);

    void update() override;

    WaveView wave;

private:
    const int number;
};

class FilterPanel : public SynthPanel
{
public:
    /** @param number  0 or 1; 2 is that among the effects. */
    FilterPanel (ShownSynth&, int number);

private:
    FilterCurve curve;
};

class SamplePanel : public SynthPanel
{
public:
    explicit SamplePanel (ShownSynth&);

    void update() override;

    SampleView wave;
};

class VoicePanel : public SynthPanel
{
public:
    explicit VoicePanel (ShownSynth&);
};

} // namespace athanor
