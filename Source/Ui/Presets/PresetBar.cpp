// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Presets/PresetBar.h"

#include "App/Presets/PresetDesk.h"
#include "Ui/Kit/Dialog.h"

namespace athanor
{

namespace
{
const juce::String ellipsis { juce::CharPointer_UTF8 ("\xe2\x80\xa6") };
} // namespace

PresetBar::PresetBar (Deeds& d) : deeds (d), save ("Save" + ellipsis)
{
    setTitle ("Preset");
    compare.setTitle ("Compare with before");
    compare.setTooltip ("A is the patch as it is. B is what it was when it was loaded or, if it was not turned, what was played before it.");
    save.setTooltip ("Keeps the patch among your presets.");

    for (const auto& [button, action] : std::initializer_list<std::pair<juce::Button*, const char*>> { { &before, "patch.previous" }, { &after, "patch.next" }, { &compare, "preset.compare" }, { &heart, "preset.favourite" } })
    {
        addAndMakeVisible (button);
        button->onClick = [this, id = action] {
            deeds.run (id);
            update();
        };
    }

    for (auto* button : { &before, &after, &heart, &more })
        button->setQuiet (true);

    addAndMakeVisible (more);
    addAndMakeVisible (save);
    save.onClick = [this] { askForPresetLabels (deeds); };
    more.onClick = [this] { openMenu(); };
    listed = deeds.session.presets().onList.add ([this] { update(); });
}

void PresetBar::show (InstrumentId id)
{
    instrument = id;
    deeds.session.presets().attend (id);
    update();
}

void PresetBar::update()
{
    auto& desk = deeds.session.presets();
    const auto* item = desk.shelf.find (desk.presetOf (instrument));
    heart.setToggleState (item != nullptr && item->isFavourite, juce::dontSendNotification);
    heart.setEnabled (item != nullptr);
    compare.setToggleState (desk.isComparing (instrument), juce::dontSendNotification);
    compare.setButtonText (desk.isComparing (instrument) ? "B" : "A");
}

void PresetBar::openMenu()
{
    juce::PopupMenu menu;
    deeds.addTo (menu, "view.presets");
    deeds.addTo (menu, "preset.similar", { { "file", "" } }, "Similar sounds");
    deeds.addTo (menu, "preset.preview", { { "file", "" } });
    deeds.addTo (menu, "preset.tag");
    menu.addSeparator();
    deeds.addTo (menu, "patch.load");
    deeds.addTo (menu, "patch.save");
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (more));
}

int PresetBar::idealWidth() const { return 4 * measure::button + 34 + save.idealWidth() + 3 * space::tight; }

void PresetBar::resized()
{
    auto area = getLocalBounds();

    for (auto* button : { &before, &after, &heart })
        button->setBounds (area.removeFromLeft (measure::button));

    more.setBounds (area.removeFromRight (measure::button));
    save.setBounds (area.removeFromRight (save.idealWidth()));
    area.removeFromRight (space::tight);
    compare.setBounds (area.removeFromRight (34));
}

void askForPresetLabels (Deeds& deeds)
{
    const auto& session = deeds.session;
    const auto labels = deeds.session.presets().labelsOf (session.selection().instrument);
    juce::StringArray tags;

    for (const auto& tag : labels.tags)
        tags.add (tag);

    std::vector<FormField> fields {
        { .id = "name", .label = "Name", .value = juce::String (labels.name) },
        { .id = "author", .label = "Author", .value = juce::String (labels.author) },
        { .id = "category", .label = "Category", .value = juce::String (labels.category), .hint = "Bass, Lead, Pad" + ellipsis },
        { .id = "tags", .label = "Tags", .value = tags.joinIntoString (", "), .hint = "warm, wide" + ellipsis },
        { .id = "comments", .label = "Comments", .kind = FormField::Kind::lines, .value = juce::String (labels.comments) },
        { .id = "replace", .label = "Replace", .kind = FormField::Kind::toggle, .value = false, .doc = "Let it take the place of your preset of that name." },
    };

    const auto accept = [&deeds] (const Form::Values& values) -> juce::String {
        Arguments arguments;

        for (const auto* name : { "name", "author", "category", "tags", "comments" })
            arguments[name] = values[name].toString().toStdString();

        arguments["replace"] = static_cast<bool> (values["replace"]);
        const auto saved = deeds.session.actions().run ("preset.save", arguments);
        return saved ? juce::String() : juce::String (saved.failure().message);
    };

    deeds.ask (std::make_unique<Form> ("Save preset", fields, "Save", accept));
}

} // namespace athanor
