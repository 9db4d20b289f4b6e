// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/VariationStrip.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int tileHeight = 42, gap = 6, narrowest = 86;
} // namespace

class VariationStrip::Tile : public juce::Button
{
public:
    explicit Tile (ShownVariation v) : Button (v.name), shown (std::move (v))
    {
        setTitle (shown.name + ", " + shown.detail);
        setTooltip (shown.doc);
        setMouseClickGrabsKeyboardFocus (false);
    }

    const ShownVariation shown;

    void paintButton (juce::Graphics& g, bool isOver, bool isDown) override
    {
        const auto& t = tokens (*this);
        const auto area = getLocalBounds().toFloat();
        g.setColour (lifted (t[Ink::window], t, isOver, isDown));
        g.fillRoundedRectangle (area, radius::tabs);

        g.setColour (t[getToggleState() ? Ink::ember : Ink::line]);
        g.drawRoundedRectangle (area.reduced (0.75f), radius::tabs, getToggleState() ? 1.5f : 1.0f);

        auto words = getLocalBounds().reduced (8, 6);
        drawWords (g, shown.name, words.removeFromTop (16), font (*this, Face::name, textSize::device), t[shown.isReady ? Ink::text : Ink::mute]);
        drawWords (g, shown.detail, words, font (*this, Face::name, textSize::tiny), t[Ink::mute]);

        if (hasKeyboardFocus (false))
            drawFocusRing (g, area, radius::tabs, t);
    }

    bool keyPressed (const juce::KeyPress& key) override
    {
        if (key == juce::KeyPress::leftKey || key == juce::KeyPress::rightKey)
        {
            moveKeyboardFocusToSibling (key == juce::KeyPress::rightKey);
            return true;
        }

        return Button::keyPressed (key);
    }
};

VariationStrip::VariationStrip()
{
    setTitle ("Variations");
    setFocusContainerType (FocusContainerType::focusContainer);
}

VariationStrip::~VariationStrip() = default;

void VariationStrip::set (const std::vector<ShownVariation>& variations, int chosen)
{
    const auto isSame = variations.size() == tiles.size() && std::equal (variations.begin(), variations.end(), tiles.begin(), [] (const ShownVariation& a, const auto& tile) { return a == tile->shown; });

    if (! isSame)
    {
        tiles.clear();

        for (int i = 0; i < static_cast<int> (variations.size()); ++i)
        {
            auto& tile = *tiles.emplace_back (std::make_unique<Tile> (variations[static_cast<std::size_t> (i)]));
            tile.onClick = [safe = SafePointer (this), i] {
                // Choosing may make the strip anew.
                juce::MessageManager::callAsync ([safe, i] {
                    if (safe != nullptr && safe->onChoose)
                        safe->onChoose (i);
                });
            };
            addAndMakeVisible (tile);
        }

        resized();
    }

    for (int i = 0; i < static_cast<int> (tiles.size()); ++i)
        tiles[static_cast<std::size_t> (i)]->setToggleState (i == chosen, juce::dontSendNotification);
}

int VariationStrip::columnsFor (int width) const
{
    const auto count = static_cast<int> (tiles.size());
    const auto room = juce::jlimit (1, 4, (width + gap) / (narrowest + gap));
    return std::max (1, std::min (count, room));
}

int VariationStrip::heightFor (int width) const
{
    const auto count = static_cast<int> (tiles.size());
    const auto columns = columnsFor (width);
    return count == 0 ? 0 : (count + columns - 1) / columns * (tileHeight + gap) - gap;
}

void VariationStrip::resized()
{
    const auto columns = columnsFor (getWidth());
    const auto each = (getWidth() + gap) / columns - gap;

    for (int i = 0; i < static_cast<int> (tiles.size()); ++i)
        tiles[static_cast<std::size_t> (i)]->setBounds (i % columns * (each + gap), i / columns * (tileHeight + gap), each, tileHeight);
}

} // namespace athanor
