// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SynthPanel.h"

#include "Ui/KnobMenu.h"

namespace athanor
{

namespace
{
constexpr int itemHeight = 66, knobWidth = 58, choiceWidth = 76, itemGap = 2, foldWidth = 26;
constexpr float leastAmount = 0.25f; ///< Of a modulation that was just dropped.

/** As a musician knows it from Vital: it reaches from where the knob stands to its end; both ways, as far as there is room. */
void connect (ShownSynth& synth, PatchSource source, Control control, bool goesBothWays = false)
{
    const auto& info = infoOf (control);
    const auto at = (synth.patch().values[control] - info.least) / (info.greatest - info.least);
    const auto room = goesBothWays ? 2 * std::min (at, 1 - at) : 1 - at;
    synth.deeds.run ("patch.connect", { { "source", std::string (nameOf (source)) }, { "destination", std::string (info.id) }, { "amount", static_cast<double> (std::max (room, leastAmount)) }, { "bipolar", goesBothWays } });
}

/** What moves it already can be taken away; all others can be chosen. */
void addModulation (juce::PopupMenu& menu, ShownSynth& synth, Control control)
{
    juce::PopupMenu sources;

    for (int i = 0; i < patchSourceCount; ++i)
        sources.addItem (titleOf (static_cast<PatchSource> (i), synth.patch()), [&synth, control, i] { connect (synth, static_cast<PatchSource> (i), control); });

    menu.addSubMenu ("Modulate with", sources);

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = synth.patch().slots[static_cast<std::size_t> (i)]; slot.source && slot.destination == control)
            synth.deeds.addTo (menu, "patch.disconnect", { { "slot", i + 1 } }, "Remove " + titleOf (*slot.source, synth.patch()));
}
} // namespace

ControlKnob::ControlKnob (ShownSynth& synth, Control control, const std::string& label, Ink ink, int diameter)
    : value (synth, control, label), view (value, ink, diameter)
{
    const auto isReachable = infoOf (control).reach != Reach::no;
    view.onOffer = [isReachable] (const juce::var& what) { return isReachable && sourceDragged (what).has_value(); };
    view.onDrop = [&synth, control] (const juce::var& what) {
        if (const auto source = sourceDragged (what))
            connect (synth, *source, control, juce::ModifierKeys::getCurrentModifiers().isAltDown());
    };
    view.onMenu = [&synth, control, isReachable] (juce::PopupMenu& menu) {
        offerParameter (menu, synth.deeds, synth.keyOf (control));

        if (isReachable)
            addModulation (menu, synth, control);
    };
}

SynthPanel::SynthPanel (ShownSynth& s, const juce::String& words, Ink i) : Card (words), synth (s), ink (i)
{
    setTitle (words);
    fold.setQuiet (true);
    addChildComponent (fold);

    fold.onClick = [this] {
        if (! synth.unfolded.erase (getTitle()))
            synth.unfolded.insert (getTitle());

        update();

        if (synth.onLayout)
            synth.onLayout();
    };
}

juce::Component* SynthPanel::reveal (Control control)
{
    if (control == switchedBy)
        return isOn.get();

    const auto found = std::ranges::find (items, control, &Item::control);

    if (found == items.end())
        return this;

    if (found->isMore && ! isUnfolded())
        fold.onClick();

    return found->isWanted() ? found->component() : this;
}

bool SynthPanel::isUnfolded() const { return synth.unfolded.contains (getTitle()); }

void SynthPanel::add (Control control, const std::string& label, Condition condition)
{
    if (infoOf (control).choices.empty() || infoOf (control).reach != Reach::no)
        return addKnob (control, label, std::move (condition));

    addChoice (std::make_unique<ChoiceView> (synth, control, label), std::move (condition));
}

void SynthPanel::addChoice (std::unique_ptr<ChoiceView> choice, Condition condition)
{
    const auto control = choice->control;
    addChildComponent (*choice);
    items.push_back ({ control, nullptr, std::move (choice), std::move (condition), isAddingMore });
}

void SynthPanel::addScale (Control control, const std::string& label) { addChoice (std::make_unique<ScaleView> (synth, control, label)); }

void SynthPanel::addKnob (Control control, const std::string& label, Condition condition)
{
    auto knob = std::make_unique<ControlKnob> (synth, control, label, ink);
    addChildComponent (knob->view);
    items.push_back ({ control, std::move (knob), nullptr, std::move (condition), isAddingMore });
}

void SynthPanel::addSwitch (Control control)
{
    switchedBy = control;
    isOn = std::make_unique<IconButton> (Icon::power, titleOf (control), Ink::ember, Ink::faint);
    isOn->setQuiet (true);
    isOn->onClick = [this, control] { synth.set (control, synth.choiceNow (control) > 0 ? 0.0f : 1.0f); };
    addAndMakeVisible (*isOn);
}

void SynthPanel::setPicture (juce::Component& shown, int height)
{
    picture = &shown;
    pictureHeight = height;
    addAndMakeVisible (shown);
}

std::vector<std::pair<juce::Component*, int>> SynthPanel::flow() const
{
    std::vector<std::pair<juce::Component*, int>> row;
    auto hasMore = false;

    for (const auto& item : items)
    {
        hasMore = hasMore || (item.isMore && item.isWanted());

        if (item.isWanted() && (! item.isMore || isUnfolded()))
            row.emplace_back (item.component(), item.knob != nullptr ? knobWidth : choiceWidth);
    }

    if (hasMore)
        row.emplace_back (const_cast<IconButton*> (&fold), foldWidth);

    return row;
}

int SynthPanel::heightFor (int width) const
{
    const auto room = width - 2 * space::pad;
    auto rows = 0, x = room + 1;

    for (const auto& [component, itemWidth] : flow())
    {
        if (x + itemWidth > room)
        {
            ++rows;
            x = 0;
        }

        x += itemWidth + itemGap;
    }

    return 2 * space::gap + 16 + space::close + (picture != nullptr ? pictureHeight + space::near : 0) + rows * (itemHeight + itemGap) - (rows > 0 ? itemGap : 0);
}

void SynthPanel::resized()
{
    if (isOn != nullptr)
        isOn->setBounds (titleLine().withTrimmedRight (reservedRight).removeFromRight (22).expanded (0, 3));

    auto area = content();

    if (picture != nullptr)
    {
        // What the row has to spare goes to the picture.
        const auto spare = getHeight() - heightFor (getWidth());
        picture->setBounds (area.removeFromTop (pictureHeight + std::max (0, spare)));
        area.removeFromTop (space::near);
    }

    const auto shown = flow();

    for (const auto& item : items)
        item.component()->setVisible (item.isWanted() && (! item.isMore || isUnfolded()));

    fold.setVisible (! shown.empty() && shown.back().first == &fold);
    fold.setIcon (isUnfolded() ? Icon::chevronUp : Icon::more);
    fold.setTooltip (isUnfolded() ? "Less" : "More of it");
    layOutInRows (area, shown, itemHeight, itemGap);
    fold.setBounds (fold.getBounds().withHeight (40));
}

void SynthPanel::update()
{
    if (switchedBy)
    {
        const auto lit = synth.choiceNow (*switchedBy) > 0;
        isOn->setToggleState (lit, juce::dontSendNotification);

        for (auto* child : getChildren())
            if (child != isOn.get())
                child->setAlpha (lit ? 1.0f : 0.45f);
    }

    for (const auto& item : items)
        if (item.choice != nullptr)
            item.choice->update();

    resized();
}

KnobView* SynthPanel::knobOf (Control control) const
{
    const auto found = std::ranges::find_if (items, [control] (const Item& item) { return item.control == control && item.knob != nullptr; });
    return found != items.end() ? &found->knob->view : nullptr;
}

ChoiceView* SynthPanel::choiceOf (Control control) const
{
    const auto found = std::ranges::find_if (items, [control] (const Item& item) { return item.control == control && item.choice != nullptr; });
    return found != items.end() ? found->choice.get() : nullptr;
}

} // namespace athanor
