// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SampleView.h"

#include "App/Library.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Synth/WavePainting.h"

namespace athanor
{

namespace
{
constexpr int stretches = 512;
}

SampleView::SampleView (ShownSynth& s) : synth (s)
{
    setTitle ("Waveform of the sample");
    setTooltip ("The recording that plays beside the oscillators. Drop another one here, or choose one by a double-click.");
    load.setQuiet (true);
    load.onClick = [this] { synth.deeds.run ("patch.loadSample"); };
    addAndMakeVisible (load);
    update();
}

void SampleView::update()
{
    const auto& sample = synth.patch().sample;

    if (recording == sample.left && ! shown.empty())
        return;

    recording = sample.left;
    std::vector<float> samples;

    for (const auto one : recording != nullptr ? *recording : std::vector<std::int16_t>())
        samples.push_back (static_cast<float> (one) / 32'768);

    shown = makePeaks (samples, stretches);
    const auto seconds = static_cast<double> (samples.size()) / std::max (1, sample.sampleRate);
    setDescription (juce::String (sample.name) + ", " + juce::String (seconds, 2) + " seconds" + (sample.right != nullptr ? ", stereo" : ", mono"));
    repaint();
}

void SampleView::resized() { load.setBounds (getLocalBounds().reduced (4).removeFromTop (20).removeFromRight (22)); }

void SampleView::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat();
    paintWell (g, area, t);
    paintWave (g, area.reduced (12, 14), shown, { .played = Ink::violet, .rest = Ink::violet, .playedUntil = 0, .isBars = false }, t);
    drawWords (g, getDescription().fromFirstOccurrenceOf (", ", false, false), getLocalBounds().reduced (10, 5).removeFromTop (12), font (*this, Face::name, textSize::tiny), t[Ink::mute]);

    if (isDroppingOn)
        paintDropHint (g, area, t);
}

void SampleView::mouseDoubleClick (const juce::MouseEvent&) { load.onClick(); }

bool SampleView::isInterestedInFileDrag (const juce::StringArray& files) { return files.size() == 1 && isSoundFile (files[0].toStdString()); }

void SampleView::fileDragEnter (const juce::StringArray&, int, int)
{
    isDroppingOn = true;
    repaint();
}

void SampleView::fileDragExit (const juce::StringArray&)
{
    isDroppingOn = false;
    repaint();
}

void SampleView::filesDropped (const juce::StringArray& files, int, int)
{
    fileDragExit (files);
    synth.deeds.run ("patch.loadSample", { { "file", files[0].toStdString() } });
}

} // namespace athanor
