// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/MacroPanel.h"

#include "Ui/Kit/Dialog.h"
#include "Ui/KnobMenu.h"

namespace athanor
{

namespace
{
constexpr int knobWidth = 72, knobHeight = 68, handleHeight = 18, rowGap = 6;

PatchSource macroSource (int number)
{
    const auto first = number < patch::vitalMacros ? PatchSource::macro_control_1 : PatchSource::macro_control_5;
    return static_cast<PatchSource> (static_cast<int> (first) + number % patch::vitalMacros);
}
} // namespace

MacroPanel::MacroPanel (ShownSynth& s) : Card ("Macros", "drag a number onto a knob"), synth (s) { update(); }

std::vector<std::string> MacroPanel::names() const
{
    std::vector<std::string> all;

    for (int i = 0; i < PatchSpec::macroCount; ++i)
        all.push_back (titleOf (macroSource (i), synth.patch()).toStdString());

    return all;
}

void MacroPanel::update()
{
    if (const auto now = names(); shownNames != now)
    {
        shownNames = now;
        parts.clear();

        for (int i = 0; i < PatchSpec::macroCount; ++i)
        {
            Part part;
            const auto address = macroOf (synth.instrument, i + 1);
            part.value = std::make_unique<ParameterTurnable> (synth.deeds.session, address, now[static_cast<std::size_t> (i)]);
            part.knob = std::make_unique<KnobView> (*part.value, Ink::ember, 30);
            part.knob->onMenu = [this, i, key = format (address)] (juce::PopupMenu& menu) {
                offerParameter (menu, synth.deeds, key);
                menu.addItem (juce::String (juce::CharPointer_UTF8 ("Rename\xe2\x80\xa6")), [safe = SafePointer (this), i] {
                    if (safe != nullptr)
                        safe->askForName (i);
                });
            };
            part.handle = std::make_unique<SourceHandle> (synth, macroSource (i), juce::String (i + 1));
            addAndMakeVisible (*part.knob);
            addAndMakeVisible (*part.handle);
            parts.push_back (std::move (part));
        }

        resized();
    }

    for (const auto& part : parts)
        part.handle->update();
}

void MacroPanel::rename (int number, const std::string& name)
{
    synth.edit ("rename macro", [&] (PatchSpec& patch) { patch.macros[static_cast<std::size_t> (number)].name = name; });
}

void MacroPanel::askForName (int number)
{
    const FormField field { .id = "name", .label = "Name", .value = juce::String (synth.patch().macros[static_cast<std::size_t> (number)].name), .hint = "Macro " + juce::String (number + 1) };
    const auto accept = [safe = SafePointer (this), number] (const Form::Values& values) {
        if (safe != nullptr)
            safe->rename (number, values["name"].toString().trim().toStdString());

        return juce::String();
    };
    synth.deeds.ask (std::make_unique<Form> ("Rename macro " + juce::String (number + 1), std::vector { field }, "Rename", accept));
}

int MacroPanel::columnsFor (int width) const { return width - 2 * space::pad >= 8 * knobWidth ? 8 : 4; }

int MacroPanel::heightFor (int width) const
{
    const auto rows = PatchSpec::macroCount / columnsFor (width);
    return 2 * space::gap + 16 + space::close + rows * (knobHeight + handleHeight) + (rows - 1) * rowGap;
}

void MacroPanel::resized()
{
    const auto columns = columnsFor (getWidth());
    const auto area = content();
    const auto width = area.getWidth() / columns;

    for (std::size_t i = 0; i < parts.size(); ++i)
    {
        const auto column = static_cast<int> (i) % columns, row = static_cast<int> (i) / columns;
        auto place = juce::Rectangle<int> (area.getX() + column * width, area.getY() + row * (knobHeight + handleHeight + rowGap), width, knobHeight + handleHeight);
        parts[i].knob->setBounds (place.removeFromTop (knobHeight));
        parts[i].handle->setBounds (place.withSizeKeepingCentre (std::min (width - 8, 34), handleHeight));
    }
}

} // namespace athanor
