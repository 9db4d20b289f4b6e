// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/MatrixRow.h"

#include "App/SynthPictures.h"
#include "Ui/Kit/Draw.h"
#include "Ui/KnobMenu.h"
#include "Ui/Synth/ModulationMenus.h"

namespace athanor
{

namespace
{
const juce::String nothing { juce::CharPointer_UTF8 ("\xe2\x80\x93") };
} // namespace

MatrixColumns::MatrixColumns (int width)
{
    auto x = 0;
    const auto take = [&x] (int columnWidth) {
        const juce::Range<int> column (x, x + columnWidth);
        x += columnWidth + space::tight;
        return column;
    };
    constexpr int numbers = 26, letters = 66, curves = 46, crosses = 24, gaps = 8 * space::tight;
    const auto rest = std::max (320, width - numbers - letters - curves - crosses - gaps);
    number = take (numbers);
    source = take (rest * 22 / 100);
    destination = take (rest * 34 / 100);
    amount = take (rest * 26 / 100);
    power = take (rest - rest * 82 / 100);
    switches = take (letters);
    curve = take (curves);
    remove = take (crosses);
}

MatrixRow::MatrixRow (ShownSynth& s, int n)
    : ModulationSwitches (s, n), slot (n), synth (s), amount (s, member (Control::modulation_1_amount, n), "Amount"), power (s, member (Control::modulation_1_power, n), "Curve"), amountView (amount), powerView (power, Ink::teal)
{
    for (auto* child : std::initializer_list<juce::Component*> { &source, &destination, &amountView, &powerView, &bothWays, &stereo, &bypass, &remove })
        addAndMakeVisible (child);

    setTitle ("Modulation " + juce::String (slot + 1));
    source.setQuiet (true);
    destination.setQuiet (true);
    source.onClick = [this] {
        askForSource (synth, [safe = SafePointer (this)] (PatchSource picked) {
            if (safe != nullptr)
                safe->setSource (picked);
        });
    };
    destination.onClick = [this] {
        askForDestination (synth, [safe = SafePointer (this)] (Control picked) {
            if (safe != nullptr)
                safe->setDestination (picked);
        });
    };

    amountView.onMenu = [this] (juce::PopupMenu& menu) { offerParameter (menu, synth.deeds, synth.keyOf (amount.control)); };
    powerView.onMenu = [this] (juce::PopupMenu& menu) { offerParameter (menu, synth.deeds, synth.keyOf (power.control)); };

    update();
}

bool MatrixRow::isUsed() const { return shown().source && shown().destination; }

void MatrixRow::setChosen (bool chosen)
{
    if (std::exchange (isChosen, chosen) != chosen)
        repaint();
}

void MatrixRow::setSource (PatchSource picked)
{
    pickedSource = picked;
    connect();
}

void MatrixRow::setDestination (Control picked)
{
    pickedDestination = picked;
    connect();
}

/** Once both are known. */
void MatrixRow::connect()
{
    if ((pickedSource || shown().source) && (pickedDestination || shown().destination))
    {
        const auto from = pickedSource ? std::string (nameOf (*std::exchange (pickedSource, {}))) : std::string();
        const auto to = pickedDestination ? std::string (infoOf (*std::exchange (pickedDestination, {})).id) : std::string();
        synth.deeds.run ("patch.setModulation", { { "slot", slot + 1 }, { "source", from }, { "destination", to } });
    }

    update();
}

void MatrixRow::update()
{
    const auto from = pickedSource ? pickedSource : shown().source;
    const auto to = pickedDestination ? pickedDestination : shown().destination;
    const auto said = [] (const juce::String& known, const std::string& unknown) { return known.isNotEmpty() ? known : unknown.empty() ? nothing
                                                                                                                                       : juce::String (unknown); };
    source.setButtonText (said (from ? titleOf (*from, synth.patch()) : juce::String(), shown().unknownSource));
    destination.setButtonText (said (to ? titleOf (*to) : juce::String(), shown().unknownDestination));
    source.setTitle ("Source of modulation " + juce::String (slot + 1) + ": " + source.getButtonText());
    destination.setTitle ("Destination of modulation " + juce::String (slot + 1) + ": " + destination.getButtonText());
    source.setTextInk (from ? Ink::teal : Ink::faint);
    destination.setTextInk (to ? Ink::text : Ink::faint);
    show (synth, slot);

    for (auto* child : std::initializer_list<juce::Component*> { &amountView, &powerView, &bothWays, &stereo, &bypass, &remove })
        child->setVisible (isUsed());

    amountView.setAlpha (bypass.getToggleState() ? 0.4f : 1.0f);
    repaint();
}

void MatrixRow::paintCurve (juce::Graphics& g, juce::Rectangle<float> area) const
{
    constexpr int points = 24;
    const auto& t = tokens (*this);
    const auto heights = lineHeights (shown().mapping.value_or (PatchLine::straight()), points);
    juce::Path path;

    for (std::size_t i = 0; i < heights.size(); ++i)
    {
        const juce::Point<float> at (area.getX() + area.getWidth() * static_cast<float> (i) / (points - 1), area.getBottom() - area.getHeight() * heights[i]);
        i == 0 ? path.startNewSubPath (at) : path.lineTo (at);
    }

    g.setColour (t[shown().mapping ? Ink::teal : Ink::faint]);
    g.strokePath (path, juce::PathStrokeType (1.4f));
}

void MatrixRow::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const MatrixColumns columns (getWidth());

    if (isChosen)
    {
        g.setColour (t[Ink::control]);
        g.fillRoundedRectangle (getLocalBounds().toFloat().reduced (0, 1), radius::tiny);
    }

    g.setColour (t[Ink::line]);
    g.fillRect (0, getHeight() - 1, getWidth(), 1);
    const juce::Rectangle<int> number (columns.number.getStart(), 0, columns.number.getLength() - 4, getHeight());
    drawWords (g, juce::String (slot + 1), number, font (*this, Face::number, textSize::value), t[isUsed() ? Ink::mute : Ink::faint], juce::Justification::centredRight);

    if (isUsed())
        paintCurve (g, juce::Rectangle<int> (columns.curve.getStart(), 0, columns.curve.getLength(), getHeight()).reduced (6, 7).toFloat());
}

void MatrixRow::resized()
{
    const MatrixColumns columns (getWidth());
    const auto place = [this] (juce::Component& child, juce::Range<int> column, int margin) { child.setBounds (column.getStart(), margin, column.getLength(), getHeight() - 1 - 2 * margin); };
    place (source, columns.source, 2);
    place (destination, columns.destination, 2);
    place (amountView, columns.amount, 2);
    place (powerView, columns.power, 2);
    auto letters = juce::Rectangle<int> (columns.switches.getStart(), 5, columns.switches.getLength(), getHeight() - 11);

    for (auto* button : { &bothWays, &stereo, &bypass })
        button->setBounds (letters.removeFromLeft (22).reduced (1, 0));

    place (remove, columns.remove, 4);
}

} // namespace athanor
