// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/AutomationPanel.h"

#include "App/Edits/PatternPlaces.h"
#include "App/Parameters.h"
#include "Ui/Kit/CommandPalette.h"
#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int line = 26, laneHeight = 104;
}

AutomationPanel::AutomationPanel (Deeds& d) : lane (d), deeds (d)
{
    setTitle ("Automation");
    addChildComponent (lane);
    addAndMakeVisible (add);
    add.setQuiet (true);
    add.setTooltip ("Chooses what is to move by itself; or right-click any knob.  " + deeds.keysOf ("automation.show"));
    add.onClick = [this] { askForParameter(); };
    deeds.askers["automation.show"] = [this] { askForParameter(); };
    update();
}

int AutomationPanel::idealHeight() const { return line + (shownLane (deeds.session.selection()).address.empty() ? 0 : laneHeight); }

/** What moves in this clip, and what is shown though nothing was drawn yet. */
std::vector<std::string> AutomationPanel::automated() const
{
    const auto now = settled (deeds.session.project(), deeds.session.selection());
    std::vector<std::string> found;

    if (const auto* clip = clipAt (deeds.session.project(), now.pattern, now.cursor.track))
        for (const auto& [address, drawn] : clip->automation)
            found.push_back (address);

    if (const auto shown = shownLane (now).address; ! shown.empty() && std::ranges::find (found, shown) == found.end())
        found.push_back (shown);

    return found;
}

void AutomationPanel::update()
{
    const auto shown = shownLane (deeds.session.selection()).address;
    const auto& project = deeds.session.project();
    const auto wanted = automated();
    juce::String wantedNames;

    for (const auto& address : wanted)
        if (const auto parsed = parseParameterAddress (address))
            wantedNames << titleOf (project, *parsed) << "\n";

    if (wanted != addresses || names != wantedNames)
    {
        addresses = wanted;
        names = wantedNames;
        chips.clear();

        for (const auto& address : addresses)
        {
            const auto parsed = parseParameterAddress (address);
            auto& chip = chips.emplace_back (std::make_unique<Chip> (parsed ? juce::String (titleOf (project, *parsed)) : juce::String (address), Ink::teal));
            chip->setClickingTogglesState (false);
            chip->setTooltip ("Shows this automation, or folds it away.");
            chip->onClick = [this, address] {
                if (shownLane (deeds.session.selection()).address == address)
                    deeds.run ("automation.hide");
                else
                    deeds.run ("automation.show", { { "address", address } });
            };
            addAndMakeVisible (*chip);
        }

        resized();
    }

    for (std::size_t i = 0; i < chips.size(); ++i)
        chips[i]->setToggleState (addresses[i] == shown, juce::dontSendNotification);

    lane.setVisible (! shown.empty());
    lane.update();
}

void AutomationPanel::askForParameter()
{
    const auto now = settled (deeds.session.project(), deeds.session.selection());
    std::vector<PaletteEntry> entries;

    for (const auto& parameter : parametersOf (deeds.session.project(), now.cursor.track))
    {
        const auto address = format (parameter);
        const auto isMoving = std::ranges::find (addresses, address) != addresses.end();
        entries.push_back ({ titleOf (deeds.session.project(), parameter), docOf (deeds.session.project(), parameter), "", isMoving ? "automated" : "", [this, address] { deeds.run ("automation.show", { { "address", address } }); } });
    }

    deeds.ask (std::make_unique<CommandPalette> (std::move (entries), "Automate which parameter?"));
}

void AutomationPanel::paint (juce::Graphics& g)
{
    drawWords (g, "Automation", { 0, 0, 70, line }, font (*this, Face::nameStrong, textSize::small), tokens (*this)[Ink::mute]);
}

void AutomationPanel::resized()
{
    auto area = getLocalBounds();
    auto row = area.removeFromTop (line).withTrimmedLeft (74);
    add.setBounds (row.removeFromRight (add.idealWidth()).reduced (0, 2));

    for (auto& chip : chips)
    {
        chip->setBounds (row.removeFromLeft (std::min (row.getWidth(), chip->idealWidth())).withSizeKeepingCentre (chip->idealWidth(), Chip::idealHeight));
        row.removeFromLeft (space::close);
    }

    lane.setBounds (area.withTrimmedTop (2));
}

} // namespace athanor
