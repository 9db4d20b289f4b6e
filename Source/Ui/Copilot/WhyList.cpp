// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/WhyList.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int mostFolded = 6, tickWidth = 20, firstLine = 20, lineHeight = 14, mostWhyLines = 3, foldHeight = 26;

juce::String reasonOf (const WhyRow& row)
{
    const juce::String open { juce::CharPointer_UTF8 ("\xe2\x80\x9c") }, close { juce::CharPointer_UTF8 ("\xe2\x80\x9d") };
    const auto words = open + row.cause + close;
    return row.cause.isEmpty() || row.why.containsIgnoreCase (row.cause) ? row.why : row.why.isEmpty() ? words
                                                                                                       : words + ": " + row.why;
}
} // namespace

/** One row: a tick, a name, a value, a reason. A click shows what it is about, a click on the tick leaves it out. */
class WhyList::Entry : public juce::Component,
                       public juce::SettableTooltipClient
{
public:
    Entry (WhyList& l, int i) : list (l), index (i)
    {
        setWantsKeyboardFocus (true);
        setMouseClickGrabsKeyboardFocus (false);
        setRepaintsOnMouseActivity (true);
    }

    const WhyRow& row() const { return list.shown[static_cast<std::size_t> (index)]; }

    void update()
    {
        setTitle (row().what + " " + row().value);
        setDescription (reasonOf (row()) + (row().isTaken ? juce::String() : juce::String (" Left out.")));
        setTooltip ((row().canShow ? "Shows it in the synth.  Return\n" : "") + juce::String (row().isTaken ? "The tick leaves it out.  Space" : "The ring takes it back.  Space"));
        repaint();
    }

    int heightFor (int width) const { return firstLine + linesFor (width) * lineHeight + space::near; }

    void take()
    {
        if (list.onTake)
            list.onTake (index, ! row().isTaken);
    }

    void show()
    {
        if (list.onShow && row().canShow)
            list.onShow (index);
    }

    void mouseUp (const juce::MouseEvent& event) override
    {
        if (! event.mouseWasClicked())
            return;

        list.current = index;
        event.x < tickWidth ? take() : show();
    }

    bool keyPressed (const juce::KeyPress& key) override
    {
        if (key == juce::KeyPress::returnKey)
            show();
        else if (key == juce::KeyPress::spaceKey)
            take();
        else if (key == juce::KeyPress::upKey || key == juce::KeyPress::downKey)
            list.choose (index + (key == juce::KeyPress::upKey ? -1 : 1));
        else
            return false;

        return true;
    }

    void focusGained (FocusChangeType) override
    {
        list.current = index;
        repaint();
    }

    void focusLost (FocusChangeType) override { repaint(); }

    void paint (juce::Graphics& g) override
    {
        const auto& t = tokens (*this);
        const auto alpha = row().isTaken ? 1.0f : 0.5f;
        g.setColour (t[Ink::line]);
        g.fillRect (0, 0, getWidth(), 1);

        if (isMouseOver (true))
        {
            g.setColour (t[Ink::control].withMultipliedAlpha (0.6f));
            g.fillRoundedRectangle (getLocalBounds().toFloat().reduced (0, 2).expanded (4, 0), radius::small);
        }

        paintTick (g, t);
        auto area = getLocalBounds().withTrimmedLeft (tickWidth).withTrimmedTop (space::tight);
        auto line = area.removeFromTop (firstLine - 2);
        const auto valueFont = font (*this, Face::number, textSize::value);
        const auto valueWidth = std::min (widthOf (row().value, valueFont) + 2, line.getWidth() * 3 / 5);
        drawWords (g, row().value, line.removeFromRight (valueWidth), valueFont, t[Ink::teal].withMultipliedAlpha (alpha), juce::Justification::centredRight);
        drawWords (g, row().what, line.withTrimmedRight (space::close), font (*this, Face::name, textSize::device), t[Ink::text].withMultipliedAlpha (alpha));
        drawParagraph (g, reasonOf (row()), area.withHeight (linesFor (getWidth()) * lineHeight), lineHeight, font (*this, Face::name, textSize::small), t[Ink::mute].withMultipliedAlpha (alpha));

        if (hasKeyboardFocus (false))
            drawFocusRing (g, getLocalBounds().toFloat().withTrimmedTop (2), radius::small, t);
    }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override
    {
        return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::toggleButton,
                                                             juce::AccessibilityActions().addAction (juce::AccessibilityActionType::press, [this] { show(); }).addAction (juce::AccessibilityActionType::toggle, [this] { take(); }));
    }

private:
    int linesFor (int width) const
    {
        return std::min (mostWhyLines, linesOf (reasonOf (row()), font (*this, Face::name, textSize::small), width - tickWidth));
    }

    void paintTick (juce::Graphics& g, const Tokens& t) const
    {
        const auto area = juce::Rectangle<float> (1, 7, 12, 12);

        if (row().isTaken)
        {
            g.setColour (t[Ink::teal]);
            g.fillEllipse (area);
            drawIcon (g, Icon::tick, area.reduced (3), t[Ink::onAccent]);
        }
        else
        {
            g.setColour (t[Ink::mute]);
            g.drawEllipse (area.reduced (0.6f), 1.2f);
        }
    }

    WhyList& list;
    const int index;
};

WhyList::WhyList()
{
    setTitle ("Why it sounds like this");
    setFocusContainerType (FocusContainerType::focusContainer);
    all.setQuiet (true);
    all.setTextInk (Ink::mute);
    all.onClick = [this] { setFolded (! folded); };
    addChildComponent (all);
}

WhyList::~WhyList() = default;

int WhyList::visibleRows() const
{
    const auto count = static_cast<int> (shown.size());
    return folded && count > mostFolded + 1 ? mostFolded : count;
}

void WhyList::setRows (std::vector<WhyRow> rows)
{
    const auto isOther = rows.size() != shown.size();
    shown = std::move (rows);

    if (isOther)
    {
        entries.clear();
        current = -1;

        for (int i = 0; i < static_cast<int> (shown.size()); ++i)
        {
            entries.push_back (std::make_unique<Entry> (*this, i));
            addAndMakeVisible (*entries.back());
        }
    }

    for (const auto& entry : entries)
        entry->update();

    resized();

    if (onLayout)
        onLayout();
}

void WhyList::choose (int row)
{
    if (row < 0 || row >= visibleRows())
        return;

    current = row;
    auto& entry = *entries[static_cast<std::size_t> (row)];

    if (entry.isShowing())
        entry.grabKeyboardFocus();
}

void WhyList::setFolded (bool isFoldedNow)
{
    folded = isFoldedNow;
    resized();

    if (onLayout)
        onLayout();
}

int WhyList::heightFor (int width) const
{
    auto height = 0;

    for (int i = 0; i < visibleRows(); ++i)
        height += entries[static_cast<std::size_t> (i)]->heightFor (width);

    return height + (static_cast<int> (shown.size()) > mostFolded + 1 ? foldHeight : 0);
}

void WhyList::resized()
{
    auto area = getLocalBounds();

    for (int i = 0; i < static_cast<int> (entries.size()); ++i)
    {
        auto& entry = *entries[static_cast<std::size_t> (i)];
        entry.setVisible (i < visibleRows());

        if (entry.isVisible())
            entry.setBounds (area.removeFromTop (entry.heightFor (getWidth())));
    }

    all.setVisible (static_cast<int> (shown.size()) > mostFolded + 1);
    all.setButtonText (folded ? "Show all " + juce::String (static_cast<int> (shown.size())) : juce::String ("Show fewer"));
    all.setBounds (area.removeFromTop (foldHeight).withWidth (all.idealWidth()).withSizeKeepingCentre (all.idealWidth(), foldHeight - 4));
}

} // namespace athanor
