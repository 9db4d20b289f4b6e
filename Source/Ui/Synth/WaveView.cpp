// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WaveView.h"

#include "App/Library.h"
#include "Patch/PatchLimits.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Look.h"
#include "Ui/Synth/WavePainting.h"

namespace athanor
{

namespace
{
constexpr int rows = 22, points = 112;
constexpr float pixelsForAll = 160;
constexpr auto isFlatName = "synth.flatWaves";
} // namespace

WaveView::WaveView (ShownSynth& s, int n) : edit (Icon::edit, "Edit wavetable " + juce::String (n + 1)), flat ("2D", "One wave of oscillator " + juce::String (n + 1) + " alone", Ink::violet), synth (s), number (n), hand (s)
{
    setTitle ("Waves of oscillator " + juce::String (n + 1));
    setTooltip ("The waves of the wavetable. Drag upwards to move on through them; a double-click edits them, and a recording dropped here becomes the table.");
    edit.setQuiet (true);
    edit.onClick = [this] {
        if (onEdit)
            onEdit();
    };
    auto& preferences = synth.deeds.session.preferences();
    const auto read = [this, &preferences] {
        flat.setToggleState (preferences.truth (isFlatName, false), juce::dontSendNotification);
        repaint();
    };
    read();
    chosen = preferences.onChange.add (read);
    flat.setClickingTogglesState (false);
    flat.onClick = [this, &preferences] { preferences.set (isFlatName, ! flat.getToggleState()); };
    addAndMakeVisible (edit);
    addAndMakeVisible (flat);
    setMouseCursor (juce::MouseCursor::UpDownResizeCursor);
    update();
    refresh();
}

void WaveView::update()
{
    const auto& wanted = synth.patch().wavetables[static_cast<std::size_t> (number)];

    if (! synth.patch().values.isOn (member (Control::osc_1_on, number)) || (! sheet.rows.empty() && wanted == recipe))
        return;

    recipe = wanted;
    sheet = waveSheetOf (recipe, rows, points);
    repaint();
}

void WaveView::refresh()
{
    const auto now = hand.valueOf (frame());

    if (std::exchange (shown, now) != now)
        repaint();
}

void WaveView::resized()
{
    auto corner = getLocalBounds().reduced (4).removeFromTop (20);
    edit.setBounds (corner.removeFromRight (22));
    flat.setBounds (corner.removeFromRight (24));
}

void WaveView::paint (juce::Graphics& g)
{
    const auto area = getLocalBounds().toFloat();
    paintWell (g, area, tokens (*this));
    (flat.getToggleState() ? paintWaveAlone : paintWaveStack) (g, area.reduced (14, 10), sheet, shown, tokens (*this));
}

void WaveView::paintOverChildren (juce::Graphics& g)
{
    if (isDroppingOn)
        paintDropHint (g, getLocalBounds().toFloat(), tokens (*this));
}

void WaveView::mouseDown (const juce::MouseEvent&)
{
    taken = synth.valueNow (frame());
    hand.turn (frame(), taken);
}

void WaveView::mouseDrag (const juce::MouseEvent& event)
{
    hand.turn (frame(), taken - static_cast<float> (event.getDistanceFromDragStartY()) / pixelsForAll * static_cast<float> (patch::lastPosition));
    refresh();
}

void WaveView::mouseUp (const juce::MouseEvent&) { hand.letGo ("turn " + std::string (infoOf (frame()).name)); }

void WaveView::mouseDoubleClick (const juce::MouseEvent&)
{
    if (onEdit)
        onEdit();
}

bool WaveView::isInterestedInFileDrag (const juce::StringArray& files) { return files.size() == 1 && isSoundFile (files[0].toStdString()); }

void WaveView::fileDragEnter (const juce::StringArray&, int, int)
{
    isDroppingOn = true;
    repaint();
}

void WaveView::fileDragExit (const juce::StringArray&)
{
    isDroppingOn = false;
    repaint();
}

void WaveView::filesDropped (const juce::StringArray& files, int, int)
{
    fileDragExit (files);
    synth.deeds.run ("wavetable.importAudio", { { "file", files[0].toStdString() }, { "oscillator", number + 1 } });
}

} // namespace athanor
