// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the wavetable editor beside drawing.
#include "Patch/WaveParts.h"
#include "Ui/Synth/WavetablePage.h"

namespace athanor
{

namespace
{
juce::String withEllipsis (const char* words) { return juce::String (words) + juce::String (juce::CharPointer_UTF8 ("\xe2\x80\xa6")); }

/** "Reverse waves" as "Reverse this wave". */
juce::String nameFor (const Deeds& deeds, const char* id, const char* which)
{
    const auto* action = deeds.session.actions().find (id);
    const juce::String name (action != nullptr ? action->name : std::string());
    return name.contains ("waves") ? name.replace ("waves", which) : name + " of " + which;
}
} // namespace

/** Where the chosen component stands, as arguments. */
Arguments WavetablePage::chosen (Arguments arguments) const
{
    const auto [group, component] = rows.empty() ? std::pair (0, 0) : rows[static_cast<std::size_t> (chosenRow)];
    arguments["group"] = group + 1;
    arguments["component"] = component + 1;
    return arguments;
}

void WavetablePage::connectPanel()
{
    panel.onSet = [this] (std::string_view name, double value, bool ofKeyframe) {
        auto arguments = chosen ({ { "name", std::string (name) }, { "value", value } });
        arguments["position"] = ofKeyframe ? position() : -1;
        run ("wavetable.set", std::move (arguments));
    };
    panel.onAdd = [this] (juce::Component& beside) { additions().showMenuAsync (juce::PopupMenu::Options().withTargetComponent (beside)); };
    panel.onRemove = [this] { run (rows[static_cast<std::size_t> (chosenRow)].second > 0 ? "wavetable.removeComponent" : "wavetable.removeGroup", chosen()); };
    panel.onEarlier = [this] { moveChosen (-1); };
    panel.onLater = [this] { moveChosen (1); };
}

void WavetablePage::connectLine()
{
    const auto at = [this] (int point) { return chosen ({ { "point", point + 1 }, { "position", position() } }); };

    line.onPoint = [this, at] (int point, double x, double y) {
        auto arguments = at (point);
        arguments["x"] = x;
        arguments["y"] = y;
        run ("wavetable.movePoint", std::move (arguments));
    };
    line.onBend = [this, at] (int point, double power) {
        auto arguments = at (point);
        arguments["power"] = power;
        run ("wavetable.bendLine", std::move (arguments));
    };
    line.onAdd = [this] (double x) { run ("wavetable.addPoint", chosen ({ { "x", x } })); };
    line.onRemove = [this, at] (int point) { run ("wavetable.removePoint", at (point)); };
}

/** A source takes its group along. */
void WavetablePage::moveChosen (int by)
{
    const auto [group, component] = rows[static_cast<std::size_t> (chosenRow)];
    const auto before = recipe;
    run (component > 0 ? "wavetable.moveComponent" : "wavetable.moveGroup", chosen ({ { "to", (component > 0 ? component : group) + 1 + by } }));

    if (recipe == before)
        return;

    const std::pair goal (component > 0 ? group : group + by, component > 0 ? component + by : component);
    chosenRow = static_cast<int> (std::ranges::find (rows, goal) - rows.begin());
    showPosition();
}

juce::PopupMenu WavetablePage::additions()
{
    juce::PopupMenu all, groups, sources;
    auto& deeds = synth.deeds;
    auto arguments = chosen ({ { "oscillator", number + 1 } });
    all.addSectionHeader ("Modify the waves");

    for (const auto& part : waveParts())
    {
        const std::string type (part.type);
        auto these = arguments;
        these[part.isSource ? "source" : "type"] = type;

        if (! part.isSource)
            deeds.addTo (all, "wavetable.addComponent", these, type);
        else if (! part.hasAudio && type != "Shepard Tone Source")
        {
            deeds.addTo (groups, "wavetable.addGroup", these, type);
            deeds.addTo (sources, "wavetable.changeSource", these, type);
        }
    }

    all.addSeparator();
    all.addSubMenu ("Add a group with a", groups);
    all.addSubMenu ("Begin this group with a", sources);
    return all;
}

juce::PopupMenu WavetablePage::menu()
{
    juce::PopupMenu all, kinds;
    auto& deeds = synth.deeds;
    const auto whole = chosen ({ { "oscillator", number + 1 } });
    const auto with = [&] (const char* name, Value value) {
        auto arguments = whole;
        arguments[name] = std::move (value);
        return arguments;
    };
    deeds.addTo (kinds, "wavetable.importAudio", with ("mode", "frames"), withEllipsis ("Wave after wave"));
    deeds.addTo (kinds, "wavetable.importAudio", with ("mode", "pitch"), withEllipsis ("A note by its periods"));
    deeds.addTo (kinds, "wavetable.importAudio", with ("mode", "vocode"), withEllipsis ("Vocoded"));
    all.addSubMenu ("Import as", kinds);
    deeds.addTo (all, "wavetable.rename", whole);
    all.addSeparator();

    for (const auto* action : { "wavetable.normalise", "wavetable.removeDc", "wavetable.reverse", "wavetable.align" })
        deeds.addTo (all, action, with ("position", position()), nameFor (deeds, action, "this wave"));

    all.addSeparator();

    for (const auto* action : { "wavetable.normalise", "wavetable.removeDc", "wavetable.reverse", "wavetable.align" })
        deeds.addTo (all, action, whole, nameFor (deeds, action, "all waves"));

    all.addSeparator();

    for (const auto& [name, words, isOn] : { std::tuple ("remove_all_dc", "Keep the table centred", recipe.removesDc), std::tuple ("full_normalize", "Keep the table normalised", recipe.isNormalized) })
        all.addItem (words, true, isOn, [safe = SafePointer (this), name = std::string (name), next = ! isOn] {
            if (safe != nullptr)
                safe->run ("wavetable.set", { { "name", name }, { "value", next ? 1 : 0 } });
        });

    all.addSeparator();
    deeds.addTo (all, "wavetable.toWaves", whole);
    deeds.addTo (all, "wavetable.resynthesise", whole);
    return all;
}

} // namespace athanor
